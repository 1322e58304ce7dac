import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEntry } from '../../../../src/domain/exchange/fhir/marks'
import { readOutcome, readTransactionResponse } from '../../../../src/domain/exchange/fhir/read-response'
import { transactionOf } from '../../../../src/domain/exchange/fhir/transaction'
import type { KnownResource, RecordState, WireKey } from '../../../../src/domain/exchange/fhir/wire'
import { wireOf } from '../../../../src/domain/exchange/fhir/wire-of'
import { servedTypes } from '../../../helpers/province-server/definitions'
import { openProvinceServer, type ProvinceServer } from '../../../helpers/province-server/server'
import { firstTwinId, handbookThread, motherId } from '../../../src/domain/exchange/fhir/handbook-samples'
import { contextOf, entryOf, recordOf, resources } from '../../../src/domain/exchange/fhir/register'
import {
  dose,
  givenHere,
  oneOfEach,
  person,
  point,
  user,
  visit,
} from '../../../src/domain/exchange/fhir/samples'

const codes = resources.provinceCodes
let server: ProvinceServer
let held: Map<WireKey, KnownResource>
beforeEach(async () => {
  server = await openProvinceServer()
  held = new Map()
})
afterEach(() => server.close())

/** What a point does with these records: one transaction after the other, each answer read before the next. */
async function upload(records: readonly RecordState[], about = records): Promise<readonly boolean[]> {
  const knows = contextOf(about)
  let rest = records.flatMap(state => wireOf(state, knows))
  const created: boolean[] = []
  while (rest.length > 0) {
    const next = transactionOf(rest, key => held.get(key) ?? null, codes)
    if (!next) throw new Error('nothing could be sent')
    const answer = readTransactionResponse(next.keys, await (await post(next.body)).text())
    if (answer.kind !== 'accepted') throw new Error(answer.why)
    for (const { key, serverId, versionId, created: isNew } of answer.receipts) {
      held.set(key, { serverId, versionId })
      created.push(isNew)
    }
    rest = [...next.rest]
  }
  return created
}

function post(body: string) {
  return fetch(server.base, { method: 'POST', headers: { 'content-type': 'application/fhir+json' }, body })
}

const count = () => servedTypes.reduce((sum, type) => sum + server.repository.all(type).length, 0)
const immunizations = () =>
  server.repository.all('Immunization') as readonly { status: string; meta?: { versionId?: string } }[]

test('a server that knows R4 takes one record of each noun', async () => {
  const created = await upload(oneOfEach)
  expect(created.every(Boolean)).toBe(true)
  expect(count()).toBe(created.length)
})

test('a point that has forgotten what it sent sends it again, and the server holds everything once', async () => {
  await upload(oneOfEach)
  const before = count()
  held.clear()
  const again = await upload(oneOfEach)
  expect(again.some(Boolean)).toBe(false)
  expect(count()).toBe(before)
})

test('a corrected dose is a new version of the same one, a voided one stays as entered in error', async () => {
  const base = [point, user, person, visit, dose]
  await upload(base)
  const corrected = recordOf(
    'dose',
    dose.id,
    { ...givenHere, lotNumber: 'L-THU-02' },
    { entry: entryOf(900) },
  )
  await upload([corrected], [point, user, person, visit, corrected])
  const voided = { ...corrected, voided: true, reason: 'Ghi nhầm trẻ', entry: entryOf(901) }
  await upload([voided], [point, user, person, visit, voided])
  const [only, ...more] = immunizations()
  expect(more).toEqual([])
  expect(only).toMatchObject({ status: 'entered-in-error', meta: { versionId: '3' }, lotNumber: 'L-THU-02' })
})

