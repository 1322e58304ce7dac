import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../../src/domain/calendar/calendar-day'
import { type FoundPart, judgeFolder, type Known } from '../../../../src/domain/courier/judge-folder'
import { partName, readLetter, readLetterHead } from '../../../../src/domain/courier/letter'
import { cutParts } from '../../../../src/domain/courier/part'
import { planWrite } from '../../../../src/domain/courier/plan-write'

const stationId = '01900000-0000-7000-8000-000000000001'
const at = '2026-11-22T01:00:00.000Z' as Instant
const part = (after: number, upTo: number): FoundPart => {
  const place = { stationId, after, upTo }
  const head = {
    kind: 'part',
    from: 'a',
    to: 'b',
    at,
    practice: false,
    box: `${after}-${upTo}`,
    ...place,
  } as const
  return { name: partName(place), head }
}
const lengths = (count: number) => Array.from({ length: count }, () => 100)
const limits = { entries: 10, characters: 1_000_000 }

describe('what is written', () => {
  test('is cut by entries and by length, and an entry that is too long stands alone', () => {
    expect(cutParts([1, 1, 1, 1, 1], { entries: 2, characters: 100 })).toEqual([2, 2, 1])
    expect(cutParts([60, 60, 500, 10, 10], { entries: 9, characters: 100 })).toEqual([1, 1, 1, 2])
    expect(cutParts([], limits)).toEqual([])
  })

  test('goes on after what lies there and leads on, and leaves out what does not', () => {
    const waiting = [{ stationId, after: 5, lengths: lengths(20), sealedAt: null }]
    const plan = planWrite(waiting, [part(0, 5), part(5, 8), part(8, 12), part(14, 20)], limits)
    expect(plan.keep.map(({ name }) => name)).toEqual([part(5, 8).name, part(8, 12).name])
    expect(plan.drop.map(({ name }) => name)).toEqual([part(0, 5).name, part(14, 20).name])
    expect(plan.write.map(({ after, upTo }) => [after, upTo])).toEqual([
      [12, 22],
      [22, 25],
    ])
    expect(plan.entries).toBe(20)
  })

  test('of another station ends where that station sealed, and not behind it', () => {
    const waiting = [{ stationId, after: 2, lengths: lengths(10), sealedAt: [4, 9] }]
    const { write, entries } = planWrite(waiting, [])
    expect(write.map(({ after, upTo }) => [after, upTo])).toEqual([
      [2, 4],
      [4, 9],
    ])
    expect(entries).toBe(7)
  })

  test('covers everything once, whatever lies there', () => {
    const found = fc.array(
      fc
        .tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 20 }))
        .map(([after, more]) => part(after, after + more)),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.nat({ max: 50 }), found, (after, count, parts) => {
        const waiting = count === 0 ? [] : [{ stationId, after, lengths: lengths(count), sealedAt: null }]
        const { keep, write } = planWrite(waiting, parts, limits)
        let end = after
        for (const { after: from, upTo } of [...keep.map(({ head }) => head), ...write]) {
          expect(from).toBeLessThanOrEqual(end)
          expect(upTo).toBeGreaterThan(end)
          end = upTo
        }
        expect(end).toBe(count === 0 ? after : after + count)
      }),
    )
  })
})

describe('what a folder is worth', () => {
  const card = (serial: number, parts: readonly FoundPart[], box = 'card') => ({
    head: { kind: 'card', from: 'a', to: 'b', at, practice: false, box, serial } as const,
    content: {
      name: 'Máy 1',
      stationId,
      heads: [],
      carried: [],
      posted: null,
      staff: [],
      parts: parts.map(({ name, head }) => ({ name, box: head.box })),
    },
  })
  const known = (seq: number, seen: Known['seen'] = null): Known => ({
    ownStationId: 'own',
    headOf: () => (seq === 0 ? null : { stationId, seq, hash: 'h' }),
    hashAt: () => null,
    seen,
  })
  const parts = [part(0, 10), part(10, 20), part(20, 25)]
  const codes = (verdict: ReturnType<typeof judgeFolder>) => verdict.notes.map(({ code }) => code)

  test.each([
    ['all of it is new', parts, 0, [], 25],
    ['the beginning is here', parts, 14, [], 11],
    ['the middle is missing', [part(0, 10), part(20, 25)], 0, ['courier.cut-off'], 10],
    ['files lie in another order', parts.toReversed(), 0, [], 25],
  ] as const)('%s', (_what, found, seq, notes, newEntries) => {
    const verdict = judgeFolder({ card: card(7, parts), parts: found, damaged: [] }, known(seq))
    expect(codes(verdict)).toEqual(notes)
    expect(verdict.newEntries).toBe(newEntries)
  })

  test('goes on from a stick that was not read here', () => {
    const later = [part(20, 25)]
    expect(codes(judgeFolder({ card: card(7, later), parts: later, damaged: [] }, known(3)))).toEqual([
      'courier.gap',
    ])
  })

  test('tells an old card, the same card, and another card of the same number apart', () => {
    const folder = (serial: number, box: string) => ({ card: card(serial, parts, box), parts, damaged: [] })
    const judged = (serial: number, box = 'card') =>
      codes(judgeFolder(folder(serial, box), known(25, { serial: 7, box: 'card' })))
    expect(judged(8)).toEqual([])
    expect(judged(7)).toEqual(['courier.already-taken'])
    expect(judged(7, 'other')).toEqual(['courier.cloned-sender'])
    expect(judged(6)).toEqual(['courier.stale'])
  })
})

test('no text makes the readers of letters stumble', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      expect(readLetter(text)).toBeNull()
      expect(readLetterHead(text)).toBeNull()
    }),
  )
})
