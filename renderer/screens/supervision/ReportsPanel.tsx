import { useState } from 'react'
import { listReceivedReports, type ReceivedReport } from '../../../src/contract/supervision-calls'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount, formatMoment } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { LongList } from '../duplicates/LongList'
import { type ChosenMonth, MonthChoice } from './MonthChoice'
import { ReportDialog } from './ReportDialog'
import { formWords, receivedState } from './received-words'
import styles from './Supervision.module.css'
import { stateChip } from './supervision-words'

/** Reports that points sent for a month, unanswered ones first; each opens to be read and answered. */
export function ReportsPanel({ month }: { readonly month: ChosenMonth }) {
  const { period } = month
  const list = useCallQuery(listReceivedReports, { period }, { keep: true, everyMs: 10_000 })
  const [opened, setOpened] = useState<string | null>(null)
  const reports = list.data?.reports ?? []
  const open = ({ recordId }: ReceivedReport) => setOpened(recordId)
  return (
    <Panel
      title={text.supervision.tabs.reports}
      note={list.data && formatCount(reports.length)}
      className={styles.panel}
    >
      <search className={styles.filters} aria-label={text.supervision.tabs.reports}>
        <MonthChoice month={month} />
      </search>
      {list.error && <ErrorNotice error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LateSkeleton lines={8} />}
      {list.data && reports.length === 0 && (
        <EmptyState title={text.supervision.report.none}>{text.supervision.report.noneHint}</EmptyState>
      )}
      {reports.length > 0 && (
        <LongList
          label={text.supervision.tabs.reports}
          count={reports.length}
          lineHeight={48}
          itemAt={index => reports[index] ?? null}
          onView={() => undefined}
          keys={{ Enter: open }}
          onPress={open}
        >
          {report => <ReportLine report={report} />}
        </LongList>
      )}
      {opened !== null && <ReportDialog recordId={opened} onClose={() => setOpened(null)} />}
    </Panel>
  )
}

function ReportLine({ report }: { readonly report: ReceivedReport }) {
  const { point, version, basis, receivedAt, signedByName } = report
  const state = receivedState(report)
  return (
    <div className={styles.reportRow} data-testid="received-report">
      <div className={styles.cell}>
        <div className={styles.pointName}>{point?.name ?? text.common.notKnown}</div>
        <div className={styles.soft}>{point?.communeName}</div>
      </div>
      <div className={styles.cell}>
        <div>{formWords(report)}</div>
        <div className={styles.soft}>
          {text.supervision.report.basis[basis]}, {text.supervision.report.version(formatCount(version))}
        </div>
      </div>
      <div className={styles.cell}>
        <div>{text.supervision.receivedAt(formatMoment(receivedAt))}</div>
        {signedByName && <div className={styles.soft}>{text.supervision.report.signedBy(signedByName)}</div>}
      </div>
      <Chip kind={stateChip[state]}>{text.supervision.reportState[state]}</Chip>
    </div>
  )
}
