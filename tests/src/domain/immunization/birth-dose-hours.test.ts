import { describe, expect, test } from 'vitest'
import file from '../../../../resources/vaccines/birth-dose.json'
import vaccinesFile from '../../../../resources/vaccines/vaccines.json'
import { readBirthDoseRule } from '../../../../src/contract/birth-dose-file'
import { readVaccines } from '../../../../src/contract/vaccine-file'
import { day, instantOf } from '../../../../src/domain/calendar/calendar-day'
import {
  givenAfterBirth,
  hoursSinceBirth,
  isBirthDose,
} from '../../../../src/domain/immunization/birth-dose-hours'

const vaccines = readVaccines(vaccinesFile)
const rule = readBirthDoseRule(file, vaccines)
const at = (local: string) => instantOf(Date.parse(`${local}:00.000+07:00`))
const born = { birthDate: day('2026-11-21'), birthTime: '21:30' }

describe('hours since birth, by the wall clock in Vietnam', () => {
  test.each([
    ['2026-11-21T21:30', 0, 'in-time'],
    ['2026-11-22T16:30', 19 * 60, 'in-time'],
    ['2026-11-22T21:30', 24 * 60, 'in-time'],
    ['2026-11-22T21:31', 24 * 60 + 1, 'late'],
    ['2026-11-23T00:30', 27 * 60, 'late'],
  ] as const)('%s is %d minutes later: %s', (local, minutes, verdict) => {
    expect(hoursSinceBirth(born, 24, at(local))).toMatchObject({ minutes, verdict, missing: null })
  })

  test.each([
    ['2026-11-21T23:59', 0, 'in-time'],
    ['2026-11-22T00:01', 1, 'unknown'],
    ['2026-11-23T00:00', 2, 'late'],
  ] as const)('without a birth time %s is compared by days (%d): %s', (local, days, verdict) => {
    const clock = hoursSinceBirth({ ...born, birthTime: null }, 24, at(local))
    expect(clock).toEqual({ verdict, days, minutes: null, hours: 24, missing: 'birth-time' })
  })

  test('a birth time that lies ahead is no birth time', () => {
    expect(hoursSinceBirth(born, 24, at('2026-11-21T08:00'))).toMatchObject({
      minutes: null,
      missing: 'birth-time',
    })
  })
})

describe('the dose that was given', () => {
  const dose = {
    vaccineCode: 'GENEHBVAX_05',
    givenOn: day('2026-11-22'),
    givenOnAccuracy: null,
    givenAt: at('2026-11-22T08:00'),
    voided: false,
  }
  test('says after how long', () => {
    expect(givenAfterBirth(rule, born, dose)).toMatchObject({ verdict: 'in-time', minutes: 630 })
  })
  test('copied from a card without a time is compared by days', () => {
    expect(givenAfterBirth(rule, born, { ...dose, givenAt: null })).toMatchObject({
      verdict: 'unknown',
      days: 1,
      missing: 'dose-time',
    })
  })
  test('the moment it was recorded does not count once its day was put right', () => {
    const earlier = { ...dose, givenOn: day('2026-11-21') }
    expect(givenAfterBirth(rule, born, earlier)).toMatchObject({
      verdict: 'in-time',
      minutes: null,
      missing: 'dose-time',
    })
  })
  test.each([
    [{ voided: true }],
    [{ vaccineCode: 'SII_PENTA' }],
    [{ givenOn: day('2026-12-21') }],
    [{ givenOnAccuracy: 'month' as const }],
  ])('nothing is said of another dose: %o', changes => {
    expect(givenAfterBirth(rule, born, { ...dose, ...changes })).toBeNull()
  })
})

test('only the first dose of a newborn is the birth dose', () => {
  const due = { antigens: ['HepB'], doseNumber: 1 }
  const on = day('2026-11-22')
  expect(isBirthDose(rule, born.birthDate, due, on)).toBe(true)
  expect(isBirthDose(rule, born.birthDate, { ...due, doseNumber: 2 }, on)).toBe(false)
  expect(isBirthDose(rule, born.birthDate, { ...due, antigens: ['BCG'] }, on)).toBe(false)
  expect(isBirthDose(rule, day('1996-11-21'), due, on)).toBe(false)
})

test('a file with a combined product is refused', () => {
  expect(() => readBirthDoseRule({ ...file, vaccines: ['SII_PENTA'] }, vaccines)).toThrow('HepB alone')
})
