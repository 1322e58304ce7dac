import { Modal, Radio, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { answerReport, sendReport } from '../../../../src/contract/report-life-calls'
import type { ReportForm, ReportKey } from '../../../../src/domain/report/report-form'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FilledButton } from '../../../components/FilledButton'
import { QuietButton } from '../../../components/QuietButton'
import { useKeys } from '../../../components/use-keys'
import { ExportButton } from '../../../data/ExportButton'
import { useCallMutation } from '../../../data/use-call-mutation'
import { locale, text } from '../../../text'
import styles from './Life.module.css'

/** By which way a signed report leaves. */
export function SendDialog(props: {
  readonly reportId: string
  readonly form: ReportForm
  readonly reportKey: ReportKey
  readonly isJoined: boolean
  readonly onClose: () => void
}) {
  const { reportId, form, reportKey, onClose } = props
  const isCase = form.period === 'case'
  const isJoined = props.isJoined && !isCase
  const words = text.reportLife.sending
  const [by, setBy] = useState<'link' | 'file'>(isJoined ? 'link' : 'file')
  const send = useCallMutation(sendReport)
  useKeys({ Escape: onClose }, 'dialog')
  const confirm = async () => {
    if ((await send.send({ reportId, by })).ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={words.title} closeOnEscape={false} centered>
      <div className={styles.dialog}>
        <p>{words.to(form.to[locale])}</p>
        <Radio.Group
          value={by}
          onChange={value => setBy(value === 'link' ? 'link' : 'file')}
          aria-label={words.title}
        >
          <div className={styles.dialog}>
            <Radio
              value="link"
              disabled={!isJoined}
              label={words.link}
              description={isJoined ? words.linkHint : isCase ? words.caseHint : words.noLink}
            />
            <Radio value="file" label={words.file} description={words.fileHint} />
          </div>
        </Radio.Group>
        {by === 'file' && (
          <div>
            <ExportButton
              of={{ list: 'report', key: reportKey }}
              label={text.report.exportFile}
              testId="export-to-send"
            />
          </div>
        )}
        {send.error && <ErrorNotice error={send.error} />}
        <div className={styles.end}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
          <FilledButton
            level="dialog"
            isBusy={send.isSaving}
            onPress={() => void confirm()}
            testId="confirm-send-report"
          >
            {by === 'link' ? words.confirmLink : words.confirmFile}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}

/** What the receiver answered by letter or telephone. */
export function AnswerDialog({
  reportId,
  onClose,
}: {
  readonly reportId: string
  readonly onClose: () => void
}) {
  const words = text.reportLife.answering
  const [verdict, setVerdict] = useState<'accepted' | 'refused'>('accepted')
  const [reason, setReason] = useState('')
  const answer = useCallMutation(answerReport)
  useKeys({ Escape: onClose }, 'dialog')
  const confirm = async () => {
    if ((await answer.send({ reportId, verdict, reason: reason.trim() || null })).ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={words.title} closeOnEscape={false} centered>
      <div className={styles.dialog}>
        <SegmentedControl
          aria-label={words.title}
          data={(['accepted', 'refused'] as const).map(value => ({ value, label: words[value] }))}
          value={verdict}
          onChange={value => setVerdict(value === 'refused' ? 'refused' : 'accepted')}
        />
        <Textarea
          label={words.reason}
          autosize
          minRows={2}
          maxLength={1000}
          withAsterisk={verdict === 'refused'}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        {answer.error && <ErrorNotice error={answer.error} />}
        <div className={styles.end}>
          <QuietButton hint="Esc" onPress={onClose}>
            {text.common.cancel}
          </QuietButton>
          <FilledButton
            level="dialog"
            isBusy={answer.isSaving}
            isDisabled={verdict === 'refused' && reason.trim() === ''}
            onPress={() => void confirm()}
          >
            {words.confirm}
          </FilledButton>
        </div>
      </div>
    </Modal>
  )
}
