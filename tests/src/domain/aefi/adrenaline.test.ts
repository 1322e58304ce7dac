import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAnaphylaxisCard } from '../../../../src/contract/aefi-file'
import { bandsFor, repeatState } from '../../../../src/domain/aefi/adrenaline'

const file = new URL('../../../../resources/aefi/anaphylaxis.json', import.meta.url)
const raw: unknown = JSON.parse(readFileSync(file, 'utf8'))
const card = readAnaphylaxisCard(raw)

/** What is shown for a child of this weight. */
function shown(weightKg: number | null, ageDays: number | null = 400, ageYears: number | null = 1) {
  const { state, bands } = bandsFor(card, { weightKg, ageDays, ageYears })
  return [state, ...bands.map(({ code }) => code)]
}

describe('adrenaline', () => {
  test('the rows are those of 51/2017, in text', () => {
    expect(card.bands.map(({ patient, dose, ampoule }) => [patient.vi, dose.vi, ampoule.vi])).toEqual([
      ['Trẻ sơ sinh hoặc trẻ < 10 kg', '0,2 mL', '1/5 ống'],
      ['Trẻ khoảng 10 kg', '0,25 mL', '1/4 ống'],
      ['Trẻ khoảng 20 kg', '0,3 mL', '1/3 ống'],
      ['Trẻ > 30 kg', '0,5 mL', '1/2 ống'],
      ['Người lớn', '0,5–1 mL', '1/2–1 ống'],
    ])
  })

  test.each([
    [3.2, ['defined', 'newborn-or-below-10']],
    [9.9, ['defined', 'newborn-or-below-10']],
    [10, ['defined', 'about-10']],
    [20, ['defined', 'about-20']],
    [30.1, ['defined', 'above-30']],
    [45, ['defined', 'above-30']],
  ])('%s kg has the row of the source', (weightKg, row) => {
    expect(shown(weightKg)).toEqual(row)
  })

  test.each([
    [10.1, ['between', 'about-10', 'about-20']],
    [15, ['between', 'about-10', 'about-20']],
    [19.9, ['between', 'about-10', 'about-20']],
    [20.1, ['between', 'about-20', 'above-30']],
    [30, ['between', 'about-20', 'above-30']],
  ])('%s kg lies between two rows: both, and no value between', (weightKg, rows) => {
    expect(shown(weightKg)).toEqual(rows)
  })

  test('no weight gives no row, only the whole table', () => {
    expect(shown(null)).toEqual(['unknown', ...card.bands.map(({ code }) => code)])
  })

  test('a newborn has the first row whatever the weight, an adult the last', () => {
    expect(shown(null, 3, 0)).toEqual(['defined', 'newborn-or-below-10'])
    expect(shown(25, 6000, 16)).toEqual(['defined', 'adult'])
    expect(shown(null, null, 40)).toEqual(['defined', 'adult'])
    expect(shown(45, 5800, 15)).toEqual(['defined', 'above-30'])
  })

  test('for any weight a dose is a row of the source, never computed', () => {
    const doses = new Set(card.bands.map(({ dose }) => dose.vi))
    for (let tenths = 5; tenths < 1200; tenths++) {
      const { bands } = bandsFor(card, { weightKg: tenths / 10, ageDays: 400, ageYears: 1 })
      expect(bands.length > 0 && bands.every(({ dose }) => doses.has(dose.vi))).toBe(true)
    }
  })

  test('the repeat may be given from 3 minutes, and is late after 5', () => {
    const state = (ms: number) => repeatState(card, 0, ms).state
    expect([179_999, 180_000, 300_000, 300_001].map(state)).toEqual(['wait', 'may', 'may', 'late'])
  })

  test('a file whose rows are out of order is refused', () => {
    const { bands, ...rest } = raw as { readonly bands: readonly unknown[] }
    expect(() => readAnaphylaxisCard({ ...rest, bands: bands.toReversed() })).toThrow('light to heavy')
  })
})
