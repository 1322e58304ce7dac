import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { advanceCase, type CaseView, noteCaseReport } from '../../../src/contract/aefi-calls'
import type { RequestOf } from '../../../src/contract/call'
import { reportAddressees, reportField } from '../../../src/domain/aefi/aefi-case'
import type { CaseForm } from '../../../src/domain/aefi/case-form'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatMoment } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useNow } from '../../components/use-now'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { locale, text } from '../../text'
import { choicesOf } from '../injection/choices'
import styles from './After.module.css'
import { clockWords } from './moments'

/** What the law asks for and how far it is: the clock and the reports, what is missing, what was done at once. */
export function CaseSide(props: {
  readonly view: CaseView
  readonly form: CaseForm
  readonly readAtMs: number
}) {
  const { view, form, readAtMs } = props
  return (
    <Panel label={text.after.form.reportTitle} scrolls padded className={styles.caseSide}>
      <Reports view={view} readAtMs={readAtMs} />
      <Missing view={view} form={form} />
      <DoneAtOnce view={view} />
      <Steps view={view} />
    </Panel>
  )
}

function Reports({ view, readAtMs }: { readonly view: CaseView; readonly readAtMs: number }) {
  const nowMs = useNow(15_000) + Date.parse(view.now) - readAtMs
  const words = text.after.form
  return (
    <section className={styles.sideSection}>
      <h3>{words.reportTitle}</h3>
      {view.waiting.length > 0 && (
        <p className={styles.severe} data-testid="case-clock">
          ▲ {clockWords(view.dueAt, nowMs)} · {words.dueBy(formatMoment(view.dueAt))}
        </p>
      )}
      {reportAddressees.map(to => {
        const report = view[reportField[to]]
        const name = text.after.addressees[to]
        return (
          <p key={to} data-testid={`report-${to}`}>
            {report ? words.told(name, formatMoment(report.at), report.byName) : words.notTold(name)}
            {report?.takenBy && ` · ${report.takenBy}`}
          </p>
        )
      })}
      {view.waiting.length > 0 && <ReportForm view={view} />}
    </section>
  )
}

type Means = RequestOf<typeof noteCaseReport>['by']

function ReportForm({ view }: { readonly view: CaseView }) {
  const [by, setBy] = useState<Means>('phone')
  const [takenBy, setTakenBy] = useState('')
  const report = useCallMutation(noteCaseReport)
  const words = text.after.form
  const means = choicesOf(words.means)
  async function tell(to: RequestOf<typeof noteCaseReport>['to']) {
    const answer = await report.send({
      caseId: view.caseId,
      to,
      at: null,
      by,
      takenBy: takenBy.trim() || null,
    })
    if (answer.ok) setTakenBy('')
  }
  return (
    <>
      <SegmentedControl
        aria-label={words.by}
        size="xs"
        fullWidth
        data={means}
        value={by}
        onChange={value => setBy(means.find(each => each.value === value)?.value ?? 'phone')}
      />
      <TextInput
        label={words.takenBy}
        maxLength={200}
        value={takenBy}
        onChange={event => setTakenBy(event.currentTarget.value)}
      />
      {report.error && <ErrorNotice error={report.error} />}
      <div className={styles.chips}>
        {view.waiting.map(to => (
          <QuietButton
            key={to}
            tone="wrong"
            isDisabled={report.isSaving}
            testId={`tell-${to}`}
            onPress={() => void tell(to)}
          >
            {words.tell(text.after.addressees[to])}
          </QuietButton>
        ))}
      </div>
    </>
  )
}

function Missing({ view, form }: { readonly view: CaseView; readonly form: CaseForm }) {
  const words = text.after.form
  const critical = view.missing.filter(fact => fact.critical)
  const others = view.missing.length - critical.length
  return (
    <section className={styles.sideSection}>
      <h3>{critical.length > 0 ? words.missingTitle(critical.length) : words.nothingMissing}</h3>
      <ul className={styles.missing} data-testid="missing">
        {critical.map(({ code, doseId }) => {
          const field = form.fields.find(each => each.code === code)
          const dose = view.doses.find(each => each.doseId === doseId)
          return (
            <li key={`${code} ${doseId}`}>
              ● {field?.label[locale]}
              {dose && ` · ${dose.vaccineName}`}
            </li>
          )
        })}
      </ul>
      {others > 0 && <p className={styles.soft}>{words.missingCore(others)}</p>}
    </section>
  )
}

function DoneAtOnce({ view }: { readonly view: CaseView }) {
  const { go } = useNavigation()
  const words = text.after.form
  return (
    <section className={styles.sideSection}>
      <h3>{words.done}</h3>
      <p>{view.stoppedSession ? words.stopped : words.notStopped}</p>
      {view.lots.length === 0 && <p>{words.noLot}</p>}
      {view.lots.map(lot => (
        <p key={lot.lotId}>
          {lot.wasSuspendedHere
            ? words.suspended(lot.vaccineName, lot.number)
            : words.alreadyOut(lot.vaccineName, lot.number)}{' '}
          <QuietButton isSmall onPress={() => go({ name: 'recall', lotId: lot.lotId })}>
            {text.after.recall.button}
          </QuietButton>
        </p>
      ))}
      <p>{words.besideCount(view.beside.persons)}</p>
    </section>
  )
}

function Steps({ view }: { readonly view: CaseView }) {
  const advance = useCallMutation(advanceCase)
  const words = text.after.form
  const next = view.state === 'reported' ? 'investigated' : view.state === 'investigated' ? 'closed' : null
  if (next === null) return null
  return (
    <section className={styles.sideSection}>
      {advance.error && <ErrorNotice error={advance.error} />}
      <QuietButton
        isWide
        isDisabled={advance.isSaving}
        testId="advance-case"
        onPress={() => void advance.send({ caseId: view.caseId, to: next })}
      >
        {next === 'investigated' ? words.investigated : words.close}
      </QuietButton>
    </section>
  )
}
