import { useState } from 'react'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount, formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { text } from '../../text'
import { DocumentPreview } from '../documents/DocumentPreview'
import { RenewalNotice } from '../due/RenewalNotice'
import { BringPanel } from './BringPanel'
import { HoldPanel } from './HoldPanel'
import styles from './Plan.module.css'
import { PlanBar } from './PlanBar'
import { PlanList } from './PlanList'
import type { Showing } from './plan-state'
import { type PlanDesk, usePlan, usePlanLine } from './use-plan'
import { WorkerPanel } from './WorkerPanel'

/** Lập kế hoạch buổi tiêm: who comes when, what to bring, which vials, and the papers for the health workers. */
export function PlanScreen() {
  const desk = usePlan()
  const acts = usePlanLine(desk)
  const [showing, setShowing] = useState<Showing>('all')
  const [hamlet, setHamlet] = useState<string | null>(null)
  const { view, read } = desk
  const error = desk.error ?? read.error
  return (
    <div className={styles.screen}>
      <Panel
        title={text.plan.title}
        note={noteOf(desk)}
        actions={<Papers desk={desk} />}
        className={styles.panel}
      >
        <PlanBar
          desk={desk}
          acts={acts}
          showing={showing}
          hamlet={hamlet}
          onShow={setShowing}
          onHamlet={setHamlet}
        />
        {error && <ErrorNotice error={error} onRetry={read.retry} />}
        {view && <RenewalNotice renewal={view.renewal} waiting={null} />}
        <PlanList key={desk.on} desk={desk} acts={acts} showing={showing} hamlet={hamlet} />
      </Panel>
      <div className={styles.side}>
        {view && <BringPanel desk={desk} view={view} />}
        {view && <HoldPanel desk={desk} view={view} />}
        {view && <WorkerPanel desk={desk} view={view} hamlet={hamlet} onHamlet={setHamlet} />}
        <Save desk={desk} />
      </div>
      {acts.leaving && (
        <ReasonDialog
          title={text.plan.removeTitle(acts.leaving.displayName)}
          action={text.plan.remove}
          suggestions={text.plan.removeReasons}
          onConfirm={acts.leave}
          onClose={acts.keep}
        />
      )}
    </div>
  )
}

function noteOf({ invited, capacity, expected }: PlanDesk): string {
  return text.plan.counts(
    formatCount(invited.length),
    formatCount(capacity),
    formatCount(Math.round(expected)),
  )
}

/** The list and the slips, of what is saved: a paper must not say what nobody has agreed to. */
function Papers({ desk }: { readonly desk: PlanDesk }) {
  const [isOpen, setOpen] = useState(false)
  const isReady = desk.view?.plan != null && !desk.isChanged
  const print = () => {
    if (isReady) setOpen(true)
  }
  useKeys({ 'Ctrl+p': print })
  return (
    <>
      {!isReady && <span>{text.plan.saveFirst}</span>}
      {isReady && (
        <ExportButton of={{ list: 'plan', on: desk.on }} label={text.plan.exportList} testId="export-plan" />
      )}
      <QuietButton isSmall hint="Ctrl P" isDisabled={!isReady} testId="print-plan" onPress={print}>
        {text.plan.print}
      </QuietButton>
      {isOpen && (
        <DocumentPreview
          request={{
            kind: 'session-invitations',
            personId: null,
            visitId: null,
            paper: 'A4',
            bilingual: false,
            on: desk.on,
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function Save({ desk }: { readonly desk: PlanDesk }) {
  const { view, invited, isChanged, isSaving, said } = desk
  const state = isChanged
    ? text.plan.changed
    : view?.plan
      ? `✓ ${text.plan.saved(view.plan.byName)}`
      : text.plan.notSaved
  return (
    <div className={styles.save}>
      <span role="status" className={styles.soft} data-testid="plan-state">
        {said === null ? state : `✓ ${text.plan.savedNow(formatCount(said))}`} · {formatDay(desk.on)}
      </span>
      <FilledButton
        isWide
        isBusy={isSaving}
        isDisabled={!view || invited.length === 0 || (view.plan !== null && !isChanged)}
        testId="save-plan"
        onPress={() => void desk.save()}
      >
        {text.plan.save(formatCount(invited.length))}
      </FilledButton>
    </div>
  )
}
