import { Fragment, type KeyboardEvent } from 'react'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type LotOnHand, usableDoses } from '../../../src/domain/stock/lot'
import { noExpiry } from '../../../src/domain/stock/supplies'
import { Chip } from '../../components/Chip'
import { formatCount, formatDay } from '../../components/format'
import { text } from '../../text'
import styles from './Stock.module.css'
import { expiryOf, type ShelfGroup } from './shelves'

/** The shelf as a table; ↑ ↓ move between lots, ↵ opens one. */
export function LotTable(props: {
  readonly groups: readonly ShelfGroup[]
  readonly today: CalendarDay
  readonly isSupplies: boolean
  readonly chosenId: string | null
  readonly onChoose: (lotId: string) => void
}) {
  const { groups, today, isSupplies, chosenId, onChoose } = props
  const { columns } = text.stock
  const firstId = groups[0]?.lots[0]?.lotId
  return (
    <table className={styles.table} data-testid="lots">
      <thead>
        <tr>
          <th scope="col">{columns.lot}</th>
          <th scope="col">{columns.expires}</th>
          <th scope="col" className={styles.amount}>
            {text.ledger.columns.store}
          </th>
          <th scope="col" className={styles.amount}>
            {text.ledger.columns.session}
          </th>
          <th scope="col" className={styles.amount}>
            {columns.given}
          </th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(group => (
          <Fragment key={group.vaccineCode}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={2}>
                {group.name}
              </th>
              <td colSpan={2} className={styles.amount}>
                {isSupplies
                  ? text.ledger.pieces(formatCount(group.usableDoses))
                  : text.stock.dosesLeft(formatCount(group.usableDoses))}
              </td>
              <td />
              <td>
                <LevelChip group={group} />
              </td>
            </tr>
            {group.lots.map(lot => (
              <LotRow
                key={lot.lotId}
                lot={lot}
                today={today}
                isChosen={lot.lotId === chosenId}
                isReached={lot.lotId === (chosenId ?? firstId)}
                onChoose={() => onChoose(lot.lotId)}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function LotRow(props: {
  readonly lot: LotOnHand
  readonly today: CalendarDay
  readonly isChosen: boolean
  readonly isReached: boolean
  readonly onChoose: () => void
}) {
  const { lot, today, isChosen, onChoose } = props
  function hear(event: KeyboardEvent<HTMLElement>) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      const rows = [
        ...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('[data-lot]') ?? []),
      ]
      rows[rows.indexOf(event.currentTarget) + step]?.focus()
    } else if (event.key === 'Enter' && !event.ctrlKey) onChoose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <tr
      data-lot={lot.lotId}
      tabIndex={props.isReached ? 0 : -1}
      aria-selected={isChosen}
      className={`${styles.row} ${isChosen ? styles.chosen : ''}`}
      onClick={onChoose}
      onKeyDown={hear}
    >
      <th scope="row">
        {lot.number}
        {lot.diluentLot && <span className={styles.soft}> · {text.stock.diluent(lot.diluentLot)}</span>}
      </th>
      <td>{lot.expiresOn === noExpiry ? '–' : formatDay(lot.expiresOn)}</td>
      <td className={styles.amount}>{formatCount(lot.places.store)}</td>
      <td className={styles.amount}>{formatCount(lot.places.session)}</td>
      <td className={styles.amount}>{formatCount(lot.given)}</td>
      <td>
        <LotChips lot={lot} today={today} />
      </td>
    </tr>
  )
}

/** Less than the point wants, or more. */
function LevelChip({ group }: { readonly group: ShelfGroup }) {
  const { level, levelState } = group
  if (level === null || levelState === 'fine') return null
  return levelState === 'below' ? (
    <Chip kind="late">{text.ledger.belowLevel(formatCount(level.minimum ?? 0))}</Chip>
  ) : (
    <Chip kind="info">{text.ledger.aboveLevel(formatCount(level.maximum ?? 0))}</Chip>
  )
}

/** Everything that keeps a lot from use, or that it is usable. */
export function LotChips({ lot, today }: { readonly lot: LotOnHand; readonly today: CalendarDay }) {
  const expiry = expiryOf(lot.expiresOn, today)
  const isUsable = expiry.kind !== 'expired' && lot.status === 'active' && usableDoses(lot) > 0
  return (
    <span className={styles.chips}>
      {expiry.kind === 'expired' && <Chip kind="wrong">{text.stock.expiry.expired}</Chip>}
      {expiry.kind === 'soon' && <Chip kind="late">{text.stock.expiry.soon(expiry.days)}</Chip>}
      {lot.status === 'suspended' && (
        <Chip kind="wrong" title={lot.statusReason ?? text.stock.suspended}>
          {text.stock.suspended}
        </Chip>
      )}
      {lot.status === 'quarantined' && (
        <Chip kind="wrong" title={lot.statusReason ?? text.ledger.quarantined}>
          {text.ledger.quarantined}
        </Chip>
      )}
      {lot.places.quarantine > 0 && (
        <Chip kind="late">{text.ledger.setAside(formatCount(lot.places.quarantine))}</Chip>
      )}
      {lot.openDoses > 0 && <Chip kind="due">{text.ledger.openDoses(formatCount(lot.openDoses))}</Chip>}
      {lot.balance <= 0 && <Chip kind="wait">{text.stock.empty}</Chip>}
      {isUsable && expiry.kind === 'fine' && <Chip kind="ok">{text.stock.usable}</Chip>}
      <Chip kind="info">{text.common.programme[lot.programme]}</Chip>
    </span>
  )
}
