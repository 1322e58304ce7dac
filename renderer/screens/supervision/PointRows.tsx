import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { PairOf, PointView, UnitSum } from '../../../src/domain/supervision/roll-up'
import { waitingDays } from '../../../src/domain/supervision/roll-up'
import { Chip, glyphOf } from '../../components/Chip'
import { formatCount, formatDay, formatTime } from '../../components/format'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './Supervision.module.css'
import {
  isAsked,
  isLate,
  isReceived,
  longWaitDays,
  needs,
  pairWords,
  percentWords,
  readinessChip,
  waitWords,
} from './supervision-words'

const columns = [
  'unit',
  'ready',
  'started',
  'infants',
  'doses',
  'reports',
  'unsent',
  'difficulties',
  'version',
  'heard',
] as const

export function RowHeads() {
  return (
    <div className={`${styles.row} ${styles.heads}`} aria-hidden="true">
      {columns.map(column => (
        <span key={column}>{text.supervision.heads[column]}</span>
      ))}
    </div>
  )
}

/** A commune or the province: what its points add up to. */
export function UnitRow(props: { readonly name: string; readonly sum: UnitSum; readonly isWhole: boolean }) {
  const { name, sum, isWhole } = props
  const points = formatCount(sum.points)
  return (
    <div
      className={`${styles.row} ${styles.unit} ${isWhole ? styles.whole : ''}`}
      data-testid={isWhole ? 'supervision-total' : 'supervision-unit'}
    >
      <span className={styles.unitName}>{name}</span>
      <span>{text.supervision.readyOf(formatCount(sum.ready), points)}</span>
      <span>{text.supervision.startedOf(formatCount(sum.started), points)}</span>
      <Pair pair={sum.infants} />
      <Pair pair={sum.doses} />
      <Reports received={sum.received} owed={sum.owed} late={sum.late} />
      <Waits oldestUnsentAt={sum.oldestUnsentAt} />
      <Open count={sum.openDifficulties} />
      <span />
      <span>
        {sum.heard < sum.points && (
          <Chip kind="late">
            {text.supervision.silent} {formatCount(sum.points - sum.heard)}
          </Chip>
        )}
      </span>
    </div>
  )
}

/** A point: each of the things it is asked for, with what is missing said in words. */
export function PointRow({ view }: { readonly view: PointView }) {
  const { point, status, reports, openDifficulties, versions } = view
  const asked = reports.filter(isAsked)
  return (
    <div className={styles.row} data-testid="supervision-point">
      <span className={styles.pointName}>{point.name}</span>
      <span className={styles.needs}>
        {status &&
          needs.map(need => (
            <span
              key={need}
              className={styles[readinessChip[status[need]]]}
              title={text.supervision.has[need]}
            >
              {glyphOf[readinessChip[status[need]]]} {text.supervision.hasShort[need]}
              <span className="visually-hidden"> {text.supervision.readiness[status[need]]}</span>
            </span>
          ))}
      </span>
      <span>{status?.startedOn ? formatDay(status.startedOn) : status && text.supervision.notStarted}</span>
      <span>{status && <Said part={status.infants} whole={status.births} />}</span>
      <span>{status && <Said part={status.doses} whole={status.dosesOnPaper} />}</span>
      <Reports
        received={asked.filter(isReceived).length}
        owed={asked.length}
        late={asked.filter(isLate).length}
      />
      {status ? <Waits oldestUnsentAt={status.oldestUnsentAt} /> : <span />}
      <Open count={openDifficulties} />
      <span>{versions.join(', ')}</span>
      <Heard view={view} />
    </div>
  )
}

function Said({ part, whole }: { readonly part: number; readonly whole: number | null }) {
  if (whole === null)
    return (
      <>
        {formatCount(part)} <span className={styles.soft}>/ {text.supervision.readiness.unknown}</span>
      </>
    )
  return (
    <>
      {pairWords({ part, whole })} <span className={styles.soft}>{percentWords({ part, whole })}</span>
    </>
  )
}

function Pair({ pair }: { readonly pair: PairOf }) {
  return (
    <span>
      {pairWords(pair)} <span className={styles.soft}>{percentWords(pair)}</span>
      {pair.unsaid > 0 && (
        <span className={styles.softLine}>{text.supervision.unsaid(formatCount(pair.unsaid))}</span>
      )}
    </span>
  )
}

function Reports(props: { readonly received: number; readonly owed: number; readonly late: number }) {
  const { received, owed, late } = props
  return (
    <span className={styles.chips}>
      {owed > 0 && text.supervision.received(formatCount(received), formatCount(owed))}
      {late > 0 && <Chip kind="late">{text.supervision.lateReports(formatCount(late))}</Chip>}
    </span>
  )
}

function Waits({ oldestUnsentAt }: { readonly oldestUnsentAt: UnitSum['oldestUnsentAt'] }) {
  const { today } = useAppState()
  const isLong = (waitingDays(oldestUnsentAt, today) ?? 0) > longWaitDays
  const words = waitWords(oldestUnsentAt, today)
  return <span>{isLong ? <Chip kind="late">{words}</Chip> : words}</span>
}

function Open({ count }: { readonly count: number }) {
  return (
    <span>
      {count > 0 ? (
        <Chip kind="due">{text.supervision.openCount(formatCount(count))}</Chip>
      ) : (
        <span className={styles.soft}>{text.supervision.noneOpen}</span>
      )}
    </span>
  )
}

function Heard({ view: { status, isSilent } }: { readonly view: PointView }) {
  const { today } = useAppState()
  if (status === null)
    return (
      <span>
        <Chip kind="late">{text.supervision.neverHeard}</Chip>
      </span>
    )
  const words = momentWords(status.at, today)
  return <span>{isSilent ? <Chip kind="late">{words}</Chip> : words}</span>
}

/** The time of today, the day of before. */
function momentWords(at: NonNullable<PointView['status']>['at'], today: CalendarDay): string {
  const on = vietnamDayOf(at)
  return on === today ? formatTime(at) : formatDay(on)
}
