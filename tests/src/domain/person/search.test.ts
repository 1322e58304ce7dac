import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { mintPersonCode } from '../../../../src/domain/person/person-code'
import { rankHits } from '../../../../src/domain/person/rank-hits'
import { type SearchCandidate, scoreHit } from '../../../../src/domain/person/search-match'
import { isEmptySearch, parseSearch } from '../../../../src/domain/person/search-query'
import { slipsBetween } from '../../../../src/domain/person/slips'
import { candidate } from './people'

const today = day('2026-11-22')
const parse = (text: string) => parseSearch(text, today)
const date = (year: number | null, month: number | null, dayOfMonth: number | null) => ({
  year,
  month,
  day: dayOfMonth,
})

describe('parseSearch', () => {
  const cases: readonly [
    string,
    { words?: string[]; phone?: string; code?: string; birth?: ReturnType<typeof date> },
  ][] = [
    ['anh ngoc', { words: ['anh', 'ngoc'] }],
    ['  Ánh   NGỌC ', { words: ['anh', 'ngoc'] }],
    ['Ánh Ngọc'.normalize('NFD'), { words: ['anh', 'ngoc'] }],
    [
      'anh ngoc 2025 phuong',
      { words: ['anh', 'ngoc', 'phuong'], birth: date(2025, null, null), phone: '2025' },
    ],
    ['18/05/2025', { birth: date(2025, 5, 18) }],
    ['18-5-25', { birth: date(2025, 5, 18) }],
    ['ngoc 18.5.2025', { words: ['ngoc'], birth: date(2025, 5, 18) }],
    ['2025-05-18', { birth: date(2025, 5, 18) }],
    ['18 5 2025', { birth: date(2025, 5, 18), phone: '18052025' }],
    ['18052025', { birth: date(2025, 5, 18), phone: '18052025' }],
    ['20250518', { birth: date(2025, 5, 18), phone: '20250518' }],
    ['5/2025', { birth: date(2025, 5, null) }],
    ['052025', { birth: date(2025, 5, null), phone: '052025' }],
    ['tháng 5 2025', { birth: date(2025, 5, null) }],
    ['tháng 5 năm 2025', { birth: date(2025, 5, null) }],
    ['ngày 18 tháng 5 năm 2025', { birth: date(2025, 5, 18) }],
    ['T5/2025', { birth: date(2025, 5, null) }],
    ['18/5', { birth: date(null, 5, 18) }],
    ['29/2', { birth: date(null, 2, 29) }],
    ['pham duy nam 1963', { words: ['pham', 'duy', 'nam'], birth: date(1963, null, null), phone: '1963' }],
    ['ngoc năm 2025', { words: ['ngoc'], birth: date(2025, null, null), phone: '2025' }],
    ['ngoc sinh nam 2025', { words: ['ngoc'], birth: date(2025, null, null), phone: '2025' }],
    ['ngoc sinh 2025', { words: ['ngoc'], birth: date(2025, null, null), phone: '2025' }],
    [
      'Nguyễn Văn Thắng 2025',
      { words: ['nguyen', 'van', 'thang'], birth: date(2025, null, null), phone: '2025' },
    ],
    ['0912 345 678', { phone: '0912345678', code: '0912345678' }],
    ['0912.345.678', { phone: '0912345678', code: '0912345678' }],
    ['+84912345678', { phone: '0912345678' }],
    ['phuong 5678', { words: ['phuong'], phone: '5678' }],
    ['038325000123', { code: '038325000123' }],
    ['TE1380123456789', { code: 'TE1380123456789' }],
    ['138160202500123', { code: '138160202500123' }],
    ['', {}],
    ['...', {}],
  ]
  test.each(cases)('%j', (text, expected) => {
    const query = parse(text)
    expect(query.words).toEqual(expected.words ?? [])
    expect({ phone: query.phoneDigits, code: query.code, birth: query.birthDate }).toEqual({
      phone: expected.phone ?? null,
      code: expected.code ?? null,
      birth: expected.birth ?? null,
    })
  })

  test('our own code is one number, with and without its spaces', () => {
    const code = mintPersonCode({ birthYear: 2025, stationNumber: 7, sequence: 42 })
    expect(parse(code).code).toBe(code)
    expect(parse(code.replace(/(\d{4})/gu, '$1 ')).code).toBe(code)
    expect(parse(code).numbers).toHaveLength(1)
  })

  test('anything typed is understood or ignored, never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const query = parse(text)
        expect(query.text).toBe(text)
        if (!isEmptySearch(query)) scoreHit(query, candidate('Nguyễn Thị Ánh Ngọc'))
      }),
    )
  })
})

