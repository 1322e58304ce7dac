import { getSessionUsage } from '../../../src/contract/ledger-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { LotUsage } from '../../../src/domain/stock/session-usage'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Stock.module.css'
import type { Named } from './shelves'
import { nameOf } from './VialList'

const numbers = [
  ['takenOut', (lot: LotUsage) => lot.takenOut],
  ['broughtBack', (lot: LotUsage) => lot.broughtBack],
  ['opened', (lot: LotUsage) => lot.openedVials],
  ['given', (lot: LotUsage) => lot.given],
  ['wasted', (lot: LotUsage) => lot.wasted],
  ['leftInVials', (lot: LotUsage) => lot.leftInVials],
  ['leftInBox', (lot: LotUsage) => lot.leftInBox],
] as const

/** What became of each lot in today's session. */
export function SessionShelf(props: { readonly today: CalendarDay; readonly vaccines: readonly Named[] }) {
  const usage = useCallQuery(getSessionUsage, { on: props.today })
  const { columns } = text.ledger.session
  if (usage.error && !usage.data) return <ErrorNotice error={usage.error} onRetry={usage.retry} />
  if (!usage.data) return <LateSkeleton />
  if (usage.data.lots.length === 0)
    return <EmptyState title={text.ledger.session.none}>{text.ledger.session.noneHint}</EmptyState>
  return (
    <table className={styles.table} data-testid="session-usage">
      <thead>
        <tr>
          <th scope="col">{columns.lot}</th>
          {numbers.map(([name]) => (
            <th key={name} scope="col" className={styles.amount}>
              {columns[name]}
            </th>
          ))}
          <th scope="col">{columns.difference}</th>
        </tr>
      </thead>
      <tbody>
        {usage.data.lots.map(lot => (
          <tr key={lot.lotId} className={styles.usage}>
            <th scope="row">
              {nameOf(props.vaccines, lot.vaccineCode)} <span className={styles.soft}>{lot.number}</span>
            </th>
            {numbers.map(([name, read]) => (
              <td key={name} className={styles.amount}>
                {formatCount(read(lot))}
              </td>
            ))}
            <td>{lot.difference !== 0 && <Chip kind="wrong">{signed(lot.difference)}</Chip>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function signed(doses: number): string {
  return doses > 0 ? `+${formatCount(doses)}` : `−${formatCount(-doses)}`
}
