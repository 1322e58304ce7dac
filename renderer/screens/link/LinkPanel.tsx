import { useState } from 'react'
import { type LinkStatus, leaveProvince, tryLinkNow } from '../../../src/contract/link-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { Chip, type ChipKind } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount, formatDay, formatMoment, formatTime } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { JoinForm } from './JoinForm'
import styles from './Link.module.css'

const chipOf: Readonly<Record<LinkStatus['activity']['phase'], ChipKind>> = {
  off: 'wait',
  idle: 'ok',
  sending: 'due',
  pausing: 'late',
}

/** More than this between the clocks is worth a word, in minutes. */
const oddMinutes = 2

/** The link itself: which server, whether it gets through, and joining. */
export function LinkPanel({ status }: { readonly status: LinkStatus }) {
  const { signedIn, mode } = useAppState()
  const { server, activity } = status
  const mayJoin = (signedIn?.role === 'head' || signedIn?.role === 'admin') && mode === 'real'
  const [isJoining, setJoining] = useState(false)
  const wantsForm = server === null || isJoining || activity.trouble === 'link.not-let-in'
  return (
    <>
      <Panel title={text.link.status} padded>
        <div className={styles.stack}>
          <Now status={status} />
          {server && <Server status={status} />}
          {server && <Deeds mayEnd={mayJoin} onJoin={() => setJoining(true)} />}
        </div>
      </Panel>
      {wantsForm && mayJoin && <JoinForm status={status} onClose={server ? () => setJoining(false) : null} />}
      {server === null && !mayJoin && <p className={styles.soft}>{text.link.onlyHead}</p>}
    </>
  )
}

function Now({ status }: { readonly status: LinkStatus }) {
  const { activity, waiting, countedTo, byCourier } = status
  const behind = Math.round(activity.offsetMs / 60_000)
  const count = waiting >= countedTo ? `${formatCount(countedTo)}+` : formatCount(waiting)
  return (
    <>
      <p role="status" data-testid="link-phase">
        <Chip kind={chipOf[activity.phase]}>{text.link.phases[activity.phase]}</Chip>
        {waiting > 0 && ` ${text.link.waitingNow(count)}`}
      </p>
      {byCourier && (
        <p className={styles.soft}>
          {text.link.lastByCourier(formatCount(byCourier.number), formatMoment(byCourier.at))}
        </p>
      )}
      {activity.trouble && <p>{text.errors[activity.trouble]({})}</p>}
      {activity.nextTryAt && (
        <p className={styles.soft}>{text.link.nextTry(formatTime(activity.nextTryAt))}</p>
      )}
      {Math.abs(behind) >= oddMinutes && <p>▲ {text.link.clock(behind)}</p>}
    </>
  )
}

function Server({ status }: { readonly status: LinkStatus }) {
  const { server, acceptedAt } = status
  if (!server) return null
  return (
    <dl className={styles.pairs}>
      <dt>{text.link.server}</dt>
      <dd>{server.name}</dd>
      <dt>{text.link.address}</dt>
      <dd>{server.baseUrl}</dd>
      {server.software && (
        <>
          <dt>{text.link.software}</dt>
          <dd>{server.software}</dd>
        </>
      )}
      <dt>{text.link.lastAccepted}</dt>
      <dd>{acceptedAt ? formatMoment(acceptedAt) : text.link.never}</dd>
      <dt />
      <dd className={styles.soft}>
        {text.link.joinedAt(formatDay(vietnamDayOf(server.joinedAt)), server.joinedBy)}
        {server.hasProxy && ` · ${text.link.proxy}`}
        {server.hasOwnAuthority && ` · ${text.link.ownAuthority}`}
      </dd>
    </dl>
  )
}

function Deeds({ mayEnd, onJoin }: { readonly mayEnd: boolean; readonly onJoin: () => void }) {
  const trying = useCallMutation(tryLinkNow)
  const leaving = useCallMutation(leaveProvince)
  const [isAsked, setAsked] = useState(false)
  const error = trying.error ?? leaving.error
  return (
    <>
      {error && <ErrorNotice error={error} />}
      <div className={styles.ways}>
        <QuietButton isDisabled={trying.isSaving} onPress={() => void trying.send({})} testId="try-now">
          {text.link.tryNow}
        </QuietButton>
        {mayEnd && !isAsked && (
          <>
            <QuietButton onPress={onJoin}>{text.link.joinAgain}</QuietButton>
            <QuietButton onPress={() => setAsked(true)}>{text.link.leave}</QuietButton>
          </>
        )}
      </div>
      {isAsked && (
        <>
          <p>{text.link.leaveQuestion}</p>
          <div className={styles.ways}>
            <QuietButton tone="wrong" isDisabled={leaving.isSaving} onPress={() => void leaving.send({})}>
              {text.link.leave}
            </QuietButton>
            <QuietButton onPress={() => setAsked(false)}>{text.common.cancel}</QuietButton>
          </div>
        </>
      )}
    </>
  )
}
