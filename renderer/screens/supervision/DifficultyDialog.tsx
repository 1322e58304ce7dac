import { Modal, Textarea } from '@mantine/core'
import {
  answerDifficulty,
  getReceivedDifficulty,
  type ReceivedDifficulty,
} from '../../../src/contract/supervision-calls'
import type { DifficultyVerdict } from '../../../src/domain/supervision/supervisor-answer'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatMoment } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { stateChips } from './received-words'
import styles from './Supervision.module.css'

/** A difficulty as its point wrote it, what was answered so far, and room for the answer. */
export function DifficultyDialog(props: {
  readonly difficulty: ReceivedDifficulty
  readonly onClose: () => void
}) {
  const { difficulty, onClose } = props
  const { recordId } = difficulty
  const { draft, setDraft, clear } = useDraft(`difficulty ${recordId}`, () => '')
  const answering = useCallMutation(answerDifficulty)
  useKeys({ Escape: onClose }, 'dialog')
  async function answer(verdict: DifficultyVerdict) {
    if (!(await answering.send({ recordId, verdict, text: draft })).ok) return
    clear()
    onClose()
  }
  const isEmpty = draft.trim() === ''
  return (
    <Modal
      opened
      onClose={onClose}
      title={difficulty.point?.name ?? text.common.notKnown}
      closeOnEscape={false}
      size="xl"
      centered
    >
      <div className={styles.dialog} data-testid="difficulty-dialog">
        <Written difficulty={difficulty} />
        <Attached recordId={recordId} />
        <Textarea
          label={text.supervision.difficulty.answerLabel}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={2_000}
          data-autofocus
          data-testid="difficulty-answer"
          value={draft}
          onChange={event => setDraft(event.currentTarget.value)}
        />
        {answering.error && <ErrorNotice error={answering.error} />}
        <div className={styles.buttons}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.close}
          </QuietButton>
          <QuietButton
            isDisabled={isEmpty || answering.isSaving}
            testId="solve-difficulty"
            onPress={() => void answer('solved')}
          >
            {text.supervision.difficulty.solve}
          </QuietButton>
          <FilledButton
            level="dialog"
            isBusy={answering.isSaving}
            isDisabled={isEmpty}
            testId="answer-difficulty"
            onPress={() => void answer('answered')}
          >
            {text.supervision.difficulty.answer}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}

function Written({ difficulty }: { readonly difficulty: ReceivedDifficulty }) {
  const {
    theme,
    state,
    text: words,
    proposal,
    screen,
    appVersion,
    writtenByName,
    writtenAt,
    answers,
  } = difficulty
  const say = text.supervision.difficulty
  return (
    <>
      <div className={styles.chips}>
        <Chip kind="info">{text.difficulty.themes[theme]}</Chip>
        <Chip kind={stateChips[state]}>{say.states[state]}</Chip>
        <span className={styles.soft}>{say.from(writtenByName, formatMoment(writtenAt))}</span>
      </div>
      <p className={styles.words}>{words}</p>
      {proposal && <p className={styles.words}>{say.proposal(proposal)}</p>}
      <p className={styles.soft}>{say.screen(screen, appVersion)}</p>
      {answers.map(answer => (
        <blockquote key={answer.at} className={styles.answer}>
          {answer.text}
          <div className={styles.soft}>{say.from(answer.byName, formatMoment(answer.at))}</div>
        </blockquote>
      ))}
    </>
  )
}

/** The picture and the log a point sent along. */
function Attached({ recordId }: { readonly recordId: string }) {
  const { data, error } = useCallQuery(getReceivedDifficulty, { recordId })
  if (error) return <ErrorNotice error={error} />
  if (!data) return null
  return (
    <>
      {data.picture && (
        <img
          className={styles.picture}
          src={`data:image/png;base64,${data.picture}`}
          alt={text.supervision.difficulty.picture}
        />
      )}
      {data.log.length > 0 && (
        <details>
          <summary>{text.supervision.difficulty.log}</summary>
          <pre className={styles.log}>{data.log.join('\n')}</pre>
        </details>
      )}
    </>
  )
}
