import { useState } from 'react'
import { type CaseView, getCase, saveCaseFacts } from '../../../src/contract/aefi-calls'
import { listBesideCase } from '../../../src/contract/contact-calls'
import type { CaseForm } from '../../../src/domain/aefi/case-form'
import { call } from '../../api'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatAge } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { Tabs } from '../../components/Tabs'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { DocumentPreview } from '../documents/DocumentPreview'
import styles from './After.module.css'
import { CaseFormFields } from './CaseFormFields'
import { CaseHistory } from './CaseHistory'
import { CaseSide } from './CaseSide'
import { ConcernedList } from './ConcernedList'
import { type CaseDraft, nothing } from './case-draft'
import { PrintListButton } from './PrintListButton'

type Tab = 'form' | 'others' | 'history'
const tabs: readonly Tab[] = ['form', 'others', 'history']

/** One severe case: its form, what is missing, the reports, who else, and what happened to it. */
export function CaseScreen({ caseId }: { readonly caseId: string }) {
  const read = useCallQuery(getCase, { caseId }, { keep: true })
  if (read.error && !read.data) return <ErrorNotice error={read.error} onRetry={read.retry} />
  if (!read.data) return <LateSkeleton />
  return <Case view={read.data.view} form={read.data.form} readAtMs={read.readAtMs} />
}

function Case(props: { readonly view: CaseView; readonly form: CaseForm; readonly readAtMs: number }) {
  const { view, form, readAtMs } = props
  const [tab, setTab] = useState<Tab>('form')
  const [isPrinting, setPrinting] = useState(false)
  useKeys({ 'Ctrl+p': () => setPrinting(true) })
  return (
    <div className={styles.caseScreen}>
      <div className={styles.caseMain}>
        <CaseHead view={view} onPrint={() => setPrinting(true)} />
        <Tabs
          label={text.after.form.title}
          tabs={tabs.map(value => ({ value, label: text.after.form.tabs[value] }))}
          value={tab}
          onChange={setTab}
        />
        {tab === 'form' && <FormTab view={view} form={form} />}
        {tab === 'others' && <OthersTab caseId={view.caseId} />}
        {tab === 'history' && <CaseHistory view={view} />}
      </div>
      <CaseSide view={view} form={form} readAtMs={readAtMs} />
      {isPrinting && (
        <DocumentPreview
          request={{
            kind: 'aefi-case-form',
            personId: view.personId,
            visitId: null,
            paper: 'A4',
            bilingual: false,
            caseId: view.caseId,
          }}
          onClose={() => setPrinting(false)}
        />
      )}
    </div>
  )
}

function CaseHead({ view, onPrint }: { readonly view: CaseView; readonly onPrint: () => void }) {
  const { today } = useAppState()
  const { go } = useNavigation()
  return (
    <header className={styles.caseHead}>
      <div>
        <h2 className={styles.name}>{view.displayName}</h2>
        <p className={styles.soft}>
          {formatAge(view.birthDate, today)} · {view.facts['case-number'] ?? view.caseNumber}
        </p>
      </div>
      <Chip kind={view.state === 'closed' ? 'ok' : view.state === 'draft' ? 'wrong' : 'due'}>
        {text.after.states[view.state]}
      </Chip>
      <span className={styles.push} />
      <QuietButton onPress={() => go({ name: 'person', personId: view.personId })}>
        {text.people.record}
      </QuietButton>
      <QuietButton hint="Ctrl P" onPress={onPrint} testId="print-case">
        {text.after.form.print}
      </QuietButton>
    </header>
  )
}

function FormTab({ view, form }: { readonly view: CaseView; readonly form: CaseForm }) {
  const { draft, setDraft, clear } = useDraft<CaseDraft>(`aefi:${view.caseId}`, () => nothing)
  const save = useCallMutation(saveCaseFacts)
  const [isCorrecting, setCorrecting] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const isChanged = Object.keys(draft.facts).length + Object.keys(draft.doseFacts).length > 0

  async function send(reason: string | null) {
    const answer = await save.send({ caseId: view.caseId, ...draft, reason })
    if (!answer.ok) return
    clear()
    setDraft(nothing)
    setCorrecting(false)
    setSaid(text.after.form.saved)
  }
  return (
    <Panel label={text.after.form.title} className={styles.panel}>
      <div className={styles.formScroll}>
        <p className={styles.soft}>▲ {text.after.form.unverified}</p>
        <CaseFormFields
          view={view}
          form={form}
          draft={draft}
          error={save.error}
          onChange={next => {
            setSaid(null)
            setDraft(next)
          }}
        />
      </div>
      <div className={styles.formFoot}>
        {save.error && !isCorrecting && <ErrorNotice error={save.error} />}
        <p role="status" className={styles.said}>
          {said}
        </p>
        <FilledButton
          isBusy={save.isSaving}
          isDisabled={!isChanged}
          onPress={() => (view.state === 'draft' ? void send(null) : setCorrecting(true))}
          testId="save-case"
        >
          {text.after.form.save}
        </FilledButton>
      </div>
      {isCorrecting && (
        <ReasonDialog
          title={text.after.form.correct}
          action={text.after.form.save}
          suggestions={text.after.form.correctReasons}
          error={save.error}
          isBusy={save.isSaving}
          onConfirm={reason => void send(reason)}
          onClose={() => setCorrecting(false)}
        />
      )}
    </Panel>
  )
}

function OthersTab({ caseId }: { readonly caseId: string }) {
  const head = useCallQuery(listBesideCase, { caseId, offset: 0, limit: 1 }, { keep: true })
  const counts = head.data?.counts
  return (
    <Panel
      title={text.after.form.tabs.others}
      note={
        counts &&
        text.after.people.counts(counts.persons, counts.reached, counts.symptoms, counts.unreachable)
      }
      actions={
        <>
          <PrintListButton list={{ of: 'case', caseId }} />
          <ExportButton of={{ list: 'case-contacts', caseId }} testId="export-beside" />
        </>
      }
      className={styles.panel}
    >
      <ConcernedList
        about="case"
        aboutKey={caseId}
        name={listBesideCase.name}
        read={page => call(listBesideCase, { caseId, ...page })}
      />
      <p className={styles.keys}>{text.after.people.keys}</p>
    </Panel>
  )
}
