import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatPersonCode,
  isPersonCode,
  mintPersonCode,
  readPersonCode,
} from '../../../../src/domain/person/person-code'

const parts = fc.record({
  birthYear: fc.integer({ min: 1900, max: 2999 }),
  stationNumber: fc.integer({ min: 1, max: 9_999 }),
  sequence: fc.integer({ min: 1, max: 999_999 }),
})

describe('person code', () => {
  test('has sixteen digits in groups of four, and is read back with its spaces', () => {
    const code = mintPersonCode({ birthYear: 2025, stationNumber: 7, sequence: 42 })
    expect(code).toMatch(/^202500070000 ?42\d\d$/u)
    expect(formatPersonCode(code)).toMatch(/^2025 0007 0000 42\d\d$/u)
    expect(readPersonCode(formatPersonCode(code))).toBe(code)
    expect(readPersonCode('2025 0007 0000')).toBeNull()
  })

  test('every single wrong digit and every swap of two neighbours is noticed', () => {
    const samples = fc.sample(parts, { numRuns: 200, seed: 2 })
    for (const sample of samples) {
      const code = mintPersonCode(sample)
      for (let at = 0; at < code.length; at += 1) {
        for (let digit = 0; digit <= 9; digit += 1) {
          const wrong = code.slice(0, at) + digit + code.slice(at + 1)
          expect(isPersonCode(wrong), wrong).toBe(wrong === code)
        }
        const swapped = code.slice(0, at) + (code[at + 1] ?? '') + code[at] + code.slice(at + 2)
        if (at + 1 < code.length) expect(isPersonCode(swapped), swapped).toBe(swapped === code)
      }
    }
  })

  test('different stations or running numbers never mint the same code', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same =
          a.birthYear === b.birthYear && a.stationNumber === b.stationNumber && a.sequence === b.sequence
        expect(mintPersonCode(a) === mintPersonCode(b)).toBe(same)
      }),
    )
  })

  test.each([
    { birthYear: 2025, stationNumber: 0, sequence: 1 },
    { birthYear: 2025, stationNumber: 10_000, sequence: 1 },
    { birthYear: 2025, stationNumber: 1, sequence: 1_000_000 },
    { birthYear: 25, stationNumber: 1, sequence: 1 },
    { birthYear: 2025, stationNumber: 1.5, sequence: 1 },
  ])('refuses numbers that do not fit: %o', from => expect(() => mintPersonCode(from)).toThrow(RangeError))
})
