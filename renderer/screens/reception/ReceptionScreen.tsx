import { ErrorNotice } from '../../components/ErrorNotice'
import type { CheckedIn, Scanned } from '../../frame/navigation'
import { useSearch } from '../../frame/search'
import { text } from '../../text'
import { PrintButton } from '../documents/PrintButton'
import { NobodyFound } from './NobodyFound'
import { QuickView } from './QuickView'
import styles from './Reception.module.css'
import { ResultList } from './ResultList'
import { TodayList } from './TodayList'
import { useReception } from './use-reception'

/** Tiếp đón: find, look, put into the queue; the search box keeps the focus all morning. */
export function ReceptionScreen(props: {
  /** Whom another screen wants to see here. */
  readonly query: string | null
  readonly checkedIn: CheckedIn | null
  /** Whom a scan means; shown whatever the search finds for the number. */
  readonly scanned: Scanned | null
}) {
  const search = useSearch()
  const { people, personId, isNobody, setChosenId, register, checkIn } = useReception(
    props.query,
    props.checkedIn,
    props.scanned,
  )
  return (
    <div className={styles.screen}>
      <div className={styles.left}>
        {checkIn.done && (
          <p className={styles.queued} role="status" data-testid="queued">
            <strong>✓ {text.reception.queued(checkIn.done.name, checkIn.done.ticket)}</strong>{' '}
            {checkIn.done.isPrinting && text.reception.queuedPrinted}{' '}
            <PrintButton
              of={{
                kind: 'queue-ticket',
                personId: checkIn.done.personId,
                visitId: checkIn.done.visitId,
              }}
              label={text.documents.ticket}
              testId="print-ticket"
            />
          </p>
        )}
        {checkIn.error && <ErrorNotice error={checkIn.error} />}
        {people.error && <ErrorNotice error={people.error} onRetry={people.retry} />}
        {people.kind === 'today' && <TodayList people={people} personId={personId} onChoose={setChosenId} />}
        {people.kind === 'results' && !isNobody && (
          <ResultList people={people} personId={personId} onChoose={setChosenId} />
        )}
        {isNobody && <NobodyFound typed={search.text} onRegister={register} />}
      </div>
      <QuickView
        personId={isNobody ? null : personId}
        isBusy={checkIn.isSaving}
        onQueue={putId => void checkIn.putInQueue(putId)}
      />
    </div>
  )
}
