import type { Made } from '../../../src/contract/handbook-list-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount, formatMoment } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import type { useMade } from '../../data/use-made'
import { text } from '../../text'
import styles from './Reports.module.css'

/** When the numbers were counted; while they are counted anew, how far that is. */
export function CountNotice(props: { readonly made: Made; readonly counting: ReturnType<typeof useMade> }) {
  const { made, counting } = props
  return (
    <>
      {counting.error && <ErrorNotice error={counting.error} onRetry={counting.start} />}
      <div className={styles.made} role="status" data-testid="report-made">
        {counting.isRunning && made.job ? (
          <Running job={made.job} onStop={counting.stop} />
        ) : (
          <>
            <span>{ageWords(made)}</span>
            <QuietButton isSmall hint="R" testId="report-count" onPress={counting.start}>
              {text.report.count}
            </QuietButton>
          </>
        )}
      </div>
    </>
  )
}

function Running({ job, onStop }: { readonly job: NonNullable<Made['job']>; readonly onStop: () => void }) {
  const { done, total } = job
  return (
    <>
      <span>
        {total === null
          ? text.report.counting
          : text.report.countingOf(formatCount(done), formatCount(total))}
      </span>
      <progress className={styles.progress} max={total ?? 1} value={done} aria-hidden="true" />
      <QuietButton isSmall hint="Esc" onPress={onStop}>
        {text.report.stop}
      </QuietButton>
    </>
  )
}

function ageWords({ at, isStale }: Made): string {
  if (at === null) return text.report.never
  const time = formatMoment(at)
  return isStale ? `▲ ${text.report.stale(time)}` : text.report.countedAt(time)
}