describe('scoreHit', () => {
  const ngoc = candidate('Nguyễn Thị Ánh Ngọc', {
    relativeNames: ['Trần Thị Phượng'],
    phones: ['0912345678'],
    codes: ['038325000123'],
    hamlet: 'Thôn 4',
  })
  const cases: readonly { typed: string; quality: 'exact' | 'similar' | null; marked?: string[] }[] = [
    { typed: 'anh ngoc', quality: 'exact', marked: ['Ánh', 'Ngọc'] },
    { typed: 'ngoc anh', quality: 'exact', marked: ['Ánh', 'Ngọc'] },
    { typed: 'nguyen thi anh ng', quality: 'exact', marked: ['Nguyễn', 'Thị', 'Ánh', 'Ng'] },
    { typed: 'ánh ngọc', quality: 'exact', marked: ['Ánh', 'Ngọc'] },
    { typed: 'anh ngoc 2025 phuong', quality: 'exact', marked: ['Ánh', 'Ngọc'] },
    { typed: 'anh ngoc 2024', quality: null },
    { typed: 'anh ngox', quality: 'similar', marked: ['Ánh', 'Ngọc'] },
    { typed: 'anh ngoc tran phuonh', quality: 'similar', marked: ['Ánh', 'Ngọc'] },
    { typed: 'ngoc phuonh', quality: null },
    { typed: 'ngoc tran thi phuong', quality: 'exact', marked: ['Ngọc'] },
    { typed: 'tran thi phuong anh ngoc', quality: 'exact', marked: ['Ánh', 'Ngọc'] },
    { typed: 'ngoc tran hti phuong', quality: 'similar', marked: ['Ngọc'] },
    { typed: 'minh tran thi phuong', quality: null },
    { typed: 'ngco 18/5/2025', quality: 'similar', marked: ['Ngọc'] },
    { typed: 'ngoc 5/18/2025', quality: null },
    { typed: 'ngoc 19/5/2025', quality: 'similar', marked: ['Ngọc'] },
    { typed: 'ngco 19/5/2025', quality: null },
    { typed: 'ngoc thon 4', quality: 'exact', marked: ['Ngọc'] },
    { typed: 'ngoc 2345', quality: 'exact', marked: ['Ngọc'] },
    { typed: 'anh tuan', quality: null },
    { typed: '5678', quality: 'exact', marked: [] },
    { typed: '0912345678', quality: 'exact', marked: [] },
    { typed: '0912345679', quality: 'similar', marked: [] },
    { typed: '0912345099', quality: null },
    { typed: '038325000123', quality: 'exact', marked: [] },
    { typed: '18/5', quality: 'exact', marked: [] },
    { typed: 'ngoc 18', quality: 'exact', marked: ['Ngọc'] },
    { typed: '', quality: null },
  ]
  test.each(cases)('$typed is $quality', ({ typed, quality, marked }) => {
    const hit = scoreHit(parse(typed), ngoc)
    expect(hit?.quality ?? null).toBe(quality)
    if (hit) expect(hit.nameRanges.map(({ from, to }) => ngoc.name.slice(from, to))).toEqual(marked)
  })

  test('the mother’s name is marked where it was found', () => {
    const hit = scoreHit(parse('anh ngoc phuong'), ngoc)
    expect(hit?.relativeRanges[0]?.map(({ from, to }) => 'Trần Thị Phượng'.slice(from, to))).toEqual([
      'Phượng',
    ])
  })

  test('a swap of neighbours is one slip', () => {
    expect(slipsBetween('ngoc', 'ngco')).toBe(1)
    expect(slipsBetween('ngoc', 'ngan')).toBe(2)
    expect(slipsBetween('', 'an')).toBe(2)
  })
})

