import { describe, expect, test } from 'vitest'
import { day, type Instant } from '../../../../src/domain/calendar/calendar-day'
import {
  type DoseFact,
  relationOf,
  resolveDose,
  settleDoses,
} from '../../../../src/domain/exchange/conflict-dose'
import { decideField } from '../../../../src/domain/exchange/conflict-fields'
import { linkChange } from '../../../../src/domain/exchange/conflict-link'
import { resolvePerson } from '../../../../src/domain/exchange/conflict-person'
import type { TravellingDose } from '../../../../src/domain/immunization/travelling-dose'
import { mergeParts } from '../../../../src/domain/person/merge-record'
import type { Person } from '../../../../src/domain/person/person'

const at = (text: string) => text as Instant
const noon = at('2026-11-20T05:00:00.000Z')
const evening = at('2026-11-20T11:00:00.000Z')

const child: Person = {
  kind: 'child',
  name: 'Trần Thử Một',
  birthDate: day('2026-03-01'),
  birthTime: null,
  sex: 'female',
  ethnicGroupCode: null,
  nationalityCode: null,
  bloodGroup: null,
  phone: '0900000001',
  identifiers: [{ system: 'person-code', value: '2026000100000015' }],
  addresses: {},
  relatives: [],
  alerts: [],
  protectedAtBirth: null,
  gestationWeeks: null,
  birthWeightG: null,
  note: null,
}

describe('one field', () => {
  const cases = [
    { why: 'both say the same', here: 'a', base: 'b', there: 'a', review: 'same', newest: 'same' },
    {
      why: 'only they changed it',
      here: 'a',
      base: 'a',
      there: 'b',
      review: 'take-there',
      newest: 'take-there',
    },
    { why: 'only we changed it', here: 'b', base: 'a', there: 'a', review: 'keep-here', newest: 'keep-here' },
    { why: 'they emptied it', here: 'a', base: 'a', there: null, review: 'take-there', newest: 'take-there' },
    {
      why: 'we never knew it',
      here: null,
      base: undefined,
      there: 'b',
      review: 'take-there',
      newest: 'take-there',
    },
    {
      why: 'they never knew it',
      here: 'a',
      base: undefined,
      there: null,
      review: 'keep-here',
      newest: 'keep-here',
    },
    { why: 'both changed it', here: 'a', base: 'c', there: 'b', review: 'disputed', newest: 'take-there' },
    {
      why: 'two registrations',
      here: 'a',
      base: undefined,
      there: 'b',
      review: 'disputed',
      newest: 'take-there',
    },
  ] as const
  test.each(cases)('$why: $review by review, $newest by time', ({ here, base, there, review, newest }) => {
    const values = { here, base, there, hereChangedAt: noon, thereChangedAt: evening }
    expect(decideField(values, 'review')).toBe(review)
    expect(decideField(values, 'newest')).toBe(newest)
  })
  test('the later of two changes holds', () => {
    const values = { here: 'a', base: 'c', there: 'b', hereChangedAt: evening, thereChangedAt: noon }
    expect(decideField(values, 'newest')).toBe('keep-here')
  })
})

describe('a person', () => {
  const sides = (here: Partial<Person>, there: Partial<Person>, base: Partial<Person> | null = {}) => ({
    here: { ...child, ...here },
    base: base && { ...child, ...base },
    there: { person: { ...child, ...there }, said: mergeParts },
    hereChangedAt: () => noon,
    thereChangedAt: evening,
  })

  test('two names wait for a person, with the server’s standing meanwhile', () => {
    const { person, disputes } = resolvePerson(sides({ name: 'Trần Thử Hai' }, { name: 'Trần Thử Ba' }))
    expect(person.name).toBe('Trần Thử Ba')
    expect(disputes).toEqual([{ part: 'name', here: 'Trần Thử Hai', there: 'Trần Thử Ba' }])
  })
  test('two phones go by the newest, and nobody is asked', () => {
    const { person, disputes } = resolvePerson(sides({ phone: '0900000002' }, { phone: '0900000003' }))
    expect(person.phone).toBe('0900000003')
    expect(disputes).toEqual([])
  })
  test('the national code is filled in when it arrives', () => {
    const arrived = [...child.identifiers, { system: 'national-id' as const, value: '001326000001' }]
    const { person, taken } = resolvePerson(sides({}, { identifiers: arrived }))
    expect(taken).toEqual(['identifiers.national-id'])
    expect(person.identifiers).toContainEqual({ system: 'national-id', value: '001326000001' })
    expect(person.identifiers).toContainEqual(child.identifiers[0])
  })
  test('an allergy known on one side alone is never lost', () => {
    const allergy = { code: 'allergy' as const, note: null, notedOn: day('2026-05-01') }
    const reaction = { code: 'severe-reaction' as const, note: null, notedOn: day('2026-06-01') }
    const { person } = resolvePerson(
      sides({ alerts: [allergy] }, { alerts: [reaction] }, { alerts: [allergy] }),
    )
    expect(person.alerts).toEqual([reaction, allergy])
  })
  test('what the server does not speak of stays as it is', () => {
    const said = mergeParts.filter(part => part !== 'note')
    const asked = sides({ note: 'gọi trước khi đến' }, { note: null }, { note: 'gọi trước khi đến' })
    const { person } = resolvePerson({ ...asked, there: { ...asked.there, said } })
    expect(person.note).toBe('gọi trước khi đến')
  })
})

