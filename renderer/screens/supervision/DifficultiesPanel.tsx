import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { listReceivedDifficulties, type ReceivedDifficulty } from '../../../src/contract/supervision-calls'
import type { DifficultyTheme } from '../../../src/domain/supervision/difficulty'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount, formatMoment } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { LongList } from '../duplicates/LongList'
import { DifficultyDialog } from './DifficultyDialog'
import { stateChips } from './received-words'
import styles from './Supervision.module.css'

/** What points could not do, by theme, open ones first; each opens to be answered. */
export function DifficultiesPanel() {
  const [theme, setTheme] = useState<DifficultyTheme | null>(null)
  const [onlyOpen, setOnlyOpen] = useState(true)
  const [opened, setOpened] = useState<string | null>(null)
  const list = useCallQuery(listReceivedDifficulties, { theme, onlyOpen }, { keep: true, everyMs: 10_000 })
  useKeys({ v: () => setOnlyOpen(!onlyOpen) })
  const shown = list.data?.difficulties ?? []
  const difficulty = shown.find(({ recordId }) => recordId === opened)
  const open = ({ recordId }: ReceivedDifficulty) => setOpened(recordId)
  return (
    <Panel title={text.supervision.tabs.difficulties} className={styles.panel}>
      <search className={styles.filters} aria-label={text.supervision.difficulty.which}>
        <Kbd>V</Kbd>
        <SegmentedControl
          aria-label={text.supervision.difficulty.which}
          data={[
            { value: 'open', label: text.supervision.difficulty.onlyOpen },
            { value: 'all', label: text.supervision.difficulty.everything },
          ]}
          value={onlyOpen ? 'open' : 'all'}
          onChange={value => setOnlyOpen(value === 'open')}
        />
        <Themes themes={list.data?.openByTheme ?? []} theme={theme} onChoose={setTheme} />
      </search>
      {list.error && <ErrorNotice error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LateSkeleton lines={8} />}
      {list.data && shown.length === 0 && (
        <EmptyState title={text.supervision.difficulty.none}>
          {text.supervision.difficulty.noneHint}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <LongList
          label={text.supervision.tabs.difficulties}
          count={shown.length}
          lineHeight={56}
          itemAt={index => shown[index] ?? null}
          onView={() => undefined}
          keys={{ Enter: open }}
          onPress={open}
        >
          {each => <DifficultyLine difficulty={each} />}
        </LongList>
      )}
      {difficulty && <DifficultyDialog difficulty={difficulty} onClose={() => setOpened(null)} />}
    </Panel>
  )
}

function Themes(props: {
  readonly themes: readonly { readonly theme: DifficultyTheme; readonly open: number }[]
  readonly theme: DifficultyTheme | null
  readonly onChoose: (theme: DifficultyTheme | null) => void
}) {
  const { themes, theme, onChoose } = props
  return (
    <>
      <QuietButton isSmall isPressed={theme === null} onPress={() => onChoose(null)}>
        {text.supervision.difficulty.all}
      </QuietButton>
      {themes
        .filter(each => each.open > 0 || each.theme === theme)
        .map(({ theme: each, open }) => (
          <QuietButton key={each} isSmall isPressed={theme === each} onPress={() => onChoose(each)}>
            {text.supervision.tabCount(text.difficulty.themes[each], formatCount(open))}
          </QuietButton>
        ))}
    </>
  )
}

function DifficultyLine({ difficulty }: { readonly difficulty: ReceivedDifficulty }) {
  const { point, theme, text: words, writtenByName, writtenAt, state } = difficulty
  return (
    <div className={styles.difficultyRow} data-testid="received-difficulty">
      <Chip kind="info">{text.difficulty.themes[theme]}</Chip>
      <div className={styles.cell}>
        <div className={styles.cut}>{words}</div>
        <div className={styles.soft}>
          {text.supervision.difficulty.from(writtenByName, formatMoment(writtenAt))}
        </div>
      </div>
      <div className={styles.cell}>
        <div className={styles.pointName}>{point?.name ?? text.common.notKnown}</div>
        <div className={styles.soft}>{point?.communeName}</div>
      </div>
      <Chip kind={stateChips[state]}>{text.supervision.difficulty.states[state]}</Chip>
    </div>
  )
}