test('after a lost answer a later state meets 412, and the mark says that the state there is our own', async () => {
  await upload([point, user, person, visit, dose])
  const old = new Map(held)
  const corrected = recordOf('dose', dose.id, givenHere, { entry: entryOf(900) })
  await upload([corrected], [point, user, person, visit, corrected])
  const wires = wireOf(corrected, contextOf([point, user, person, visit, corrected]))
  const again = transactionOf(wires, key => old.get(key) ?? null, codes)
  const answer = await post(again?.body ?? '')
  expect(answer.status).toBe(412)
  expect(readOutcome(await answer.text())[0]?.expression).toContain('Bundle.entry[0]')
  const found = await fetch(`${server.base}/Immunization?identifier=${codes.systems.record}%7C${dose.id}`)
  const { entry } = (await found.json()) as { entry: readonly { resource: Record<string, unknown> }[] }
  expect(readEntry(entry[0]?.resource ?? {}, codes)?.entryId).toBe(corrected.entry.entryId)
})

test('two points that send one person at the same time leave one', async () => {
  const bodies = [1, 2].map(
    () =>
      transactionOf(
        [point, user, person].flatMap(state => wireOf(state, contextOf([point, user, person]))),
        () => null,
        codes,
      )?.body ?? '',
  )
  await Promise.all(bodies.map(post))
  expect(server.repository.all('Patient')).toHaveLength(1)
  const [related] = server.repository.all('RelatedPerson') as unknown as readonly {
    patient: { reference: string }
  }[]
  expect(related?.patient.reference).toBe(`Patient/${server.repository.all('Patient')[0]?.id}`)
})

test('everything about a person leads back to them', async () => {
  await upload(oneOfEach)
  const id = held.get(`Patient/${person.id}`)?.serverId
  const all = (await (await fetch(`${server.base}/Patient/${id}/$everything`)).json()) as {
    entry: readonly { resource: { resourceType: string } }[]
  }
  const types = new Set(all.entry.map(({ resource }) => resource.resourceType))
  for (const type of ['Patient', 'RelatedPerson', 'Encounter', 'Observation', 'Immunization', 'AdverseEvent'])
    expect(types).toContain(type)
})

test.each([
  ['not-json', '{"resourceType":"Bun'],
  ['not-json', '<html></html>'],
  ['not-a-response', '{"resourceType":"OperationOutcome"}'],
  ['wrong-length', '{"resourceType":"Bundle","type":"transaction-response","entry":[]}'],
  [
    'no-location',
    '{"resourceType":"Bundle","type":"transaction-response","entry":[{"response":{"status":"201"}}]}',
  ],
])('an answer that is none is not taken for one: %s', (why, body) => {
  expect(readTransactionResponse(['Patient/1'], body)).toEqual({ kind: 'unreadable', why })
})

test.each([
  ['with host and history', { location: 'https://tinh.example/fhir/Patient/77/_history/2' }, '77', '2'],
  ['with the version beside it', { location: 'Patient/77', etag: 'W/"5"' }, '77', '5'],
])('the place of a resource is read %s', (_, response, serverId, versionId) => {
  const body = JSON.stringify({
    resourceType: 'Bundle',
    type: 'transaction-response',
    entry: [{ response: { status: '200 OK', ...response } }],
  })
  expect(readTransactionResponse(['Patient/1'], body)).toMatchObject({
    receipts: [{ serverId, versionId, created: false }],
  })
})

test('a mother with twins goes up as one thread, and the server finds it from either end', async () => {
  const created = await upload([point, user, ...handbookThread])
  expect(created.every(Boolean)).toBe(true)
  const everything = async (personId: string) => {
    const id = held.get(`Patient/${personId}`)?.serverId
    const answer = await fetch(`${server.base}/Patient/${id}/$everything`)
    const { entry } = (await answer.json()) as {
      entry: readonly { resource: { resourceType: string; id: string } }[]
    }
    return entry.map(({ resource }) => resource)
  }
  const mother = await everything(motherId)
  const types = new Set(mother.map(({ resourceType }) => resourceType))
  for (const type of ['Patient', 'Condition', 'EpisodeOfCare', 'Encounter', 'Observation', 'RelatedPerson'])
    expect(types).toContain(type)
  const child = await everything(firstTwinId)
  const link = child.find(({ resourceType }) => resourceType === 'RelatedPerson')
  expect(JSON.stringify(link)).toContain(`Patient/${held.get(`Patient/${motherId}`)?.serverId}`)
  const again = await upload([point, user, ...handbookThread])
  expect(again.some(Boolean)).toBe(false)
})
