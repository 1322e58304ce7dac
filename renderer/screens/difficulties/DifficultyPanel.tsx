import { useState } from 'react'
import { type DifficultyView, getDifficulty, solveDifficulty } from '../../../src/contract/difficulty-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatMoment } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Difficulties.module.css'

/** One difficulty: the words, the answers, and what went along. */
export function DifficultyPanel({ difficulty }: { readonly difficulty: DifficultyView }) {
  const { difficultyId, theme, proposal, appVersion, state } = difficulty
  const words = text.difficulty
  const solving = useCallMutation(solveDifficulty)
  return (
    <aside className={styles.chosen} aria-label={words.themes[theme]} data-testid="difficulty-panel">
      <h3 className={styles.title}>{words.themes[theme]}</h3>
      <p className={styles.text}>{difficulty.text}</p>
      {proposal !== null && <p>{words.proposed(proposal)}</p>}
      <p className={styles.soft}>
        {words.by(difficulty.writtenByName, formatMoment(difficulty.writtenAt))} · {words.version(appVersion)}
      </p>
      <Answers difficulty={difficulty} />
      <Along difficultyId={difficultyId} />
      {solving.error && <ErrorNotice error={solving.error} />}
      {state !== 'solved' && (
        <QuietButton testId="solve-difficulty" onPress={() => void solving.send({ difficultyId })}>
          {words.solve}
        </QuietButton>
      )}
    </aside>
  )
}

function Answers({ difficulty }: { readonly difficulty: DifficultyView }) {
  const words = text.difficulty
  return (
    <section>
      <h4 className={styles.heading}>{words.answers}</h4>
      {difficulty.answers.length === 0 && <p className={styles.soft}>{words.noAnswer}</p>}
      {difficulty.answers.map(answer => (
        <blockquote key={answer.at} className={styles.answer} data-testid="difficulty-answer">
          <p>{answer.text}</p>
          <p className={styles.soft}>{words.by(answer.byName ?? '', formatMoment(answer.at))}</p>
        </blockquote>
      ))}
    </section>
  )
}

/** Read when somebody wants to see it: a picture is large. */
function Along({ difficultyId }: { readonly difficultyId: string }) {
  const [isOpen, setOpen] = useState(false)
  const words = text.difficulty
  const along = useCallQuery(getDifficulty, { difficultyId }, { isOn: isOpen })
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.showPicture}</summary>
      {along.data?.picture && (
        <img
          className={styles.picture}
          src={`data:image/png;base64,${along.data.picture}`}
          alt={words.picture}
        />
      )}
      {along.data && <pre className={styles.log}>{along.data.log.join('\n') || words.logEmpty}</pre>}
    </details>
  )
}
