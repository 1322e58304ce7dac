import { describe, expect, test } from 'vitest'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { findDuplicates, getPerson, listPersons, registerPerson } from '../../../src/contract/person-calls'
import type { Person } from '../../../src/domain/person/person'
import { readPersonCode } from '../../../src/domain/person/person-code'
import { child, home, mother, on, openReadyPoint, refusedCodes, register } from './ready-point'

const boy = { name: 'Lê Gia Bảo', sex: 'male' } as const

describe('registering', () => {
  test('a child gets a code of digits only, even in number, with a check digit', () => {
    const point = openReadyPoint()
    const { personId, personCode } = point.done(registerPerson, { person: child(), notDuplicateOf: [] })
    expect(personCode).toMatch(/^\d{16}$/)
    expect(readPersonCode(personCode)).not.toBeNull()
    expect(point.done(getPerson, { personId })).toMatchObject({
      personCode,
      displayName: 'Nguyễn Thị Ánh Ngọc',
      versions: 1,
      voided: false,
      registeredAt: '2026-11-22T01:00:00.000Z',
    })
  })

  test('two children never get the same code', () => {
    const point = openReadyPoint()
    const codes = ['An', 'Bình', 'Chi', 'Dũng'].map(
      name => point.done(registerPerson, { person: child({ name }), notDuplicateOf: [] }).personCode,
    )
    expect(new Set(codes).size).toBe(4)
  })

  test('a newborn without a name is "Con bà …" until named', () => {
    const point = openReadyPoint()
    const personId = register(point, { name: '' })
    expect(point.done(getPerson, { personId }).displayName).toBe('Con bà Trần Thị Phượng')
  })

  test('care comes before paperwork: what the upload still wants is listed, not demanded', () => {
    const point = openReadyPoint()
    const personId = register(point, { addresses: {}, ethnicGroupCode: null })
    const { missingForUpload } = point.done(getPerson, { personId })
    expect(missingForUpload).toEqual(expect.arrayContaining(['identifiers', 'ethnicGroupCode']))
  })

  test('the same request sent twice registers one child', () => {
    const point = openReadyPoint()
    const requestId = '0190a1b2-0000-7000-8000-000000000003'
    const request = { person: child(), notDuplicateOf: [] }
    const first = point.done(registerPerson, request, requestId)
    expect(point.done(registerPerson, request, requestId)).toEqual(first)
    expect(point.done(listPersons, { offset: 0, limit: 10 }).persons).toBe(1)
  })

  test('the register lists people in the order of their names, marks or not', () => {
    const point = openReadyPoint()
    for (const name of ['Vũ Văn Út', 'Âu Thị Ý', 'Đỗ Văn Bảy']) register(point, { name })
    const { hits } = point.done(listPersons, { offset: 0, limit: 10 })
    expect(hits.map(hit => hit.name)).toEqual(['Âu Thị Ý', 'Đỗ Văn Bảy', 'Vũ Văn Út'])
  })
})

const refused: readonly { readonly code: string; readonly why: string; readonly person: Partial<Person> }[] =
  [
    { code: 'person.birth-in-future', why: 'born tomorrow', person: { birthDate: on('2026-11-23') } },
    {
      code: 'person.no-name',
      why: 'neither a name nor a mother is known',
      person: { name: ' ', relatives: [] },
    },
    {
      code: 'person.bad-national-id',
      why: 'the personal number has 11 digits',
      person: { identifiers: [{ system: 'national-id', value: '03832500012' }] },
    },
    {
      code: 'person.bad-old-national-id',
      why: 'the old card number has 8 digits',
      person: { identifiers: [{ system: 'old-national-id', value: '12345678' }] },
    },
    {
      code: 'person.bad-health-insurance',
      why: 'the insurance number has letters only',
      person: { identifiers: [{ system: 'health-insurance', value: 'ABCDEFGHIJ' }] },
    },
    {
      code: 'person.bad-niis-code',
      why: 'the national code is too short',
      person: { identifiers: [{ system: 'niis-code', value: '123' }] },
    },
    {
      code: 'person.bad-passport',
      why: 'the passport number is two letters',
      person: { identifiers: [{ system: 'passport', value: 'B1' }] },
    },
    {
      code: 'person.bad-birth-certificate',
      why: 'the certificate number begins with a dash',
      person: { identifiers: [{ system: 'birth-certificate', value: '-1' }] },
    },
    {
      code: 'person.bad-person-code',
      why: 'the check digit of a code is wrong',
      person: { identifiers: [{ system: 'person-code', value: '1234567890123456' }] },
    },
    {
      code: 'person.identifier-twice',
      why: 'two personal numbers are given',
      person: {
        identifiers: [
          { system: 'national-id', value: '038326000123' },
          { system: 'national-id', value: '038326000124' },
        ],
      },
    },
    { code: 'person.bad-phone', why: 'the telephone number cannot be one', person: { phone: '12' } },
    {
      code: 'person.bad-phone',
      why: "the mother's telephone number cannot be one",
      person: { relatives: [mother({ phone: 'không có' })] },
    },
    {
      code: 'person.bad-address',
      why: 'the commune lies in another province',
      person: { addresses: { current: { ...home, provinceCode: '01' } } },
    },
    {
      code: 'person.bad-address',
      why: 'there is no such commune',
      person: { addresses: { birth: { ...home, communeCode: '99999' } } },
    },
    { code: 'person.bad-birth-time', why: 'the hour is 25', person: { birthTime: '25:00' } },
  ]

