import type { BoardCard } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { BirthDoseChip } from '../../components/BirthDoseChip'
import { Chip } from '../../components/Chip'
import { formatAgeShort, formatDayShort, formatLeft, formatTime } from '../../components/format'
import { text } from '../../text'
import { codes } from '../../text/codes'
import styles from './Board.module.css'
import { type LaneName, minutesSince, outcomeGlyphs, timerOf } from './lanes'

/** More letters than this do not stand beside an age and a hamlet. */
const longestLabels = 10

/** One person in a lane. */
export function Card(props: {
  readonly card: BoardCard
  readonly lane: LaneName
  readonly place: string
  readonly isChosen: boolean
  readonly today: CalendarDay
  readonly nowMs: number
  /** Waiting longer than this in one lane turns the card amber, with a glyph. */
  readonly waitLimitMinutes: number
  readonly onFocus: () => void
  readonly onOpen: () => void
}) {
  const { card, lane, today, nowMs } = props
  const timer = lane === 'observation' ? timerOf(card, nowMs) : null
  const waited = card.since && lane !== 'done' && lane !== 'expected' ? minutesSince(card.since, nowMs) : null
  const isLate = lane !== 'observation' && waited !== null && waited >= props.waitLimitMinutes
  const tone = timer?.isOver ? styles.isOver : isLate || card.reactions > 0 ? styles.isLate : ''
  return (
    <button
      type="button"
      className={`${styles.card} ${tone}`}
      data-place={props.place}
      data-testid="board-card"
      tabIndex={props.isChosen ? 0 : -1}
      onFocus={props.onFocus}
      onClick={props.onOpen}
    >
      <span className={styles.cardTop}>
        <span className={styles.name} title={card.displayName}>
          {text.board.cardName(card.ticket, card.displayName)}
        </span>
        <span className={timer?.isOver ? styles.over : styles.time}>
          {timer
            ? timer.isOver
              ? text.board.over
              : text.board.left(formatLeft(timer.leftMs))
            : isLate && waited !== null
              ? `▲ ${text.board.waited(waited)}`
              : timeOf(card)}
        </span>
      </span>
      {timer ? (
        <ObservationLines card={card} isOver={timer.isOver} done={timer.done} />
      ) : (
        <span className={styles.cardBottom} title={card.labels.join(', ')}>
          <span className={lane === 'done' ? styles.outcome : styles.fixed}>
            {lane === 'done' ? outcomeOf(card) : placeOf(card, today)}
          </span>
          <span className={styles.end}>
            {lane === 'done'
              ? nextOf(card)
              : (waited !== null && waited > 0 && waitOf(waited, lane, card)) || labelsOf(card, lane)}
          </span>
        </span>
      )}
      {card.birthDose && (
        <span className={styles.cardBottom}>
          <BirthDoseChip wait={card.birthDose} nowMs={nowMs} />
        </span>
      )}
    </button>
  )
}

function ObservationLines(props: {
  readonly card: BoardCard
  readonly isOver: boolean
  readonly done: number
}) {
  const { card, isOver, done } = props
  return (
    <>
      {(isOver || card.reactions > 0) && (
        <span className={styles.cardBottom}>
          <span>{isOver ? text.board.sendHome : ''}</span>
          {card.reactions > 0 ? (
            <Chip kind="late">{text.board.reactions(card.reactions)}</Chip>
          ) : (
            <span aria-hidden="true">↵</span>
          )}
        </span>
      )}
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${Math.round(done * 100)}%` }} />
      </span>
    </>
  )
}

function timeOf(card: BoardCard): string {
  return card.openedAt === null ? '' : formatTime(card.openedAt)
}

function placeOf(card: BoardCard, today: CalendarDay): string {
  return [formatAgeShort(card.birthDate, today), card.hamlet].filter(Boolean).join(' · ')
}

/** Every label where it decides what is drawn up; elsewhere as much as stands beside the age. */
function labelsOf(card: BoardCard, lane: LaneName): string {
  const labels = card.labels.join(', ')
  const isShort = labels.length <= longestLabels || lane === 'injection' || lane === 'done'
  return isShort && card.labels.length <= 3 ? labels : text.board.doses(card.labels.length)
}

function waitOf(minutes: number, lane: LaneName, card: BoardCard): string {
  return lane === 'injection' && card.labels.length > 0 ? labelsOf(card, lane) : text.board.waited(minutes)
}

function outcomeOf(card: BoardCard): string {
  if (card.outcome === null) return ''
  if (card.outcome === 'vaccinated') return labelsOf(card, 'done') || codes.outcomes.vaccinated
  const words = [codes.outcomes[card.outcome], card.outcomeNote].filter(Boolean).join(': ')
  return `${outcomeGlyphs[card.outcome]} ${words}`
}

function nextOf(card: BoardCard) {
  return card.nextOn === null ? text.board.noNext : text.board.nextOn(formatDayShort(card.nextOn))
}
