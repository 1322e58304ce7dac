import { beforeEach, describe, expect, test } from 'vitest'
import { registerPerson } from '../../../src/contract/person-calls'
import { readScanCall, type ScanOutcome, testScan } from '../../../src/contract/scan-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { Identifier, Person } from '../../../src/domain/person/person'
import { child, relative } from '../../src/domain/person/people'
import { healthQr, qr } from '../../src/domain/scan/layouts'
import { openReadyPoint } from './ready-point'

let point: ReturnType<typeof openReadyPoint>
beforeEach(() => {
  point = openReadyPoint()
  point.actAs('receptionist')
})

const woman: Partial<Person> = {
  kind: 'woman',
  name: 'Trần Thị Phượng',
  birthDate: day('1997-09-02'),
  sex: 'female',
  identifiers: [{ system: 'national-id', value: '038197012345' }],
  relatives: [],
  phone: null,
}
const register = (person: Partial<Person>) =>
  point.done(registerPerson, { person: child(person), notDuplicateOf: [] })
const scan = (text: string): ScanOutcome => point.done(readScanCall, { text, physical: null, touched: false })
const chosen = (outcome: ScanOutcome) =>
  outcome.outcome === 'choose' ? outcome.hits.map(({ hit, as }) => [hit.displayName, as]) : outcome

describe('a scan opens one person', () => {
  test('by every number they carry', () => {
    const identifiers: readonly Identifier[] = [
      { system: 'national-id', value: '038325000123' },
      { system: 'niis-code', value: '138157920250042' },
      { system: 'health-insurance', value: 'TE1383823456789' },
    ]
    const { personId, personCode } = register({ identifiers })
    for (const number of [personCode, ...identifiers.map(({ value }) => value)])
      expect(scan(number)).toEqual({ outcome: 'person', personId, number })
  })

  test('by a card that says the same as the record, and by one whose letters were lost', () => {
    const { personId } = register(woman)
    expect(scan(qr)).toEqual({ outcome: 'person', personId, number: '038197012345' })
    expect(scan(qr.replace('TRẦN THỊ PHƯỢNG', 'TR?N TH? PH??NG'))).toMatchObject({ personId })
  })
})

describe('a scan asks', () => {
  test.each([
    ['another name', { name: 'Trần Thị Hương' }, ['name']],
    ['another birth date', { birthDate: day('1997-02-09') }, ['birth-date']],
    ['another sex', { sex: 'male' as const }, ['sex']],
  ])('when the record of the card has %s', (_, changes, contradictions) => {
    register({ ...woman, ...changes })
    expect(scan(qr)).toMatchObject({
      outcome: 'choose',
      why: 'contradicts',
      hits: [{ as: 'holder', contradictions }],
      facts: { name: 'Trần Thị Phượng', birthDate: '1997-09-02', number: '038197012345' },
      draft: null,
    })
  })

  test("when a mother's card is scanned: her children, and herself if she is here", () => {
    const mother = [relative({ nationalId: '038197012345' })]
    register({ relatives: mother })
    register({
      name: 'Nguyễn Đức Anh',
      birthDate: day('2023-02-01'),
      sex: 'male',
      identifiers: [],
      relatives: mother,
    })
    expect(chosen(scan(qr)).toString()).toContain('Ngọc')
    expect(scan(qr)).toMatchObject({ outcome: 'choose', why: 'children-of-holder', draft: { kind: 'woman' } })
    register(woman)
    expect(chosen(scan('038197012345'))).toEqual([
      ['Trần Thị Phượng', 'holder'],
      ['Nguyễn Thị Ánh Ngọc', 'child'],
      ['Nguyễn Đức Anh', 'child'],
    ])
  })

  test('when one insurance number stands in two records', () => {
    const insured = (name: string, birthDate: string): Partial<Person> => ({
      name,
      birthDate: day(birthDate),
      identifiers: [{ system: 'health-insurance', value: '3823456789' }],
    })
    register(insured('Lò Thị Ước', '2025-03-20'))
    register(insured('Lò Thị Mơ', '1999-03-20'))
    expect(scan('3823456789')).toMatchObject({ outcome: 'choose', why: 'several' })
    expect(scan(healthQr)).toMatchObject({ outcome: 'choose', why: 'several' })
  })

  test('when only the old number of a card is known', () => {
    register({ ...woman, identifiers: [{ system: 'old-national-id', value: '173456789' }] })
    expect(scan(qr)).toMatchObject({
      outcome: 'choose',
      why: 'weak-number',
      draft: { name: 'Trần Thị Phượng' },
    })
    expect(scan('173456789')).toMatchObject({ outcome: 'choose', why: 'weak-number' })
  })

  test("when a child's insurance card belongs to an adult's record", () => {
    register({ ...woman, identifiers: [{ system: 'health-insurance', value: 'TE1383823456789' }] })
    expect(scan('TE1383823456789')).toMatchObject({ outcome: 'choose', hits: [{ contradictions: ['age'] }] })
  })
})

describe('a scan of somebody unknown', () => {
  test('fills the form, the permanent address in the units of today where its words decide', () => {
    expect(scan(qr)).toEqual({
      outcome: 'register',
      draft: {
        from: 'citizen-card',
        kind: 'woman',
        name: 'Trần Thị Phượng',
        birthDate: '1997-09-02',
        sex: 'female',
        identifiers: [
          { system: 'national-id', value: '038197012345' },
          { system: 'old-national-id', value: '173456789' },
        ],
        permanent: { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 4', line: null },
        motherName: null,
        fatherName: null,
        checks: [],
      },
    })
  })

  test('a bare number goes to the form with the advice to compare it; our own code never does', () => {
    expect(scan('138157920250042')).toMatchObject({
      outcome: 'register',
      draft: { identifiers: [{ system: 'niis-code', value: '138157920250042' }], checks: ['name', 'number'] },
    })
    const { personCode } = register({})
    const other = openReadyPoint()
    other.actAs('receptionist')
    const arrival = { text: personCode, physical: null, touched: false }
    expect(other.done(readScanCall, arrival)).toMatchObject({ outcome: 'refused', code: 'scan.not-here' })
  })
})

test('a doubtful scan is refused with its reason, and nothing is written', () => {
  const { personCode } = register({})
  const before = point.entries()
  const wrong = personCode.replace(/..$/u, digits => digits.split('').toReversed().join(''))
  expect(scan(wrong === personCode ? `${wrong.slice(0, -1)}0` : wrong)).toMatchObject({
    outcome: 'refused',
    code: 'scan.bad-check',
  })
  expect(scan(qr.replace('02091997', '02091996'))).toMatchObject({ code: 'scan.contradicts-itself' })
  expect(scan('xin chào')).toMatchObject({ code: 'scan.not-a-code' })
  expect(point.entries()).toBe(before)
})

test('the test screen is told the kind of a scan and nothing of its contents', () => {
  const said = JSON.stringify(point.done(testScan, { text: qr, physical: null, touched: false }))
  expect(said).toContain('citizen-card')
  expect(said).not.toMatch(/\d{4}|Phượng/u)
})
