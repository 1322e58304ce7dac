import { Modal, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { checkReportCall } from '../../../../src/contract/report-life-calls'
import { findingKey } from '../../../../src/domain/report/life/report-steps'
import type { ReportForm, ReportKey } from '../../../../src/domain/report/report-form'
import type { ReportFinding } from '../../../../src/domain/report/report-record'
import { Chip } from '../../../components/Chip'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FilledButton } from '../../../components/FilledButton'
import { formatCount } from '../../../components/format'
import { QuietButton } from '../../../components/QuietButton'
import { useKeys } from '../../../components/use-keys'
import { useCallMutation } from '../../../data/use-call-mutation'
import { text } from '../../../text'
import styles from './Life.module.css'
import { cellWords, findingWords, valueWords } from './life-words'
import { useJob } from './use-job'

const words = text.reportLife.checking

/** Counts the report again, holds it against everything else, and asks why what does not come out is right all the same. */
export function CheckDialog(props: {
  readonly form: ReportForm
  readonly reportKey: ReportKey
  readonly onClose: () => void
}) {
  const { form, reportKey: key, onClose } = props
  const check = useCallMutation(checkReportCall)
  const [findings, setFindings] = useState<readonly ReportFinding[] | null>(null)
  const send = async (reasons: Parameters<typeof check.send>[0]['reasons']) => {
    const answer = await check.send({ key, reasons })
    if (answer.ok) setFindings(answer.value.findings)
    return answer.ok ? answer.value.state : null
  }
  const job = useJob({ name: 'report.prepare', key }, () => void send([]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => void job.start(), [])
  useKeys({ Escape: onClose }, 'dialog')
  return (
    <Modal opened onClose={onClose} title={words.title} closeOnEscape={false} size="46rem" centered>
      <div className={styles.dialog} data-testid="check-dialog">
        {job.error && <ErrorNotice error={job.error} onRetry={() => void job.start()} />}
        {check.error && <ErrorNotice error={check.error} />}
        {findings === null ? (
          <Running job={job} onClose={onClose} />
        ) : (
          <Findings
            form={form}
            findings={findings}
            isBusy={check.isSaving}
            onClose={onClose}
            onSave={async reasons => {
              if ((await send(reasons)) === 'checked') onClose()
            }}
          />
        )}
      </div>
    </Modal>
  )
}

function Running({
  job,
  onClose,
}: {
  readonly job: ReturnType<typeof useJob>
  readonly onClose: () => void
}) {
  const { view } = job
  const total = view?.total ?? null
  return (
    <>
      {job.isRunning && (
        <div className={styles.running} role="status">
          <span>
            {total === null
              ? words.counting
              : words.countingOf(formatCount(view?.done ?? 0), formatCount(total))}
          </span>
          <progress className={styles.progress} max={total ?? 1} value={view?.done ?? 0} aria-hidden="true" />
        </div>
      )}
      <div className={styles.end}>
        <QuietButton
          hint="Esc"
          onPress={() => {
            job.stop()
            onClose()
          }}
        >
          {words.stop}
        </QuietButton>
      </div>
    </>
  )
}

function Findings(props: {
  readonly form: ReportForm
  readonly findings: readonly ReportFinding[]
  readonly isBusy: boolean
  readonly onSave: (reasons: { key: string; reason: string }[]) => void
  readonly onClose: () => void
}) {
  const { form, findings, isBusy, onSave, onClose } = props
  const kinds = [...new Set(findings.map(({ code }) => code))]
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(findings.flatMap(({ code, reason }) => (reason === null ? [] : [[code, reason]]))),
  )
  const isWhole = kinds.every(code => (reasons[code] ?? '').trim() !== '')
  const save = () =>
    onSave(
      findings.map(finding => ({ key: findingKey(finding), reason: (reasons[finding.code] ?? '').trim() })),
    )
  return (
    <>
      <p role="status">
        {findings.length === 0 ? `✓ ${words.none}` : words.some(formatCount(findings.length))}
      </p>
      <div className={styles.findings}>
        {kinds.map(code => (
          <FindingGroup
            key={code}
            form={form}
            findings={findings.filter(finding => finding.code === code)}
            reason={reasons[code] ?? ''}
            onReason={reason => setReasons({ ...reasons, [code]: reason })}
          />
        ))}
      </div>
      <div className={styles.end}>
        <QuietButton hint="Esc" onPress={onClose}>
          {words.close}
        </QuietButton>
        {findings.length > 0 && (
          <FilledButton
            level="dialog"
            isBusy={isBusy}
            isDisabled={!isWhole}
            onPress={save}
            testId="save-reasons"
          >
            {words.save}
          </FilledButton>
        )}
      </div>
    </>
  )
}

/** So many cells of a kind are named. */
const shownCells = 6

function FindingGroup(props: {
  readonly form: ReportForm
  readonly findings: readonly ReportFinding[]
  readonly reason: string
  readonly onReason: (reason: string) => void
}) {
  const { form, findings, reason, onReason } = props
  const [first] = findings
  if (!first) return null
  const rest = findings.length - shownCells
  return (
    <section className={styles.finding} data-testid={`finding-${first.code}`}>
      <div className={styles.findingHead}>
        <Chip kind={first.severity === 'wrong' ? 'wrong' : 'late'}>{words[first.severity]}</Chip>
        <strong>{findingWords(first.code)}</strong>
      </div>
      <ul className={styles.cells}>
        {findings.slice(0, shownCells).map(finding => (
          <li key={findingKey(finding)}>{findingLine(form, finding)}</li>
        ))}
        {rest > 0 && <li>{words.more(formatCount(rest))}</li>}
      </ul>
      <TextInput
        label={words.reasonFor}
        maxLength={500}
        value={reason}
        onChange={event => onReason(event.currentTarget.value)}
      />
    </section>
  )
}

function findingLine(form: ReportForm, { cell, found, expected }: ReportFinding): string {
  const said = text.reportLife.compared(valueWords(found), valueWords(expected))
  if (cell === null) return said
  const { row, column } = cellWords(form, cell)
  return `${[row, column].filter(part => part !== '').join(' · ')}: ${said}`
}
