import { type CatchUpWishes, planCatchUp } from '../../../src/contract/catch-up-calls'
import type { PersonView } from '../../../src/contract/person-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { CatchUpDose, CatchUpPlan, CatchUpVisit } from '../../../src/domain/schedule/catch-up-types'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatAge, formatDay } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useCallQuery } from '../../data/use-call-query'
import { locale, text } from '../../text'
import styles from './CatchUp.module.css'
import { CatchUpChoices } from './CatchUpChoices'
import { diseasesOf, weekdayOf } from './catch-up'

/** The visits that complete every series, and how they are to be arranged. */
export function CatchUpTab(props: {
  readonly view: PersonView
  readonly wishes: CatchUpWishes
  readonly onWish: (wishes: CatchUpWishes) => void
}) {
  const { view, wishes, onWish } = props
  const plan = useCallQuery(planCatchUp, { personId: view.personId, from: null, ...wishes }, { keep: true })
  return (
    <div className={styles.columns} data-testid="catch-up">
      <Panel
        title={text.catchUp.title}
        note={plan.data && noteOf(plan.data)}
        scrolls
        className={plan.isStale ? styles.stale : undefined}
      >
        {plan.error && <ErrorNotice error={plan.error} onRetry={plan.retry} />}
        {plan.isLoading && <LateSkeleton lines={8} />}
        {plan.data && <Visits plan={plan.data} bornOn={view.person.birthDate} />}
      </Panel>
      <CatchUpChoices plan={plan.data} wishes={wishes} onWish={onWish} />
    </div>
  )
}

function noteOf({ visits, isFewest }: CatchUpPlan): string | undefined {
  const last = visits.at(-1)
  if (!last) return undefined
  const words = text.catchUp.visits(visits.length, formatDay(last.on))
  return isFewest ? `${words} · ${text.catchUp.fewest}` : words
}

function Visits({ plan, bornOn }: { readonly plan: CatchUpPlan; readonly bornOn: CalendarDay }) {
  const { visits, open, from } = plan
  if (visits.length === 0) {
    const words = text.catchUp
    return open.length === 0 ? (
      <EmptyState title={`✓ ${words.emptyTitle}`}>{words.emptyHint}</EmptyState>
    ) : (
      <EmptyState title={words.emptyOpenTitle}>{words.emptyOpenHint}</EmptyState>
    )
  }
  const { columns } = text.catchUp
  return (
    <>
      <table className={styles.visits}>
        <thead>
          <tr>
            <th className={styles.order}>{columns.visit}</th>
            <th className={styles.day}>{columns.on}</th>
            <th>{columns.doses}</th>
            <th className={styles.count}>{columns.injections}</th>
          </tr>
        </thead>
        <tbody>
          {visits.map((visit, index) => (
            <VisitRow
              key={visit.on}
              visit={visit}
              order={index + 1}
              bornOn={bornOn}
              isToday={visit.on === from}
            />
          ))}
        </tbody>
      </table>
      <p className={styles.holds}>{text.catchUp.holds}</p>
    </>
  )
}

function VisitRow(props: {
  readonly visit: CatchUpVisit
  readonly order: number
  readonly bornOn: CalendarDay
  readonly isToday: boolean
}) {
  const { visit, order, bornOn, isToday } = props
  return (
    <tr data-testid="catch-up-visit">
      <td className={styles.order}>{order}</td>
      <td className={styles.day}>
        <strong>{formatDay(visit.on)}</strong>
        <span className={styles.soft}>
          {isToday ? `● ${text.catchUp.today}` : weekdayOf(visit.on)} · {formatAge(bornOn, visit.on)}
        </span>
      </td>
      <td>
        <ul className={styles.doses}>
          {visit.doses.map(dose => (
            <Dose key={dose.vaccineCode} dose={dose} visitOn={visit.on} />
          ))}
        </ul>
      </td>
      <td className={styles.count}>{visit.injections}</td>
    </tr>
  )
}

function Dose({ dose, visitOn }: { readonly dose: CatchUpDose; readonly visitOn: CalendarDay }) {
  const words = [
    dose.route === 'PO' && text.catchUp.drops,
    text.catchUp.serves(diseasesOf(dose)),
    dose.dueOn < visitOn && text.catchUp.waited(formatDay(dose.dueOn)),
  ]
  return (
    <li>
      <strong>{dose.label[locale]}</strong>{' '}
      <span className={styles.soft}>{words.filter(Boolean).join(' · ')}</span>
    </li>
  )
}