describe('a record is refused, and nothing is written', () => {
  test.each(refused)('$code when $why', ({ code, person }) => {
    const point = openReadyPoint()
    const request = { person: child(person), notDuplicateOf: [] }
    expect(refusedCodes(point, registerPerson, request)).toEqual([code])
  })

  test('all problems come together, each at its field', () => {
    const point = openReadyPoint()
    const person = child({ birthDate: on('2027-01-01'), phone: '12' })
    const answer = point.call(registerPerson, { person, notDuplicateOf: [] })
    expect(answer.ok ? [] : answer.error.problems.map(({ code, field }) => [code, field])).toEqual([
      ['person.birth-in-future', 'person.birthDate'],
      ['person.bad-phone', 'person.phone'],
    ])
  })

  test('a date that does not exist is no date', () => {
    const point = openReadyPoint()
    const person = { ...child(), birthDate: '2026-02-30' }
    const answer = point.dispatch(registerPerson.name, {
      requestId: '0190a1b2-0000-7000-8000-000000000004',
      payload: { person, notDuplicateOf: [] },
      actor: point.actAs('head'),
    })
    expect(answer).toMatchObject({ ok: false, error: { problems: [{ field: 'person.birthDate' }] } })
  })
})

describe('somebody registered already', () => {
  const id = { system: 'national-id', value: '038326000123' } as const

  test('person.id-taken when the personal number belongs to somebody else, whatever the name', () => {
    const point = openReadyPoint()
    const owner = register(point, { identifiers: [id] })
    const person = child({ ...boy, identifiers: [{ ...id, value: '038 326 000 123' }] })
    expect(refusedCodes(point, registerPerson, { person, notDuplicateOf: [owner] })).toEqual([
      'person.id-taken',
    ])
    const [found] = point.done(findDuplicates, { person, exceptPersonId: null })
    expect(found).toMatchObject({ score: { certainty: 'certain' }, hit: { personId: owner } })
  })

  test('an insurance number may be shared: a newborn often has the card of the mother', () => {
    const point = openReadyPoint()
    const card = { system: 'health-insurance', value: 'TE1383212345678' } as const
    register(point, { identifiers: [card] })
    const person = child({ ...boy, identifiers: [card] })
    expect(point.codes(registerPerson, { person, notDuplicateOf: [] })).toEqual([])
  })

  test('person.likely-duplicate with the same name, birth date and mother, until it is denied', () => {
    const point = openReadyPoint()
    const known = register(point)
    const person = child({ name: 'NGUYEN THI ANH NGOC' })
    expect(refusedCodes(point, registerPerson, { person, notDuplicateOf: [] })).toEqual([
      'person.likely-duplicate',
    ])
    expect(point.codes(registerPerson, { person, notDuplicateOf: [known] })).toEqual([])
  })

  test('person.likely-duplicate with day and month of the birth date swapped, until it is denied', () => {
    const point = openReadyPoint()
    const known = register(point, { birthDate: on('2026-05-08') })
    const person = child({ birthDate: on('2026-08-05') })
    const [found] = point.done(findDuplicates, { person, exceptPersonId: null })
    expect(found?.score.evidence.find(({ field }) => field === 'birth-date')).toMatchObject({
      level: 'swapped-day-month',
      left: '2026-08-05',
      right: '2026-05-08',
    })
    expect(refusedCodes(point, registerPerson, { person, notDuplicateOf: [] })).toEqual([
      'person.likely-duplicate',
    ])
    expect(point.codes(registerPerson, { person, notDuplicateOf: [known] })).toEqual([])
  })

  test('person.likely-duplicate for a newborn entered as "con bà …" who has a name now', () => {
    const point = openReadyPoint()
    const known = register(point, { name: '' })
    const person = child()
    expect(refusedCodes(point, registerPerson, { person, notDuplicateOf: [] })).toEqual([
      'person.likely-duplicate',
    ])
    expect(point.codes(registerPerson, { person, notDuplicateOf: [known] })).toEqual([])
  })

  test('a newborn without a name is only perhaps one of two twins who have theirs', () => {
    const point = openReadyPoint()
    register(point)
    register(point, { name: 'Nguyễn Thị Ánh Nguyệt' })
    const found = point.done(findDuplicates, { person: child({ name: '' }), exceptPersonId: null })
    expect(found.map(({ score }) => score.certainty)).toEqual(['possible', 'possible'])
    expect(point.codes(registerPerson, { person: child({ name: '' }), notDuplicateOf: [] })).toEqual([])
  })

  test('twins with names of their own are two children', () => {
    const point = openReadyPoint()
    register(point)
    const person = child({ name: 'Nguyễn Thị Ánh Nguyệt' })
    expect(point.done(findDuplicates, { person, exceptPersonId: null })).toEqual([])
    expect(point.codes(registerPerson, { person, notDuplicateOf: [] })).toEqual([])
  })

  test('twins without names are worth a look, and both can be registered', () => {
    const point = openReadyPoint()
    register(point, { name: '' })
    const person = child({ name: '' })
    expect(point.done(findDuplicates, { person, exceptPersonId: null })).toMatchObject([
      { score: { certainty: 'possible' } },
    ])
    expect(point.codes(registerPerson, { person, notDuplicateOf: [] })).toEqual([])
  })

  test('a record is no duplicate of itself', () => {
    const point = openReadyPoint()
    const personId = register(point, { identifiers: [id] })
    const { person } = point.done(getPerson, { personId })
    expect(point.done(findDuplicates, { person, exceptPersonId: personId })).toEqual([])
  })
})

