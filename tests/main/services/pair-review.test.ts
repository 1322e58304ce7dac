import { describe, expect, test } from 'vitest'
import { voidDose } from '../../../src/contract/dose-calls'
import {
  dismissDuplicate,
  listDismissed,
  mergePersons,
  reviewMerge,
  undoDismiss,
  undoMerge,
  voidPerson,
} from '../../../src/contract/merge-calls'
import { getPerson } from '../../../src/contract/person-calls'
import { reason, twoRecords } from './merge-setting'
import { refusedCodes } from './ready-point'

describe('the review of a pair', () => {
  test('proposes who stays, shows what differs, and the doses of both with those written twice', () => {
    const it = twoRecords()
    const { point, first, second } = it
    const a = it.give(first.personId, 'BCG_IVAC', '2026-09-16')
    const b = it.give(second.personId, 'BCG_IVAC', '2026-09-16')
    it.give(second.personId, 'GENEHBVAX_05', '2026-09-15')
    const review = point.done(reviewMerge, { leftId: first.personId, rightId: second.personId })
    expect(review).toMatchObject({ survivor: 'right', left: { doses: 1 }, right: { doses: 2 }, warnings: [] })
    expect(review.proposedParts.left).toEqual(['bloodGroup', 'note'])
    expect(review.differing).toEqual(['name', 'bloodGroup', 'note', 'addresses.current'])
    expect(review.doses.map(({ doseId, twinDoseId }) => [doseId, twinDoseId])).toEqual(
      expect.arrayContaining([
        [a, b],
        [b, a],
      ]),
    )
    point.close()
  })
})

describe('two people who look alike', () => {
  test('are remembered as two, with who and why, until somebody withdraws it', () => {
    const it = twoRecords()
    const { point, first, second } = it
    const [leftId, rightId] = [second.personId, first.personId]
    const { decisionId } = point.done(dismissDuplicate, { leftId, rightId, reason: 'Chị em họ' })
    expect(refusedCodes(point, dismissDuplicate, { leftId, rightId, reason })).toEqual([
      'duplicate.already-dismissed',
    ])
    expect(point.store.merges.decidedPairs()).toEqual([
      { leftId: [leftId, rightId].sort()[0], rightId: [leftId, rightId].sort()[1] },
    ])
    expect(point.done(listDismissed, { offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      decisions: [{ decisionId, byName: 'Trưởng trạm', reason: 'Chị em họ' }],
    })
    const request = { survivorId: leftId, absorbedId: rightId, take: [], overrides: [], reason }
    expect(refusedCodes(point, mergePersons, request)).toEqual(['merge.decided-different'])
    point.done(undoDismiss, { decisionId, reason: 'Xem lại' })
    expect(refusedCodes(point, undoDismiss, { decisionId, reason })).toEqual(['duplicate.decision-not-found'])
    expect(point.store.merges.decidedPairs()).toEqual([])
    it.merge(leftId, rightId)
    it.prove()
    point.close()
  })
})

describe('somebody registered by mistake', () => {
  test('is taken out of the register, and stays readable', () => {
    const it = twoRecords()
    const { point, second } = it
    point.done(voidPerson, { personId: second.personId, reason: 'Đăng ký nhầm' })
    expect(it.search(second.personCode)).toEqual([])
    expect(point.done(getPerson, { personId: second.personId }).voided).toBe(true)
    expect(refusedCodes(point, voidPerson, { personId: second.personId, reason })).toEqual([
      'person.not-found',
    ])
    it.prove()
    point.close()
  })

  test('stays when a dose, a visit or a merge is written about them', () => {
    const it = twoRecords()
    const { point, first, second } = it
    const doseId = it.give(second.personId, 'BCG_IVAC', '2026-09-16')
    const request = { personId: second.personId, reason }
    expect(refusedCodes(point, voidPerson, request)).toEqual(['person.has-records'])
    point.done(voidDose, { doseId, reason: 'Ghi nhầm trẻ' })
    const mergeId = it.merge(first.personId, second.personId)
    expect(refusedCodes(point, voidPerson, request)).toEqual(['merge.already-merged'])
    expect(refusedCodes(point, voidPerson, { ...request, personId: first.personId })).toEqual([
      'person.has-records',
    ])
    point.done(undoMerge, { mergeId, reason })
    point.done(voidPerson, request)
    expect(it.search(second.personCode)).toEqual([])
    point.close()
  })
})
