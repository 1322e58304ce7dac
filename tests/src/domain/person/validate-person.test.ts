import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { normalizeIdentifier, readNationalId, systemsOf } from '../../../../src/domain/person/identifiers'
import type { Person } from '../../../../src/domain/person/person'
import { mintPersonCode } from '../../../../src/domain/person/person-code'
import { formatPhone, normalizePhone, reversePhone } from '../../../../src/domain/person/phone'
import { missingForUpload, problemsOf } from '../../../../src/domain/person/validate-person'
import { child, relative } from './people'

const today = day('2026-11-22')

describe('problemsOf', () => {
  test('a faultless record has none', () => expect(problemsOf(child(), today)).toEqual([]))

  const cases: readonly { why: string; changes: Partial<Person>; found: readonly string[] }[] = [
    {
      why: 'born tomorrow',
      changes: { birthDate: day('2026-11-23'), identifiers: [] },
      found: ['blocking person.birth-in-future birthDate'],
    },
    { why: 'born today', changes: { birthDate: today, identifiers: [] }, found: [] },
    {
      why: 'no name, no mother',
      changes: { name: '', relatives: [] },
      found: ['blocking person.no-name name'],
    },
    {
      why: 'only a father',
      changes: { name: '', relatives: [relative({ relation: 'father' })] },
      found: ['blocking person.no-name name'],
    },
    { why: 'no name but a mother', changes: { name: '  ' }, found: [] },
    { why: 'a digit in the name', changes: { name: 'Ngọc 2' }, found: ['warning person.name-odd name'] },
    { why: 'a name of the highlands', changes: { name: 'H’Linh Niê' }, found: [] },
    {
      why: 'eleven digits of a personal number',
      changes: { identifiers: [{ system: 'national-id', value: '03832500012' }] },
      found: ['blocking person.bad-national-id identifiers.national-id'],
    },
    {
      why: 'a number of a boy',
      changes: { identifiers: [{ system: 'national-id', value: '038225000123' }] },
      found: ['warning person.id-mismatch identifiers.national-id'],
    },
    {
      why: 'a number of another year',
      changes: { identifiers: [{ system: 'national-id', value: '038324000123' }] },
      found: ['warning person.id-mismatch identifiers.national-id'],
    },
    { why: 'sex unknown and the year right', changes: { sex: 'unknown' }, found: [] },
    {
      why: 'two insurance numbers',
      changes: {
        identifiers: [
          { system: 'health-insurance', value: '0123456789' },
          { system: 'health-insurance', value: '0123456780' },
        ],
      },
      found: ['blocking person.identifier-twice identifiers.health-insurance'],
    },
    {
      why: 'two codes of the national system after a merge',
      changes: {
        identifiers: [
          { system: 'niis-code', value: '138160202500123' },
          { system: 'niis-code', value: '138160202500124' },
        ],
      },
      found: [],
    },
    {
      why: 'our own code mistyped',
      changes: { identifiers: [{ system: 'person-code', value: '2025000700004299' }] },
      found: ['blocking person.bad-person-code identifiers.person-code'],
    },
    { why: 'a phone too short', changes: { phone: '091234567' }, found: ['blocking person.bad-phone phone'] },
    {
      why: 'a mother with a man’s number',
      changes: { relatives: [relative({ nationalId: '038097000123' })] },
      found: ['warning person.id-mismatch relatives.mother.nationalId'],
    },
    {
      why: 'the child’s number given to the mother',
      changes: { relatives: [relative({ nationalId: '038325000123', birthYear: null })] },
      found: ['warning person.id-of-relative relatives.mother.nationalId'],
    },
    {
      why: 'a mother of eight',
      changes: { relatives: [relative({ birthYear: 2017 })] },
      found: ['warning person.relative-too-young relatives.mother.birthYear'],
    },
    {
      why: 'a birth time that is none',
      changes: { birthTime: '24:10' },
      found: ['blocking person.bad-birth-time birthTime'],
    },
    {
      why: 'kilograms for grams',
      changes: { birthWeightG: 3 },
      found: ['warning person.birth-weight-odd birthWeightG'],
    },
    {
      why: 'months for weeks',
      changes: { gestationWeeks: 9 },
      found: ['warning person.gestation-odd gestationWeeks'],
    },
    {
      why: 'a man as a woman',
      changes: { kind: 'woman', sex: 'male', identifiers: [] },
      found: ['warning person.kind-mismatch kind'],
    },
  ]
  test.each(cases)('$why: $found', ({ changes, found }) => {
    const problems = problemsOf(child(changes), today)
    expect(problems.map(({ severity, code, field }) => `${severity} ${code} ${field}`)).toEqual(found)
  })

  test('blocking problems come before warnings', () => {
    const problems = problemsOf(child({ name: 'Ngọc 2', phone: '1' }), today)
    expect(problems.map(problem => problem.severity)).toEqual(['blocking', 'warning'])
  })
})

