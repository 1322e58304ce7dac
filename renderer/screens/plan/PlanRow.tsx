import type { PlanDose } from '../../../src/contract/plan-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import { Chip } from '../../components/Chip'
import { formatAge, formatCount, formatDay, formatDayShort } from '../../components/format'
import { text } from '../../text'
import styles from './Plan.module.css'
import { slotName } from './PlanBar'
import { heldOf, type ShownLine } from './plan-state'
import type { PlanDesk, usePlanLine } from './use-plan'

/** Least height of a line in pixels of normal type. */
export const lineHeight = 52

/** One person: asked or not, who, where, by which phone, what for, and when. */
export function PlanRow(props: {
  readonly measure: (line: HTMLElement | null) => void
  readonly index: number
  readonly top: number
  readonly line: ShownLine | null
  readonly desk: PlanDesk
  readonly acts: ReturnType<typeof usePlanLine>
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const { measure, index, top, line, desk, acts, isChosen, onChoose } = props
  if (!line) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys of the screen do the same
    <div
      ref={measure}
      data-index={index}
      data-testid="plan-line"
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={`${styles.line} ${line.isInvited ? '' : styles.out}`}
      style={{ transform: `translateY(${top}px)`, minHeight: `${lineHeight / 16}rem` }}
      onClick={onChoose}
    >
      <Tick line={line} onPress={() => acts.toggle(line)} />
      <Who line={line} desk={desk} />
      <div className={styles.cell}>
        <div className={styles.cut}>{line.hamlet === '' ? text.plan.noHamlet : line.hamlet}</div>
        <div className={styles.soft}>{line.phone ? formatPhone(line.phone) : text.due.noPhone}</div>
      </div>
      <Doses line={line} desk={desk} />
      <SlotCell line={line} desk={desk} onSlot={slotAt => acts.moveTo(line, slotAt)} />
    </div>
  )
}

function Tick({ line, onPress }: { readonly line: ShownLine; readonly onPress: () => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.tick}
      aria-pressed={line.isInvited}
      aria-label={line.isInvited ? text.plan.shows.invited : text.plan.notInvited}
      disabled={line.isHere}
      data-testid="plan-tick"
      onClick={onPress}
    >
      {line.isInvited ? '✓' : ''}
    </button>
  )
}

function Who({ line, desk }: { readonly line: ShownLine; readonly desk: PlanDesk }) {
  const { contact, birthDate } = line
  const relative = contact && `${text.common.relation[contact.relation]} ${contact.name}`
  return (
    <div className={styles.cell}>
      <div className={styles.name}>{line.displayName}</div>
      <div className={styles.soft}>
        {formatDay(birthDate)} · {formatAge(birthDate, desk.on)}
      </div>
      {relative && <div className={styles.soft}>{relative}</div>}
    </div>
  )
}

const kinds = { overdue: 'late', due: 'due', later: 'wait' } as const

function Doses({ line, desk }: { readonly line: ShownLine; readonly desk: PlanDesk }) {
  const held = desk.view ? heldOf(desk.view, desk.draft) : []
  return (
    <ul className={styles.doses}>
      {line.doses.length === 0 && <li className={styles.soft}>{text.plan.nothingDue}</li>}
      {line.doses.map(dose => (
        <li key={dose.label}>
          <DoseChip dose={dose} isHeld={dose.vaccineCode !== null && held.includes(dose.vaccineCode)} />
        </li>
      ))}
      {line.sentHome > 0 && (
        <li>
          <Chip kind="late">{text.plan.sentHome}</Chip>
        </li>
      )}
    </ul>
  )
}

function DoseChip({ dose, isHeld }: { readonly dose: PlanDose; readonly isHeld: boolean }) {
  const { label, status, daysLate, latestOn } = dose
  const title = latestOn ? { title: text.due.lastDay(formatDay(latestOn)) } : {}
  if (isHeld)
    return (
      <Chip kind="wait" {...title}>
        {label} · {text.plan.held}
      </Chip>
    )
  return (
    <Chip kind={kinds[status]} {...title}>
      {label}
      {daysLate !== null && ` · ${text.plan.late(formatCount(daysLate))}`}
    </Chip>
  )
}

/** When they come; for who does not, why. */
function SlotCell(props: {
  readonly line: ShownLine
  readonly desk: PlanDesk
  readonly onSlot: (slotAt: number) => void
}) {
  const { line, desk, onSlot } = props
  const { slotAt, removedBecause, state, isHeld, isHere, origin, otherAppointmentOn } = line
  if (slotAt === null)
    return (
      <div className={styles.soft}>
        {state === 'removed' && removedBecause !== null
          ? text.plan.removed(removedBecause)
          : isHeld
            ? text.plan.held
            : text.plan.notInvited}
      </div>
    )
  const note = isHere
    ? text.plan.here
    : origin === 'ad-hoc'
      ? text.plan.adHoc
      : origin === 'appointment'
        ? text.plan.appointed
        : otherAppointmentOn && text.plan.otherDay(formatDayShort(otherAppointmentOn))
  return (
    <div className={styles.cell}>
      <select
        className={styles.when}
        tabIndex={-1}
        aria-label={text.plan.slots}
        value={slotAt}
        onChange={event => onSlot(Number(event.currentTarget.value))}
      >
        {desk.slots.map((slot, at) => (
          <option key={slotName(slot)} value={at}>
            {slotName(slot)}
          </option>
        ))}
      </select>
      <div className={styles.soft}>{note}</div>
    </div>
  )
}
