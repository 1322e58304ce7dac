import { SegmentedControl } from '@mantine/core'
import { type DuplicateList, type DuplicatePair, listDuplicates } from '../../../src/contract/duplicate-calls'
import type { PersonHit } from '../../../src/contract/person-calls'
import { Chip, type ChipKind } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatAge, formatCode, formatCount, formatDay } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { contactOf } from '../../components/PersonLine'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Duplicates.module.css'
import { FinderBar } from './FinderBar'
import { LongList } from './LongList'
import { strongestWords } from './score-words'
import { usePages } from './use-pages'

const certainties = ['certain', 'likely', 'possible'] as const
type Listed = (typeof certainties)[number]
const kinds: Readonly<Record<Listed, ChipKind>> = { certain: 'wrong', likely: 'late', possible: 'due' }

/** Pairs that may be one person, surest first, and the search that finds them. */
export function PairList() {
  const { go } = useNavigation()
  const { draft, setDraft: setCertainty } = useDraft<Listed | null>('duplicate-pairs', () => null)
  const first = useCallQuery(listDuplicates, { certainty: 'certain', offset: 0, limit: 1 }, { keep: true })
  const certainty = draft ?? surestOf(first.data)
  const pages = usePages(
    listDuplicates,
    page => ({ certainty, ...page }),
    ({ totals, pairs }) => ({ total: totals[certainty], items: pairs }),
  )
  const open = ({ left, right }: DuplicatePair) =>
    go({ name: 'merge-review', leftId: left.personId, rightId: right.personId })
  const next = certainties[(certainties.indexOf(certainty) + 1) % certainties.length]
  useKeys({ l: () => next && setCertainty(next) })
  return (
    <>
      <div className={styles.search}>
        <Kbd>L</Kbd>
        <SegmentedControl
          aria-label={text.duplicates.pairs.certainty}
          data-testid="pair-certainty"
          data={certainties.map(value => ({ value, label: labelOf(value, first.data) }))}
          value={certainty}
          onChange={value => setCertainty(certainties.find(one => one === value) ?? 'certain')}
        />
        <ExportButton of={{ list: 'duplicates', certainty }} testId="export-duplicates" />
        <FinderBar list={first.data} />
      </div>
      {pages.error && <ErrorNotice error={pages.error} onRetry={pages.retry} />}
      {pages.isLoading && <LateSkeleton lines={8} />}
      {first.data && pages.total === 0 && <Nothing list={first.data} certainty={certainty} />}
      <LongList
        key={certainty}
        label={text.duplicates.tabs.pairs}
        count={pages.total}
        lineHeight={76}
        itemAt={pages.itemAt}
        onView={pages.onView}
        keys={{ Enter: open }}
        onPress={open}
      >
        {pair => <PairLine pair={pair} certainty={certainty} />}
      </LongList>
    </>
  )
}

/** Where there is something to look at. */
function surestOf(list: DuplicateList | null): Listed {
  return certainties.find(certainty => (list?.totals[certainty] ?? 0) > 0) ?? 'certain'
}

function labelOf(certainty: Listed, list: DuplicateList | null): string {
  const words = text.duplicates.pairs.certainties[certainty]
  return list ? `${words} (${formatCount(list.totals[certainty])})` : words
}

function Nothing({ list, certainty }: { readonly list: DuplicateList; readonly certainty: Listed }) {
  const words = text.duplicates.pairs
  if (!list.lastSearch) return <EmptyState title={words.never}>{words.neverHint}</EmptyState>
  return <EmptyState title={words.none(words.certainties[certainty])}>{words.noneHint}</EmptyState>
}

function PairLine({ pair, certainty }: { readonly pair: DuplicatePair; readonly certainty: Listed }) {
  const { left, right, score, isStale } = pair
  const words = text.duplicates.pairs
  return (
    <div className={styles.pairLine} data-testid="pair-line">
      <div className={styles.cell}>
        <Chip kind={kinds[certainty]}>{words.certainties[certainty]}</Chip>
        {score.veto && <div className={styles.veto}>▲ {words.vetoes[score.veto]}</div>}
        {isStale && <div className={styles.soft}>{words.stale}</div>}
      </div>
      <Record hit={left} />
      <Record hit={right} />
      <div className={styles.soft}>{strongestWords(score.evidence)}</div>
    </div>
  )
}

function Record({ hit }: { readonly hit: PersonHit }) {
  const { today } = useAppState()
  return (
    <div className={styles.cell}>
      <div className={styles.name}>{hit.displayName}</div>
      <div>
        {formatDay(hit.birthDate)} · {formatAge(hit.birthDate, today)}
      </div>
      <div className={styles.soft}>{contactOf(hit)}</div>
      <div className={styles.soft}>
        {[hit.hamlet, hit.personCode && formatCode(hit.personCode)].filter(Boolean).join(' · ')}
      </div>
    </div>
  )
}
