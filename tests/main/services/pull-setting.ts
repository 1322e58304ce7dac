import { afterEach, expect } from 'vitest'
import {
  askProvince,
  bringPerson,
  getProvinceAnswer,
  getPullStanding,
  listConflicts,
} from '../../../src/contract/arrival-calls'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { getLinkStatus, joinProvince } from '../../../src/contract/link-calls'
import { linkHere } from '../../helpers/link-runner'
import { openProvinceServer, type ProvinceServer } from '../../helpers/province-server/server'
import type { TestPoint } from '../../helpers/test-point'
import { child, on, openReadyPoint, register } from './ready-point'

const open: { stop: () => Promise<unknown> }[] = []
afterEach(async () => {
  serverClock.passedMs = 0
  for (const each of open.splice(0).toReversed()) await each.stop()
})

/** The clocks of the test stand still, and so does the server's; both at the same moment. */
const nowMs = Date.parse('2026-11-22T01:00:00.000Z')
/** What passes at the server since. */
export const serverClock = { passedMs: 0 }

export async function openServer(): Promise<ProvinceServer> {
  const server = await openProvinceServer({ codes: ['mot', 'hai'], now: () => nowMs + serverClock.passedMs })
  open.push({ stop: server.close })
  return server
}

async function until(what: () => boolean): Promise<void> {
  const end = Date.now() + 20_000
  while (!what()) {
    if (Date.now() > end) throw new Error('it never came to that')
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

export async function openJoined(server: ProvinceServer, code: string): Promise<TestPoint> {
  const point = openReadyPoint({ runner: linkHere })
  open.push({
    stop: async () => {
      await Promise.all([point.ports.link.stop(), point.province.stop()])
      point.close()
    },
  })
  point.done(joinProvince, { address: server.base, code, authorityPem: null, proxy: null })
  await until(() => point.done(getLinkStatus, {}).joining?.state !== 'running')
  expect(point.done(getLinkStatus, {})).toMatchObject({ joining: null })
  return point
}

export async function sent(point: TestPoint): Promise<void> {
  await until(() => {
    const { waiting, activity } = point.done(getLinkStatus, {})
    return waiting === 0 && activity.phase === 'idle'
  })
}

/** Both directions, as they run by themselves: up, in, and what the server refused once more. */
export async function sync(point: TestPoint): Promise<void> {
  await sent(point)
  await point.province.pullOnce()
  expect(point.done(getPullStanding, {}).trouble).toBeNull()
  await sent(point)
}

export function give(
  point: TestPoint,
  personId: string,
  givenOn = '2026-11-20',
  lotNumber: string | null = null,
): string {
  const dose = {
    vaccineCode: 'SII_PENTA',
    givenOn: on(givenOn),
    statedNumber: null,
    lotNumber,
    placeName: 'theo sổ',
  }
  return point.done(recordHistoricalDoses, { personId, doses: [dose] }).doseIds[0] ?? ''
}

export async function answered(point: TestPoint, askId: string) {
  await until(() => point.done(getProvinceAnswer, { askId }).state !== 'running')
  return point.done(getProvinceAnswer, { askId })
}

/** Looks for somebody at the province and brings the one who is found over. */
export async function bringOver(point: TestPoint, name: string): Promise<string> {
  const question = { number: null, name, birthDate: child().birthDate, phone: null }
  const { hits } = await answered(point, point.done(askProvince, question).askId)
  expect(hits).toHaveLength(1)
  const brought = await answered(point, point.done(bringPerson, { resource: hits[0]?.resource ?? '' }).askId)
  expect(brought).toMatchObject({ state: 'done', trouble: null })
  return brought.personIds[0] ?? ''
}

/** Two points of one province; the child is registered at the first and brought over to the second. */
export async function twoPoints() {
  const server = await openServer()
  const [a, b] = [await openJoined(server, 'mot'), await openJoined(server, 'hai')]
  const personId = register(a)
  const doseId = give(a, personId)
  await sync(a)
  expect(await bringOver(b, child().name)).toBe(personId)
  return { server, a, b, personId, doseId }
}

export const nameAt = (point: TestPoint, personId: string) =>
  point.store.records.find('person', personId)?.name
export const dosesAt = (point: TestPoint, personId: string) =>
  point.store.records.list('dose', { person_id: personId }, 'id')
export const conflictsAt = (point: TestPoint) => point.done(listConflicts, { offset: 0, limit: 50 }).conflicts
