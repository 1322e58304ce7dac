import { cancelJob, startJob } from '../../../src/contract/job-calls'
import type { DoctorSummary } from '../../../src/contract/register-doctor-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount, formatDay, formatTime } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './RegisterDoctor.module.css'

/** When everybody was last looked at, the search that does it now, and the way to pairs that may be one person. */
export function DoctorBar({ summary }: { readonly summary: DoctorSummary | null }) {
  const { go } = useNavigation()
  const starting = useCallMutation(startJob)
  const cancelling = useCallMutation(cancelJob)
  const words = text.registerDoctor
  const job = summary?.job ?? null
  const last = summary?.lastSearch ?? null
  const isRunning = job?.state === 'running'
  const start = () => void starting.send({ job: { name: 'register.check' } })
  useKeys({ r: start }, 'screen', !isRunning)
  const failure = starting.error ?? cancelling.error ?? (job?.state === 'failed' ? job.error : null)
  return (
    <div className={styles.bar}>
      {failure && <ErrorNotice error={failure} />}
      {isRunning ? (
        <>
          <span role="status">
            {job.total === null
              ? words.checkingSoon
              : words.checking(formatCount(job.done), formatCount(job.total))}
          </span>
          <progress className={styles.progress} max={job.total ?? 1} value={job.done} aria-hidden="true" />
          <QuietButton isSmall onPress={() => void cancelling.send({ jobId: job.jobId })}>
            {words.stop}
          </QuietButton>
        </>
      ) : (
        <>
          <QuietButton isSmall hint="R" testId="check-register" onPress={start}>
            {words.check}
          </QuietButton>
          {last && (
            <span className={styles.soft} data-testid="last-check">
              {words.last(formatDay(vietnamDayOf(last.at)), formatTime(last.at), formatCount(last.persons))}
            </span>
          )}
        </>
      )}
      {summary && summary.duplicates > 0 && (
        <span className={styles.end}>
          <QuietButton isSmall testId="to-duplicates" onPress={() => go({ name: 'duplicates' })}>
            {words.duplicates(formatCount(summary.duplicates))}
          </QuietButton>
        </span>
      )}
    </div>
  )
}
