import { useState } from 'react'
import { dismissDuplicate, type MergeReview, type ReviewedRecord } from '../../../src/contract/merge-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatAge, formatCode, formatDay } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { DoseRows } from './DoseRows'
import styles from './Duplicates.module.css'
import { DifferingRows, SameRows } from './FieldRows'
import { MergeDialog } from './MergeDialog'
import { PairScore } from './PairScore'
import type { Side } from './review-choice'
import { usePartNames, useReview, useReviewChoice } from './use-review'

/** Two records side by side: what differs, the doses of both, why they may be one; then one person or two. */
export function ReviewScreen(props: {
  readonly pair: { readonly leftId: string; readonly rightId: string }
}) {
  const pair = useReview(props.pair.leftId, props.pair.rightId)
  if (pair.error) return <ErrorNotice error={pair.error} onRetry={pair.retry} />
  if (!pair.data) return <LateSkeleton lines={12} />
  return <Review review={pair.data} />
}

function Review({ review }: { readonly review: MergeReview }) {
  const { go, back } = useNavigation()
  const [dialog, setDialog] = useState<'merge' | 'dismiss' | null>(null)
  const names = usePartNames(review)
  const { choice, at, setAt, take, keep } = useReviewChoice(review)
  const close = () => setDialog(null)
  return (
    <div className={styles.review}>
      <Panel
        title={text.duplicates.review.title}
        note={text.duplicates.review.note}
        actions={<ReviewKeys />}
        className={styles.pair}
      >
        <div className={styles.heads}>
          <span className={styles.label}>{text.duplicates.review.stays}</span>
          {(['left', 'right'] as const).map(side => (
            <RecordHead
              key={side}
              side={side}
              record={review[side]}
              isSurvivor={choice.survivor === side}
              onKeep={() => keep(side)}
            />
          ))}
        </div>
        <div className={styles.scroller}>
          <DifferingRows
            review={review}
            names={names}
            choice={choice}
            at={at}
            onTake={(part, side, index) => {
              setAt(index)
              take(part, side)
            }}
          />
          <DoseRows doses={review.doses} />
          <SameRows review={review} names={names} />
        </div>
        <Warnings review={review} />
        <Buttons onOpen={setDialog} onLater={back} />
      </Panel>
      <PairScore leftId={review.left.personId} rightId={review.right.personId} />
      {dialog === 'merge' && (
        <MergeDialog
          review={review}
          choice={choice}
          onMerged={personId => {
            // The pair is one person now: Esc from the record leads to where the review was opened.
            back()
            go({ name: 'person', personId })
          }}
          onClose={close}
        />
      )}
      {dialog === 'dismiss' && <DismissDialog review={review} onDone={back} onClose={close} />}
    </div>
  )
}

function RecordHead(props: {
  readonly side: Side
  readonly record: ReviewedRecord
  readonly isSurvivor: boolean
  readonly onKeep: () => void
}) {
  const { side, record, isSurvivor, onKeep } = props
  const { today } = useAppState()
  const { review } = text.duplicates
  const { birthDate } = record.person
  return (
    <button
      type="button"
      className={styles.head}
      aria-pressed={isSurvivor}
      data-testid={`keep-${side}`}
      onClick={onKeep}
    >
      <span className={styles.mark} aria-hidden="true">
        {isSurvivor ? '✓' : '○'}
      </span>
      <span>
        <span className={styles.name}>{record.displayName}</span>
        <span className={styles.fact}>
          {formatDay(birthDate)} · {formatAge(birthDate, today)} ·{' '}
          <span className={styles.whole}>{text.common.code(formatCode(record.personCode ?? ''))}</span>
        </span>
        <span className={styles.fact}>
          {review.doses(record.doses)} · {review.visits(record.visits)} ·{' '}
          {review.registered(formatDay(vietnamDayOf(record.registeredAt)))}
        </span>
      </span>
    </button>
  )
}

function Warnings({ review }: { readonly review: MergeReview }) {
  if (review.warnings.length === 0) return null
  return (
    <ul className={styles.warnings} data-testid="review-warnings">
      {review.warnings
        .filter(code => code !== 'merge.decided-different')
        .map(code => (
          <li key={code}>
            <span aria-hidden="true">▲</span> {text.duplicates.warnings[code]}
          </li>
        ))}
      {review.decisions.map(({ decisionId, byName, at, reason }) => (
        <li key={decisionId}>
          <span aria-hidden="true">▲</span>{' '}
          {text.duplicates.review.decided(byName, formatDay(vietnamDayOf(at)), reason)}
        </li>
      ))}
    </ul>
  )
}

function Buttons(props: {
  readonly onOpen: (dialog: 'merge' | 'dismiss') => void
  readonly onLater: () => void
}) {
  const { onOpen, onLater } = props
  const { signedIn } = useAppState()
  const mayMerge = signedIn?.role === 'head' || signedIn?.role === 'admin'
  useKeys({ k: () => onOpen('dismiss') })
  return (
    <div className={styles.buttons}>
      {!mayMerge && <span className={styles.soft}>{text.duplicates.review.notAllowed}</span>}
      <QuietButton hint="Esc" onPress={onLater} testId="review-later">
        {text.duplicates.review.later}
      </QuietButton>
      <QuietButton hint="K" onPress={() => onOpen('dismiss')} testId="review-dismiss">
        {text.duplicates.review.dismiss}
      </QuietButton>
      <FilledButton isDisabled={!mayMerge} onPress={() => onOpen('merge')} testId="review-merge">
        {text.duplicates.review.merge}
      </FilledButton>
    </div>
  )
}

function DismissDialog(props: {
  readonly review: MergeReview
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const { review, onDone, onClose } = props
  const dismissing = useCallMutation(dismissDuplicate)
  const words = text.duplicates.dismissDialog
  async function confirm(reason: string) {
    const pair = { leftId: review.left.personId, rightId: review.right.personId }
    const answer = await dismissing.send({ ...pair, reason })
    if (answer.ok) onDone()
  }
  return (
    <ReasonDialog
      title={words.title}
      action={words.action}
      suggestions={words.reasons}
      error={dismissing.error}
      isBusy={dismissing.isSaving}
      onConfirm={reason => void confirm(reason)}
      onClose={onClose}
    >
      <p>{words.note}</p>
    </ReasonDialog>
  )
}

function ReviewKeys() {
  return (
    <>
      <Kbd>↑↓</Kbd> {text.duplicates.keysChoose} <Kbd>←→</Kbd> {text.duplicates.keysSide} <Kbd>S</Kbd>{' '}
      {text.duplicates.keysKeep}
    </>
  )
}
