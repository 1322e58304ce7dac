import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { ResponseOf } from '../../../src/contract/call'
import { answerReport, getReceivedReport } from '../../../src/contract/supervision-calls'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount, formatMoment } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { formWords, receivedState } from './received-words'
import { SentTable } from './SentTable'
import styles from './Supervision.module.css'
import { stateChip } from './supervision-words'

type Received = ResponseOf<typeof getReceivedReport>

/** A report as it came, to be read, and taken or sent back with the reason. */
export function ReportDialog({
  recordId,
  onClose,
}: {
  readonly recordId: string
  readonly onClose: () => void
}) {
  const report = useCallQuery(getReceivedReport, { recordId })
  const answering = useCallMutation(answerReport)
  const [isRefusing, setRefusing] = useState(false)
  useKeys({ Escape: onClose, t: () => setRefusing(true) }, 'dialog', !isRefusing)
  async function answer(verdict: 'accepted' | 'refused', reason: string | null) {
    const sent = await answering.send({ recordId, verdict, text: reason })
    if (sent.ok) onClose()
  }
  if (isRefusing)
    return (
      <ReasonDialog
        title={text.supervision.report.refuseTitle}
        action={text.supervision.report.refuse}
        error={answering.error}
        isBusy={answering.isSaving}
        onConfirm={reason => void answer('refused', reason)}
        onClose={() => setRefusing(false)}
      />
    )
  const { data } = report
  const title = data ? `${formWords(data)} · ${data.point?.name ?? ''}` : text.supervision.tabs.reports
  return (
    <Modal opened onClose={onClose} title={title} closeOnEscape={false} size="85%" centered>
      <div className={styles.dialog} data-testid="received-report-dialog">
        {report.error && <ErrorNotice error={report.error} onRetry={report.retry} />}
        {answering.error && <ErrorNotice error={answering.error} />}
        {data ? <Sent report={data} /> : <LateSkeleton lines={8} />}
        <div className={styles.buttons}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.close}
          </QuietButton>
          <QuietButton hint="T" tone="wrong" testId="refuse-report" onPress={() => setRefusing(true)}>
            {text.supervision.report.refuse}
          </QuietButton>
          <FilledButton
            level="dialog"
            isBusy={answering.isSaving}
            isDisabled={!data}
            testId="accept-report"
            onPress={() => void answer('accepted', null)}
          >
            {text.supervision.report.accept}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}

function Sent({ report }: { readonly report: Received }) {
  const { version, basis, receivedAt, signedByName, amendReason, answer, form, rows } = report
  const state = receivedState(report)
  const words = text.supervision.report
  return (
    <>
      <div className={styles.chips}>
        <Chip kind={stateChip[state]}>{text.supervision.reportState[state]}</Chip>
        <span>
          {words.basis[basis]}, {words.version(formatCount(version))}
        </span>
        <span className={styles.soft}>
          {text.supervision.receivedAt(formatMoment(receivedAt))}
          {signedByName && ` · ${words.signedBy(signedByName)}`}
        </span>
      </div>
      {amendReason && <p>{words.amended(amendReason)}</p>}
      {answer && (
        <p>
          {answer.text}{' '}
          <span className={styles.soft}>{words.answered(answer.byName, formatMoment(answer.at))}</span>
        </p>
      )}
      {form === null && <p className={styles.soft}>{words.unknownVersion}</p>}
      {rows.length === 0 ? <p>{words.empty}</p> : <SentTable form={form} rows={rows} />}
    </>
  )
}
