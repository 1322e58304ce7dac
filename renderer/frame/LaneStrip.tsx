import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { callVisit } from '../../src/contract/queue-calls'
import type { Board } from '../../src/contract/visit-calls'
import { formatLeft } from '../components/format'
import { QuietButton } from '../components/QuietButton'
import { type ShownVisit, useShownVisit } from '../components/shown-visit'
import { useKeys } from '../components/use-keys'
import { useCallMutation } from '../data/use-call-mutation'
import { timerOf } from '../screens/board/lanes'
import { text } from '../text'
import styles from './LaneStrip.module.css'
import { goneOf, laneOfScreen, nextWaiter, shortName, type Waiter, waitersOf } from './lane-strip'
import { type Screen, useNavigation } from './navigation'
import { useBoard, useSessionNow } from './use-board'

/** More chips than a wide window has room for. */
const mostWaiters = 10

/** The lane of the screen below: who waits, how long, who is next. F7 calls the number, F6 goes to the next. */
export function LaneStrip() {
  const { screen } = useNavigation()
  const { board } = useBoard()
  const lane = laneOfScreen(screen.name)
  return board && lane ? <Strip board={board} lane={lane} /> : null
}

function Strip(props: {
  readonly board: Board
  readonly lane: NonNullable<ReturnType<typeof laneOfScreen>>
}) {
  const { board, lane } = props
  const nowMs = useSessionNow(lane === 'observation' ? 1_000 : 10_000)
  const shown = useShownVisit()
  const waiters = waitersOf(board, lane, nowMs)
  const list = useRef<HTMLUListElement>(null)
  const shownCount = useFirstRow(list)
  const others = waiters.length - shownCount
  return (
    <section
      className={styles.strip}
      aria-label={text.queue.lane(text.board.lanes[lane])}
      data-testid="lane-strip"
    >
      <strong className={styles.title}>
        {text.board.lanes[lane]} <span className={styles.count}>{waiters.length}</span>
      </strong>
      {lane !== 'expected' && <LaneKeys waiters={waiters} shown={shown} />}
      {waiters.length === 0 && <span className={styles.soft}>{text.board.laneEmpty[lane]}</span>}
      <ul className={styles.list} ref={list}>
        {waiters.slice(0, mostWaiters).map((waiter, at) => (
          <li key={waiter.card.visitId ?? waiter.card.personId} inert={at >= shownCount}>
            <WaiterChip waiter={waiter} nowMs={nowMs} lane={lane} shown={shown} />
          </li>
        ))}
      </ul>
      {others > 0 && <span className={styles.soft}>{text.queue.more(others)}</span>}
      <Gone board={board} />
    </section>
  )
}

/** How many children of a list stand in its first row; the others drop out of sight. */
function useFirstRow(list: RefObject<HTMLElement | null>): number {
  const [count, setCount] = useState(mostWaiters)
  const measure = useRef(() => {
    const chips = [...(list.current?.children ?? [])].filter(chip => chip instanceof HTMLElement)
    setCount(chips.filter(chip => chip.offsetTop === chips[0]?.offsetTop).length)
  })
  // The chips change with every call, and their words with every minute.
  useLayoutEffect(() => measure.current())
  useEffect(() => {
    if (!list.current) return
    const observer = new ResizeObserver(() => measure.current())
    observer.observe(list.current)
    return () => observer.disconnect()
  }, [list])
  return count
}

/** Calls whoever the screen shows, or else the first; goes to the next. */
function LaneKeys(props: { readonly waiters: readonly Waiter[]; readonly shown: ShownVisit | null }) {
  const { waiters, shown } = props
  const call = useCallMutation(callVisit)
  const called = waiters.find(({ card }) => card.visitId === shown?.visitId) ?? waiters[0] ?? null
  const next = nextWaiter(waiters, shown?.visitId ?? null)
  function callIt() {
    if (called?.card.visitId && !call.isSaving) void call.send({ visitId: called.card.visitId })
  }
  function goNext() {
    if (next?.card.visitId) shown?.choose(next.card.visitId)
  }
  useKeys({ F7: callIt, F6: goNext })
  if (!called) return null
  return (
    <>
      <QuietButton isSmall hint="F7" onPress={callIt} isDisabled={call.isSaving} testId="call-visit">
        {called.card.calls === 0
          ? text.queue.call(called.card.ticket ?? 0)
          : text.queue.callAgain(called.card.ticket ?? 0, called.card.calls)}
      </QuietButton>
      {next && (
        <QuietButton isSmall hint="F6" onPress={goNext} testId="next-visit">
          {text.queue.next(next.card.ticket ?? 0)}
        </QuietButton>
      )}
      {call.error && (
        <span className={styles.wrong} role="alert">
          {text.errors[call.error.code](call.error.problems[0]?.params ?? {})}
        </span>
      )}
    </>
  )
}

function WaiterChip(props: {
  readonly waiter: Waiter
  readonly nowMs: number
  readonly lane: string
  readonly shown: ShownVisit | null
}) {
  const { waiter, nowMs, lane, shown } = props
  const { card, minutes, isLong } = waiter
  const { go } = useNavigation()
  const timer = lane === 'observation' ? timerOf(card, nowMs) : null
  const time = timer ? (timer.isOver ? text.board.over : formatLeft(timer.leftMs)) : minutes
  function choose() {
    if (card.visitId && shown) shown.choose(card.visitId)
    else go({ name: 'reception', query: card.displayName } satisfies Screen)
  }
  return (
    <button
      type="button"
      className={`${styles.waiter} ${isLong ? styles.long : ''} ${timer?.isOver ? styles.over : ''}`}
      aria-current={card.visitId !== null && card.visitId === shown?.visitId}
      title={text.board.cardName(card.ticket, card.displayName)}
      onClick={choose}
    >
      {isLong && <span aria-hidden="true">▲</span>}
      {text.board.cardName(card.ticket, shortName(card.displayName))}
      {time !== null && (
        <span className={styles.time}>
          {typeof time === 'number' ? text.queue.minutes(time, isLong) : time}
        </span>
      )}
      {card.calls > 0 && <span className={styles.called}>{text.queue.called(card.calls)}</span>}
    </button>
  )
}

/** Who is not coming to the injection any more is never just missing. */
function Gone({ board }: { readonly board: Board }) {
  const { go } = useNavigation()
  const { held, left } = goneOf(board)
  if (held + left === 0) return null
  return (
    <button
      type="button"
      className={styles.gone}
      onClick={() => go({ name: 'board' })}
      data-testid="lane-gone"
    >
      {held > 0 && <span>◷ {text.queue.held(held)}</span>}
      {left > 0 && <span>↩ {text.queue.left(left)}</span>}
    </button>
  )
}
