import { useState } from 'react'
import {
  amendReport,
  getReportLife,
  type ReportLife,
  type ReportVersion,
  signingRoles,
  withdrawReport,
} from '../../../../src/contract/report-life-calls'
import { isSent } from '../../../../src/domain/report/life/report-steps'
import type { ReportForm, ReportKey } from '../../../../src/domain/report/report-form'
import { Chip } from '../../../components/Chip'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { formatCount } from '../../../components/format'
import { QuietButton } from '../../../components/QuietButton'
import { ReasonDialog } from '../../../components/ReasonDialog'
import { useKeys } from '../../../components/use-keys'
import { useCallMutation } from '../../../data/use-call-mutation'
import { useCallQuery } from '../../../data/use-call-query'
import { useAppState } from '../../../frame/app-state'
import { text } from '../../../text'
import { CheckDialog } from './CheckDialog'
import { asksPeople, EnterDialog } from './EnterDialog'
import styles from './Life.module.css'
import { deadlineWords, stateKinds, stepsOf, versionWords } from './life-words'
import { AnswerDialog, SendDialog } from './SendDialog'
import { SignDialog } from './SignDialog'
import { DriftDialog, VersionsDialog } from './VersionsDialog'

const words = text.reportLife

type Step = 'enter' | 'check' | 'sign' | 'send' | 'answer' | 'amend' | 'withdraw' | 'versions' | 'drift'

/** Where a report stands, and what the hand does next with it. */
export function LifeBar({
  form,
  reportKey: key,
}: {
  readonly form: ReportForm
  readonly reportKey: ReportKey
}) {
  const life = useCallQuery(getReportLife, { key }, { keep: true })
  const [step, setStep] = useState<Step | null>(null)
  if (life.error) return <ErrorNotice error={life.error} onRetry={life.retry} />
  // While another period is read, nothing of the one before is signed.
  if (!life.data || life.isStale) return <div className={styles.bar} />
  const current = currentOf(life.data)
  return (
    <>
      <Strip form={form} life={life.data} current={current} onStep={setStep} />
      {life.data.drift && life.data.standingId !== null && (
        <div className={styles.drift} role="status" data-testid="report-drifted">
          <span aria-hidden="true">▲</span>
          <span>
            {words.drift(
              formatCount(life.data.drift.cells),
              formatCount(life.data.drift.added),
              formatCount(life.data.drift.removed),
            )}
          </span>
          <QuietButton isSmall onPress={() => setStep('drift')} testId="show-drift">
            {words.showDrift}
          </QuietButton>
        </div>
      )}
      {step && (
        <StepDialog
          form={form}
          life={life.data}
          current={current}
          step={step}
          onClose={() => setStep(null)}
        />
      )}
    </>
  )
}

/** The version that is worked on, else the one that holds; null: not begun, or everything was withdrawn. */
function currentOf({ versions, openId, standingId }: ReportLife): ReportVersion | null {
  return versions.find(({ reportId }) => reportId === (openId ?? standingId)) ?? null
}

type StripProps = {
  readonly form: ReportForm
  readonly life: ReportLife
  readonly current: ReportVersion | null
  readonly onStep: (step: Step) => void
}

function Strip({ form, life, current, onStep }: StripProps) {
  const lastStep = current ? stepsOf(current).at(-1) : undefined
  return (
    <section className={styles.bar} aria-label={words.title} data-testid="report-life">
      <div className={styles.facts}>
        {current ? (
          <>
            <Chip kind={stateKinds[current.state]}>{words.states[current.state]}</Chip>
            <strong>{versionWords(current)}</strong>
          </>
        ) : (
          <Chip kind="wait">{words.notBegun}</Chip>
        )}
        {lastStep !== undefined && <span>{lastStep}</span>}
        <DueWords life={life} />
      </div>
      <Buttons form={form} life={life} current={current} onStep={onStep} />
    </section>
  )
}

function DueWords({ life: { dueAt, isLate, versions, standingId } }: { readonly life: ReportLife }) {
  const standing = versions.find(({ reportId }) => reportId === standingId)
  if (dueAt === null || (standing && isSent(standing) && standing.state !== 'refused')) return null
  return isLate ? (
    <Chip kind="late">{words.late(deadlineWords(dueAt))}</Chip>
  ) : (
    <span>{words.due(deadlineWords(dueAt))}</span>
  )
}

