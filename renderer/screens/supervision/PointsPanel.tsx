import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { SupervisionOverview } from '../../../src/contract/supervision-calls'
import type { PointView, UnitSum, UnitView } from '../../../src/domain/supervision/roll-up'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import type { CallRead } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { LongList } from '../duplicates/LongList'
import { type ChosenMonth, MonthChoice } from './MonthChoice'
import { PointDialog } from './PointDialog'
import { PointRow, RowHeads, UnitRow } from './PointRows'
import { RollOutExport } from './RollOutExport'
import { StandingNote } from './StandingNote'
import styles from './Supervision.module.css'
import { needsAttention } from './supervision-words'

type Show = 'all' | 'attention'
const shows = ['all', 'attention'] as const

/** One line of the list: the province, a commune, or a point of it. */
type Line =
  | { readonly kind: 'unit'; readonly name: string; readonly sum: UnitSum; readonly isWhole: boolean }
  | { readonly kind: 'point'; readonly view: PointView }

/** The points below, commune by commune, with what each of them adds up to. */
export function PointsPanel(props: {
  readonly overview: CallRead<SupervisionOverview>
  readonly month: ChosenMonth
}) {
  const { overview, month } = props
  const { data } = overview
  const [show, setShow] = useState<Show>('all')
  useKeys({ v: () => setShow(show === 'all' ? 'attention' : 'all') })
  return (
    <Panel
      title={text.supervision.tabs.points}
      note={data && text.supervision.count(formatCount(data.total.points), formatCount(data.communes.length))}
      actions={<RollOutExport period={month.period} />}
      className={styles.panel}
    >
      <search className={styles.filters} aria-label={text.supervision.which}>
        <MonthChoice month={month} />
        <Kbd>V</Kbd>
        <SegmentedControl
          aria-label={text.supervision.which}
          data={shows.map(value => ({ value, label: text.supervision.show[value] }))}
          value={show}
          onChange={value => setShow(shows.find(each => each === value) ?? 'all')}
        />
      </search>
      {overview.error && <ErrorNotice error={overview.error} onRetry={overview.retry} />}
      {data ? <Points overview={data} show={show} onAsked={overview.retry} /> : <LateSkeleton lines={10} />}
    </Panel>
  )
}

function Points(props: {
  readonly overview: SupervisionOverview
  readonly show: Show
  readonly onAsked: () => void
}) {
  const { overview, show, onAsked } = props
  const { standing, total, communes } = overview
  const { today } = useAppState()
  const [opened, setOpened] = useState<string | null>(null)
  if (standing.state === 'not-joined') return <NotJoined />
  const lines = linesOf(total, communes, view => show === 'all' || needsAttention(view, today))
  const shown = communes.flatMap(({ points }) => points).find(({ point }) => point.resource === opened)
  const open = (line: Line) => line.kind === 'point' && setOpened(line.view.point.resource)
  return (
    <>
      <StandingNote standing={standing} onAsked={onAsked} />
      {total.points === 0 ? (
        <EmptyState title={text.supervision.noPoints}>{text.supervision.noPointsHint}</EmptyState>
      ) : lines.length === 0 ? (
        <EmptyState title={text.supervision.allFine}>{text.supervision.allFineHint}</EmptyState>
      ) : (
        <>
          <RowHeads />
          <LongList
            label={text.supervision.tabs.points}
            count={lines.length}
            lineHeight={48}
            itemAt={index => lines[index] ?? null}
            onView={() => undefined}
            keys={{ Enter: open }}
            onPress={open}
          >
            {line => <LineOf line={line} />}
          </LongList>
          <p className={styles.keys}>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {text.supervision.choose} <Kbd>↵</Kbd> {text.supervision.openPoint}
          </p>
        </>
      )}
      {shown && <PointDialog view={shown} overview={overview} onClose={() => setOpened(null)} />}
    </>
  )
}

function LineOf({ line }: { readonly line: Line }) {
  if (line.kind === 'point') return <PointRow view={line.view} />
  return <UnitRow name={line.name} sum={line.sum} isWhole={line.isWhole} />
}

/** A commune stands with its points; one without a point to show is left out. */
function linesOf(
  total: UnitSum,
  communes: readonly UnitView[],
  isShown: (view: PointView) => boolean,
): readonly Line[] {
  const lines = communes.flatMap(({ communeName, communeCode, sum, points }): readonly Line[] => {
    const shown = points.filter(isShown)
    if (shown.length === 0) return []
    const name = communeName ?? (communeCode || text.supervision.noCommune)
    return [
      { kind: 'unit', name, sum, isWhole: false },
      ...shown.map(view => ({ kind: 'point' as const, view })),
    ]
  })
  if (lines.length === 0) return []
  return [{ kind: 'unit', name: text.supervision.province, sum: total, isWhole: true }, ...lines]
}

function NotJoined() {
  const { go } = useNavigation()
  return (
    <EmptyState title={text.supervision.notJoined}>
      {text.supervision.notJoinedHint}
      <div className={styles.below}>
        <QuietButton onPress={() => go({ name: 'link' })}>{text.supervision.toLink}</QuietButton>
      </div>
    </EmptyState>
  )
}
