import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readColdChainRules } from '../../../../src/contract/cold-chain-file'
import { readVaccines } from '../../../../src/contract/vaccine-file'
import { day, type Instant, instantOf } from '../../../../src/domain/calendar/calendar-day'
import {
  excursionsIn,
  excursionsOfReading,
  missingReadings,
  thinned,
  vietnamInstant,
} from '../../../../src/domain/stock/cold-chain'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../resources/${name}`, import.meta.url), 'utf8'))
const rules = readColdChainRules(read('stock/cold-chain.json'), readVaccines(read('vaccines/vaccines.json')))
const startMs = Date.parse('2026-11-26T17:00:00.000Z')
/** One point every ten minutes. */
const series = (...degrees: number[]) =>
  degrees.map((temperatureC, at) => ({ at: instantOf(startMs + at * 600_000), temperatureC }))
const at = (text: string) => text as Instant

describe('a logger', () => {
  test.each([
    ['8,0 and 2,0 themselves are inside', [8, 2, 8, 2, 8], []],
    ['a door that is opened for twenty minutes is no breach', [5, 9, 9, 5, 5], []],
    ['half an hour too warm is one', [5, 9, 11, 8.1, 5], ['too-warm']],
    ['too warm until the end of the file', [5, 9, 9, 9, 9], ['too-warm']],
    ['half an hour too cold', [3, 1.9, 1, 1.5, 3], ['too-cold']],
    ['−0,5 °C once is frozen, and not too cold besides', [3, 1, -0.5, 1, 3], ['frozen']],
    ['−0,4 °C for a moment is not', [3, 3, -0.4, 3, 3], []],
    ['two times apart are two', [9, 9, 9, 9, 5, 9, 9, 9, 9], ['too-warm', 'too-warm']],
  ])('%s', (_, degrees, kinds) => {
    expect(excursionsIn(series(...degrees), rules).map(({ kind }) => kind)).toEqual(kinds)
  })

  test('says from when until when, and how bad it was', () => {
    expect(excursionsIn(series(5, 9, 11.4, 8.1, 5), rules)).toEqual([
      {
        kind: 'too-warm',
        fromAt: '2026-11-26T17:10:00.000Z',
        untilAt: '2026-11-26T17:40:00.000Z',
        extremeC: 11.4,
      },
    ])
  })
})

describe('a reading by hand counts at once', () => {
  const reading = { at: at('2026-11-27T01:00:00.000Z'), temperatureC: 5, minC: null, maxC: null }
  const kinds = (changes: object) =>
    excursionsOfReading({ ...reading, ...changes }, at('2026-11-26T09:00:00.000Z'), rules)

  test('inside its limits it says nothing', () => {
    expect(kinds({})).toEqual([])
    expect(kinds({ minC: 2, maxC: 8 })).toEqual([])
  })

  test('its maximum and minimum count too, from the reading before on', () => {
    expect(kinds({ maxC: 12.3 })).toEqual([
      { kind: 'too-warm', fromAt: '2026-11-26T09:00:00.000Z', untilAt: reading.at, extremeC: 12.3 },
    ])
    expect(kinds({ minC: -1 }).map(({ kind }) => kind)).toEqual(['frozen'])
    expect(kinds({ minC: 1, maxC: 9 }).map(({ kind }) => kind)).toEqual(['too-cold', 'too-warm'])
  })
})

test('missing readings: two a day, today once their hour has passed', () => {
  const morning = vietnamInstant(day('2026-11-26'), '07:30')
  const missing = (now: string) =>
    missingReadings([morning], day('2026-11-26'), vietnamInstant(day('2026-11-27'), now), rules).map(
      ({ on, half }) => `${on} ${half}`,
    )
  expect(missing('09:00')).toEqual(['2026-11-26 afternoon'])
  expect(missing('12:00')).toEqual(['2026-11-27 morning', '2026-11-26 afternoon'])
  expect(missing('17:00')[0]).toBe('2026-11-27 afternoon')
})

test('a thinned drawing keeps the highest and the lowest of all', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 300 }), { minLength: 1, maxLength: 600 }), tenths => {
      const points = series(...tenths.map(each => each / 10))
      const kept = thinned(points, 100).map(({ temperatureC }) => temperatureC)
      expect(kept.length).toBeLessThanOrEqual(102)
      expect(Math.max(...kept)).toBe(Math.max(...tenths) / 10)
      expect(Math.min(...kept)).toBe(Math.min(...tenths) / 10)
    }),
  )
})
