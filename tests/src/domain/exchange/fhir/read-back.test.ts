import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idOfText } from '../../../../../main/ids'
import { loadResources } from '../../../../../main/resources/load'
import { readContext } from '../../../../../main/services/link/pull-ports'
import { addDays, day, type Instant } from '../../../../../src/domain/calendar/calendar-day'
import { readPage } from '../../../../../src/domain/exchange/fhir/read-bundle'
import type { FhirResource, RecordState, WireContext } from '../../../../../src/domain/exchange/fhir/wire'
import { wireOf } from '../../../../../src/domain/exchange/fhir/wire-of'
import type { Dose } from '../../../../../src/domain/immunization/dose'
import { alertCodes, type Person } from '../../../../../src/domain/person/person'
import type { Reaction } from '../../../../../src/domain/session/visit'

const resources = loadResources(
  new URL('../../../../../resources', import.meta.url).pathname,
  day('2026-11-22'),
)
const context = readContext(resources, idOfText)
const at = '2026-11-22T01:00:00.000Z' as Instant
const entry = {
  entryId: idOfText('bút toán'),
  stationId: idOfText('máy'),
  seq: 7,
  hash: 'a'.repeat(64),
  at,
  userId: null,
}
const [personId, doseId, reactionId] = ['người', 'mũi', 'phản ứng'].map(idOfText) as [string, string, string]

function stateOf<N extends 'person' | 'dose' | 'reaction' | 'not-given' | 'conflict'>(
  noun: N,
  id: string,
  value: unknown,
  voided = false,
) {
  return {
    noun,
    id,
    value,
    voided,
    reason: null,
    createdAt: at,
    createdBy: null,
    entry,
  } as unknown as RecordState<N>
}

function knows(person: RecordState<'person'>): WireContext {
  return {
    codes: resources.provinceCodes,
    pointId: idOfText('điểm'),
    find: noun => (noun === 'person' ? person : null) as never,
    vaccine: code => resources.vaccines.get(code) ?? null,
    survivorOf: () => null,
    diedOn: () => null,
    dosesOf: () => [],
    handbook: { dating: resources.pregnancy.dating, words: () => null },
    reportForm: () => null,
    placeOf: () => ({ text: 'Xã Thử', commune: 'Xã Thử', province: 'Tỉnh Thử' }),
  }
}