describe('missingForUpload', () => {
  test('nothing is missing in a complete record; the passport may stand for the number', () => {
    expect(missingForUpload(child())).toEqual([])
    expect(missingForUpload(child({ identifiers: [{ system: 'passport', value: 'C1234567' }] }))).toEqual([])
  })

  test('all fifteen fields are asked for', () => {
    const empty = child({ identifiers: [], name: '', ethnicGroupCode: null, addresses: {} })
    expect(missingForUpload(empty)).toHaveLength(13)
    expect(missingForUpload(empty).slice(0, 5)).toEqual([
      'identifiers',
      'name',
      'ethnicGroupCode',
      'addresses.birth.communeCode',
      'addresses.birth.provinceCode',
    ])
  })
})

describe('identity numbers', () => {
  test('sex and year are read from the fourth to the sixth digit', () => {
    expect(readNationalId('038197012345')).toEqual({ sex: 'female', birthYear: 1997 })
    expect(readNationalId('038225012345')).toEqual({ sex: 'male', birthYear: 2025 })
    expect(readNationalId('38225012345')).toBeNull()
  })

  test('spaces, dots and small letters are put right', () => {
    expect(normalizeIdentifier({ system: 'health-insurance', value: 'te 1 38 0123456789' }).value).toBe(
      'TE1380123456789',
    )
    expect(normalizeIdentifier({ system: 'birth-certificate', value: ' 12/2025  tp ' }).value).toBe(
      '12/2025 TP',
    )
  })

  test.each([
    ['038325000123', ['national-id', 'niis-code']],
    ['173456789', ['old-national-id']],
    ['TE1380123456789', ['health-insurance']],
    ['138160202500123', ['niis-code']],
    [mintPersonCode({ birthYear: 2025, stationNumber: 1, sequence: 1 }), ['person-code', 'niis-code']],
    ['12345', []],
  ])('%s may be of %j', (typed, systems) => expect(systemsOf(typed)).toEqual(systems))
})

describe('phones', () => {
  test.each([
    ['+84 912-345-678', '0912345678', '0912 345 678'],
    ['0912.345.678', '0912345678', '0912 345 678'],
    ['84912345678', '0912345678', '0912 345 678'],
    ['01683456789', '0383456789', '0383 456 789'],
    ['02373852123', '02373852123', '0237 3852 123'],
    ['024 3825 1234', '02438251234', '024 3825 1234'],
  ])('%s is stored as %s and shown as %s', (typed, stored, shown) => {
    expect(normalizePhone(typed)).toBe(stored)
    expect(formatPhone(stored)).toBe(shown)
  })

  test.each(['', '12345', '0112345678', '09123456789', 'abc', '0912 345 67x'])('%j is no number', typed => {
    expect(normalizePhone(typed)).toBeNull()
  })

  test('the reversed number begins with its last digits', () =>
    expect(reversePhone('0912345678')).toBe('8765432190'))
})
