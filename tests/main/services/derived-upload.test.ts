import { badRequest, OperationOutcomeError } from '@medplum/core'
import { afterEach, expect, test } from 'vitest'
import { voidDose } from '../../../src/contract/dose-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import type { ProvinceServerOptions } from '../../helpers/province-server/server'
import { give, heldBy, isAllSent, join, openBoth, until } from './link-setting'
import { register } from './ready-point'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function both(options: ProvinceServerOptions = {}) {
  const opened = await openBoth(options)
  ends.push(opened.end)
  return opened
}

type Both = Awaited<ReturnType<typeof both>>
const versionsOf = ({ server }: Both, type: string) =>
  heldBy(server, type).map(({ id, meta }) => [id, (meta as { versionId?: string } | undefined)?.versionId])
const lastSaid = ({ point }: Both) =>
  point.db.prepare<[], number>('SELECT seq FROM link_derived_to').pluck().get() ?? 0

/** All facts are sent, and what follows from them. */
async function allSaid(setting: Both): Promise<void> {
  const { point } = setting
  await until(() => {
    const settled = point.store.link.findServer()?.settledSeq ?? -1
    return isAllSent(point) && settled >= point.entries() && lastSaid(setting) === settled
  })
}

test('what follows from the facts is sent behind them, once for each person, and again only when facts of theirs changed', async () => {
  const setting = await both()
  const { server, point } = setting
  const personId = register(point)
  const first = give(point, personId, '2026-10-20')
  await join(point, server)
  await allSaid(setting)
  const [patient] = heldBy(server, 'Patient')
  expect(heldBy(server, 'ImmunizationRecommendation')).toMatchObject([
    { patient: { reference: `Patient/${patient?.id}` } },
  ])
  expect(heldBy(server, 'ImmunizationEvaluation')).toMatchObject([
    {
      status: 'completed',
      immunizationEvent: { reference: `Immunization/${heldBy(server, 'Immunization')[0]?.id}` },
    },
  ])
  const before = [
    versionsOf(setting, 'ImmunizationRecommendation'),
    versionsOf(setting, 'ImmunizationEvaluation'),
  ]
  // A phone number changes no forecast.
  point.done(correctPerson, { personId, changes: { phone: '0987654321' }, reason: 'đổi số' })
  await allSaid(setting)
  expect([
    versionsOf(setting, 'ImmunizationRecommendation'),
    versionsOf(setting, 'ImmunizationEvaluation'),
  ]).toEqual(before)
  give(point, personId, '2026-11-20')
  await allSaid(setting)
  expect(heldBy(server, 'ImmunizationEvaluation')).toHaveLength(2)
  expect(versionsOf(setting, 'ImmunizationRecommendation')).toMatchObject([[expect.any(String), '2']])
  point.done(voidDose, { doseId: first, reason: 'ghi nhầm người' })
  await allSaid(setting)
  const states = heldBy(server, 'ImmunizationEvaluation').map(({ status }) => status)
  expect(states.toSorted()).toEqual(['completed', 'entered-in-error'])
})

test('a server that does not offer them gets none, and is not asked for them again and again', async () => {
  const setting = await both({ lacks: ['derived'] })
  const { server, point } = setting
  give(point, register(point))
  await join(point, server)
  await allSaid(setting)
  expect(heldBy(server, 'Immunization')).toHaveLength(1)
  expect(heldBy(server, 'ImmunizationRecommendation')).toEqual([])
})

test('a forecast the server refuses holds no fact up and stands in nobody’s ledger', async () => {
  const setting = await both()
  const { server, point } = setting
  const { repository } = server
  const create = repository.createResource.bind(repository)
  let refusals = 0
  repository.createResource = (resource, ...rest) => {
    if (resource.resourceType.startsWith('ImmunizationE')) {
      refusals += 1
      throw new OperationOutcomeError(badRequest('not today'))
    }
    return create(resource, ...rest)
  }
  const personId = register(point)
  give(point, personId)
  await join(point, server)
  await until(() => heldBy(server, 'Immunization').length === 1 && isAllSent(point) && refusals > 0)
  await allSaid(setting)
  expect(heldBy(server, 'ImmunizationEvaluation')).toEqual([])
  repository.createResource = create
  // What was refused goes with the next fact.
  give(point, personId, '2026-10-20')
  await allSaid(setting)
  expect(heldBy(server, 'ImmunizationEvaluation')).toHaveLength(2)
})

test('another point’s older forecast of the same person is replaced, not multiplied', async () => {
  const setting = await both()
  const { server, point } = setting
  const personId = register(point)
  await join(point, server)
  await allSaid(setting)
  const [theirs] = heldBy(server, 'ImmunizationRecommendation')
  if (!theirs) throw new Error('no forecast came')
  await server.repository.updateResource({ ...theirs, extension: undefined, date: '2026-11-01' } as never)
  give(point, personId)
  await allSaid(setting)
  expect(heldBy(server, 'ImmunizationRecommendation')).toMatchObject([{ id: theirs.id }])
  expect(heldBy(server, 'ImmunizationRecommendation')[0]?.date).not.toBe('2026-11-01')
})
