import type { ReactNode } from 'react'
import type { Board } from '../../../src/contract/visit-calls'
import { useSessionNow } from '../../frame/use-board'
import { text } from '../../text'
import styles from './Board.module.css'
import { longestWait, minutesSince } from './lanes'

/** The numbers of the day, for whoever leads the session. */
export function Figures({ board }: { readonly board: Board }) {
  const nowMs = useSessionNow(10_000)
  const { invited, arrived, vaccinated, deferred, referred, averageWaitMinutes } = board.figures
  const longest = longestWait(board)
  const minutes = longest?.since ? minutesSince(longest.since, nowMs) : null
  return (
    <dl className={styles.figures}>
      <Figure name={text.board.invited}>{invited}</Figure>
      <Figure name={text.board.arrived}>
        {arrived}{' '}
        {invited > 0 && (
          <span className={styles.share}>{text.board.percent(Math.round((arrived / invited) * 100))}</span>
        )}
      </Figure>
      <Figure name={text.board.vaccinated}>{vaccinated}</Figure>
      <Figure name={text.board.deferredReferred}>
        {deferred} · {referred}
      </Figure>
      <Figure name={text.board.averageWait}>
        {averageWaitMinutes === null ? (
          <span className={styles.alone}>{text.board.noWait}</span>
        ) : (
          text.board.minutes(Math.round(averageWaitMinutes))
        )}
      </Figure>
      <Figure name={text.board.waitsLong} isCaution={minutes !== null && minutes >= board.waitLimitMinutes}>
        {longest === null || minutes === null ? (
          <span className={styles.alone}>{text.board.nobodyWaits}</span>
        ) : (
          <>
            {text.board.minutes(minutes)}
            <span className={styles.who} title={longest.displayName}>
              {text.board.cardName(longest.ticket, longest.displayName)}
            </span>
          </>
        )}
      </Figure>
    </dl>
  )
}

function Figure(props: {
  readonly name: string
  readonly isCaution?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={`${styles.figure} ${props.isCaution ? styles.caution : ''}`}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
