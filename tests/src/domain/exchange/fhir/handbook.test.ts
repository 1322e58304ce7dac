import { expect, test } from 'vitest'
import { readPage } from '../../../../../src/domain/exchange/fhir/read-bundle'
import type { FhirResource, Json, RecordState } from '../../../../../src/domain/exchange/fhir/wire'
import { wireOf } from '../../../../../src/domain/exchange/fhir/wire-of'
import {
  antenatalBody,
  checkBody,
  firstTwinId,
  handbookThread,
  motherBody,
  motherId,
  newbornBody,
  pregnancyBody,
  pregnancyId,
} from './handbook-samples'
import { contextOf, idOf, recordOf, resources } from './register'
import { point, user } from './samples'

const register = [point, user, ...handbookThread]
const stateOf = (noun: string, id?: string) =>
  handbookThread.find(each => each.noun === noun && (id === undefined || each.id === id)) as RecordState

function sent(state: RecordState, about: readonly RecordState[] = register): readonly FhirResource[] {
  const others = about.filter(({ id }) => id !== state.id)
  const wires = wireOf(state, contextOf([...others, state]))
  return wires.map(({ resource }) => JSON.parse(JSON.stringify(resource)) as FhirResource)
}

type Fields = { readonly [field: string]: Json }
const codesOf = (resource: Fields | undefined) => {
  const code = resource?.code as { coding: readonly { code: string }[] } | undefined
  return code?.coding.map(each => each.code) ?? []
}
const withCode = (all: readonly FhirResource[], code: string) =>
  all.find(resource => codesOf(resource).includes(code))
const part = (resource: FhirResource | undefined, code: string) =>
  ((resource?.component ?? []) as readonly Fields[]).find(each => codesOf(each).includes(code))

test('a pregnancy is an episode of care about a condition, with the due date and what it follows from', () => {
  const all = sent(stateOf('pregnancy'))
  expect(all.map(({ resourceType }) => resourceType)).toEqual(['Condition', 'EpisodeOfCare', 'Observation'])
  expect(all[0]).toMatchObject({
    clinicalStatus: { coding: [{ code: 'resolved' }] },
    code: { coding: [{ code: 'Z35' }, { code: 'pregnancy' }] },
    abatementDateTime: '2026-08-10',
  })
  expect(all[1]).toMatchObject({
    status: 'finished',
    patient: { reference: `wire:Patient/${motherId}` },
    diagnosis: [{ condition: { reference: `wire:Condition/${pregnancyId}` } }],
    period: { start: '2026-01-12', end: '2026-08-10' },
  })
  expect(all[2]).toMatchObject({ valueDateTime: '2026-08-24', method: { text: 'period-agrees' } })
  expect(part(all[2], '11996-6')).toMatchObject({ valueInteger: 2 })
  expect(part(all[2], 'twins')).toMatchObject({ valueBoolean: true })
})

test('a pregnancy that nothing dates says that its due date is unknown', () => {
  const body = { ...pregnancyBody, lastPeriodOn: null, lastPeriodSure: null, scan: null }
  const [, , dating] = sent(recordOf('pregnancy', pregnancyId, body))
  expect(dating).toMatchObject({ dataAbsentReason: { coding: [{ code: 'unknown' }] } })
  expect(dating).not.toHaveProperty('valueDateTime')
})

test('an antenatal visit is one encounter with weight, pressure and one observation of everything else', () => {
  const all = sent(stateOf('antenatal-visit'))
  expect(all).toHaveLength(4)
  expect(all[0]).toMatchObject({
    resourceType: 'Encounter',
    episodeOfCare: [{ reference: `wire:EpisodeOfCare/${pregnancyId}` }],
  })
  expect(withCode(all, '29463-7')).toMatchObject({ valueQuantity: { value: 54.2, code: 'kg' } })
  expect(part(withCode(all, '85354-9'), '8480-6')).toMatchObject({ valueQuantity: { value: 118 } })
  const rest = withCode(all, 'own-antenatal-findings')
  expect(part(rest, '11884-4')).toMatchObject({ valueQuantity: { value: 184, code: 'd' } })
  expect(part(rest, '11881-0')).toMatchObject({ valueQuantity: { value: 26, code: 'cm' } })
  expect(part(rest, '718-7')).toMatchObject({ valueQuantity: { value: 108, code: 'g/L' } })
  expect(part(rest, '5195-3')).toMatchObject({ valueCodeableConcept: { coding: [{ code: 'positive' }] } })
  expect(
    ((rest?.component ?? []) as readonly Fields[]).filter(each => codesOf(each).includes('55283-6')),
  ).toHaveLength(2)
  expect(rest).toMatchObject({ meta: { security: [{ code: 'R' }] } })
  const plain = sent(recordOf('antenatal-visit', idOf(221), { ...antenatalBody, tests: [] }))
  expect(withCode(plain, 'own-antenatal-findings')).not.toHaveProperty('meta')
})

