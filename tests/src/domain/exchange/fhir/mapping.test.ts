import { expect, test } from 'vitest'
import { readEntry } from '../../../../../src/domain/exchange/fhir/marks'
import type { RecordState } from '../../../../../src/domain/exchange/fhir/wire'
import { travels, wireOf } from '../../../../../src/domain/exchange/fhir/wire-of'
import type { JournalEntry } from '../../../../../src/domain/journal/entry'
import { recordStateOf } from '../../../../../src/domain/journal/record-state'
import { child } from '../../person/people'
import { at, contextOf, idOf, recordOf, resources } from './register'
import {
  aefiCase,
  death,
  dose,
  fromCard,
  givenHere,
  merge,
  notGiven,
  oneOfEach,
  person,
  point,
  reaction,
  screening,
  twin,
  user,
  visit,
} from './samples'

const knows = contextOf(oneOfEach)
const first = (state: RecordState, about = knows) => wireOf(state, about)[0]?.resource
const cvx = 'http://hl7.org/fhir/sid/cvx'

test('a dose given here says what, from which lot, where on the body, by whom and in which visit', () => {
  expect(first(dose)).toMatchObject({
    status: 'completed',
    vaccineCode: {
      coding: [
        { system: cvx, code: '102' },
        { system: 'http://www.whocc.no/atc' },
        { system: 'urn:diem-tiem:vaccine', code: 'SII_PENTA' },
      ],
    },
    patient: { reference: `wire:Patient/${person.id}` },
    encounter: { reference: `wire:Encounter/${visit.id}` },
    occurrenceDateTime: '2026-11-20T01:15:00.000Z',
    primarySource: true,
    location: { reference: `wire:Location/${point.id}` },
    lotNumber: 'L-THU-01',
    expirationDate: '2027-06-30',
    site: { coding: [{ code: 'LVL' }] },
    route: { coding: [{ code: 'IM' }] },
    doseQuantity: { value: 0.5, code: 'mL' },
    performer: [
      { function: { coding: [{ code: 'AP' }] }, actor: { reference: `wire:Practitioner/${user.id}` } },
    ],
  })
  expect(first(dose)?.reportOrigin).toBeUndefined()
})

test('the national number of a programme vaccine stands beside CVX', () => {
  const bcg = recordOf('dose', idOf(32), { ...givenHere, vaccineCode: 'BCG_IVAC', route: 'ID', site: 'LA' })
  expect(first(bcg)?.vaccineCode).toMatchObject({
    coding: [
      { system: cvx, code: '19' },
      { system: 'urn:diem-tiem:niis-vaccine', code: '2' },
      {},
      { code: 'BCG_IVAC' },
    ],
  })
})

test('every antigen is named, with the number of the dose for it, doses on cards counted', () => {
  const protocol = first(dose)?.protocolApplied as readonly Record<string, unknown>[]
  const antigens = resources.vaccines.get('SII_PENTA')?.antigens ?? []
  expect(protocol).toHaveLength(antigens.length)
  for (const [n, applied] of protocol.entries()) {
    expect(applied.doseNumberPositiveInt).toBe(2)
    expect(JSON.stringify(applied)).toContain(`{"system":"urn:diem-tiem:antigen","code":"${antigens[n]}"}`)
  }
})

test('a product of one antigen keeps the number that the card says', () => {
  const card = recordOf('dose', idOf(33), {
    ...fromCard.value,
    vaccineCode: 'GENERIC_MEASLES',
    statedNumber: 2,
  })
  expect(first(card)?.protocolApplied).toMatchObject([{ doseNumberPositiveInt: 2 }])
})

test('a dose from a card is no first-hand report, and no more exact than the card', () => {
  expect(first(fromCard)).toMatchObject({
    primarySource: false,
    reportOrigin: { coding: [{ code: 'record' }] },
    occurrenceDateTime: '2025-08',
    location: { display: 'Trạm Y tế Nơi Khác' },
  })
})

test('a voided dose is entered in error and says why', () => {
  const voided = { ...dose, voided: true, reason: 'Ghi nhầm trẻ' }
  expect(first(voided)).toMatchObject({ status: 'entered-in-error', note: [{ text: 'Ghi nhầm trẻ' }] })
})

test.each([
  ['contraindicated', 'MEDPREC'],
  ['deferred', 'MEDPREC'],
  ['refused', 'PATOBJ'],
] as const)('a dose not given because %s is not-done for a reason that HL7 knows', (state, code) => {
  const notDone = recordOf('not-given', notGiven.id, { ...notGiven.value, state, until: null })
  expect(first(notDone)).toMatchObject({
    status: 'not-done',
    statusReason: { coding: [{ code }, { code: state }], text: 'Đang sốt' },
    vaccineCode: { text: 'Sởi mũi 1' },
  })
})

