import { SegmentedControl } from '@mantine/core'
import { useRef } from 'react'
import {
  type HandbookCounts,
  type HandbookFilter,
  type HandbookListPage,
  listHandbookLines,
} from '../../../src/contract/handbook-list-calls'
import type { HandbookList } from '../../../src/domain/report/handbook-lists'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import type { CallRead } from '../../data/use-call-query'
import { useMade } from '../../data/use-made'
import { useNavigation } from '../../frame/navigation'
import { useSearch } from '../../frame/search'
import { text } from '../../text'
import { LongList } from '../duplicates/LongList'
import { usePages } from '../duplicates/use-pages'
import styles from './Handbook.module.css'
import { HandbookLineRow, lineHeight } from './HandbookLineRow'
import { firstChoice, type HandbookChoice, lateFilters, tabOf } from './handbook-choice'
import { MadeNotice } from './MadeNotice'
import { placeChoices } from './place-choices'

type ListProps = {
  readonly list: HandbookList
  readonly choice: HandbookChoice
  readonly filter: HandbookFilter
  readonly counts: CallRead<HandbookCounts>
  readonly onChoose: (part: Partial<HandbookChoice>) => void
}

/** One working list: who, where, by which phone, and why. */
export function ListPanel(props: ListProps) {
  const { list, filter, counts } = props
  const making = useMade({ name: 'handbook.lists' }, counts.data?.made ?? null)
  const counted = counts.data?.lists.find(each => each.list === list)
  useKeys({ r: making.start })
  return (
    <Panel
      title={text.handbook.titles[list]}
      note={counted && text.handbook.count(formatCount(counted.lines), formatCount(counted.late))}
      actions={
        <>
          <ExportButton of={{ list: 'handbook', of: list, filter }} testId="export-handbook" />
          <Keys />
        </>
      }
      className={styles.panel}
    >
      <Filters {...props} />
      {counts.data && (
        <MadeNotice made={counts.data.made} making={making} running={text.handbook.makingSoon} />
      )}
      {counts.error && <ErrorNotice error={counts.error} onRetry={counts.retry} />}
      <Lines {...props} isMaking={making.isRunning || counts.data?.made.at === null} />
    </Panel>
  )
}

function Filters({ choice, counts, onChoose }: ListProps) {
  const bar = useRef<HTMLElement>(null)
  const next = lateFilters[(lateFilters.indexOf(choice.late) + 1) % lateFilters.length] ?? 'all'
  useKeys({
    t: () => bar.current?.querySelector<HTMLInputElement>('[data-testid="handbook-place"]')?.focus(),
    s: () => onChoose({ late: next }),
  })
  return (
    <search ref={bar} className={styles.filters} aria-label={text.handbook.lateLabel}>
      <Kbd>T</Kbd>
      <Picker
        label={text.handbook.place}
        isLabelHidden
        isClearable
        placeholder={text.handbook.allPlaces}
        choices={placeChoices(counts.data?.places ?? [])}
        value={choice.place}
        testId="handbook-place"
        onChange={place => onChoose({ place })}
      />
      <Kbd>S</Kbd>
      <SegmentedControl
        aria-label={text.handbook.lateLabel}
        data-testid="handbook-late"
        data={lateFilters.map(late => ({ value: late, label: text.handbook.lateFilter[late] }))}
        value={choice.late}
        onChange={value => onChoose({ late: lateFilters.find(late => late === value) ?? 'all' })}
      />
    </search>
  )
}

type Line = HandbookListPage['lines'][number]

function Lines(props: ListProps & { readonly isMaking: boolean }) {
  const { list, filter, isMaking } = props
  const { go } = useNavigation()
  const pages = usePages(
    listHandbookLines,
    page => ({ list, filter, ...page }),
    ({ total, lines }) => ({ total, items: lines }),
  )
  const open = ({ hit }: Line) => go({ name: 'person', personId: hit.personId, tab: tabOf(list) })
  if (pages.error) return <ErrorNotice error={pages.error} onRetry={pages.retry} />
  if (pages.isLoading || (isMaking && pages.total === 0)) return <LateSkeleton lines={10} />
  if (pages.total === 0) return <Nobody {...props} />
  return (
    <LongList
      label={text.handbook.titles[list]}
      count={pages.total}
      lineHeight={lineHeight}
      itemAt={pages.itemAt}
      onView={pages.onView}
      keys={{ Enter: open }}
      onPress={open}
    >
      {({ hit, line }) => <HandbookLineRow hit={hit} line={line} />}
    </LongList>
  )
}

function Nobody({ choice, onChoose }: ListProps) {
  const search = useSearch()
  const isNarrowed = choice.place !== null || choice.late !== 'all' || search.text.trim() !== ''
  const clear = () => {
    onChoose(firstChoice)
    search.clear()
  }
  return (
    <EmptyState title={text.handbook.empty}>
      {isNarrowed ? text.handbook.emptyFiltered : text.handbook.emptyHint}
      {isNarrowed && (
        <p className={styles.clear}>
          <QuietButton onPress={clear}>{text.handbook.clear}</QuietButton>
        </p>
      )}
    </EmptyState>
  )
}

function Keys() {
  return (
    <>
      <Kbd>1</Kbd>–<Kbd>8</Kbd> {text.handbook.keysTab} <Kbd>↑↓</Kbd> {text.handbook.keysChoose} <Kbd>↵</Kbd>{' '}
      {text.handbook.keysOpen}
    </>
  )
}
