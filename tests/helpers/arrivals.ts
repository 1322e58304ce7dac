import { takeInFacts } from '../../src/contract/arrival-calls'
import type { Instant } from '../../src/domain/calendar/calendar-day'
import { day } from '../../src/domain/calendar/calendar-day'
import type { ArrivedDose, ArrivedPerson } from '../../src/domain/exchange/fhir/arrived'
import { arrivalRequestId } from '../../src/domain/journal/arrival-mark'
import { mergeParts } from '../../src/domain/person/merge-record'
import type { Person } from '../../src/domain/person/person'
import type { TestPoint } from './test-point'

const seconds = (count: number) => new Date(Date.UTC(2026, 10, 22, 2, 0, count)).toISOString() as Instant

/** A Patient of the server in one of its versions. */
export function arrivedPerson(
  recordId: string,
  person: Person,
  version: number,
  more: Partial<ArrivedPerson> = {},
): ArrivedPerson {
  return {
    noun: 'person',
    resource: `Patient/${recordId.slice(0, 8)}`,
    versionId: String(version),
    lastUpdated: seconds(version),
    recordId,
    entryId: null,
    placeName: 'Điểm Thử B',
    byName: null,
    recordedBy: 'station-b',
    removed: false,
    person,
    said: mergeParts,
    replacedBy: null,
    diedOn: null,
    alongside: [],
    pointId: null,
    ...more,
  }
}

/** A dose of that Patient. */
export function arrivedDose(
  recordId: string,
  patient: string,
  version: number,
  more: Partial<ArrivedDose> = {},
): ArrivedDose {
  return {
    noun: 'dose',
    resource: `Immunization/${recordId.slice(0, 8)}`,
    versionId: String(version),
    lastUpdated: seconds(version),
    recordId,
    entryId: null,
    placeName: 'Điểm Thử B',
    byName: 'Y tá Thử',
    recordedBy: 'station-b',
    removed: false,
    patient,
    isFirstHand: true,
    dose: {
      vaccineCode: 'GENERIC_5IN1_ANY',
      lotNumber: 'THU-1',
      lotExpiresOn: day('2027-12-31'),
      givenOn: day('2026-11-16'),
      givenOnAccuracy: null,
      givenAt: null,
      statedNumber: null,
      site: 'LVL',
      route: 'IM',
      volumeMl: 0.5,
      programme: 'epi',
      givenByName: 'Y tá Thử',
      placeName: 'Điểm Thử B',
      note: null,
    },
    ...more,
  }
}

/** Takes facts in as the pull loop does. */
export function takeIn(
  point: TestPoint,
  facts: readonly (ArrivedPerson | ArrivedDose)[],
  wanted: readonly string[] = [],
) {
  const request = { requestId: arrivalRequestId(point.ports.newId()), actor: null }
  const payload = { facts, wanted, offsetMs: 0 }
  const answer = point.dispatch(takeInFacts.name, { ...request, payload })
  if (!answer.ok) throw new Error(`${JSON.stringify(answer.error)} ${point.logs.join('\n')}`)
  return answer.value as {
    taken: number
    unknown: number
    held: { resource: string; needs: string | null }[]
  }
}
