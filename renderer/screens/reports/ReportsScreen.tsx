import { useState } from 'react'
import { listCases } from '../../../src/contract/aefi-calls'
import { listReportForms } from '../../../src/contract/report-calls'
import type { ReportForm, ReportKey } from '../../../src/domain/report/report-form'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatMoment } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { locale, text } from '../../text'
import { ChoiceList } from './ChoiceList'
import { DueReportsPanel } from './life/DueReportsPanel'
import { StandingChip } from './life/StandingChip'
import { deadlineWords, periodDaysWords, periodWords, recentPeriods } from './period-words'
import styles from './Reports.module.css'

/** Báo cáo: which forms there are, and the periods of the chosen one. ↑ ↓ choose, ← → change sides, ↵ opens. */
export function ReportsScreen() {
  const forms = useCallQuery(listReportForms, {}, { keep: true })
  const { draft: formId, setDraft: choose } = useDraft<string | null>('reports', () => null)
  const [side, setSide] = useState<'forms' | 'periods'>('forms')
  const all = newestForms(forms.data ?? [])
  const form = all.find(({ id }) => id === formId) ?? all[0] ?? null
  useKeys({ ArrowRight: () => setSide('periods'), ArrowLeft: () => setSide('forms') })
  if (forms.error) return <ErrorNotice error={forms.error} onRetry={forms.retry} />
  if (forms.isLoading) return <LateSkeleton lines={10} />
  if (!form) return <EmptyState title={text.report.noForms}>{text.report.noFormsHint}</EmptyState>
  return (
    <div className={styles.screen}>
      <DueReportsPanel />
      <div className={styles.sides}>
        <Panel title={text.report.forms} actions={<Keys />} className={styles.panel}>
          <ChoiceList
            label={text.report.forms}
            choices={all}
            idOf={({ id }) => id}
            chosen={form.id}
            isActive={side === 'forms'}
            onChoose={({ id }) => {
              setSide('forms')
              choose(id)
            }}
            onOpen={() => setSide('periods')}
            testId="report-form"
          >
            {each => <FormLine form={each} />}
          </ChoiceList>
        </Panel>
        <Panel title={form.title[locale]} note={<FormNote form={form} />} className={styles.panel}>
          <About form={form} />
          {form.period === 'case' ? (
            <CasePeriods form={form} isActive={side === 'periods'} onActive={() => setSide('periods')} />
          ) : (
            <Periods
              key={form.id}
              form={form}
              kind={form.period}
              isActive={side === 'periods'}
              onActive={() => setSide('periods')}
            />
          )}
        </Panel>
      </div>
    </div>
  )
}

const kindOrder: readonly ReportForm['period'][] = ['month', 'day', 'case', 'year']

/** Of each form its newest version, what is made most often first. An older period opens on the version of its time. */
function newestForms(forms: readonly ReportForm[]): readonly ReportForm[] {
  const byId = new Map<string, ReportForm>()
  for (const form of forms.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) byId.set(form.id, form)
  const rank = ({ period }: ReportForm) => kindOrder.indexOf(period)
  return [...byId.values()].toSorted(
    (a, b) => rank(a) - rank(b) || a.title[locale].localeCompare(b.title[locale], 'vi'),
  )
}

function Keys() {
  return (
    <span className={styles.formNote}>
      <Kbd>← →</Kbd> {text.report.keysSide} <Kbd>↵</Kbd> {text.report.keysOpen}
    </span>
  )
}

function FormLine({ form }: { readonly form: ReportForm }) {
  return (
    <div className={styles.optionMain}>
      <div className={styles.optionName}>{form.title[locale]}</div>
      <div className={styles.soft}>
        {text.report.kinds[form.period]} · {deadlineWords(form.deadline)}
      </div>
    </div>
  )
}

function FormNote({ form }: { readonly form: ReportForm }) {
  return (
    form.confirmation === 'unverified' && (
      <Chip kind="late" title={`${text.report.unverifiedForm} ${form.source}`}>
        {text.report.unverified}
      </Chip>
    )
  )
}

function About({ form }: { readonly form: ReportForm }) {
  return (
    <p className={styles.about}>
      <span>{text.report.to(form.to[locale])}</span>
      <span>{text.report.due(deadlineWords(form.deadline))}</span>
      <span>{text.report.formLine(form.id, form.version)}</span>
    </p>
  )
}

type SideProps = {
  readonly form: ReportForm
  readonly isActive: boolean
  readonly onActive: () => void
}

function useOpenReport(form: ReportForm) {
  const { go } = useNavigation()
  const basis = form.bases[0] ?? 'place'
  return (period: string) =>
    go({ name: 'report', key: { formId: form.id, period, basis } satisfies ReportKey })
}

function Periods(props: SideProps & { readonly kind: Exclude<ReportForm['period'], 'case'> }) {
  const { form, kind, isActive, onActive } = props
  const { today } = useAppState()
  const periods = recentPeriods(kind, today)
  // What is due is the period before the one that runs; a day's report is of today.
  const [chosen, choose] = useState(periods[kind === 'day' ? 0 : 1] ?? '')
  const open = useOpenReport(form)
  return (
    <ChoiceList
      label={text.report.periods}
      choices={periods}
      idOf={period => period}
      chosen={chosen}
      isActive={isActive}
      onChoose={period => {
        onActive()
        choose(period)
      }}
      onOpen={open}
      isPressOpening
      testId="report-period-line"
    >
      {period => (
        <>
          <div className={styles.optionMain}>
            <span className={styles.optionName}>{periodWords(period)}</span>{' '}
            <span className={styles.soft}>{kind !== 'day' && periodDaysWords(period)}</span>
          </div>
          <StandingChip reportKey={{ formId: form.id, period, basis: form.bases[0] ?? 'place' }} />
          {period === periods[0] && <Chip kind="wait">{text.report.period.current}</Chip>}
        </>
      )}
    </ChoiceList>
  )
}

function CasePeriods({ form, isActive, onActive }: SideProps) {
  const cases = useCallQuery(listCases, { offset: 0, limit: 200 }, { keep: true })
  const [chosen, choose] = useState<string | null>(null)
  const open = useOpenReport(form)
  if (cases.error) return <ErrorNotice error={cases.error} onRetry={cases.retry} />
  if (cases.isLoading) return <LateSkeleton lines={6} />
  const lines = cases.data?.lines ?? []
  if (lines.length === 0)
    return <EmptyState title={text.report.noCases}>{text.report.noCasesHint}</EmptyState>
  return (
    <ChoiceList
      label={text.report.periods}
      choices={lines}
      idOf={({ caseId }) => caseId}
      chosen={chosen ?? lines[0]?.caseId ?? ''}
      isActive={isActive}
      onChoose={({ caseId }) => {
        onActive()
        choose(caseId)
      }}
      onOpen={({ caseId }) => open(caseId)}
      isPressOpening
      testId="report-period-line"
    >
      {line => (
        <div className={styles.optionMain}>
          <div className={styles.optionName}>{line.displayName}</div>
          <div className={styles.soft}>{formatMoment(line.knownAt)}</div>
        </div>
      )}
    </ChoiceList>
  )
}