describe('rankHits', () => {
  test('the reception list: appointment, this point, elsewhere, similar', () => {
    const people = [
      candidate('Nguyễn Ánh Ngân'),
      candidate('Nguyễn Thị Ngọc Ánh'),
      candidate('Lê Ánh Ngọc'),
      candidate('Nguyễn Ngọc Anh'),
      candidate('Nguyễn Thị Ánh Ngọc', { hasAppointmentToday: true }),
      candidate('Đỗ Ánh Ngọc', { isOfThisPoint: false }),
      candidate('Vũ Văn Nam'),
    ]
    const ranked = rankHits(parse('anh ngoc'), people)
    expect(ranked.map(({ group, candidate: { name } }) => `${group}: ${name}`)).toEqual([
      'appointment-today: Nguyễn Thị Ánh Ngọc',
      'this-point: Lê Ánh Ngọc',
      'this-point: Nguyễn Ngọc Anh',
      'this-point: Nguyễn Thị Ngọc Ánh',
      'elsewhere: Đỗ Ánh Ngọc',
      'similar: Nguyễn Ánh Ngân',
    ])
  })

  test('typed marks bring the written name first', () => {
    const names = rankHits(parse('ánh'), [candidate('Lê Anh'), candidate('Lê Ánh')]).map(
      hit => hit.candidate.name,
    )
    expect(names).toEqual(['Lê Ánh', 'Lê Anh'])
  })

  test('the order does not depend on the order of the candidates', () => {
    const people = ['An', 'Ánh', 'Anh', 'Ân', 'Ngọc Anh', 'Anh Ngọc'].map(name => candidate(`Lê ${name}`))
    const expected = rankHits(parse('anh'), people)
    fc.assert(
      fc.property(fc.shuffledSubarray(people, { minLength: people.length }), shuffled => {
        expect(rankHits(parse('anh'), shuffled)).toEqual(expected)
      }),
    )
  })
})

describe('whoever has the whole name that was said is meant', () => {
  const elsewhere = { isOfThisPoint: false }
  const first = (text: string, people: readonly SearchCandidate[]) =>
    rankHits(parse(text), people).map(hit => [hit.candidate.name, hit.group])[0]

  test('rather than a neighbour of whom the words are in another order', () => {
    const meant = candidate('Bùi Thị Loan', { ...elsewhere, relativeNames: ['Lê Thị An'] })
    const people = [candidate('Hoàng Văn An', { relativeNames: ['Lê Thị Loan'] }), meant]
    expect(first('loan le thi an', people)).toEqual(['Bùi Thị Loan', 'elsewhere'])
  })

  test('rather than a neighbour whose hamlet begins like the rest', () => {
    const people = [
      candidate('Võ Thị Hương', { hamlet: 'Thôn 7' }),
      candidate('Đỗ Hương', { ...elsewhere, relativeNames: ['Võ Thị Thọ'] }),
    ]
    expect(first('huong vo thi tho', people)).toEqual(['Đỗ Hương', 'elsewhere'])
  })

  test('with a slip as well', () => {
    const people = [
      candidate('Lê Thị Bình', { relativeNames: ['Nguyễn Thị Hằng'] }),
      candidate('Lê Văn Hằng', { relativeNames: ['Lê Thị Bình'] }),
    ]
    expect(first('hang le thi bunh', people)).toEqual(['Lê Văn Hằng', 'similar'])
  })
})
