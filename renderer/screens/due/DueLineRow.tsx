import type { DueLine, DueListDose } from '../../../src/contract/due-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { formatPhone } from '../../../src/domain/person/phone'
import { Chip } from '../../components/Chip'
import { formatAge, formatCount, formatDay, formatDayShort } from '../../components/format'
import { locale, text } from '../../text'
import styles from './Due.module.css'

/** Least height of a line in pixels of normal type. */
export const lineHeight = 54

/** One person who is due: who, how old, where, by which phone to be reached, and what for. */
export function DueLineRow(props: {
  readonly measure: (line: HTMLElement | null) => void
  readonly index: number
  readonly top: number
  readonly line: DueLine | null
  readonly today: CalendarDay
  readonly isChosen: boolean
  readonly onOpen: () => void
}) {
  const { measure, index, top, line, today, isChosen, onOpen } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys and Enter of the screen do the same
    <div
      ref={measure}
      data-index={index}
      data-testid="due-line"
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={styles.line}
      style={{ transform: `translateY(${top}px)`, minHeight: `${lineHeight / 16}rem` }}
      onClick={onOpen}
    >
      {line && <Content line={line} today={today} />}
    </div>
  )
}

function Content({ line: { hit, doses }, today }: { readonly line: DueLine; readonly today: CalendarDay }) {
  const contact = hit.contact && `${text.common.relation[hit.contact.relation]} ${hit.contact.name}`
  return (
    <>
      <div className={styles.cell}>
        <div className={styles.name} data-testid="due-name">
          {hit.displayName}
        </div>
        <div className={styles.soft}>{contact}</div>
      </div>
      <div className={styles.cell}>
        <div>{formatDay(hit.birthDate)}</div>
        <div className={styles.soft}>{formatAge(hit.birthDate, today)}</div>
      </div>
      <div className={styles.cell}>
        <div className={styles.cut}>{hit.hamlet ?? text.due.noHamlet}</div>
        <div className={styles.soft}>{hit.phone ? formatPhone(hit.phone) : text.due.noPhone}</div>
      </div>
      <ul className={styles.doses}>
        {doses.map(dose => (
          <li key={`${dose.rowCode} ${dose.label.vi}`}>
            <DoseChip dose={dose} today={today} />
          </li>
        ))}
      </ul>
    </>
  )
}

const kinds = { overdue: 'late', due: 'due', later: 'wait' } as const

/** The year only where it is not this one. */
function shortDay(on: CalendarDay, today: CalendarDay): string {
  return on.slice(0, 4) === today.slice(0, 4) ? formatDayShort(on) : formatDay(on)
}

function DoseChip({ dose, today }: { readonly dose: DueListDose; readonly today: CalendarDay }) {
  const { label, status, dueOn, daysLate, latestOn } = dose
  const when =
    daysLate !== null
      ? text.due.late(formatCount(daysLate))
      : status === 'due'
        ? text.due.dueSince(shortDay(dueOn, today))
        : text.due.dueFrom(shortDay(dueOn, today))
  return (
    <Chip kind={kinds[status]} {...(latestOn ? { title: text.due.lastDay(formatDay(latestOn)) } : {})}>
      {label[locale]} · {when}
    </Chip>
  )
}
