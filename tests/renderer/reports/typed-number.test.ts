import { expect, test } from 'vitest'
import { typedNumber } from '../../../renderer/screens/reports/life/typed-number'

test.each([
  ['120', 120, 120],
  ['1.250', 1250, 1.25],
  ['1,250', 1.25, 1250],
  ['12,5', 12.5, 'bad'],
  ['1 250', 1250, 1250],
  ['', null, null],
  ['mười', 'bad', 'bad'],
  ['1.25.0', 'bad', 'bad'],
  ['-3', 'bad', 'bad'],
] as const)('%s', (typed, vietnamese, english) => {
  expect(typedNumber(typed, 'vi')).toBe(vietnamese)
  expect(typedNumber(typed, 'en')).toBe(english)
})
