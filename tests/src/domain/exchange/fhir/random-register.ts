import fc from 'fast-check'
import type { CalendarDay } from '../../../../../src/domain/calendar/calendar-day'
import type { RecordState } from '../../../../../src/domain/exchange/fhir/wire'
import type { Dose } from '../../../../../src/domain/immunization/dose'
import { type Address, alertCodes, type Person } from '../../../../../src/domain/person/person'
import { randomThread } from './random-thread'
import { at, idOf, recordOf, resources } from './register'
import { aefiCase, givenHere, notGiven, point, reaction, screening, user, visit } from './samples'

const words = fc.constantFrom('Nguyễn', 'Thị', 'Ánh', 'Ngọc', 'Đỗ', 'Hữu', 'Ưng', 'A')
/** Texts as people type them, with what could break JSON or FHIR: quotes, blanks, composed letters, our own marks. */
const line = fc.oneof(
  fc.array(words, { minLength: 1, maxLength: 4 }).map(parts => parts.join(' ')),
  fc.constantFrom('"reference":"wire:Patient/x"', ' ', 'a\tb', 'Nguyễn'.normalize('NFD'), '<div>', '\\"'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
)
const day = fc
  .date({ min: new Date('2016-01-01'), max: new Date('2026-11-26'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10) as CalendarDay)
const instant = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-11-26'), noInvalidDate: true })
  .map(date => at(date.toISOString()))
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`, 'u'))
const communes = [...resources.units.communeByCode.values()]
const address: fc.Arbitrary<Address> = fc
  .record({
    unit: maybe(fc.constantFrom(...communes)),
    hamlet: maybe(line),
    line: maybe(line),
  })
  .map(({ unit, ...rest }) => ({
    provinceCode: unit?.provinceCode ?? null,
    communeCode: unit?.code ?? null,
    ...rest,
  }))

const person: fc.Arbitrary<Person> = fc.record({
  kind: fc.constantFrom('child', 'woman', 'other'),
  name: fc.oneof(fc.constant(''), line),
  birthDate: day,
  birthTime: maybe(fc.constantFrom('00:00', '08:15', '23:59')),
  sex: fc.constantFrom('male', 'female', 'unknown'),
  ethnicGroupCode: maybe(fc.constantFrom('01', '05', '55', '99')),
  nationalityCode: maybe(fc.constantFrom('VN', 'LA')),
  bloodGroup: maybe(fc.constantFrom('A+', 'O-')),
  phone: maybe(digits(10)),
  identifiers: fc.uniqueArray(
    fc.oneof(
      digits(12).map(value => ({ system: 'national-id' as const, value })),
      digits(9).map(value => ({ system: 'old-national-id' as const, value })),
      digits(10).map(value => ({ system: 'health-insurance' as const, value })),
      digits(15).map(value => ({ system: 'niis-code' as const, value })),
      digits(16).map(value => ({ system: 'person-code' as const, value })),
    ),
    { selector: ({ system }) => system, maxLength: 5 },
  ),
  addresses: fc.record({ permanent: address, current: address, birth: address }, { requiredKeys: [] }),
  relatives: fc.array(
    fc.record({
      relation: fc.constantFrom('mother', 'father', 'guardian'),
      name: line,
      nationalId: maybe(digits(12)),
      phone: maybe(digits(10)),
      birthYear: maybe(fc.integer({ min: 1950, max: 2008 })),
    }),
    { maxLength: 4 },
  ),
  alerts: fc.array(fc.record({ code: fc.constantFrom(...alertCodes), note: maybe(line), notedOn: day }), {
    maxLength: 2,
  }),
  protectedAtBirth: maybe(fc.boolean()),
  gestationWeeks: maybe(fc.integer({ min: 22, max: 43 })),
  birthWeightG: maybe(fc.integer({ min: 500, max: 6000 })),
  note: maybe(line),
})

const codes = [...resources.vaccines.keys()]
const dose: fc.Arbitrary<Dose> = fc.record({
  personId: fc.constant(idOf(10)),
  visitId: maybe(fc.constant(idOf(20))),
  kind: fc.constantFrom('administered', 'historical'),
  vaccineCode: fc.oneof(fc.constantFrom(...codes), fc.constant('UNKNOWN_PRODUCT')),
  lotId: fc.constant(null),
  lotNumber: maybe(line),
  lotExpiresOn: maybe(day),
  givenOn: day,
  givenOnAccuracy: fc.constantFrom(null, 'month', 'year'),
  givenAt: maybe(instant),
  statedNumber: maybe(fc.integer({ min: 1, max: 9 })),
  site: maybe(fc.constantFrom('LVL', 'RVL', 'LD', 'RD', 'LA', 'RA', 'MOUTH')),
  route: maybe(fc.constantFrom('IM', 'SC', 'ID', 'PO', 'NS')),
  volumeMl: maybe(fc.constantFrom(0.05, 0.1, 0.5, 1)),
  programme: fc.constantFrom('epi', 'fee', 'campaign'),
  givenByUserId: maybe(fc.constant(idOf(3))),
  givenByName: maybe(line),
  placeName: maybe(line),
  overrides: fc.constant([]),
  note: maybe(line),
})

const voiding = fc.record({ voided: fc.boolean(), reason: maybe(line) })

/** A person with what happened to them, in any state that a journal can leave it in. */
export const randomRegister: fc.Arbitrary<readonly RecordState[]> = fc
  .record({
    person,
    doses: fc.array(fc.tuple(dose, voiding), { maxLength: 5 }),
    outcome: maybe(fc.constantFrom('vaccinated', 'deferred', 'left', 'refused')),
    closedAt: maybe(instant),
    weightKg: maybe(fc.constantFrom(2.9, 9.25, 61)),
    concluded: fc.constantFrom('eligible', 'contraindicated', 'deferred', 'refer-hospital'),
    detail: maybe(line),
    state: fc.constantFrom('contraindicated', 'refused', 'deferred'),
    kind: fc.constantFrom('common', 'severe', 'other'),
    reactionOutcome: fc.constantFrom('observing', 'recovered', 'referred', 'sequelae', 'died'),
    facts: fc.dictionary(fc.constantFrom('outcome', 'history', 'first-sign'), line),
    text: line,
    voiding,
    thread: randomThread(line, maybe),
  })
  .map(random => [
    point,
    user,
    recordOf('person', idOf(10), random.person, random.voiding),
    recordOf(
      'visit',
      idOf(20),
      { ...visit.value, outcome: random.outcome, closedAt: random.closedAt },
      random.voiding,
    ),
    recordOf('screening', idOf(21), {
      ...screening.value,
      weightKg: random.weightKg,
      concluded: random.concluded,
      differsBecause: random.detail,
      answers: { q1: { yes: true, detail: random.detail } },
    }),
    ...random.doses.map(([each, mark], n) => recordOf('dose', idOf(30 + n), each, mark)),
    recordOf('dose', idOf(39), givenHere),
    recordOf('not-given', idOf(40), {
      ...notGiven.value,
      state: random.state,
      reason: random.text,
      label: random.text,
    }),
    recordOf(
      'reaction',
      idOf(50),
      {
        ...reaction.value,
        doseIds: [idOf(39)],
        kind: random.kind,
        outcome: random.reactionOutcome,
        treatment: random.detail,
        note: random.text,
      },
      random.voiding,
    ),
    recordOf('aefi-case', idOf(51), { ...aefiCase.value, doseIds: [idOf(39)], facts: random.facts }),
    ...random.thread,
  ])
