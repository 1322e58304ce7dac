import { getChart } from '../../../src/contract/dose-calls'
import { getPerson } from '../../../src/contract/person-calls'
import type { ImmunizationChart } from '../../../src/domain/schedule/chart-types'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatAge, formatCode, formatDay } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { PersonAlerts } from '../../components/PersonAlerts'
import { QuietButton } from '../../components/QuietButton'
import { ResidenceChip } from '../../components/ResidenceChip'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { useBoard } from '../../frame/use-board'
import { locale, text } from '../../text'
import { dueReason } from './due-reason'
import { NotFollowed } from './NotFollowed'
import styles from './Reception.module.css'
import { useHasLabelPrinter } from './use-check-in'
import { visitPlaceOf } from './visit-place'

/** Who this is, what must be known, what is due and why; and the one button. */
export function QuickView(props: {
  readonly personId: string | null
  readonly isBusy: boolean
  readonly onQueue: (personId: string) => void
}) {
  const { personId } = props
  return (
    <Panel title={text.reception.quickView} scrolls className={styles.right}>
      {personId === null ? (
        <EmptyState title={text.reception.quickViewEmpty} />
      ) : (
        <Quick key={personId} personId={personId} isBusy={props.isBusy} onQueue={props.onQueue} />
      )}
    </Panel>
  )
}

function Quick(props: {
  readonly personId: string
  readonly isBusy: boolean
  readonly onQueue: (personId: string) => void
}) {
  const { personId, isBusy, onQueue } = props
  const { go } = useNavigation()
  const { board } = useBoard()
  const hasLabelPrinter = useHasLabelPrinter()
  const record = useCallQuery(getPerson, { personId })
  const chart = useCallQuery(getChart, { personId, on: null })
  const place = board && visitPlaceOf(board, personId)
  return (
    <div className={styles.quick}>
      <Identity personId={personId} />
      {record.error && <ErrorNotice error={record.error} onRetry={record.retry} />}
      {chart.error && <ErrorNotice error={chart.error} onRetry={chart.retry} />}
      {chart.data && <DueTable chart={chart.data.chart} />}
      {!chart.data && chart.isLoading && <LateSkeleton lines={4} height={28} />}
      <FilledButton
        isWide
        hint="↵"
        isBusy={isBusy}
        isDisabled={record.data?.residence?.state === 'died'}
        testId="put-in-queue"
        onPress={() => (place ? go(place.screen) : onQueue(personId))}
      >
        {place
          ? text.reception.inQueue
          : hasLabelPrinter
            ? text.reception.putInQueue
            : text.reception.putInQueueOnly}
      </FilledButton>
      <div className={styles.two}>
        <QuietButton isWide hint="→" onPress={() => go({ name: 'person', personId })}>
          {text.reception.openRecord}
        </QuietButton>
        <QuietButton isWide hint="E" onPress={() => go({ name: 'person', personId, open: 'edit' })}>
          {text.reception.editRecord}
        </QuietButton>
      </div>
    </div>
  )
}

function Identity({ personId }: { readonly personId: string }) {
  const { today } = useAppState()
  const { board } = useBoard()
  const { data: view } = useCallQuery(getPerson, { personId })
  if (!view) return null
  const { person } = view
  const isExpected = board?.expected.some(card => card.personId === personId) ?? false
  const place = board && visitPlaceOf(board, personId)
  const facts = [
    text.common.sex[person.sex],
    formatDay(person.birthDate),
    formatAge(person.birthDate, today),
    view.personCode && text.common.code(formatCode(view.personCode)),
  ]
  return (
    <div>
      <h3 className={styles.quickName} data-testid="quick-name" data-person-id={personId}>
        {view.displayName}
      </h3>
      <p className={styles.quickFacts}>{facts.filter(Boolean).join(' · ')}</p>
      <div className={styles.chips}>
        {isExpected && <Chip kind="due">{text.reception.expected}</Chip>}
        {place && <Chip kind="wait">{text.reception.stages[place.stage]}</Chip>}
        <ResidenceChip mark={view.residence} />
        <PersonAlerts person={person} on={today} />
      </div>
      {view.residence && <NotFollowed personId={personId} mark={view.residence} />}
    </div>
  )
}

function DueTable({ chart }: { readonly chart: ImmunizationChart }) {
  return (
    <>
      <div className={styles.due}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text.reception.dueToday}</th>
              <th scope="col">{text.reception.why}</th>
            </tr>
          </thead>
          <tbody>
            {chart.today.map(due => (
              <tr key={due.id}>
                <th scope="row" className={due.status === 'overdue' ? styles.late : styles.dueNow}>
                  <span aria-hidden="true">{due.status === 'overdue' ? '▲' : '●'}</span> {due.label[locale]}
                </th>
                <td>{due.reasons.map(reason => dueReason(reason)).join('; ')}</td>
              </tr>
            ))}
            {chart.today.length === 0 && (
              <tr>
                <td colSpan={2}>
                  <span className={styles.good}>✓</span> {text.reception.nothingDue}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {chart.next && (
        <p className={styles.next}>
          {text.reception.next}: <strong>{formatDay(chart.next.on)}</strong> ·{' '}
          {chart.next.labels.map(label => label[locale]).join(', ')}
        </p>
      )}
      {chart.confirmation === 'unconfirmed' && <p className={styles.soft}>{text.reception.draftSchedule}</p>}
    </>
  )
}
