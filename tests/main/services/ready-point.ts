import { digestTables } from '../../../main/db/rebuild'
import type { Call, RequestOf } from '../../../src/contract/call'
import { type PlannedDoseRequest, recordDoses } from '../../../src/contract/dose-calls'
import { registerPerson } from '../../../src/contract/person-calls'
import { setUpPoint } from '../../../src/contract/point-calls'
import { confirmIdentity, getIdentity } from '../../../src/contract/safety-calls'
import { prepareScreening } from '../../../src/contract/screening-calls'
import { receiveLot } from '../../../src/contract/stock-calls'
import { openVisit, signScreening } from '../../../src/contract/visit-calls'
import { type CalendarDay, day } from '../../../src/domain/calendar/calendar-day'
import type { Person, Relative } from '../../../src/domain/person/person'
import { questionsFor } from '../../../src/domain/screening/propose-holds'
import { openTestPoint, type TestPoint } from '../../helpers/test-point'

/** The commune of the tests: Phường Đông Sơn, Thanh Hóa. */
export const home = { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 4', line: null }

export const pointSetUp: RequestOf<typeof setUpPoint> = {
  point: {
    name: 'Trạm Y tế Phường Đông Sơn',
    code: null,
    kind: 'commune-station',
    address: home,
    phone: null,
    offeredAntigens: [],
  },
  station: { name: 'Máy 1', number: 1 },
  user: { name: 'Trưởng trạm', role: 'head', pin: '2580' },
}

/** A point that is set up, with its head at the keyboard, at 08:00 of 2026-11-22 unless said otherwise. */
export function openReadyPoint(options: Parameters<typeof openTestPoint>[0] = {}): TestPoint {
  const point = openTestPoint(options)
  point.done(setUpPoint, pointSetUp)
  point.actAs('head', 'Trưởng trạm')
  return point
}

export function mother(changes: Partial<Relative> = {}): Relative {
  return {
    relation: 'mother',
    name: 'Trần Thị Phượng',
    nationalId: null,
    phone: '0912345678',
    birthYear: 1997,
    ...changes,
  }
}

/** An invented child of two months and a week. */
export function child(changes: Partial<Person> = {}): Person {
  return {
    kind: 'child',
    name: 'Nguyễn Thị Ánh Ngọc',
    birthDate: day('2026-09-15'),
    birthTime: null,
    sex: 'female',
    ethnicGroupCode: '01',
    nationalityCode: 'VN',
    bloodGroup: null,
    phone: null,
    identifiers: [],
    addresses: { current: home },
    relatives: [mother()],
    alerts: [],
    protectedAtBirth: null,
    gestationWeeks: null,
    birthWeightG: null,
    note: null,
    ...changes,
  }
}

export function register(point: TestPoint, changes: Partial<Person> = {}): string {
  return point.done(registerPerson, { person: child(changes), notDuplicateOf: [] }).personId
}

/** Takes a lot in and answers its id. */
export function stockLot(
  point: TestPoint,
  changes: Partial<RequestOf<typeof receiveLot>> & { readonly vaccineCode: string },
): string {
  return point.done(receiveLot, {
    number: `LO-${changes.vaccineCode}`,
    expiresOn: day('2027-06-30'),
    manufacturer: null,
    programme: 'epi',
    diluentLot: null,
    diluentExpiresOn: null,
    doses: 10,
    note: null,
    ...changes,
  }).lotId
}

/** A checklist without any "Có"; a test changes what it is about. */
export function checklist(
  point: TestPoint,
  personId: string,
  visitId: string,
  changes: Partial<RequestOf<typeof signScreening>> = {},
): RequestOf<typeof signScreening> {
  const { form, rules, facts } = point.done(prepareScreening, { personId, asPregnant: null })
  const measured = ['temperature', 'weight-under-2000g', null]
  const asked = [
    ...form.items.filter(item => item.measured === null || !measured.includes(item.measured)),
    ...questionsFor(rules, form, facts),
  ]
  return {
    visitId,
    formId: form.id,
    formVersion: form.version,
    temperatureC: 36.8,
    weightKg: 5.4,
    answers: Object.fromEntries(asked.map(item => [item.code, { yes: false, detail: null }])),
    motherHbsag: form.asksMotherHbsag ? 'negative' : null,
    concluded: 'eligible',
    differsBecause: null,
    overrides: [],
    consent: { given: true, byName: 'Trần Thị Phượng', relation: 'mother', note: null },
    next: null,
    ...changes,
  }
}

/** Checks somebody in, signs "đủ điều kiện" and answers the visit that waits for its injection; nobody sits there yet. */
export function waitingForInjection(point: TestPoint, personId: string): string {
  const { visitId } = point.done(openVisit, { personId })
  point.done(signScreening, checklist(point, personId, visitId))
  return visitId
}

/** Somebody said name and birth date of whoever is of this visit, and whoever looks alike was told apart. */
export function identify(point: TestPoint, visitId: string): void {
  const { alikes } = point.done(getIdentity, { visitId })
  const toldApartFrom = alikes.map(({ personId }) => personId)
  point.done(confirmIdentity, { visitId, how: 'two-identifiers', scan: null, toldApartFrom })
}

/** Checked in, screened, and identified in front of the vaccinator. */
export function readyForInjection(point: TestPoint, personId: string): string {
  const visitId = waitingForInjection(point, personId)
  identify(point, visitId)
  return visitId
}

/** Products of the tests that go neither into the muscle nor under the skin. */
const routes: Readonly<Record<string, PlannedDoseRequest['route']>> = {
  BCG_IVAC: 'ID',
  BOPV_POLYVAC: 'PO',
  ROTAVIN_M1: 'PO',
  ROTARIX: 'PO',
  ROTATEQ: 'PO',
}

/** Products of the tests that are not given as half a millilitre. */
const volumes: Readonly<Record<string, number>> = { BCG_IVAC: 0.1, ROTAVIN_M1: 2, ROTARIX: 1.5, ROTATEQ: 2 }

/** One line of the injection form. */
export function planned(
  vaccineCode: string,
  lotId: string,
  changes: Partial<PlannedDoseRequest> = {},
): PlannedDoseRequest {
  return {
    vaccineCode,
    lotId,
    site: 'LVL',
    route: routes[vaccineCode] ?? 'IM',
    volumeMl: volumes[vaccineCode] ?? 0.5,
    programme: 'epi',
    overrides: [],
    note: null,
    ...changes,
  }
}

/** The first dose of the five-in-one vaccine, given. */
export function givePenta(point: TestPoint, personId: string, lotId: string) {
  const visitId = readyForInjection(point, personId)
  const { doseIds } = point.done(recordDoses, { visitId, doses: [planned('SII_PENTA', lotId)] })
  const [doseId = ''] = doseIds
  return { visitId, doseId }
}

/** A child in front of the nurse, and the two vaccines due. */
export function atTheNurse(options: { readonly doses?: number; readonly expiresOn?: string } = {}) {
  const point = openReadyPoint()
  const { doses = 10, expiresOn = '2027-06-30' } = options
  const penta = stockLot(point, { vaccineCode: 'SII_PENTA', doses, expiresOn: on(expiresOn) })
  const polio = stockLot(point, { vaccineCode: 'BOPV_POLYVAC' })
  const personId = register(point)
  const visitId = readyForInjection(point, personId)
  const drops = planned('BOPV_POLYVAC', polio, { site: 'MOUTH', route: 'PO', volumeMl: 0.1 })
  return { point, penta, polio, personId, visitId, shot: planned('SII_PENTA', penta), drops }
}

/** What is left of a lot. */
export function balanceOf(point: TestPoint, lotId: string): number | null {
  return point.store.lots.find(lotId)?.balance ?? null
}

/** Everything that is stored, in a form two moments can be compared by. */
export function pictureOf(point: TestPoint) {
  return { entries: point.entries(), tables: digestTables(point.db) }
}

/** What any call may answer, so that no call declares it. */
const alwaysPossible: readonly string[] = ['contract.bad-request', 'user.not-signed-in', 'user.not-allowed']

/**
 * Makes a call that must be refused, and answers its codes. Throws when anything at all was written, and when the
 * contract of the call does not name a code.
 */
export function refusedCodes<C extends Call>(
  point: TestPoint,
  call: C,
  request: RequestOf<C>,
): readonly string[] {
  const before = pictureOf(point)
  const codes = point.codes(call, request)
  const after = pictureOf(point)
  if (JSON.stringify(after) !== JSON.stringify(before)) throw new Error(`${call.name} wrote something`)
  const undeclared = codes.filter(code => ![...call.errors, ...alwaysPossible].some(known => known === code))
  if (undeclared.length > 0) throw new Error(`${call.name} does not declare ${undeclared.join(', ')}`)
  return codes
}

/** A day of the tests as the domain wants it. */
export const on = (text: string): CalendarDay => day(text)

export const minuteMs = 60_000
export const dayMs = 86_400_000
