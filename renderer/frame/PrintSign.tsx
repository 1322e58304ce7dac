import { listPrintJobs, type PrinterFields, type PrintJobView } from '../../src/contract/print-calls'
import { instantOf, vietnamDayOf } from '../../src/domain/calendar/calendar-day'
import { useCallQuery } from '../data/use-call-query'
import { text } from '../text'
import { useNavigation } from './navigation'
import { Sign } from './Sign'
import styles from './StatusBar.module.css'

/** Jobs looked at: the papers of a busy hour. */
const looked = 60

/** The printers of this PC, and how many papers of today did not come out: a way to them with one press. */
export function PrintSign({ roles }: { readonly roles: readonly PrinterFields['role'][] }) {
  const { data } = useCallQuery(listPrintJobs, { limit: looked })
  const { go } = useNavigation()
  const today = vietnamDayOf(instantOf(Date.now()))
  const jobs = (data ?? []).filter(({ createdAt }) => vietnamDayOf(createdAt) === today)
  const left = jobs.filter(job => isLeft(job, jobs)).length
  return (
    <>
      {roles.map(role => (
        <Sign key={role} isGood={jobs.find(job => job.role === role && job.endedAt)?.state !== 'failed'}>
          {text.frame.printers[role]}
        </Sign>
      ))}
      {left > 0 && (
        <button
          type="button"
          className={styles.help}
          data-testid="papers-left"
          onClick={() => go({ name: 'print-jobs' })}
        >
          <span aria-hidden="true">▲</span> {text.documents.papersLeft(left)}
        </button>
      )}
    </>
  )
}

/** True for a paper that somebody waits for: nothing of it left, nobody cancelled it, and no later job tried again. */
function isLeft(job: PrintJobView, jobs: readonly PrintJobView[]): boolean {
  if (job.kind === 'test-page' || job.errorCode === 'print.cancelled') return false
  if (job.leftOver) return true
  const first = job.reprintOf ?? job.jobId
  const isTriedAgain = jobs.some(
    ({ reprintOf, createdAt }) => reprintOf === first && createdAt > job.createdAt,
  )
  return job.state === 'failed' && !isTriedAgain
}