test('a newborn is an observation about the child, in the encounter of the mother; one not born alive about her', () => {
  const [first] = sent(stateOf('newborn', idOf(231)))
  expect(first).toMatchObject({
    subject: { reference: `wire:Patient/${firstTwinId}` },
    encounter: { reference: `wire:Encounter/${idOf(230)}` },
  })
  expect(part(first, '8339-4')).toBeUndefined()
  expect(part(first, '89269-5')).toMatchObject({ valueQuantity: { value: 46.5, code: 'cm' } })
  expect(part(first, '9274-2')).toMatchObject({ valueInteger: 9 })
  expect(part(first, 'own-born-at')).toMatchObject({ valueDateTime: '2026-08-10T08:15:00+07:00' })
  const [lost] = sent(recordOf('newborn', idOf(233), { ...newbornBody, personId: null, alive: false }))
  expect(lost).toMatchObject({ subject: { reference: `wire:Patient/${motherId}` } })
  expect(part(lost, '8339-4')).toMatchObject({ valueQuantity: { value: 2450, code: 'g' } })
})

test('a height is a height and a length a length', () => {
  expect(withCode(sent(stateOf('child-check')), '8306-3')).toBeDefined()
  const standing = sent(recordOf('child-check', idOf(251), { ...checkBody, position: 'standing' }))
  expect(withCode(standing, '8302-2')).toMatchObject({ valueQuantity: { value: 58.5 } })
  expect(withCode(standing, '8306-3')).toBeUndefined()
})

test('a row of another place names that place and no organization of ours', () => {
  const [encounter] = sent(stateOf('child-check'))
  expect(encounter).toMatchObject({ location: [{ location: { display: 'Trạm Y tế Nơi Khác' } }] })
  expect(encounter).not.toHaveProperty('serviceProvider')
})

test('what was a mistake is entered in error in every resource of it', () => {
  for (const state of handbookThread.filter(({ noun }) => noun !== 'person' && noun !== 'family-link')) {
    const all = sent({ ...state, voided: true, reason: 'Ghi nhầm người' })
    expect(all.length).toBeGreaterThan(0)
    for (const resource of all) {
      const text = JSON.stringify(resource.status ?? resource.verificationStatus)
      expect(text).toContain('entered-in-error')
    }
  }
})

test('of a mother whose data stay here nothing travels, nor what would name her', () => {
  const hidden = recordOf('person', motherId, { ...motherBody, managedBy: 'police' })
  const about = register.map(each => (each.id === motherId ? hidden : each))
  const own = handbookThread.filter(({ id }) => id !== firstTwinId && id !== idOf(202))
  const leaking = own.filter(state => {
    const all = sent(state.id === motherId ? hidden : state, about)
    return JSON.stringify(all).includes(motherId)
  })
  expect(leaking).toEqual([])
  for (const noun of ['pregnancy', 'birth', 'newborn', 'family-link'])
    expect(sent(stateOf(noun), about)).toEqual([])
  expect(sent(stateOf('child-check'), about)).not.toEqual([])
})

test('a link to a mother leads to her Patient, and is no name in the child’s own record when it is read back', () => {
  const [link] = sent(stateOf('family-link'))
  expect(JSON.stringify(link)).toContain(`wire:Patient/${motherId}`)
  const served = (resource: FhirResource | undefined, id: string) =>
    JSON.parse(
      JSON.stringify({
        ...resource,
        id,
        meta: { versionId: '1', lastUpdated: '2026-11-20T00:00:00Z' },
      }).replaceAll(/wire:(\w+)\/[\w.-]+/gu, '$1/child'),
    ) as unknown
  const [patient] = sent(stateOf('person', firstTwinId))
  const bundle = {
    resourceType: 'Bundle',
    entry: [served(patient, 'child'), served(link, 'link')].map(resource => ({ resource })),
  }
  const page = readPage(bundle, {
    codes: resources.provinceCodes,
    idOf: text => text,
    vaccineOf: () => null,
    antigensOf: () => 1,
  })
  expect(page?.facts[0]).toMatchObject({ noun: 'person', person: { relatives: [] } })
})
