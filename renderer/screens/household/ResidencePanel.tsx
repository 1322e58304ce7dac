import { useState } from 'react'
import type { PersonView } from '../../../src/contract/person-calls'
import { listResidences, type ResidenceView, voidResidence } from '../../../src/contract/residence-calls'
import type { ResidenceState } from '../../../src/domain/person/residence'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { ResidenceChip, residenceWords } from '../../components/ResidenceChip'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { DocumentPreview } from '../documents/DocumentPreview'
import styles from './Household.module.css'
import { ResidenceDialog } from './ResidenceDialog'

/** Where the person is, since when and why; what is noted wrong is taken back. */
export function ResidencePanel({ view }: { readonly view: PersonView }) {
  const { personId, displayName } = view
  const { data, error, retry } = useCallQuery(listResidences, { personId })
  const [dialog, setDialog] = useState<ResidenceState | null>(null)
  const [wrong, setWrong] = useState<ResidenceView | null>(null)
  const [isPrinting, setPrinting] = useState(false)
  return (
    <Panel title={text.household.residence} scrolls padded>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      <div className={styles.chips}>
        <ResidenceChip mark={data?.mark ?? null} />
        {data && !data.mark && <span>✓ {text.household.residenceNone}</span>}
        {data?.mark && !data.mark.isFollowed && (
          <span className={styles.soft}>{text.household.notFollowed}</span>
        )}
      </div>
      <ol className={styles.entries}>
        {data?.entries.map(entry => (
          <Entry key={entry.residenceId} entry={entry} onTakeBack={() => setWrong(entry)} />
        ))}
      </ol>
      <div className={styles.chips}>
        <QuietButton onPress={() => setDialog('moved-out')} testId="change-residence">
          {text.household.change}
        </QuietButton>
        <QuietButton onPress={() => setPrinting(true)} testId="print-transfer">
          {text.household.printTransfer}
        </QuietButton>
      </div>
      {dialog && (
        <ResidenceDialog
          personId={personId}
          name={displayName}
          state={dialog}
          onClose={() => setDialog(null)}
        />
      )}
      {wrong && <TakeBack entry={wrong} onClose={() => setWrong(null)} />}
      {isPrinting && (
        <DocumentPreview
          request={{ kind: 'transfer-slip', personId, visitId: null, paper: null, bilingual: false }}
          onClose={() => {
            setPrinting(false)
            // Whoever takes the slip along is leaving, as a rule.
            if (data?.mark?.isFollowed !== false) setDialog('moved-out')
          }}
        />
      )}
    </Panel>
  )
}

function Entry({ entry, onTakeBack }: { readonly entry: ResidenceView; readonly onTakeBack: () => void }) {
  const details = [
    entry.reason,
    entry.note,
    entry.notedBy && text.household.by(entry.notedBy),
    entry.voidReason && text.household.takenBack(entry.voidReason),
  ]
  return (
    <li className={styles.entry} data-voided={entry.voided}>
      <div>
        <p>{residenceWords(entry)}</p>
        <p className={styles.soft}>{details.filter(Boolean).join(' · ')}</p>
      </div>
      {!entry.voided && (
        <QuietButton isSmall onPress={onTakeBack}>
          {text.household.takeBack}
        </QuietButton>
      )}
    </li>
  )
}

function TakeBack({ entry, onClose }: { readonly entry: ResidenceView; readonly onClose: () => void }) {
  const { residenceId } = entry
  const voiding = useCallMutation(voidResidence)
  return (
    <ReasonDialog
      title={text.household.takeBackTitle}
      action={text.household.takeBack}
      error={voiding.error}
      isBusy={voiding.isSaving}
      onClose={onClose}
      onConfirm={reason => {
        void voiding.send({ residenceId, reason }).then(answer => answer.ok && onClose())
      }}
    >
      <p>{residenceWords(entry)}</p>
    </ReasonDialog>
  )
}
