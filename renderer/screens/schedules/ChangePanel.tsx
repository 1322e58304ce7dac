import { Loader } from '@mantine/core'
import { useState } from 'react'
import type { SchedulePreview } from '../../../src/contract/schedule-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useKeys } from '../../components/use-keys'
import { locale, text } from '../../text'
import { DifferenceList } from './DifferenceList'
import { ImpactBox } from './ImpactBox'
import { ProblemList } from './ProblemList'
import styles from './Schedules.module.css'
import type { ScheduleChange } from './use-schedule-change'
import { confirmationOf, validityOf } from './VersionList'

/** The right half: choose a file, see what it changes, apply it with a reason, or go back with one. */
export function ChangePanel(props: { readonly change: ScheduleChange; readonly mayChange: boolean }) {
  const { change, mayChange } = props
  const { preview, done } = change
  useKeys({ Escape: change.close }, 'screen', preview !== null)
  return (
    <Panel title={preview ? titleOf(preview) : text.schedules.provinceFile} className={styles.change} padded>
      {done && (
        <p className={styles.done} role="status" data-testid="schedule-done">
          ✓{' '}
          {done.action === 'apply' ? text.schedules.applied(done.name) : text.schedules.withdrawn(done.name)}
        </p>
      )}
      {change.error && <ErrorNotice error={change.error} />}
      {change.isReading && (
        <p className={styles.busy} role="status">
          <Loader size={16} /> {text.schedules.reading}
        </p>
      )}
      {!preview && (
        <EmptyState title={text.schedules.nothingChosen}>
          {mayChange ? text.schedules.nothingChosenWhat : text.schedules.onlyHeads}
        </EmptyState>
      )}
      {preview && <PreviewBody change={change} preview={preview} />}
      {mayChange && <Buttons change={change} />}
    </Panel>
  )
}

function titleOf({ action, fileName }: SchedulePreview): string {
  return action === 'apply' ? text.schedules.preview(fileName) : text.schedules.previewWithdrawal(fileName)
}

function PreviewBody({
  change,
  preview,
}: {
  readonly change: ScheduleChange
  readonly preview: SchedulePreview
}) {
  const { version, difference } = preview
  if (preview.problemCount > 0) return <ProblemList preview={preview} />
  return (
    <>
      {version && (
        <div className={styles.about}>
          <strong>{version.name[locale]}</strong>
          <span className={styles.soft}>
            {preview.action === 'apply' && `${text.schedules.replaces[preview.replaces]} · `}
            {validityOf(version)} · {confirmationOf(version)}
          </span>
          <span className={styles.soft}>{version.legalBasis}</span>
        </div>
      )}
      {difference && <DifferenceList difference={difference} comparedOn={preview.comparedOn} />}
      <ImpactBox change={change} token={preview.token} />
    </>
  )
}

function Buttons({ change }: { readonly change: ScheduleChange }) {
  const { preview } = change
  const [isAsking, setAsking] = useState(false)
  const mayApply = preview !== null && preview.problemCount === 0 && change.impact.impact !== null
  const isApply = preview?.action !== 'withdraw'
  const choose = () => void change.choose()
  if (!preview || preview.problemCount > 0) {
    return (
      <div className={styles.buttons}>
        {preview && (
          <QuietButton hint="Esc" onPress={change.close}>
            {text.common.close}
          </QuietButton>
        )}
        <FilledButton onPress={choose} isBusy={change.isReading} testId="choose-schedule">
          {preview ? text.schedules.chooseAnother : text.schedules.choose}
        </FilledButton>
      </div>
    )
  }
  return (
    <div className={styles.buttons}>
      <QuietButton hint="Esc" onPress={change.close}>
        {text.common.cancel}
      </QuietButton>
      {isApply && <QuietButton onPress={choose}>{text.schedules.chooseAnother}</QuietButton>}
      <FilledButton onPress={() => setAsking(true)} isDisabled={!mayApply} testId="apply-schedule">
        {isApply ? text.schedules.apply : text.schedules.goBack}
      </FilledButton>
      {isAsking && <AskReason change={change} preview={preview} onClose={() => setAsking(false)} />}
    </div>
  )
}

function AskReason(props: {
  readonly change: ScheduleChange
  readonly preview: SchedulePreview
  readonly onClose: () => void
}) {
  const { change, preview, onClose } = props
  const isApply = preview.action === 'apply'
  const name = isApply ? (preview.version?.name[locale] ?? preview.fileName) : preview.fileName
  return (
    <ReasonDialog
      title={isApply ? text.schedules.applyTitle(name) : text.schedules.goBackTitle(name)}
      action={isApply ? text.schedules.applyDo : text.schedules.goBackDo}
      error={change.applyError}
      isBusy={change.isApplying}
      onConfirm={reason => void change.apply(reason, name).then(isDone => isDone && onClose())}
      onClose={onClose}
    >
      <p>{isApply ? text.schedules.applyNote : text.schedules.goBackNote}</p>
    </ReasonDialog>
  )
}
