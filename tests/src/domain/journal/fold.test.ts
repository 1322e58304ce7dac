import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf } from '../../../../src/domain/calendar/calendar-day'
import type { JournalEntry, Verb } from '../../../../src/domain/journal/entry'
import { foldEntries } from '../../../../src/domain/journal/fold'
import { nextStamp } from '../../../../src/domain/journal/hybrid-clock'

function entry(index: number, verb: Verb, body: JournalEntry['body'] = {}): JournalEntry {
  return {
    id: `entry-${index}`,
    stationId: 'A',
    seq: index,
    stamp: nextStamp(null, 1_000_000_000_000 + index, 'A'),
    at: instantOf(1_000_000_000_000 + index),
    userId: null,
    noun: 'dose',
    recordId: 'dose-1',
    verb,
    body,
    reason: verb === 'voided' || verb === 'corrected' ? 'Nhập nhầm' : null,
    supersedes: null,
    requestId: null,
    prevHash: '',
    hash: '',
  }
}

const recorded = entry(1, 'recorded', { site: 'LVL', note: null, volumeMl: 0.5 })
const corrected = entry(2, 'corrected', { site: 'RVL' })
const correctedAgain = entry(3, 'corrected', { note: 'Khóc nhiều' })
const voided = entry(4, 'voided')

describe('foldEntries', () => {
  test('later fields stand over earlier ones, fields nobody named stay', () => {
    expect(foldEntries([recorded, corrected, correctedAgain])).toEqual({
      value: { site: 'RVL', note: 'Khóc nhiều', volumeMl: 0.5 },
      voided: false,
      versions: 3,
      createdStamp: recorded.stamp,
      changedStamp: correctedAgain.stamp,
      createdAt: recorded.at,
      changedAt: correctedAgain.at,
    })
  })

  test('a voided record keeps its last value, to be read', () => {
    expect(foldEntries([recorded, corrected, voided])).toMatchObject({ voided: true, value: { site: 'RVL' } })
  })

  test('a correction that arrives after the voiding does not bring the record back', () => {
    expect(foldEntries([voided, recorded, entry(5, 'corrected', { site: 'LD' })])).toMatchObject({
      voided: true,
      value: { site: 'LD' },
    })
  })

  test('nothing without the entry that records it: the rest waits for it', () => {
    expect(foldEntries([])).toBeNull()
    expect(foldEntries([corrected, voided])).toBeNull()
  })

  test('the order of arrival does not matter', () => {
    const entries = [recorded, corrected, correctedAgain, voided]
    const expected = foldEntries(entries)
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), arrived => {
        expect(foldEntries(arrived)).toEqual(expected)
      }),
    )
  })
})
