import type { MergeReview } from '../../../src/contract/merge-calls'
import { isEmpty, partValue } from '../../../src/domain/person/merge'
import type { MergePart } from '../../../src/domain/person/merge-record'

export type Side = 'left' | 'right'
export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left')

/** What the reviewer has decided so far; what is not picked follows the record that stays. */
export type ReviewChoice = {
  readonly survivor: Side
  readonly picked: Readonly<Partial<Record<MergePart, Side>>>
}

/** The side a part is taken from. */
export function sideOf(review: MergeReview, { survivor, picked }: ReviewChoice, part: MergePart): Side {
  const fills = review.proposedParts[survivor].includes(part)
  return picked[part] ?? (fills ? otherSide(survivor) : survivor)
}

/** True when a side has something to take. */
export function hasPart(review: MergeReview, side: Side, part: MergePart): boolean {
  return !isEmpty(partValue(review[side].person, part))
}

/** The choice after one part was picked; an empty side cannot be taken. */
export function pick(review: MergeReview, choice: ReviewChoice, part: MergePart, side: Side): ReviewChoice {
  if (!hasPart(review, side, part)) return choice
  return { ...choice, picked: { ...choice.picked, [part]: side } }
}

/** What a merge takes from the record that is absorbed. */
export function takenParts(review: MergeReview, choice: ReviewChoice): readonly MergePart[] {
  return review.differing.filter(part => sideOf(review, choice, part) !== choice.survivor)
}
