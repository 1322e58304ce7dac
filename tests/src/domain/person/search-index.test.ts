import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { createVocabulary } from '../../../../src/domain/person/near-words'
import { searchKeysOf } from '../../../../src/domain/person/search-index'
import {
  lookupsFor,
  nearDays,
  slipLookupsFor,
  splitJoinedWords,
} from '../../../../src/domain/person/search-lookups'
import { parseSearch } from '../../../../src/domain/person/search-query'
import { slipsBetween } from '../../../../src/domain/person/slips'
import { child } from './people'

const parse = (text: string) => parseSearch(text, day('2026-11-22'))

describe('the index', () => {
  test('holds name, given name, all words, phones backwards and codes', () => {
    expect(searchKeysOf(child())).toEqual({
      nameKey: 'nguyen thi anh ngoc',
      givenKey: 'ngoc',
      wordKeys: ['nguyen', 'thi', 'anh', 'ngoc', 'tran', 'phuong', 'thon', '4'],
      yearKeys: ['nguyen', 'thi', 'anh', 'ngoc', 'tran', 'phuong', 'thon', '4'].map(word => `2025${word}`),
      birthDate: '2025-05-18',
      familyKeys: ['þgngoc', 'þrtranthiphuong'],
      phonesReversed: ['8765432190'],
      phoneTriples: ['091', '912', '123', '234', '345', '456', '567', '678'],
      codes: ['038325000123'],
    })
    expect(searchKeysOf(child({ name: '' })).nameKey).toBe('con ba tran thi phuong')
  })

  const asked = (text: string) => lookupsFor(parse(text), createVocabulary(['nguyen', 'anh', 'ngoc']))
  const whole = (text: string) => [{ text, isBeginning: false }]
  const begun = (text: string) => [{ text, isBeginning: true }]

  test('is asked by what tells most', () => {
    expect(asked('anh ngoc 5/2025')).toEqual([
      { by: 'name', nameKeys: ['anh ngoc', 'ngoc anh'], year: 2025 },
      { by: 'keys', groups: [whole('2025anh'), whole('2025ngoc')] },
    ])
    expect(asked('anh ngoc 18/5/2025')).toEqual([
      { by: 'name-born', nameKeys: ['anh ngoc'], bornOn: ['2025-05-18'] },
      { by: 'birth-date', from: '2025-05-18', to: '2025-05-18' },
    ])
    expect(asked('ng ngoc')).toEqual([
      { by: 'name', nameKeys: ['ng ngoc'], year: null },
      { by: 'keys', groups: [whole('þrngngoc')] },
      { by: 'words', groups: [begun('ng'), begun('ngoc')], isHere: true },
      { by: 'words', groups: [begun('ng'), begun('ngoc')], isHere: false },
    ])
    expect(asked('5678')).toEqual([
      { by: 'phone-end', reversed: '8765' },
      { by: 'phone-part', triples: ['567', '678'] },
    ])
    expect(asked('ngoc 5678')).toEqual(asked('5678'))
    expect(asked('18/5')).toEqual([{ by: 'birth-month-day', monthDay: '05-18' }])
  })

  test('is asked for a child by the given name and the mother', () => {
    expect(asked('ngoc nguyen anh')).toContainEqual({
      by: 'keys',
      groups: [whole('þgngoc'), whole('þrnguyenanh')],
    })
    // However the spaces were typed, and with the last word begun, where there is enough of the name.
    expect(asked('ngoc nguyenthi anh ho')).toContainEqual({
      by: 'keys',
      groups: [whole('þgngoc'), whole('þrnguyenthianhho')],
    })
    expect(asked('ngoc nguyen thi anh ho')).toContainEqual({
      by: 'keys',
      groups: [whole('þgngoc'), begun('þrnguyenthianhho')],
    })
  })

  test('is asked for what a word that nobody has may have been', () => {
    const vocabulary = createVocabulary(['nguyen', 'anh', 'ngoc', 'ngan'])
    expect(slipLookupsFor(parse('anh ngco'), vocabulary).at(-1)).toEqual({
      by: 'words',
      groups: [[{ text: 'anh', isBeginning: false }], [{ text: 'ngoc', isBeginning: false }]],
      isHere: false,
    })
    expect(splitJoinedWords(['nguyen', 'ngocanh'], vocabulary)).toEqual(['nguyen', 'ngoc', 'anh'])
  })

  test('knows the days one slip away, and only days there are', () => {
    const near = nearDays({ year: 2025, month: 5, day: 8 })
    expect(near).toContain('2025-08-05')
    expect(near).toContain('2025-05-18')
    expect(near).toContain('2024-05-08')
    expect(near).not.toContain('2025-05-08')
    expect(near.every(on => on === day(on))).toBe(true)
  })
})

describe('words one slip away', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abnghoi'), minLength: 1, maxLength: 6 })

  test('are those, and only those, at distance one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 40 }), letters, (words, typed) => {
        const found = createVocabulary(words).near(typed, 100)
        const expected = words.filter(word => slipsBetween(typed, word) === 1)
        expect([...found].sort()).toEqual([...expected].sort())
      }),
    )
  })
})
