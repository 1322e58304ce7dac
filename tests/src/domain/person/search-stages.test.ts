import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { foldWithOrigin, nameKey } from '../../../../src/domain/person/name-key'
import { endOfLetters, nameWords } from '../../../../src/domain/person/name-words'
import { createVocabulary } from '../../../../src/domain/person/near-words'
import { createRanking, rankHits } from '../../../../src/domain/person/rank-hits'
import { type Lookup, lookupsFor, slipLookupsFor } from '../../../../src/domain/person/search-lookups'
import type { SearchCandidate } from '../../../../src/domain/person/search-match'
import { parseSearch } from '../../../../src/domain/person/search-query'
import { isSettled, isSettledWithSlip, stageOf } from '../../../../src/domain/person/search-stages'
import { candidate } from './people'

const parse = (text: string) => parseSearch(text, day('2026-11-22'))
const vocabulary = createVocabulary(['nguyen', 'thi', 'anh', 'ngoc', 'ngan', 'tran', 'phuong'])

function settled(text: string, person: SearchCandidate, stage: 'whole' | 'here' = 'whole'): boolean {
  return isSettled(parse(text), rankHits(parse(text), [person]), stage)
}

describe('the order of the questions', () => {
  const stagesOf = (text: string) =>
    lookupsFor(parse(text), vocabulary).map(lookup => [lookup.by, stageOf(lookup, parse(text))])

  test('is whole names first, the words of everybody last', () => {
    expect(stagesOf('tran thi phuong')).toEqual([
      ['name', 'whole'],
      ['keys', 'keyed'],
      ['keys', 'keyed'],
      ['keys', 'keyed'],
      ['words', 'here'],
      ['words', 'everywhere'],
    ])
  })
  test('takes four digits that may be a year for a year before the end of a phone', () => {
    expect(stagesOf('anh ngoc 2024')).toContainEqual(['phone-end', 'year-or-phone'])
    expect(stagesOf('anh ngoc 5678')).toContainEqual(['phone-end', 'whole'])
    expect(stagesOf('2024')).toContainEqual(['phone-end', 'whole'])
  })
  test('asks for what a beginning may become, and for nothing that nobody is called', () => {
    expect(lookupsFor(parse('anh ng 2024'), vocabulary)).toContainEqual({
      by: 'keys',
      groups: [
        [{ text: '2024anh', isBeginning: false }],
        ['nguyen', 'ngoc', 'ngan'].map(word => ({ text: `2024${word}`, isBeginning: false })),
      ],
    })
    expect(lookupsFor(parse('anh xyz 2024'), vocabulary).map(({ by }) => by)).not.toContain('keys')
  })
})

describe('a search ends early', () => {
  const girl = candidate('Nguyễn Thị Anh', {
    relativeNames: ['Trần Thị Phượng'],
    phones: ['0912345678'],
  })
  test('when a whole name in any order and the year agree, not when a part of it does', () => {
    expect(settled('anh nguyen thi 2025', girl)).toBe(true)
    expect(settled('nguyen anh 2025', girl)).toBe(false)
  })
  test('when the end of the phone agrees beside a part of the name', () => {
    expect(settled('thi anh 5678', girl)).toBe(true)
    expect(settled('thi anh 4567', candidate('Nguyễn Thị Lan', { phones: ['0912345678'] }))).toBe(false)
  })
  test('with a child beside its mother at once, with a name alone only after the people of this point', () => {
    expect(settled('anh tran thi phuong', girl)).toBe(true)
    expect(settled('nguyen thi anh', girl)).toBe(false)
    expect(settled('nguyen thi anh', girl, 'here')).toBe(true)
  })
  test('with a slip only where the whole name is said', () => {
    const query = parse('nguyen thi anj 2025')
    expect(isSettledWithSlip(query, rankHits(query, [girl]), 'whole')).toBe(true)
    const other = parse('nguyen anj 2025')
    expect(isSettledWithSlip(other, rankHits(other, [girl]), 'whole')).toBe(false)
  })
})

describe('a whole phone with a slip', () => {
  const asked = (digits: string) => slipLookupsFor(parse(digits), vocabulary)
  const numbers = (lookups: readonly Lookup[]) =>
    lookups.flatMap(lookup => (lookup.by === 'phones' ? lookup.reversed : []))

  test('is asked for by every number one slip away, wrong, swapped or missing', () => {
    const digit = fc.constantFrom(...'0123456789')
    const tail = fc.array(digit, { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(tail, fc.integer({ min: 3, max: 9 }), digit, (digits, at, wrong) => {
        const phone = `09${digits.join('')}`
        const reversed = [...phone].reverse().join('')
        const typed = phone.slice(0, at) + wrong + phone.slice(at + 1)
        if (typed !== phone) expect(numbers(asked(typed))).toContain(reversed)
        expect(numbers(asked(phone.slice(0, at) + phone.slice(at + 1)))).toContain(reversed)
        const [a, b] = [phone.slice(at - 1, at), phone.slice(at, at + 1)]
        const swapped = phone.slice(0, at - 1) + b + a + phone.slice(at + 1)
        if (swapped !== phone) expect(numbers(asked(swapped))).toContain(reversed)
      }),
    )
  })
})

describe('the words of a name', () => {
  const name = fc.string({
    unit: fc.constantFrom('N', 'g', 'ễ', 'e\u0303', 'đ', 'Ị', ' ', '-', '’', '  ', 'H'),
    maxLength: 24,
  })
  test('are those of its key, and lead back to the same letters', () => {
    fc.assert(
      fc.property(name, text => {
        const words = nameWords(text)
        expect(words.map(word => word.text).join(' ')).toBe(nameKey(text))
        for (const word of words) {
          expect(foldWithOrigin(text.slice(word.from, word.to)).key).toBe(word.text)
          expect(endOfLetters(word, word.text.length)).toBe(word.to)
        }
      }),
    )
  })
})

test('a ranking that is asked again after more were found is as one made anew', () => {
  const query = parse('anh 2025')
  const all = ['Nguyễn Thị Anh', 'Trần Anh', 'Lê Văn Bình', 'Đỗ Ánh Ngọc'].map(name => candidate(name))
  const ranking = createRanking<SearchCandidate>(query)
  for (let count = 0; count <= all.length; count += 1)
    expect(ranking.of(all.slice(0, count), 50)).toEqual(rankHits(query, all.slice(0, count)))
})
