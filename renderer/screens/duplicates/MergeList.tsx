import { useState } from 'react'
import { listMerges, type MergedName, type MergeView, undoMerge } from '../../../src/contract/merge-calls'
import { Chip, type ChipKind } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCode, formatDay, formatMoment } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Duplicates.module.css'
import { LongList } from './LongList'
import { partNames } from './part-words'
import { useMay } from './use-may'
import { usePages } from './use-pages'

const kinds: Readonly<Record<MergeView['state'], ChipKind>> = {
  'in-effect': 'ok',
  undone: 'wait',
  'no-effect': 'late',
}

/** Every merge, newest first, each with its undo. */
export function MergeList() {
  const { go } = useNavigation()
  const [undoing, setUndoing] = useState<MergeView | null>(null)
  const pages = usePages(
    listMerges,
    page => ({ personId: null, ...page }),
    ({ total, merges }) => ({ total, items: merges }),
  )
  const open = ({ survivor }: MergeView) => go({ name: 'person', personId: survivor.personId })
  const mayUndo = useMay(undoMerge)
  const isOpen = (merge: MergeView) => mayUndo && merge.state !== 'undone'
  const undo = (merge: MergeView) => {
    if (isOpen(merge)) setUndoing(merge)
  }
  return (
    <>
      {pages.error && <ErrorNotice error={pages.error} onRetry={pages.retry} />}
      {pages.isLoading && <LateSkeleton lines={8} />}
      {!pages.isLoading && !pages.error && pages.total === 0 && (
        <EmptyState title={text.duplicates.merges.empty}>{text.duplicates.merges.emptyHint}</EmptyState>
      )}
      <LongList
        label={text.duplicates.tabs.merges}
        count={pages.total}
        lineHeight={64}
        itemAt={pages.itemAt}
        onView={pages.onView}
        keys={{ Enter: open, u: undo }}
        onPress={open}
      >
        {merge => <MergeLine merge={merge} onUndo={isOpen(merge) ? () => undo(merge) : null} />}
      </LongList>
      {undoing && <UndoDialog merge={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}

function MergeLine(props: { readonly merge: MergeView; readonly onUndo: (() => void) | null }) {
  const { merge, onUndo } = props
  const words = text.duplicates.merges
  return (
    <div className={styles.merge} data-testid="merge-line">
      <Named name={merge.absorbed} />
      <span className={styles.soft}>→ {words.into}</span>
      <Named name={merge.survivor} />
      <div className={styles.cell}>
        <div>
          <Chip kind={kinds[merge.state]}>{words.states[merge.state]}</Chip>{' '}
          <span className={styles.soft}>{words.by(merge.byName, formatMoment(merge.at))}</span>
        </div>
        <div className={styles.soft}>{merge.state === 'no-effect' ? words.noEffect : whyOf(merge)}</div>
      </div>
      {onUndo && (
        <span
          // The line itself opens the record.
          onClickCapture={event => {
            event.stopPropagation()
            onUndo()
          }}
        >
          <QuietButton isSmall hint="U" onPress={onUndo} testId="undo-merge">
            {words.undo}
          </QuietButton>
        </span>
      )}
    </div>
  )
}

function whyOf({ reason, undone }: MergeView): string {
  if (!undone) return reason
  return text.duplicates.merges.undoneBy(undone.byName ?? '', formatMoment(undone.at), undone.reason)
}

function Named({ name }: { readonly name: MergedName }) {
  return (
    <div className={styles.cell}>
      <div className={styles.name}>{name.displayName || name.personId}</div>
      <div className={styles.soft}>
        {name.birthDate && formatDay(name.birthDate)} · {formatCode(name.personCode ?? '')}
      </div>
    </div>
  )
}

/** Says what an undo brings back and what stays, and asks why. */
export function UndoDialog({ merge, onClose }: { readonly merge: MergeView; readonly onClose: () => void }) {
  const undoing = useCallMutation(undoMerge)
  const words = text.duplicates.undoDialog
  async function confirm(reason: string) {
    const answer = await undoing.send({ mergeId: merge.mergeId, reason })
    if (answer.ok) onClose()
  }
  return (
    <ReasonDialog
      title={words.title}
      action={words.action}
      suggestions={words.reasons}
      error={undoing.error}
      isBusy={undoing.isSaving}
      onConfirm={reason => void confirm(reason)}
      onClose={onClose}
    >
      <ul className={styles.told} data-testid="undo-told">
        <li>{words.back(merge.absorbed.displayName)}</li>
        <li>{merge.recordsSince === 0 ? words.sinceNone : words.since(merge.recordsSince)}</li>
        {merge.keptParts.length > 0 && <li>{words.kept(partNames(merge.keptParts))}</li>}
        <li>{words.final}</li>
      </ul>
    </ReasonDialog>
  )
}