/** What a server makes of the resources of a record: an id, a version, references that lead to resources. */
function served(resource: FhirResource, index: number) {
  const text = JSON.stringify({
    ...resource,
    id: `n${index}`,
    meta: { ...(resource.meta as object | undefined), versionId: '1', lastUpdated: at },
  })
  return { resource: JSON.parse(text.replace(/wire:([A-Za-z]+)\/[^"]+/gu, '$1/n0')) as FhirResource }
}

function readBack(person: RecordState<'person'>, state: RecordState) {
  const entries = wireOf(state, knows(person)).map(({ resource }, index) => served(resource, index))
  const page = readPage({ resourceType: 'Bundle', type: 'searchset', entry: entries }, context)
  expect(page?.unreadable).toEqual([])
  return page?.facts ?? []
}

const words = fc.constantFrom('Trần Thử Một', 'Lê Thị Thử', 'Đỗ Ước', 'Nguyễn Thị Ánh Ngọc')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const days = fc.integer({ min: 0, max: 600 }).map(count => addDays(day('2025-01-01'), count))
const place = fc.record({
  provinceCode: fc.constantFrom('38', '01'),
  communeCode: fc.constantFrom('16378', '00004'),
  hamlet: maybe(fc.constantFrom('Thôn 4', 'Ấp Đông')),
  line: maybe(fc.constant('12 đường Thử')),
})
const people: fc.Arbitrary<Person> = fc.record({
  kind: fc.constantFrom('child' as const, 'woman' as const, 'other' as const),
  name: words,
  birthDate: days,
  birthTime: maybe(fc.constant('08:05')),
  sex: fc.constantFrom('male' as const, 'female' as const, 'unknown' as const),
  ethnicGroupCode: maybe(fc.constantFrom('01', '02')),
  nationalityCode: maybe(fc.constant('VN')),
  bloodGroup: maybe(fc.constant('O')),
  phone: maybe(fc.constant('0900000001')),
  identifiers: fc.subarray([
    { system: 'person-code' as const, value: '2026000100000015' },
    { system: 'niis-code' as const, value: '123456789012345' },
    { system: 'national-id' as const, value: '038326000001' },
  ]),
  addresses: fc.record({ current: place, permanent: place }),
  relatives: fc.subarray([
    {
      relation: 'mother' as const,
      name: 'Lê Thử Mẹ',
      nationalId: '038196000001',
      phone: '0900000002',
      birthYear: 1996,
    },
    { relation: 'father' as const, name: 'Trần Thử Cha', nationalId: null, phone: null, birthYear: null },
  ]),
  alerts: fc.uniqueArray(
    fc.record({ code: fc.constantFrom(...alertCodes), note: maybe(fc.constant('trứng')), notedOn: days }),
    { selector: ({ code }) => code, maxLength: 3 },
  ),
  protectedAtBirth: maybe(fc.boolean()),
  gestationWeeks: fc.constant(null),
  birthWeightG: fc.constant(null),
  note: fc.constant(null),
})

const doses: fc.Arbitrary<Dose> = fc.record({
  personId: fc.constant(personId),
  visitId: fc.constant(null),
  kind: fc.constantFrom('administered' as const, 'historical' as const),
  vaccineCode: fc.constantFrom('SII_PENTA', 'BCG_IVAC', 'GENERIC_5IN1_ANY'),
  lotId: fc.constant(null),
  lotNumber: maybe(fc.constant('THU-1')),
  lotExpiresOn: maybe(days),
  givenOn: days,
  givenOnAccuracy: fc.constant(null),
  givenAt: fc.constant(null),
  statedNumber: fc.constant(null),
  site: maybe(fc.constantFrom('LVL' as const, 'RVL' as const, 'LA' as const)),
  route: maybe(fc.constantFrom('IM' as const, 'SC' as const, 'ID' as const)),
  volumeMl: maybe(fc.constantFrom(0.5, 0.1)),
  programme: fc.constantFrom('epi' as const, 'fee' as const, 'campaign' as const),
  givenByUserId: fc.constant(null),
  givenByName: maybe(words),
  placeName: maybe(fc.constant('Điểm Thử B')),
  overrides: fc.constant([]),
  note: maybe(fc.constant('theo sổ')),
})

const somebody = stateOf('person', personId, fc.sample(people, { numRuns: 1, seed: 1 })[0])

describe('what is sent is read back as it was', () => {
  test('people, with relatives and what warns', () => {
    fc.assert(
      fc.property(people, person => {
        const state = stateOf('person', personId, person)
        const [fact] = readBack(state, state)
        expect(fact).toMatchObject({
          noun: 'person',
          recordId: personId,
          entryId: entry.entryId,
          removed: false,
        })
        expect(fact && 'person' in fact ? fact.person : null).toEqual(person)
      }),
      { numRuns: 150 },
    )
  })
  test('doses, and whether they were taken back', () => {
    fc.assert(
      fc.property(doses, fc.boolean(), (dose, voided) => {
        const [fact] = readBack(somebody, stateOf('dose', doseId, dose, voided))
        expect(fact).toMatchObject({
          noun: 'dose',
          recordId: doseId,
          removed: voided,
          isFirstHand: dose.kind === 'administered',
          recordedBy: entry.stationId,
        })
        const read = fact && 'dose' in fact ? fact.dose : null
        // A number is one of an antigen; with no other dose known it cannot be told.
        expect({ ...dose, ...read, statedNumber: null }).toEqual(dose)
      }),
      { numRuns: 150 },
    )
  })
  test('a dose of which the month alone is known', () => {
    const dose = {
      ...fc.sample(doses, { numRuns: 1, seed: 2 })[0],
      givenOn: day('2025-03-01'),
      givenOnAccuracy: 'month',
    }
    const [fact] = readBack(somebody, stateOf('dose', doseId, dose))
    expect(fact && 'dose' in fact ? fact.dose : null).toMatchObject({
      givenOn: '2025-03-01',
      givenOnAccuracy: 'month',
    })
  })
  test('a reaction', () => {
    const reaction: Reaction = {
      personId,
      visitId: null,
      doseIds: [doseId],
      kind: 'severe',
      signs: ['hives'],
      onsetAt: '2026-11-21T03:00:00.000Z' as Instant,
      onsetAccuracy: null,
      reportedBy: 'mẹ, gọi điện',
      temperatureC: 39.2,
      treatment: 'adrenalin',
      outcome: 'recovered',
      note: null,
    }
    const [fact] = readBack(somebody, stateOf('reaction', reactionId, reaction))
    const { personId: _p, visitId: _v, doseIds: _d, ...told } = reaction
    expect(fact).toMatchObject({ noun: 'reaction', recordId: reactionId, reaction: told })
  })
  test('a dose that was not given, and that it was noted so by mistake', () => {
    const told = {
      on: day('2026-11-20'),
      label: 'Sởi mũi 1',
      antigens: ['Measles'],
      state: 'deferred',
      reason: 'Đang sốt',
      until: day('2026-12-04'),
      byName: 'Điều dưỡng Thử',
    }
    const value = {
      ...told,
      personId,
      visitId: idOfText('lượt'),
      dueId: 'MEASLES:1',
      byUserId: idOfText('ai'),
    }
    for (const voided of [false, true]) {
      const [fact] = readBack(somebody, stateOf('not-given', reactionId, value, voided))
      expect(fact).toMatchObject({ noun: 'not-given', recordId: reactionId, removed: voided, notGiven: told })
    }
  })
  test('weight and age at birth, and others’ kilograms and days; what cannot be true is left out', () => {
    const born = { ...somebody, value: { ...somebody.value, birthWeightG: 2850, gestationWeeks: 38 } }
    const facts = readBack(born, born).flatMap(fact =>
      fact.noun === 'birth' ? [[fact.part, fact.value]] : [],
    )
    expect(facts).toEqual([
      ['birthWeightG', 2850],
      ['gestationWeeks', 38],
    ])
    const theirs = (code: string, value: number, unit: string) => ({
      resource: {
        ...{ resourceType: 'Observation', id: '7', status: 'final', subject: { reference: 'Patient/1' } },
        meta: { versionId: '1', lastUpdated: at },
        code: { coding: [{ system: 'http://loinc.org', code }] },
        valueQuantity: { value, code: unit },
      },
    })
    const entry = [theirs('8339-4', 3.2, 'kg'), theirs('11884-4', 275, 'd'), theirs('8339-4', 32000, 'g')]
    const read = readPage({ resourceType: 'Bundle', entry }, context)?.facts ?? []
    expect(read.map(fact => (fact.noun === 'birth' ? fact.value : null))).toEqual([3200, 39])
  })
  test('what somebody decided about two records of a dose', () => {
    const value = {
      ...{ personId, kind: 'double-dose', doseIds: [doseId, reactionId], verdict: 'same-dose' },
      ...{ note: 'gọi điểm B', byUserId: null, byName: 'Y sĩ Thử', decidedAt: at },
    }
    const [fact] = readBack(somebody, stateOf('conflict', idOfText('câu hỏi'), value))
    expect(fact).toMatchObject({
      ...{ noun: 'decision', recordId: idOfText('câu hỏi'), decision: 'same-dose', note: 'gọi điểm B' },
      ...{ decidedAt: at, byName: 'Y sĩ Thử', doses: ['Immunization/n0', 'Immunization/n0'] },
    })
    // Other questions are settled by the value that is written: nothing of them travels.
    for (const more of [{ kind: 'person-field' }, { verdict: 'gone' }, { verdict: null }])
      expect(readBack(somebody, stateOf('conflict', idOfText('câu hỏi'), { ...value, ...more }))).toEqual([])
  })
  test('a vaccine nobody here knows is said to be unreadable, not guessed', () => {
    const resource = {
      resourceType: 'Immunization',
      id: '1',
      meta: { versionId: '1', lastUpdated: at },
      status: 'completed',
      vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '99999' }] },
      patient: { reference: 'Patient/1' },
      occurrenceDateTime: '2026-11-01',
    }
    const page = readPage({ resourceType: 'Bundle', entry: [{ resource }] }, context)
    expect(page?.unreadable).toMatchObject([{ resource: 'Immunization/1', why: 'unknown-vaccine' }])
  })
})
