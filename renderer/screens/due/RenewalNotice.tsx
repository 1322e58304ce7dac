import type { Renewal } from '../../../src/contract/due-calls'
import { cancelJob, startJob } from '../../../src/contract/job-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Due.module.css'

/** Says that forecasts are being worked out anew, how far that is, and stops it or goes on. Nothing while all hold. */
export function RenewalNotice({
  renewal: { isWaiting, job },
  waiting,
}: {
  readonly renewal: Renewal
  readonly waiting: number | null
}) {
  const starting = useCallMutation(startJob)
  const cancelling = useCallMutation(cancelJob)
  const start = () => void starting.send({ job: { name: 'forecast.renew' } })
  const failure = starting.error ?? cancelling.error ?? (job?.state === 'failed' ? job.error : null)
  if (job?.state === 'running') {
    return (
      <div className={styles.renewal} role="status" data-testid="renewal">
        <span>
          {job.total === null
            ? text.due.renewingSoon
            : text.due.renewing(formatCount(job.done), formatCount(job.total))}
        </span>
        <progress className={styles.progress} max={job.total ?? 1} value={job.done} aria-hidden="true" />
        <span className={styles.soft}>{text.due.renewingHint}</span>
        <QuietButton isSmall testId="stop-renewal" onPress={() => void cancelling.send({ jobId: job.jobId })}>
          {text.due.stop}
        </QuietButton>
      </div>
    )
  }
  if (!isWaiting) return null
  return (
    <>
      {failure && <ErrorNotice error={failure} />}
      <div className={styles.renewal} role="status" data-testid="renewal">
        <span aria-hidden="true">▲</span>
        <span>{text.due.stopped(waiting === null ? '…' : formatCount(waiting))}</span>
        <QuietButton isSmall testId="go-on-renewal" isDisabled={starting.isSaving} onPress={start}>
          {text.due.goOn}
        </QuietButton>
      </div>
    </>
  )
}
