import type { SchedulePreview } from '../../../src/contract/schedule-calls'
import { formatCount } from '../../components/format'
import { sentenceOf } from '../../components/sentences'
import { text } from '../../text'
import styles from './Schedules.module.css'

/** What must be corrected in a file, line by line; each sentence says what to write. */
export function ProblemList({ preview: { problems, problemCount } }: { readonly preview: SchedulePreview }) {
  return (
    <>
      <p role="alert" className={styles.problemHead}>
        <span aria-hidden="true">✕ </span>
        <strong>{text.schedules.problems(formatCount(problemCount))}</strong>
        {problems.length < problemCount &&
          ` ${text.schedules.problemsShown(formatCount(problems.length), formatCount(problemCount))}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard */}
      <ol className={styles.problems} tabIndex={0} data-testid="schedule-problems">
        {problems.map(problem => (
          <li key={`${problem.line} ${problem.column} ${problem.code} ${problem.field}`}>
            {sentenceOf(problem)}
          </li>
        ))}
      </ol>
    </>
  )
}
