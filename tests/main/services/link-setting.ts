import type { Resource } from '@medplum/fhirtypes'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import {
  getLinkStatus,
  joinProvince,
  type LinkStatus,
  listLinkLedger,
} from '../../../src/contract/link-calls'
import { linkHere } from '../../helpers/link-runner'
import type { Fault, FaultHook, FaultRequest } from '../../helpers/province-server/faults'
import {
  openProvinceServer,
  type ProvinceServer,
  type ProvinceServerOptions,
} from '../../helpers/province-server/server'
import type { TestPoint } from '../../helpers/test-point'
import { on, openReadyPoint } from './ready-point'

export const joiningCode = 'ma-mot-lan-0001'

/** A point and a province of its own, both on this PC; `end` closes them. */
export async function openBoth(options: ProvinceServerOptions = {}) {
  const server = await openProvinceServer({ codes: [joiningCode], ...options })
  const point = openReadyPoint({ runner: linkHere })
  async function end(): Promise<void> {
    await point.ports.link.stop()
    await server.close()
    point.close()
  }
  return { server, point, end }
}

/** Waits for something that another turn brings about. */
export async function until(what: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (!(await what())) {
    if (Date.now() > end) throw new Error('it never came to that')
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

export const statusOf = (point: TestPoint): LinkStatus => point.done(getLinkStatus, {})

/** Joins and waits for how it went. */
export async function join(
  point: TestPoint,
  server: ProvinceServer,
  code = joiningCode,
): Promise<LinkStatus> {
  point.done(joinProvince, { address: `${server.base}/`, code, authorityPem: null, proxy: null })
  await until(() => statusOf(point).joining?.state !== 'running')
  return statusOf(point)
}

/** A dose of another place, copied from a card. */
export function give(point: TestPoint, personId: string, givenOn = '2026-11-20'): string {
  const dose = {
    vaccineCode: 'SII_PENTA',
    givenOn: on(givenOn),
    statedNumber: 1,
    lotNumber: null,
    placeName: 'Trạm cũ',
  }
  const [doseId] = point.done(recordHistoricalDoses, { personId, doses: [dose] }).doseIds
  if (doseId === undefined) throw new Error('no dose was recorded')
  return doseId
}

/** Nothing waits, nothing was refused, and the uploader rests. */
export function isAllSent(point: TestPoint): boolean {
  const { waiting, refused, conflicts, activity } = statusOf(point)
  return waiting + refused + conflicts === 0 && activity.phase === 'idle'
}

export const ledgerOf = (point: TestPoint, filter: 'all' | 'attention' = 'all') =>
  point.done(listLinkLedger, { filter, from: on('2026-11-22'), to: on('2026-11-22'), after: null }).rows

type Held = Resource & { readonly id: string; readonly [field: string]: unknown }

/** What the province holds of a type. */
export const heldBy = ({ repository }: ProvinceServer, resourceType: string): readonly Held[] =>
  repository.all(resourceType) as readonly Held[]

/** Faults for what a point sends and reads; joining and tokens pass. `n` counts from 0. */
export function dataFaults(choose: (n: number, request: FaultRequest) => Fault): FaultHook {
  let n = 0
  return request => {
    const isData = request.path.startsWith('/fhir') && !/metadata|\.well-known/u.test(request.path)
    return isData ? choose(n++, request) : 'pass'
  }
}
