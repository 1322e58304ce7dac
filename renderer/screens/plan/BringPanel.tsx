import { getStock } from '../../../src/contract/ledger-calls'
import type { PlanView } from '../../../src/contract/plan-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type SupplyLine, suppliesToBring } from '../../../src/domain/session-plan/supplies-to-bring'
import { type BringLine, whatToBring } from '../../../src/domain/session-plan/what-to-bring'
import { type LotOnHand, usableDoses } from '../../../src/domain/stock/lot'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { Panel } from '../../components/Panel'
import { useCallQuery } from '../../data/use-call-query'
import { locale, text } from '../../text'
import styles from './Plan.module.css'
import { heldOf } from './plan-state'
import type { PlanDesk } from './use-plan'

/** What goes into the box: doses and vials against the shelf, syringes, safety boxes; and on what attendance it rests. */
export function BringPanel({ desk, view }: { readonly desk: PlanDesk; readonly view: PlanView }) {
  const held = heldOf(view, desk.draft)
  const bring = whatToBring({
    people: desk.invited.map(({ chance, doses }) => ({
      chance,
      vaccineCodes: doses.flatMap(({ vaccineCode }) =>
        vaccineCode === null || held.includes(vaccineCode) ? [] : [vaccineCode],
      ),
    })),
    vaccines: new Map(view.vaccines.map(vaccine => [vaccine.code, vaccine])),
    onShelf: new Map(Object.entries(view.onShelf)),
    rule: view.rules.supplies,
  })
  const { other } = bring.syringes
  const stock = useCallQuery(getStock, {})
  const supplies = stock.data
    ? suppliesToBring(bring, stock.data.supplies, onHandOf(stock.data.lots, view.on))
    : []
  const short = [...bring.lines, ...supplies].filter(({ missing }) => missing > 0).length
  return (
    <Panel
      title={text.plan.bring}
      note={short > 0 ? text.plan.shortOf(short) : undefined}
      scrolls
      className={styles.bring}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{text.plan.bringVaccine}</th>
            <th className={styles.figure}>{text.plan.bringExpected}</th>
            <th className={styles.figure}>{text.plan.bringDoses}</th>
            <th className={styles.figure}>{text.plan.bringVials}</th>
            <th className={styles.figure}>{text.plan.bringShelf}</th>
          </tr>
        </thead>
        <tbody>
          {bring.lines.map(line => (
            <BringRow key={line.vaccineCode} line={line} />
          ))}
        </tbody>
      </table>
      <Supplies lines={supplies} />
      <div className={styles.supplies}>
        {stock.error && <ErrorNotice error={stock.error} onRetry={stock.retry} />}
        {other > 0 && <p>{text.plan.otherSyringes(formatCount(other))}</p>}
        <Attendance view={view} />
      </div>
    </Panel>
  )
}

/** Usable pieces by supply. */
function onHandOf(lots: readonly LotOnHand[], on: CalendarDay): ReadonlyMap<string, number> {
  const usable = lots.filter(({ status, expiresOn }) => status === 'active' && expiresOn >= on)
  return usable.reduce(
    (sums, lot) => sums.set(lot.vaccineCode, (sums.get(lot.vaccineCode) ?? 0) + usableDoses(lot)),
    new Map<string, number>(),
  )
}

/** Syringes, diluents and safety boxes against the book. */
function Supplies({ lines }: { readonly lines: readonly SupplyLine[] }) {
  if (lines.length === 0) return null
  return (
    <table className={styles.table} data-testid="bring-supplies">
      <thead>
        <tr>
          <th>{text.plan.bringSupply}</th>
          <th className={styles.figure}>{text.plan.bringNeeded}</th>
          <th className={styles.figure}>{text.plan.bringShelf}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <tr key={line.code}>
            <th scope="row">{locale === 'en' ? line.nameEn : line.nameVi}</th>
            <td className={styles.figure}>{formatCount(line.needed)}</td>
            <td className={styles.figure}>
              <OnShelf line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the book has, or what is missing of what is needed. */
function OnShelf({ line: { missing, onHand } }: { readonly line: Pick<SupplyLine, 'missing' | 'onHand'> }) {
  if (missing === 0) return formatCount(onHand)
  return (
    <Chip kind="wrong" title={formatCount(onHand)}>
      {text.plan.missing(formatCount(missing))}
    </Chip>
  )
}

function BringRow({ line }: { readonly line: BringLine }) {
  return (
    <tr data-testid="bring-line">
      <th scope="row">
        {line.shortName}
        {line.diluents !== null && (
          <span className={styles.soft}> + {text.plan.diluents(formatCount(line.diluents))}</span>
        )}
      </th>
      <td className={styles.figure}>
        {formatCount(Math.round(line.expected))}/{formatCount(line.invited)}
      </td>
      <td className={styles.figure}>{formatCount(line.doses)}</td>
      <td className={styles.figure}>
        {line.vials === null ? text.plan.vialsUnknown : formatCount(line.vials)}
      </td>
      <td className={styles.figure}>
        <OnShelf line={{ missing: line.missing, onHand: line.onShelf }} />
      </td>
    </tr>
  )
}

function Attendance({ view }: { readonly view: PlanView }) {
  const { invited, came, overall } = view.attendance
  const percent = Math.round(overall * 100)
  return (
    <p className={styles.soft}>
      {invited === 0
        ? text.plan.attendanceUsual(percent)
        : text.plan.attendance(formatCount(came), formatCount(invited), percent)}{' '}
      {view.rules.confirmation === 'unconfirmed' && text.plan.unconfirmed}
    </p>
  )
}
