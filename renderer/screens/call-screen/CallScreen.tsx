import { useEffect, useState } from 'react'
import { type CallScreenLane, type CallScreenView, getCallScreen } from '../../../src/contract/queue-calls'
import { type Instant, instantOf } from '../../../src/domain/calendar/calendar-day'
import { onEvent } from '../../api'
import { chime } from '../../components/chime'
import { formatDay, formatTime } from '../../components/format'
import { useKeys } from '../../components/use-keys'
import { useNow } from '../../components/use-now'
import { readAgain, useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './CallScreen.module.css'

const words = text.queue.screen

/** The screen on the wall: whom each step calls, in letters to be read across a room. Nobody types here. */
export function CallScreen() {
  useEffect(() => onEvent(({ name }) => name !== 'courier.progressed' && readAgain()), [])
  useKeys({ Escape: () => window.close() })
  const { data: view, error, readAtMs } = useCallQuery(getCallScreen, {}, { keep: true, everyMs: 15_000 })
  const nowMs = useNow(5_000)
  useChime(view)
  if (!view) return <main className={styles.screen} aria-busy="true" />
  const now = instantOf(Date.parse(view.now) + nowMs - readAtMs)
  return (
    <main className={styles.screen} data-testid="call-screen">
      <Head view={view} now={now} isLost={error !== null} />
      {view.state === 'open' ? <Open view={view} /> : <NotOpen state={view.state} />}
    </main>
  )
}

function Head(props: { readonly view: CallScreenView; readonly now: Instant; readonly isLost: boolean }) {
  const { view, now, isLost } = props
  return (
    <header className={styles.head}>
      <span>{view.pointName}</span>
      {view.mode === 'practice' && <strong className={styles.practice}>{words.practice}</strong>}
      {isLost && <span role="alert">{words.lost}</span>}
      <span className={styles.time}>
        {formatDay(view.on)} · {formatTime(now)}
      </span>
    </header>
  )
}

/** A new call chimes and is shown large for a while; the same call read again does not. */
function useChime(view: CallScreenView | null): void {
  const [heard, setHeard] = useState<string | null | undefined>(undefined)
  const callId = view ? (view.newest?.callId ?? null) : undefined
  useEffect(() => {
    if (callId === undefined || callId === heard) return
    // What was called before this window was opened has sounded already.
    if (heard !== undefined && callId !== null) chime('call-chime')
    setHeard(callId)
  }, [callId, heard])
}

function Open({ view }: { readonly view: CallScreenView }) {
  const { newest, lanes } = view
  const isEmpty = newest === null && lanes.every(lane => lane.waiting === 0)
  if (isEmpty) return <Message title={words.emptyTitle} hint={words.emptyHint} testId="call-screen-empty" />
  return (
    <>
      <section className={styles.newest} aria-live="polite">
        {newest ? (
          <div key={newest.callId} className={styles.called} data-testid="call-screen-newest">
            <span className={styles.number}>{newest.ticket}</span>
            <span className={styles.words}>
              <span className={styles.name}>{newest.name}</span>
              <span className={styles.goTo}>{words.goTo[newest.stage]}</span>
            </span>
          </div>
        ) : (
          <p className={styles.hint}>{words.emptyHint}</p>
        )}
      </section>
      <div className={styles.lanes}>
        {lanes.map(lane => (
          <Lane key={lane.stage} lane={lane} />
        ))}
      </div>
    </>
  )
}

function Lane({ lane }: { readonly lane: CallScreenLane }) {
  const { stage, called, next, waiting } = lane
  const isObservation = stage === 'observation'
  return (
    <section className={styles.lane} data-testid={`call-lane-${stage}`}>
      <h2>{text.queue.stages[stage]}</h2>
      <p className={styles.laneNumber}>{called ? called.ticket : '–'}</p>
      <p className={styles.laneName}>
        {called ? called.name : isObservation ? words.observeHint : words.nobodyCalled}
        {called && called.calls > 1 && <span className={styles.again}> · {words.again(called.calls)}</span>}
      </p>
      {next.length > 0 && (
        <p className={styles.next}>
          {words.next}: {next.map(({ ticket }) => ticket).join(' · ')}
        </p>
      )}
      <p className={styles.waiting}>{isObservation ? words.observing(waiting) : words.waiting(waiting)}</p>
    </section>
  )
}

function NotOpen({ state }: { readonly state: 'stopped' | 'closed' }) {
  return state === 'stopped' ? (
    <Message title={words.stopped} hint={words.stoppedHint} testId="call-screen-stopped" />
  ) : (
    <Message title={words.closed} hint={words.closedHint} testId="call-screen-closed" />
  )
}

function Message(props: { readonly title: string; readonly hint: string; readonly testId: string }) {
  return (
    <section className={styles.message} data-testid={props.testId}>
      <h1>{props.title}</h1>
      <p>{props.hint}</p>
    </section>
  )
}
