import { describe, expect, test } from 'vitest'
import {
  readNumber,
  readPara,
  readPressure,
  readRates,
  readScanAge,
} from '../../../renderer/screens/pregnancy/typed-values'

const pressure = (systolic: number, diastolic: number) => ({ systolic, diastolic })

const typed = [
  { what: 'a comma', read: readNumber, from: '52,5', is: 52.5 },
  { what: 'a point', read: readNumber, from: '52.5', is: 52.5 },
  { what: 'a unit is no number', read: readNumber, from: '52 kg', is: null },
  { what: 'a slash', read: readPressure, from: '110/70', is: pressure(110, 70) },
  { what: 'five digits', read: readPressure, from: '11070', is: pressure(110, 70) },
  { what: 'four digits', read: readPressure, from: '9060', is: pressure(90, 60) },
  { what: 'six digits', read: readPressure, from: '165110', is: pressure(165, 110) },
  { what: 'a space', read: readPressure, from: '165 110', is: pressure(165, 110) },
  { what: 'one number is no pressure', read: readPressure, from: '110', is: null },
  { what: 'one heart', read: readRates, from: '142', is: [142] },
  { what: 'two hearts', read: readRates, from: '142, 150', is: [142, 150] },
  { what: 'words are no heart', read: readRates, from: 'rõ', is: null },
  { what: 'weeks and days', read: readScanAge, from: '12+3', is: { weeks: 12, days: 3 } },
  { what: 'weeks alone', read: readScanAge, from: '12', is: { weeks: 12, days: 0 } },
  { what: 'seven days are a week', read: readScanAge, from: '12+7', is: null },
  { what: 'four digits', read: readPara, from: '1001', is: { term: 1, preterm: 0, lost: 0, living: 1 } },
  { what: 'with dashes', read: readPara, from: '2-1-0-3', is: { term: 2, preterm: 1, lost: 0, living: 3 } },
  { what: 'three digits are too few', read: readPara, from: '100', is: null },
] as const

describe('what is typed at a visit', () => {
  test.each(typed)('$from: $what', ({ read, from, is }) => {
    expect(read(from)).toEqual(is)
  })
})
