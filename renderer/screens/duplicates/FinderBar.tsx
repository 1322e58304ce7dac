import type { DuplicateList } from '../../../src/contract/duplicate-calls'
import { cancelJob, startJob } from '../../../src/contract/job-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount, formatDay, formatTime } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Duplicates.module.css'

/** Starts the search through the whole register, shows how far it is, and calls it off; says when it last ended. */
export function FinderBar({ list }: { readonly list: DuplicateList | null }) {
  const starting = useCallMutation(startJob)
  const cancelling = useCallMutation(cancelJob)
  const words = text.duplicates.pairs
  const job = list?.job ?? null
  const last = list?.lastSearch ?? null
  const failure = starting.error ?? cancelling.error ?? (job?.state === 'failed' ? job.error : null)
  if (job?.state === 'running') {
    return (
      <>
        <span role="status" data-testid="finding">
          {job.total === null
            ? words.findingSoon
            : words.finding(formatCount(job.done), formatCount(job.total))}
        </span>
        <progress className={styles.progress} max={job.total ?? 1} value={job.done} aria-hidden="true" />
        <QuietButton isSmall testId="stop-finding" onPress={() => void cancelling.send({ jobId: job.jobId })}>
          {words.stop}
        </QuietButton>
      </>
    )
  }
  return (
    <>
      {failure && <ErrorNotice error={failure} />}
      {last && (
        <span className={styles.soft} data-testid="last-search">
          {words.last(formatDay(vietnamDayOf(last.at)), formatTime(last.at), formatCount(last.persons))}
        </span>
      )}
      <FilledButton
        testId="find-duplicates"
        isBusy={starting.isSaving}
        onPress={() => void starting.send({ job: { name: 'find-duplicates' } })}
      >
        {words.find}
      </FilledButton>
    </>
  )
}
