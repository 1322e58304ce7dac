import { type MergeReview, mergePersons } from '../../../src/contract/merge-calls'
import { formatCode } from '../../components/format'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Duplicates.module.css'
import { partNames } from './part-words'
import { otherSide, type ReviewChoice, takenParts } from './review-choice'

/** Says once more what a merge does, and asks why; warnings have to be answered. */
export function MergeDialog(props: {
  readonly review: MergeReview
  readonly choice: ReviewChoice
  readonly onMerged: (survivorId: string) => void
  readonly onClose: () => void
}) {
  const { review, choice, onMerged, onClose } = props
  const merging = useCallMutation(mergePersons)
  const words = text.duplicates.mergeDialog
  const [survivor, absorbed] = [review[choice.survivor], review[otherSide(choice.survivor)]]
  const take = takenParts(review, choice)
  async function confirm(reason: string) {
    const answer = await merging.send({
      survivorId: survivor.personId,
      absorbedId: absorbed.personId,
      take: [...take],
      overrides: review.warnings.map(code => ({ code, reason })),
      reason,
    })
    if (answer.ok) onMerged(survivor.personId)
  }
  return (
    <ReasonDialog
      title={words.title}
      action={words.action}
      suggestions={review.warnings.length > 0 ? [] : words.reasons}
      error={merging.error}
      isBusy={merging.isSaving}
      onConfirm={reason => void confirm(reason)}
      onClose={onClose}
    >
      <ul className={styles.told}>
        <li>{words.keeps(survivor.displayName, formatCode(survivor.personCode ?? ''))}</li>
        <li>{words.absorbs(absorbed.displayName, formatCode(absorbed.personCode ?? ''))}</li>
        <li>{take.length === 0 ? words.takesNothing : words.takes(partNames(take))}</li>
      </ul>
      {review.warnings.length > 0 && (
        <div className={styles.warnings} role="alert">
          <p>{words.warned}</p>
          {review.warnings.map(code => (
            <p key={code}>
              <span aria-hidden="true">▲</span> {text.duplicates.warnings[code]}
            </p>
          ))}
        </div>
      )}
    </ReasonDialog>
  )
}
