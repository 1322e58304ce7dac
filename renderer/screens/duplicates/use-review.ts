import { useState } from 'react'
import { type MergeReview, reviewMerge } from '../../../src/contract/merge-calls'
import { listEthnicGroups } from '../../../src/contract/point-calls'
import type { MergePart } from '../../../src/domain/person/merge-record'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useUnitNames } from '../person/use-unit-names'
import type { PartNames } from './part-words'
import { otherSide, pick, type ReviewChoice, type Side } from './review-choice'

/** Reads a pair. */
export function useReview(leftId: string, rightId: string) {
  return useCallQuery(reviewMerge, { leftId, rightId })
}

/** What is chosen, which line has the cursor, and the keys that move both. */
export function useReviewChoice(review: MergeReview) {
  const [choice, setChoice] = useState<ReviewChoice>({ survivor: review.survivor, picked: {} })
  const [at, setAt] = useState(0)
  const part = review.differing[at]
  const move = (step: number) =>
    setAt(now => Math.min(Math.max(now + step, 0), Math.max(review.differing.length - 1, 0)))
  const take = (which: MergePart | undefined, side: Side) => {
    if (which) setChoice(now => pick(review, now, which, side))
  }
  const keep = (survivor: Side) => setChoice({ survivor, picked: {} })
  const swap = () => keep(otherSide(choice.survivor))
  useKeys({
    ArrowUp: () => move(-1),
    ArrowDown: () => move(1),
    ArrowLeft: () => take(part, 'left'),
    ArrowRight: () => take(part, 'right'),
    s: swap,
  })
  return { choice, at, setAt, take, keep, swap }
}

/** Names of communes and ethnic groups in both records. */
export function usePartNames({ left, right }: MergeReview): PartNames {
  const provinces = [left, right].flatMap(({ person }) =>
    Object.values(person.addresses).map(({ provinceCode }) => provinceCode),
  )
  const unitName = useUnitNames(provinces)
  const groups = useCallQuery(listEthnicGroups, {})
  return {
    unitName,
    ethnicName: code => groups.data?.find(group => group.code === code)?.name ?? code,
  }
}
