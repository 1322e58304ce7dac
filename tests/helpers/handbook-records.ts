import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { ChildCheck } from '../../src/domain/child/child-check'
import type { Noun, Records } from '../../src/domain/journal/entry'
import type { AntenatalVisit } from '../../src/domain/maternal/antenatal-visit'
import type { Birth, Newborn } from '../../src/domain/maternal/birth'
import type { Handbook } from '../../src/domain/maternal/handbook'
import type { PostpartumVisit } from '../../src/domain/maternal/postnatal-visit'
import type { Pregnancy } from '../../src/domain/maternal/pregnancy'
import type { TestPoint } from './test-point'

/** Writes one record as it is, without a form's rules, and answers its id. */
export function note<N extends Noun>(point: TestPoint, noun: N, body: Records[N]): string {
  const recordId = point.ports.newId()
  const context = { at: point.ports.clock(), userId: null, requestId: null }
  const entry = { noun, recordId, verb: 'recorded', body } as Parameters<
    typeof point.store.journal.append
  >[0][number]
  point.store.transaction(() => point.store.journal.append([entry], context))
  return recordId
}

/** Takes a record back. */
export function takeBack(point: TestPoint, noun: Noun, recordId: string): void {
  const context = { at: point.ports.clock(), userId: null, requestId: null }
  const entry = { noun, recordId, verb: 'voided', reason: 'ghi nhầm' } as Parameters<
    typeof point.store.journal.append
  >[0][number]
  point.store.transaction(() => point.store.journal.append([entry], context))
}

const nobody = { byUserId: null, byName: null }

export function pregnancy(personId: string, changes: Partial<Pregnancy> = {}): Pregnancy {
  return {
    personId,
    enrolledOn: '2026-08-01' as CalendarDay,
    lastPeriodOn: null,
    lastPeriodSure: null,
    scan: null,
    statedDueOn: null,
    gravida: null,
    para: null,
    heightCm: null,
    weightBeforeKg: null,
    fetuses: null,
    riskCodes: [],
    riskNote: null,
    birthPlan: null,
    outcome: null,
    endedOn: null,
    note: null,
    ...nobody,
    ...changes,
  }
}

export function antenatalVisit(
  personId: string,
  pregnancyId: string,
  visitedOn: CalendarDay,
  changes: Partial<AntenatalVisit> = {},
): AntenatalVisit {
  return {
    personId,
    pregnancyId,
    visitedOn,
    placeName: null,
    weightKg: null,
    systolic: null,
    diastolic: null,
    oedema: null,
    fundalHeightCm: null,
    abdominalGirthCm: null,
    fetalHeartRates: [],
    presentation: null,
    urineProtein: null,
    haemoglobin: null,
    tests: [],
    scan: null,
    ironFolateTablets: null,
    dangerSigns: [],
    diagnosis: null,
    advice: null,
    referredTo: null,
    nextVisitOn: null,
    ...nobody,
    ...changes,
  }
}

export function birth(personId: string, bornOn: CalendarDay, changes: Partial<Birth> = {}): Birth {
  return {
    personId,
    pregnancyId: null,
    bornOn,
    place: 'here',
    placeName: null,
    mode: 'vaginal',
    attendant: 'midwife',
    attendantName: null,
    gestationWeeks: 39,
    gestationDays: 0,
    bloodLossMl: null,
    complications: [],
    motherState: 'well',
    note: null,
    ...nobody,
    ...changes,
  }
}

export function newborn(
  birthId: string,
  personId: string | null,
  bornOn: CalendarDay,
  changes: Partial<Newborn> = {},
): Newborn {
  return {
    birthId,
    personId,
    order: 1,
    bornOn,
    bornAt: '06:30',
    alive: personId !== null,
    sex: 'female',
    weightG: 3100,
    lengthCm: 49,
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
    ...nobody,
    ...changes,
  }
}

export function postpartumVisit(personId: string, birthId: string, visitedOn: CalendarDay): PostpartumVisit {
  return {
    personId,
    birthId,
    visitedOn,
    placeName: null,
    temperatureC: 36.8,
    pulse: 80,
    systolic: 110,
    diastolic: 70,
    checks: {},
    vitaminA: null,
    contraception: null,
    dangerSigns: [],
    advice: null,
    referredTo: null,
    nextVisitOn: null,
    ...nobody,
  }
}

export function childCheck(
  personId: string,
  checkedOn: CalendarDay,
  changes: Partial<ChildCheck> = {},
): ChildCheck {
  return {
    personId,
    checkedOn,
    placeName: null,
    weightKg: 5,
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
    ...nobody,
    ...changes,
  }
}

export function handedOut(personId: string, issuedOn: CalendarDay): Handbook {
  return { personId, pregnancyId: null, issuedOn, kind: 'paper', number: null, ...nobody }
}