const fact = (id: string, more: Partial<DoseFact> = {}): DoseFact => ({
  id,
  vaccineCode: 'DPT-VGB-HIB',
  antigens: ['DIPHTHERIA', 'TETANUS', 'PERTUSSIS'],
  givenOn: day('2026-05-10'),
  givenOnAccuracy: null,
  lotNumber: null,
  isFirstHand: true,
  recordedBy: `point ${id}`,
  ...more,
})

describe('two records of a dose', () => {
  const copy = { isFirstHand: false }
  const cases = [
    { why: 'a card copied elsewhere', b: copy, is: 'same' },
    { why: 'the lot written by two hands', b: { ...copy, lotNumber: 'ab-1o2' }, is: 'same', lot: 'AB102' },
    { why: 'another lot', b: { ...copy, lotNumber: 'ZZ9' }, is: 'double', lot: 'AB102' },
    { why: 'two points that both gave it', b: {}, is: 'double' },
    { why: 'another product against the same', b: { ...copy, vaccineCode: 'OTHER' }, is: 'double' },
    { why: 'a day beside it', b: { ...copy, givenOn: day('2026-05-11') }, is: 'double' },
    { why: 'a month later', b: { ...copy, givenOn: day('2026-06-10') }, is: 'apart' },
    { why: 'a card that names the year', b: { ...copy, givenOnAccuracy: 'year' as const }, is: 'apart' },
    { why: 'nothing in common', b: { vaccineCode: 'BCG', antigens: ['BCG'] }, is: 'apart' },
    { why: 'one point that wrote both', b: { recordedBy: 'point a' }, is: 'apart' },
  ] as const
  test.each(cases)('$why: $is', ({ b, is, ...rest }) => {
    const a = fact('a', { lotNumber: 'lot' in rest ? rest.lot : null })
    expect(relationOf(a, fact('b', b))).toBe(is)
    expect(relationOf(fact('b', b), a)).toBe(is)
  })
  test('one fact keeps all its sources, and who gave it is the fact', () => {
    const { same, alarms } = settleDoses([fact('a', copy), fact('b', copy), fact('c')])
    expect(same).toEqual([
      { doseId: 'c', otherId: 'a' },
      { doseId: 'c', otherId: 'b' },
    ])
    expect(alarms).toEqual([])
  })
  test('a copy without a lot beside two first-hand records of other lots: one of them is the fact, and both are an alarm', () => {
    const records = [fact('a', copy), fact('b', { lotNumber: 'L1' }), fact('c', { lotNumber: 'L2' })]
    expect(settleDoses(records)).toEqual({
      same: [{ doseId: 'b', otherId: 'a' }],
      alarms: [{ leftId: 'b', rightId: 'c' }],
    })
  })
  test('what a person said holds over the rule, both ways', () => {
    const pair = { leftId: 'a', rightId: 'b' }
    const [a, b] = [fact('a'), fact('b')]
    expect(settleDoses([a, b], [{ ...pair, verdict: 'same-dose' }]).same).toHaveLength(1)
    expect(settleDoses([a, b], [{ ...pair, verdict: 'two-doses' }])).toEqual({ same: [], alarms: [] })
    expect(settleDoses([a, fact('b', copy)], [{ ...pair, verdict: 'two-doses' }]).same).toEqual([])
  })
})

describe('a dose that was corrected', () => {
  const dose: TravellingDose = {
    vaccineCode: 'BCG',
    lotNumber: 'L1',
    lotExpiresOn: null,
    givenOn: day('2026-05-10'),
    givenOnAccuracy: null,
    givenAt: null,
    statedNumber: 1,
    site: null,
    route: null,
    volumeMl: null,
    programme: 'epi',
    givenByName: null,
    placeName: 'Điểm Thử A',
    note: null,
  }
  const thereChangedAt = evening
  test('by the other point: the correction is taken over', () => {
    const there = { ...dose, lotNumber: 'L2' }
    expect(resolveDose({ here: dose, base: dose, there, thereChangedAt })).toEqual({
      taken: { lotNumber: 'L2' },
      kept: [],
      disputes: [],
    })
  })
  test('by both, differently: a person decides', () => {
    const [here, there] = [
      { ...dose, lotNumber: 'L2' },
      { ...dose, lotNumber: 'L3' },
    ]
    expect(resolveDose({ here, base: dose, there, thereChangedAt }).disputes).toEqual(['lotNumber'])
  })
})

describe('merges', () => {
  test.each([
    [null, null, 's', { kind: 'merged', survivorId: 's' }],
    ['s', 's', null, { kind: 'unmerged', survivorId: 's' }],
    ['s', 's', 't', { kind: 'moved', from: 's', survivorId: 't' }],
    ['s', null, 't', { kind: 'disputed', here: 's', there: 't' }],
    ['s', null, null, { kind: 'none' }],
    [null, 's', null, { kind: 'none' }],
    [null, 's', 's', { kind: 'none' }],
    ['s', null, 's', { kind: 'none' }],
  ] as const)('here %s, before %s, there %s', (here, base, there, expected) => {
    expect(linkChange(here, base, there)).toEqual(expected)
  })
})