/** What may be done now, with its key; what only the head may is shown to the others as such. */
function Buttons({ form, life, current, onStep }: StripProps) {
  const { signedIn } = useAppState()
  const mayLead = signingRoles.some(role => role === signedIn?.role)
  const steps = stepsNow(form, life, current).filter(({ leads }) => !leads || mayLead)
  useKeys(Object.fromEntries(steps.map(({ key, step }) => [key, () => onStep(step)])))
  return (
    <div className={styles.buttons} title={mayLead ? undefined : words.onlyHead}>
      {steps.map(({ step, key, label }) => (
        <QuietButton
          key={step}
          isSmall
          hint={key.toUpperCase()}
          tone={step === 'withdraw' ? 'wrong' : 'plain'}
          testId={`report-${step}`}
          onPress={() => onStep(step)}
        >
          {label}
        </QuietButton>
      ))}
    </div>
  )
}

type Offer = { readonly step: Step; readonly key: string; readonly label: string; readonly leads: boolean }

function stepsNow(
  form: ReportForm,
  { versions, openId }: ReportLife,
  current: ReportVersion | null,
): readonly Offer[] {
  const offers: Offer[] = []
  const offer = (step: Step, key: string, label: string, leads: boolean) =>
    offers.push({ step, key, label, leads })
  const isOpen = current === null || openId !== null
  if (isOpen && asksPeople(form)) offer('enter', 'n', words.enter, false)
  if (isOpen) offer('check', 'k', words.check, false)
  if (current?.state === 'checked') offer('sign', 'y', words.sign, true)
  if (current?.state === 'signed') offer('send', 'g', words.send, true)
  if (current && isSent(current)) offer('answer', 't', words.noteAnswer, true)
  if (current && openId === null) offer('amend', 'c', words.amend, true)
  if (current) offer('withdraw', 'x', words.withdraw, true)
  if (versions.length > 0) offer('versions', 'b', words.versions, false)
  return offers
}

function StepDialog(props: {
  readonly form: ReportForm
  readonly life: ReportLife
  readonly current: ReportVersion | null
  readonly step: Step
  readonly onClose: () => void
}) {
  const { form, life, current, step, onClose } = props
  if (step === 'enter') return <EnterDialog form={form} life={life} onClose={onClose} />
  if (step === 'check') return <CheckDialog form={form} reportKey={life.key} onClose={onClose} />
  if (step === 'versions') return <VersionsDialog versions={life.versions} onClose={onClose} />
  if (step === 'drift') return life.standingId && <DriftDialog reportId={life.standingId} onClose={onClose} />
  if (!current) return null
  const { reportId } = current
  if (step === 'sign') return <SignDialog reportId={reportId} signers={life.signers} onClose={onClose} />
  if (step === 'send')
    return (
      <SendDialog
        reportId={reportId}
        form={form}
        reportKey={life.key}
        isJoined={life.isJoined}
        onClose={onClose}
      />
    )
  if (step === 'answer') return <AnswerDialog reportId={reportId} onClose={onClose} />
  return step === 'amend' ? (
    <AmendDialog reportId={reportId} onClose={onClose} />
  ) : (
    <WithdrawDialog version={current} onClose={onClose} />
  )
}

function AmendDialog({ reportId, onClose }: { readonly reportId: string; readonly onClose: () => void }) {
  const amend = useCallMutation(amendReport)
  return (
    <ReasonDialog
      title={words.amend}
      action={words.amend}
      suggestions={words.amendWhy}
      error={amend.error}
      isBusy={amend.isSaving}
      onClose={onClose}
      onConfirm={async reason => {
        if ((await amend.send({ reportId, reason })).ok) onClose()
      }}
    />
  )
}

function WithdrawDialog({
  version,
  onClose,
}: {
  readonly version: ReportVersion
  readonly onClose: () => void
}) {
  const withdraw = useCallMutation(withdrawReport)
  return (
    <ReasonDialog
      title={words.withdrawTitle(version.version)}
      action={words.withdraw}
      error={withdraw.error}
      isBusy={withdraw.isSaving}
      onClose={onClose}
      onConfirm={async reason => {
        if ((await withdraw.send({ reportId: version.reportId, reason })).ok) onClose()
      }}
    >
      <p>{words.withdrawHint}</p>
    </ReasonDialog>
  )
}
