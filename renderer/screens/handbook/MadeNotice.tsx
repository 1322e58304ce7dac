import type { Made } from '../../../src/contract/handbook-list-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount, formatTime } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import type { useMade } from '../../data/use-made'
import { text } from '../../text'
import styles from './Handbook.module.css'

/** How old what is shown is; while it is made anew, how far that is. */
export function MadeNotice(props: {
  readonly made: Made
  readonly making: ReturnType<typeof useMade>
  readonly running: string
}) {
  const { made, making, running } = props
  const { job, at, isStale } = made
  return (
    <>
      {making.error && <ErrorNotice error={making.error} onRetry={making.start} />}
      <div className={styles.made} role="status" data-testid="handbook-made">
        {making.isRunning && job ? (
          <>
            <span>
              {job.total === null
                ? running
                : text.handbook.making(formatCount(job.done), formatCount(job.total))}
            </span>
            <progress className={styles.progress} max={job.total ?? 1} value={job.done} aria-hidden="true" />
            <QuietButton isSmall onPress={making.stop}>
              {text.handbook.stop}
            </QuietButton>
          </>
        ) : (
          <>
            <span>{at === null ? text.handbook.never : ageWords(at, isStale)}</span>
            {isStale && (
              <QuietButton isSmall hint="R" testId="handbook-remake" onPress={making.start}>
                {text.handbook.remake}
              </QuietButton>
            )}
          </>
        )}
      </div>
    </>
  )
}

function ageWords(at: NonNullable<Made['at']>, isStale: boolean): string {
  return isStale ? `▲ ${text.handbook.stale(formatTime(at))}` : text.handbook.madeAt(formatTime(at))
}
