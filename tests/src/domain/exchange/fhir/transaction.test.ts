import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  limitsOf,
  missingReferences,
  transactionLimits,
  transactionOf,
  utf8Length,
} from '../../../../../src/domain/exchange/fhir/transaction'
import type { KnownResource, RecordState, WireKey } from '../../../../../src/domain/exchange/fhir/wire'
import { wireOf } from '../../../../../src/domain/exchange/fhir/wire-of'
import { child } from '../../person/people'
import { contextOf, idOf, recordOf, resources } from './register'
import { dose, givenHere, merge, oneOfEach, person, point, twin, user, visit } from './samples'

const codes = resources.provinceCodes
const nothing = () => null
const wiresOf = (records: readonly RecordState[]) => {
  const knows = contextOf(records)
  return records.flatMap(state => wireOf(state, knows))
}
type Entry = {
  readonly fullUrl?: string
  readonly request: Readonly<Record<string, string>>
  readonly resource: Readonly<Record<string, unknown>>
}
const entriesOf = (body: string | undefined) => (JSON.parse(body ?? '') as { entry: readonly Entry[] }).entry

test('the same state is written the same way, so that a repeat is the same request', () => {
  const first = transactionOf(wiresOf(oneOfEach), nothing, codes)
  expect(transactionOf(wiresOf(oneOfEach), nothing, codes)?.body).toBe(first?.body)
})

test('what is new is created unless our identifier is there, what is known is put over the version it was made from', () => {
  const known = (key: WireKey): KnownResource | null =>
    key === `Patient/${person.id}` ? { serverId: 'p1', versionId: '4' } : null
  const entries = entriesOf(transactionOf(wiresOf([point, user, person, visit, dose]), known, codes)?.body)
  const patient = entries.find(({ resource }) => resource.resourceType === 'Patient')
  expect(patient?.request).toEqual({ method: 'PUT', url: 'Patient/p1', ifMatch: 'W/"4"' })
  expect(patient?.resource.id).toBe('p1')
  const given = entries.find(({ resource }) => resource.resourceType === 'Immunization')
  expect(given?.request).toEqual({
    method: 'POST',
    url: 'Immunization',
    ifNoneExist: `identifier=urn:diem-tiem:record|${dose.id}`,
  })
  expect(given?.resource.patient).toEqual({ reference: 'Patient/p1' })
  const encounter = entries.find(({ resource }) => resource.resourceType === 'Encounter')
  expect(given?.resource.encounter).toEqual({ reference: encounter?.fullUrl })
})

test('kinds without a search by identifier are created unless our tag is there', () => {
  const entries = entriesOf(transactionOf(wiresOf(oneOfEach), nothing, codes)?.body)
  const searches = entries.filter(({ request }) => request.ifNoneExist?.startsWith('_tag='))
  expect(new Set(searches.map(({ resource }) => resource.resourceType))).toEqual(
    new Set(['AdverseEvent', 'Provenance']),
  )
})

test('the last entry says who, where and with which journal entries', () => {
  const provenance = entriesOf(transactionOf(wiresOf([point, user, person]), nothing, codes)?.body).at(
    -1,
  )?.resource
  const text = JSON.stringify(provenance)
  for (const { entry } of [point, user, person]) expect(text).toContain(`"value":"${entry.seq}"`)
  expect(text).toContain(point.entry.hash)
  // Organization, Location, Practitioner, Patient, RelatedPerson, and two observations of the birth.
  expect(provenance?.target).toHaveLength(7)
})

test('what a resource refers to and nobody has sent is named, with the record to send', () => {
  const wires = wiresOf([point, user, person, visit, dose]).filter(({ record }) => record.noun === 'dose')
  expect(missingReferences(wires, nothing).map(({ record }) => `${record.noun} ${record.id}`)).toEqual([
    `person ${person.id}`,
    `visit ${visit.id}`,
    `point ${point.id}`,
    `user ${user.id}`,
  ])
  expect(transactionOf(wires, nothing, codes)).toBeNull()
})

test('two records that change one resource make one entry', () => {
  const wires = wiresOf([point, user, person, twin, merge])
  const transaction = transactionOf(wires, nothing, codes)
  expect(transaction?.keys.filter(key => key === `Patient/${twin.id}`)).toHaveLength(1)
  const absorbed = entriesOf(transaction?.body).find(({ request }) => request.ifNoneExist?.endsWith(twin.id))
  expect(absorbed?.resource).toMatchObject({ active: false, link: [{ type: 'replaced-by' }] })
})

test('a merge taken back makes the record stand for itself again', () => {
  const undone = { ...merge, voided: true }
  const [patient] = wireOf(undone, contextOf([point, person, twin, undone]))
  expect(patient?.key).toBe(`Patient/${twin.id}`)
  expect(patient?.resource).toMatchObject({ active: true })
  expect(patient?.resource.link).toBeUndefined()
})

test('nothing about somebody whom the police or the army manages is ever sent', () => {
  const soldier = child({ managedBy: 'defence' })
  const records = oneOfEach.map(state =>
    state.noun === 'person' ? recordOf('person', state.id, soldier) : state,
  )
  const ofThePoint = ['point', 'user', 'report', 'point-status', 'supervisor-answer', 'difficulty']
  const people = wiresOf(records).filter(({ record }) => !ofThePoint.includes(record.noun))
  expect(people.map(({ key }) => key)).toEqual([])
})

test('large loads go in pieces that keep the limits, all of it, what is referred to first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.constantFrom(8, 20, 50), (count, entries) => {
      const doses = Array.from({ length: count }, (_, n) => recordOf('dose', idOf(1000 + n), givenHere))
      let rest = wiresOf([point, user, person, visit, ...doses])
      const all = rest.map(({ key }) => key)
      const held = new Map<WireKey, KnownResource>()
      while (rest.length > 0) {
        const next = transactionOf(rest, key => held.get(key) ?? null, codes, { entries, bytes: 60_000 })
        if (!next) throw new Error('it stands still')
        expect(next.keys.length).toBeLessThanOrEqual(entries)
        expect(Buffer.byteLength(next.body)).toBeLessThanOrEqual(60_000)
        for (const { key } of next.sent) held.set(key, { serverId: key, versionId: '1' })
        rest = [...next.rest]
      }
      expect([...held.keys()].toSorted()).toEqual(all.toSorted())
    }),
    { numRuns: 25 },
  )
})

test('bytes are counted as they go over the line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(utf8Length(text)).toBe(Buffer.byteLength(text))
    }),
    { numRuns: 40 },
  )
})

test('a server that takes small transactions only gets small ones', () => {
  expect(limitsOf('Medplum').entries).toBe(8)
  expect(limitsOf('HAPI FHIR Server')).toEqual(transactionLimits)
  expect(limitsOf(null)).toEqual(transactionLimits)
})
