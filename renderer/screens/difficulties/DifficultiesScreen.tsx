import { useState } from 'react'
import { type DifficultyView, listDifficulties } from '../../../src/contract/difficulty-calls'
import { Chip, type ChipKind } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatMoment } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useCallQuery } from '../../data/use-call-query'
import { reportDifficulty } from '../../frame/difficulty-call'
import { text } from '../../text'
import { LongList } from '../duplicates/LongList'
import styles from './Difficulties.module.css'
import { DifficultyPanel } from './DifficultyPanel'

const kinds: Readonly<Record<DifficultyView['state'], ChipKind>> = {
  open: 'wait',
  answered: 'info',
  solved: 'ok',
}

/** Khó khăn: what users of this point reported, how each stands, and what was answered. */
export function DifficultiesScreen() {
  const { data, error, isLoading, retry } = useCallQuery(listDifficulties, {})
  const [chosenId, setChosenId] = useState<string | null>(null)
  const all = data?.difficulties ?? []
  const chosen = all.find(({ difficultyId }) => difficultyId === chosenId) ?? all[0]
  const choose = ({ difficultyId }: DifficultyView) => setChosenId(difficultyId)
  return (
    <Panel
      title={text.difficulty.title}
      className={styles.panel}
      actions={
        <>
          <Kbd>↑↓</Kbd> {text.difficulty.keysChoose}{' '}
          <FilledButton hint="Alt K" testId="report-difficulty" onPress={reportDifficulty}>
            {text.difficulty.report}
          </FilledButton>
        </>
      }
    >
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {isLoading && <LateSkeleton lines={6} />}
      {data && all.length === 0 && (
        <EmptyState title={text.difficulty.empty}>{text.difficulty.emptyHint}</EmptyState>
      )}
      {chosen && (
        <div className={styles.columns}>
          <LongList
            label={text.difficulty.title}
            count={all.length}
            lineHeight={64}
            itemAt={index => all[index] ?? null}
            onView={() => undefined}
            keys={{}}
            onPress={choose}
            onMove={choose}
          >
            {difficulty => <DifficultyLine difficulty={difficulty} />}
          </LongList>
          <DifficultyPanel key={chosen.difficultyId} difficulty={chosen} />
        </div>
      )}
    </Panel>
  )
}

function DifficultyLine({ difficulty }: { readonly difficulty: DifficultyView }) {
  const { state, theme, writtenByName, writtenAt, isSent } = difficulty
  const words = text.difficulty
  return (
    <div className={styles.line} data-testid="difficulty-line">
      <div className={styles.what}>
        <Chip kind={kinds[state]}>{words.states[state]}</Chip>
        <strong>{words.themes[theme]}</strong>
        <span className={styles.soft}>{isSent ? words.isSent : words.waiting}</span>
      </div>
      <div className={styles.cut}>{difficulty.text}</div>
      <div className={styles.soft}>{words.by(writtenByName, formatMoment(writtenAt))}</div>
    </div>
  )
}
