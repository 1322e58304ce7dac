import type { RequestOf } from '../../../src/contract/call'
import { recordChildCheck } from '../../../src/contract/child-calls'
import type { TestPoint } from '../../helpers/test-point'
import { on, openReadyPoint, refusedCodes, register } from './ready-point'

export type Check = RequestOf<typeof recordChildCheck>['check']

const nothing: Check = {
  checkedOn: on('2026-11-22'),
  placeName: null,
  weightKg: null,
  lengthHeightCm: null,
  position: null,
  headCm: null,
  armCm: null,
  oedema: null,
  feeding: [],
  supplements: [],
  signs: {},
  dangerSigns: [],
  illness: null,
  advice: null,
  referredTo: null,
  nextVisitOn: null,
}

export const asked = (personId: string, check: Partial<Check>, measuredAgain = false) => ({
  personId,
  check: { ...nothing, ...check },
  measuredAgain,
})

export function write(point: TestPoint, personId: string, check: Partial<Check>, measuredAgain = false) {
  return point.done(recordChildCheck, asked(personId, check, measuredAgain))
}

export const refused = (point: TestPoint, personId: string, check: Partial<Check>) =>
  refusedCodes(point, recordChildCheck, asked(personId, check))

export const planned = (point: TestPoint, personId: string) =>
  point.store.visits
    .appointmentsOf(personId)
    .filter(({ status }) => status === 'planned')
    .map(({ on: day, labels }) => [day, ...labels])

/** A girl of two months and a week, as the point knows her. */
export function aGirl() {
  const point = openReadyPoint()
  return { point, personId: register(point) }
}

type Entries = Parameters<TestPoint['store']['journal']['append']>[0]

export function append(point: TestPoint, entries: Entries): void {
  const { store } = point
  const context = { at: point.ports.clock(), userId: null, requestId: null }
  store.transaction(() => store.journal.append(entries, context))
}
