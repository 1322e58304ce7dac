import type { ImpactView } from '../../../src/contract/schedule-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount, formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import { antigenName } from '../../text/codes'
import styles from './Schedules.module.css'
import type { ScheduleChange } from './use-schedule-change'

/** How many children's due dates move, counted over the whole register while the user looks at the difference. */
export function ImpactBox({ change, token }: { readonly change: ScheduleChange; readonly token: string }) {
  const { job, impact, error, stop, measure } = change.impact
  const measureAgain = () => void measure(token)
  return (
    <section className={styles.impact} aria-label={text.schedules.impact} data-testid="schedule-impact">
      <h3 className={styles.sectionTitle}>{text.schedules.impact}</h3>
      {error && <ErrorNotice error={error} onRetry={measureAgain} />}
      {job?.state === 'running' && (
        <div className={styles.busy} role="status">
          <progress className={styles.progress} max={job.total ?? 1} value={job.done} aria-hidden="true" />
          <span>
            {job.total === null
              ? text.schedules.countingSoon
              : text.schedules.counting(formatCount(job.done), formatCount(job.total))}
          </span>
          <QuietButton isSmall onPress={stop} testId="stop-impact">
            {text.schedules.stop}
          </QuietButton>
        </div>
      )}
      {job?.state === 'cancelled' && (
        <div className={styles.busy} role="status">
          <span>{text.schedules.stopped}</span>
          <QuietButton isSmall onPress={measureAgain} testId="measure-again">
            {text.schedules.countAgain}
          </QuietButton>
        </div>
      )}
      {impact && <ImpactWords impact={impact} />}
    </section>
  )
}

const moves = ['earlier', 'later', 'new', 'gone'] as const

function ImpactWords({ impact }: { readonly impact: ImpactView }) {
  const [changed, persons] = [formatCount(impact.changedPersons), formatCount(impact.persons)]
  if (impact.changedPersons === 0) return <p role="status">{text.schedules.nobody(persons)}</p>
  return (
    <>
      <p role="status" className={styles.figure}>
        {text.schedules.changed(changed, persons)}
      </p>
      <div className={styles.impactBody}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text.schedules.antigen}</th>
              {moves.map(move => (
                <th key={move} scope="col">
                  {text.schedules.moves[move]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {impact.antigens.map(line => (
              <tr key={line.antigen}>
                <th scope="row">{antigenName(line.antigen)}</th>
                {moves.map(move => (
                  <td key={move}>{line[move] === 0 ? '–' : formatCount(line[move])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <Sample sample={impact.sample} />
      </div>
    </>
  )
}

function Sample({ sample }: Pick<ImpactView, 'sample'>) {
  const day = (on: CalendarDay | null) => (on === null ? text.schedules.noDate : formatDay(on))
  return (
    <div className={styles.sample}>
      <p className={styles.soft}>{text.schedules.sample(formatCount(sample.length))}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard */}
      <ul className={styles.sampleList} tabIndex={0}>
        {sample.map(({ personId, name, birthDate, changes }) => (
          <li key={personId}>
            <strong>{name}</strong> <span className={styles.soft}>{formatDay(birthDate)}</span>{' '}
            {changes.map(({ antigen, oldOn, newOn }) => (
              <span key={`${antigen} ${oldOn} ${newOn}`} className={styles.move}>
                {text.schedules.move(antigenName(antigen), day(oldOn), day(newOn))}{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