describe('doses copied from a card', () => {
  const line = {
    vaccineCode: 'BCG_IVAC',
    givenOn: on('2026-09-16'),
    statedNumber: 1,
    lotNumber: null,
    placeName: 'Bệnh viện huyện',
  }
  const refusedLines = [
    {
      code: 'dose.before-birth',
      why: 'given the day before the birth',
      change: { givenOn: on('2026-09-14') },
    },
    { code: 'dose.in-future', why: 'given tomorrow', change: { givenOn: on('2026-11-23') } },
    { code: 'dose.unknown-vaccine', why: 'the product is unknown', change: { vaccineCode: 'NOTHING' } },
  ]
  test.each(refusedLines)('$code when $why, and no line is written', ({ code, change }) => {
    const point = openReadyPoint()
    const personId = register(point)
    const doses = [line, { ...line, vaccineCode: 'GENEHBVAX_05', ...change }]
    const answer = refusedCodes(point, recordHistoricalDoses, { personId, doses })
    expect(answer).toEqual([code])
  })

  test('dose.duplicate-same-day within the grid, and against what is stored', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const request = { personId, doses: [line, line] }
    expect(refusedCodes(point, recordHistoricalDoses, request)).toEqual(['dose.duplicate-same-day'])
    point.done(recordHistoricalDoses, { personId, doses: [line] })
    expect(refusedCodes(point, recordHistoricalDoses, { personId, doses: [line] })).toEqual([
      'dose.duplicate-same-day',
    ])
  })

  test('a dose given too early is taken: it happened', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const doses = [{ ...line, vaccineCode: 'MVVAC', givenOn: on('2026-10-01') }]
    expect(point.codes(recordHistoricalDoses, { personId, doses })).toEqual([])
  })
})
