import type { KeyboardEvent } from 'react'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { lotRefusals } from '../../../src/domain/stock/lot'
import { orderFor } from '../../../src/domain/stock/propose'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { formatCount } from '../../components/format'
import { text } from '../../text'
import styles from './Stock.module.css'
import { expiryWords, type ShelfGroup } from './shelves'

const words = text.proposals

/** What to ask for by the levels, and which lot goes first; ↑ ↓ move between products, ↵ opens what to take out. */
export function ProposalTable(props: {
  readonly groups: readonly ShelfGroup[]
  readonly today: CalendarDay
  readonly chosenCode: string | null
  readonly onChoose: (code: string) => void
}) {
  const { groups, today, chosenCode, onChoose } = props
  if (groups.length === 0) return <EmptyState title={words.none}>{words.noneHint}</EmptyState>
  return (
    <table className={styles.table} data-testid="proposals">
      <thead>
        <tr>
          <th scope="col">{words.columns.product}</th>
          <th scope="col" className={styles.amount}>
            {words.columns.usable}
          </th>
          <th scope="col" className={styles.amount}>
            {words.columns.minimum}
          </th>
          <th scope="col" className={styles.amount}>
            {words.columns.maximum}
          </th>
          <th scope="col">{words.columns.order}</th>
          <th scope="col">{words.columns.first}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group, index) => (
          <ProposalRow
            key={group.vaccineCode}
            {...{ group, today }}
            isChosen={group.vaccineCode === chosenCode}
            isReached={chosenCode === null ? index === 0 : group.vaccineCode === chosenCode}
            onChoose={() => onChoose(group.vaccineCode)}
          />
        ))}
      </tbody>
    </table>
  )
}

function ProposalRow(props: {
  readonly group: ShelfGroup
  readonly today: CalendarDay
  readonly isChosen: boolean
  readonly isReached: boolean
  readonly onChoose: () => void
}) {
  const { group, today, isChosen, onChoose } = props
  const { minimum = null, maximum = null } = group.level ?? {}
  const first = group.lots.find(
    lot =>
      lot.places.store > 0 &&
      lotRefusals(lot, { vaccineCode: lot.vaccineCode, on: today, doses: 1 }).length === 0,
  )
  function hear(event: KeyboardEvent<HTMLElement>) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const row = event.currentTarget
    const other = step === 1 ? row.nextElementSibling : step === -1 ? row.previousElementSibling : null
    if (other instanceof HTMLElement) other.focus()
    else if (event.key === 'Enter' && !event.ctrlKey) onChoose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <tr
      data-product={group.vaccineCode}
      tabIndex={props.isReached ? 0 : -1}
      aria-selected={isChosen}
      className={`${styles.row} ${isChosen ? styles.chosen : ''}`}
      onClick={onChoose}
      onKeyDown={hear}
    >
      <th scope="row">{group.name}</th>
      <td className={styles.amount}>{formatCount(group.usableDoses)}</td>
      <td className={styles.amount}>{minimum === null ? '–' : formatCount(minimum)}</td>
      <td className={styles.amount}>{maximum === null ? '–' : formatCount(maximum)}</td>
      <td>
        <Order group={group} />
      </td>
      <td>
        {first ? (
          words.firstLot(first.number, expiryWords(first.expiresOn))
        ) : (
          <span className={styles.soft}>{words.noLot}</span>
        )}
      </td>
    </tr>
  )
}

function Order({ group: { level, usableDoses, levelState } }: { readonly group: ShelfGroup }) {
  if (level === null) return <span className={styles.soft}>{words.noLevel}</span>
  if (levelState === 'above')
    return <Chip kind="info">{text.ledger.aboveLevel(formatCount(level.maximum ?? 0))}</Chip>
  const order = orderFor(usableDoses, level)
  return order > 0 ? <Chip kind="late">{formatCount(order)}</Chip> : <Chip kind="ok">{words.enough}</Chip>
}
