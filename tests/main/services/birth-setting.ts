import { type BornChildRequest, recordBirth } from '../../../src/contract/birth-calls'
import type { RequestOf } from '../../../src/contract/call'
import type { AntenatalTest, AntenatalVisit } from '../../../src/domain/maternal/antenatal-visit'
import type { Pregnancy } from '../../../src/domain/maternal/pregnancy'
import type { Person } from '../../../src/domain/person/person'
import type { TestPoint } from '../../helpers/test-point'
import { home, on, openReadyPoint, register } from './ready-point'

/** Born at 02:35 of the day the tests stand on (08:00 of 2026-11-22). */
export const birthDay = on('2026-11-22')

/** An invented woman, pregnant and 38 weeks and 6 days on the day of the tests. */
export function openBirthPoint(changes: Partial<Person> = {}, pregnancyChanges: Partial<Pregnancy> = {}) {
  const point = openReadyPoint()
  const motherId = registerMother(point, changes)
  const pregnancyId = enrol(point, motherId, pregnancyChanges)
  return { point, motherId, pregnancyId }
}

export function registerMother(point: TestPoint, changes: Partial<Person> = {}): string {
  return register(point, {
    kind: 'woman',
    name: 'Trần Thị Ước Nguyện',
    birthDate: on('1997-03-02'),
    phone: '0912345678',
    ethnicGroupCode: '02',
    relatives: [],
    addresses: { current: { ...home, hamlet: 'Thôn 7' } },
    alerts: [{ code: 'pregnant', note: null, notedOn: on('2026-04-20') }],
    identifiers: [{ system: 'national-id', value: '038197000123' }],
    ...changes,
  })
}

/** A pregnancy as its own screen writes it. */
export function enrol(point: TestPoint, personId: string, changes: Partial<Pregnancy> = {}): string {
  const pregnancyId = point.ports.newId()
  write(point, {
    noun: 'pregnancy',
    recordId: pregnancyId,
    verb: 'recorded',
    body: pregnancy(personId, changes),
  })
  return pregnancyId
}

function pregnancy(personId: string, changes: Partial<Pregnancy>): Pregnancy {
  return {
    personId,
    enrolledOn: on('2026-04-20'),
    lastPeriodOn: on('2026-02-23'),
    lastPeriodSure: true,
    scan: null,
    statedDueOn: null,
    gravida: 2,
    para: null,
    heightCm: 154,
    weightBeforeKg: 48,
    fetuses: 1,
    riskCodes: [],
    riskNote: null,
    birthPlan: null,
    outcome: null,
    endedOn: null,
    note: null,
    byUserId: null,
    byName: null,
    ...changes,
  }
}

/** A visit that says nothing but what its tests showed. */
export function tested(
  point: TestPoint,
  personId: string,
  pregnancyId: string,
  tests: readonly Pick<AntenatalTest, 'code' | 'result'>[],
): void {
  const body: AntenatalVisit = {
    ...{ personId, pregnancyId, visitedOn: on('2026-05-11'), placeName: null, weightKg: 50 },
    ...{ systolic: 110, diastolic: 70, oedema: null, fundalHeightCm: null, abdominalGirthCm: null },
    ...{ fetalHeartRates: [], presentation: null, urineProtein: null, haemoglobin: null, scan: null },
    tests: tests.map(test => ({ ...test, note: null })),
    ...{ ironFolateTablets: null, dangerSigns: [], diagnosis: null, advice: null, referredTo: null },
    ...{ nextVisitOn: null, byUserId: null, byName: null },
  }
  write(point, { noun: 'antenatal-visit', recordId: point.ports.newId(), verb: 'recorded', body })
}

export function write(
  point: TestPoint,
  entry: Parameters<TestPoint['store']['journal']['append']>[0][number],
) {
  const { store, clock, newId } = point.ports
  store.transaction(() => store.journal.append([entry], { at: clock(), userId: null, requestId: newId() }))
}

/** A healthy girl, born at 02:35. */
export function born(changes: Partial<BornChildRequest> = {}): BornChildRequest {
  return {
    bornOn: birthDay,
    bornAt: '02:35',
    alive: true,
    sex: 'female',
    name: '',
    weightG: 3100,
    lengthCm: 49.5,
    headCm: 34,
    apgar1: 8,
    apgar5: 9,
    apgar10: null,
    criedAtOnce: true,
    skinToSkin: true,
    breastfedWithinHour: true,
    vitaminK: true,
    eyeCare: null,
    defects: null,
    screenings: {},
    note: null,
    personId: null,
    notDuplicateOf: [],
    doses: [],
    ...changes,
  }
}

/** Twins: the second twenty minutes later. */
export const twin = (changes: Partial<BornChildRequest> = {}) =>
  born({ bornAt: '02:55', sex: 'male', weightG: 2650, lengthCm: 47, ...changes })

type Request = RequestOf<typeof recordBirth>

export function birthOf(
  motherId: string,
  pregnancyId: string | null,
  changes: Partial<Request> = {},
): Request {
  return {
    motherId,
    pregnancyId,
    place: 'hospital',
    placeName: 'Bệnh viện Phụ sản tỉnh',
    mode: 'vaginal',
    attendant: 'midwife',
    attendantName: null,
    gestationWeeks: 38,
    gestationDays: 6,
    bloodLossMl: 250,
    complications: [],
    motherState: 'well',
    note: null,
    motherAlerts: [],
    children: [born()],
    ...changes,
  }
}

/** A birth of twins, recorded. */
export function twinsBorn(changes: Partial<Request> = {}) {
  const setting = openBirthPoint()
  const { point, motherId, pregnancyId } = setting
  const request = birthOf(motherId, pregnancyId, { children: [born(), twin()], ...changes })
  const { birthId, children } = point.done(recordBirth, request)
  return { ...setting, request, birthId, children }
}
