import { listReactionDoses } from '../../../src/contract/aefi-calls'
import { getChart } from '../../../src/contract/dose-calls'
import { type BoardCard, getVisit, type VisitView } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatAge, formatTime } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { codes, signName } from '../../text/codes'
import { ExpectedNote } from '../after/ExpectedNote'
import { WeighButton } from '../child/WeighButton'
import { ReceiptButton } from '../documents/ReceiptButton'
import styles from './Observation.module.css'
import { ReactionBox } from './ReactionBox'
import { SendHome } from './SendHome'

/** One person under observation: what was given, reactions, and the way home. */
export function ObservedPerson(props: {
  readonly visitId: string
  readonly card: BoardCard
  readonly today: CalendarDay
  readonly nowMs: number
  readonly onSevere: () => void
  readonly onFinish: (sentence: string) => void
}) {
  const { visitId, card, today, nowMs, onSevere, onFinish } = props
  const visit = useCallQuery(getVisit, { visitId })
  const chart = useCallQuery(getChart, { personId: card.personId, on: today })
  const failed = [visit, chart].find(read => read.error !== null && read.data === null)
  if (failed?.error) return <ErrorNotice error={failed.error} onRetry={failed.retry} />
  if (!visit.data || !chart.data) return <LateSkeleton />
  const given = chart.data.doses.filter(dose => dose.visitId === visitId && !dose.voided)
  const paid = given.filter(({ programme }) => programme === 'fee')
  return (
    <Panel
      title={text.board.cardName(card.ticket, card.displayName)}
      note={formatAge(card.birthDate, today)}
      actions={
        <>
          {visit.data.injectedAt && text.observation.injectedAt(formatTime(visit.data.injectedAt))}
          <WeighButton personId={card.personId} birthDate={card.birthDate} />
        </>
      }
      className={styles.person}
    >
      <div className={styles.personBody}>
        <section>
          <h3>{text.observation.given}</h3>
          <ul className={styles.given}>
            {given.map(dose => (
              <li key={dose.doseId}>
                <b>{dose.vaccineName}</b>{' '}
                <span className={styles.soft}>
                  {[dose.lotNumber, dose.site && codes.sitesShort[dose.site]].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          {paid.length > 0 && <ReceiptButton personId={card.personId} visitId={visitId} doses={paid} />}
        </section>
        <Reactions visit={visit.data} />
        <ReactionBox visitId={visitId} onSevere={onSevere} />
        <Expected personId={card.personId} visitId={visitId} />
        <p className={styles.soft}>{text.observation.homeAdvice}</p>
      </div>
      <SendHome
        visitId={visitId}
        card={card}
        chart={chart.data.chart}
        today={today}
        nowMs={nowMs}
        onFinish={onFinish}
      />
    </Panel>
  )
}

/** What is to be expected after what was given today. */
function Expected(props: { readonly personId: string; readonly visitId: string }) {
  const { data } = useCallQuery(listReactionDoses, props)
  return data && <ExpectedNote expected={data.doses.flatMap(({ expected }) => expected)} />
}

function Reactions({ visit }: { readonly visit: VisitView }) {
  if (visit.reactions.length === 0) return null
  return (
    <section>
      <h3>{text.observation.reactions}</h3>
      <ul className={styles.given}>
        {visit.reactions.map(reaction => (
          <li key={reaction.reactionId} className={reaction.kind === 'severe' ? styles.severe : styles.noted}>
            ▲ {formatTime(reaction.onsetAt)} · {codes.reactionKinds[reaction.kind]}:{' '}
            {reaction.signs.map(signName).join(', ')} · {codes.reactionOutcomes[reaction.outcome]}
          </li>
        ))}
      </ul>
    </section>
  )
}