test('a child is known by numbers, name, places and the group by the codes of VN Core', () => {
  expect(first(person)).toMatchObject({
    active: true,
    name: [{ use: 'official', text: 'Nguyễn Thị Ánh Ngọc', family: 'Nguyễn', given: ['Thị', 'Ánh', 'Ngọc'] }],
    gender: 'female',
    birthDate: '2025-05-18',
  })
  const text = JSON.stringify(first(person))
  expect(text).toContain('"system":"http://fhir.ehealth.gov.vn/core/sid/national_id","value":"038325000123"')
  expect(text).toContain(
    '"system":"http://fhir.ehealth.gov.vn/core/CodeSystem/vn-core-race","code":"01","display":"Kinh"',
  )
  expect(text).toContain('"valueDateTime":"2025-05-18T08:15:00+07:00"')
})

test('a newborn without a name is called after the mother, for the time being', () => {
  const newborn = recordOf('person', idOf(12), child({ name: '' }))
  expect(first(newborn, contextOf([point, newborn]))?.name).toEqual([
    { use: 'temp', text: 'Con bà Trần Thị Phượng' },
  ])
})

test('the mother is a person of her own, found again by the child and her part', () => {
  const [, mother] = wireOf(person, knows)
  expect(mother?.search).toBe(`identifier=urn:diem-tiem:record|${person.id}.mother`)
  expect(mother?.resource).toMatchObject({
    resourceType: 'RelatedPerson',
    name: [{ text: 'Trần Thị Phượng' }],
  })
})

test('who died is known to have died, and the entry that says so is the mark', () => {
  const patient = first(death)
  expect(patient).toMatchObject({ resourceType: 'Patient', deceasedDateTime: '2026-11-25' })
  expect(readEntry(patient ?? {}, knows.codes)?.entryId).toBe(death.entry.entryId)
})

test('a merged record points to the one that stays', () => {
  const [absorbed] = wireOf(merge, knows)
  expect(absorbed?.key).toBe(`Patient/${twin.id}`)
  expect(absorbed?.resource.link).toEqual([
    { other: { reference: `wire:Patient/${person.id}` }, type: 'replaced-by' },
  ])
})

test('a screening brings temperature, weight, the conclusion and every yes', () => {
  const [temperature, weight, conclusion] = wireOf(screening, knows).map(({ resource }) => resource)
  expect(temperature).toMatchObject({
    code: { coding: [{ code: '8310-5' }] },
    valueQuantity: { value: 36.8, code: 'Cel' },
  })
  expect(weight).toMatchObject({
    code: { coding: [{ code: '29463-7' }] },
    valueQuantity: { value: 9.2, code: 'kg' },
  })
  expect(conclusion?.component).toMatchObject([{ code: { coding: [{ code: 'q3' }] }, valueString: 'Ho nhẹ' }])
})

test('a severe reaction is serious, names the dose, and is no more exact than what was told', () => {
  expect(first(reaction)).toMatchObject({
    date: '2026-11-21',
    seriousness: { coding: [{ code: 'Serious' }] },
    suspectEntity: [{ instance: { reference: `wire:Immunization/${dose.id}` } }],
    meta: { tag: [{ system: 'urn:diem-tiem:record', code: reaction.id }] },
  })
  const voided = first({ ...reaction, voided: true, reason: 'Nhầm người' })
  expect(voided?.modifierExtension).toMatchObject([{ valueString: 'Nhầm người' }])
  const ofCase = JSON.stringify(first(aefiCase))
  for (const said of ['2026-001', 'Sốt cao', 'mở lúc 8 giờ']) expect(ofCase).toContain(said)
})

test('staff are known by name and role, and nothing that opens anything leaves', () => {
  expect(first(user)).toMatchObject({ active: true, name: [{ text: 'Điều dưỡng Thử Nghiệm' }] })
  expect(JSON.stringify(first(user))).not.toMatch(/pin|scrypt|bWF0|YmFt/u)
})

test('before the point is set up nothing travels, and stock, printers and schedules never do', () => {
  expect(oneOfEach.flatMap(state => wireOf(state, contextOf(oneOfEach, null)))).toEqual([])
  expect(['lot', 'movement', 'fridge', 'document', 'schedule-file', 'station'].filter(travels)).toEqual([])
})

test('a record stands as its entries leave it, whatever the order in which they came', () => {
  const entry = (seq: number, changes: Partial<JournalEntry>): JournalEntry => ({
    id: idOf(100 + seq),
    stationId: idOf(9),
    seq,
    stamp: `2026-11-20T01:00:0${seq}.000Z-0`,
    at: at(`2026-11-20T01:00:0${seq}.000Z`),
    userId: idOf(seq),
    noun: 'dose',
    recordId: dose.id,
    verb: 'corrected',
    body: {},
    reason: null,
    supersedes: null,
    requestId: null,
    prevHash: '0',
    hash: String(seq),
    ...changes,
  })
  const entries = [
    entry(1, { verb: 'recorded', body: givenHere }),
    entry(2, { body: { lotNumber: 'L-THU-02' }, reason: 'Sai lô' }),
  ]
  const state = recordStateOf('dose', entries)
  expect(state).toMatchObject({
    value: { lotNumber: 'L-THU-02' },
    reason: 'Sai lô',
    createdBy: idOf(1),
    entry: { seq: 2 },
  })
  expect(recordStateOf('dose', entries.toReversed())).toEqual(state)
  expect(recordStateOf('dose', entries.slice(1))).toBeNull()
})
