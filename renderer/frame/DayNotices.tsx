import type { Board } from '../../src/contract/visit-calls'
import { QuietButton } from '../components/QuietButton'
import { text } from '../text'
import styles from './DayNotices.module.css'
import { shortName } from './lane-strip'
import { useNavigation } from './navigation'
import { useBoard } from './use-board'
import { useDismissed } from './use-dismissed'
import { useTimersOver } from './use-timers-over'

/** What everybody must know on whatever screen they are: the session is not open, a timer is over, the clock was set. */
export function DayNotices() {
  const { board } = useBoard()
  if (!board) return null
  return (
    <>
      <SessionNotice standing={board.standing} />
      <ClockNotice jumps={board.clockJumps} />
      <TimersOver board={board} />
    </>
  )
}

function SessionNotice({ standing }: { readonly standing: Board['standing'] }) {
  const { screen, go } = useNavigation()
  const { state, reason, by } = standing
  if (state === 'open') return null
  const isStopped = state === 'stopped'
  return (
    <div
      className={`${styles.notice} ${isStopped ? styles.stopped : styles.closed}`}
      role="alert"
      data-testid="session-notice"
    >
      <span aria-hidden="true">{isStopped ? '■' : '✓'}</span>
      <strong>{isStopped ? text.queue.stopped : text.queue.closed}</strong>
      <span className={styles.words}>
        {isStopped ? text.queue.stoppedWhy(reason ?? '', by ?? '') : text.queue.closedBy(by ?? '')}
      </span>
      {screen.name !== 'close-day' && (
        <QuietButton isSmall onPress={() => go({ name: 'close-day' })}>
          {text.queue.openCloseDay}
        </QuietButton>
      )}
    </div>
  )
}

function ClockNotice({ jumps }: { readonly jumps: Board['clockJumps'] }) {
  const dismissed = useDismissed('clock-jumps')
  const [jump] = jumps
  const key = jump ? `${jump.stamp} ${jump.at}` : ''
  if (!jump || dismissed.has(key)) return null
  const minutes = Math.max(1, Math.round(Math.abs(jump.byMs) / 60_000))
  return (
    <div className={`${styles.notice} ${styles.late}`} role="alert" data-testid="clock-notice">
      <span aria-hidden="true">▲</span>
      <strong>{jump.byMs > 0 ? text.queue.clockForward(minutes) : text.queue.clockBack(minutes)}</strong>
      <span className={styles.words}>{text.queue.clockSafe}</span>
      <QuietButton isSmall onPress={() => dismissed.add([key])}>
        {text.queue.dismiss}
      </QuietButton>
    </div>
  )
}

function TimersOver({ board }: { readonly board: Board }) {
  const { screen, go } = useNavigation()
  const { over, dismiss } = useTimersOver(board)
  if (over.length === 0) return null
  const names = over.map(card => text.board.cardName(card.ticket, shortName(card.displayName))).join(', ')
  return (
    <div className={`${styles.notice} ${styles.over}`} role="alert" data-testid="timer-over">
      <span aria-hidden="true">◷</span>
      <strong className={styles.words}>{text.queue.timerOver(names)}</strong>
      {screen.name !== 'observation' && (
        <QuietButton isSmall onPress={() => go({ name: 'observation' })}>
          {text.queue.openObservation}
        </QuietButton>
      )}
      <QuietButton isSmall onPress={dismiss}>
        {text.queue.dismiss}
      </QuietButton>
    </div>
  )
}
