import { expect, test } from 'vitest'
import { givenWords, waitWords } from '../../../renderer/components/birth-dose-words'
import type { BirthDoseClock } from '../../../src/domain/immunization/birth-dose-hours'

const clock = (changes: Partial<BirthDoseClock>): BirthDoseClock => ({
  verdict: 'in-time',
  minutes: 0,
  days: 0,
  hours: 24,
  missing: null,
  ...changes,
})

test.each([
  [clock({ minutes: 19 * 60 }), 'due', 'VGB: còn 5 giờ'],
  [clock({ minutes: 23 * 60 + 20 }), 'due', 'VGB: còn dưới 1 giờ'],
  [clock({ verdict: 'late', minutes: 24 * 60 + 10 }), 'late', 'VGB: muộn dưới 1 giờ'],
  [clock({ verdict: 'late', minutes: 27 * 60 + 10 }), 'late', 'VGB: muộn 3 giờ'],
  [clock({ minutes: null, missing: 'birth-time' }), 'due', 'VGB: sinh hôm nay, không rõ giờ sinh'],
  [
    clock({ verdict: 'late', minutes: null, days: 3, missing: 'birth-time' }),
    'late',
    'VGB: muộn, sinh 3 ngày trước, không rõ giờ sinh',
  ],
])('a newborn who waits: %o', (of, kind, words) => {
  expect(waitWords(of)).toEqual({ kind, words })
})

test.each([
  [clock({ minutes: 19 * 60 }), '✓ có, sau 19 giờ'],
  [clock({ verdict: 'late', minutes: 30 * 60 }), '▲ không, sau 30 giờ'],
  [
    clock({ verdict: 'unknown', minutes: null, days: 1, missing: 'birth-time' }),
    '○ không rõ, sau 1 ngày, không rõ giờ sinh',
  ],
])('a dose that was given: %o', (of, words) => {
  expect(givenWords(of)).toBe(words)
})
