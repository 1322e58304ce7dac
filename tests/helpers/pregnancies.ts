import { readFileSync } from 'node:fs'
import { readPregnancyRules } from '../../src/contract/pregnancy-file'
import { day } from '../../src/domain/calendar/calendar-day'
import type { AntenatalVisit } from '../../src/domain/maternal/antenatal-visit'
import type { Pregnancy } from '../../src/domain/maternal/pregnancy'

const file = new URL('../../resources/handbook/pregnancy.json', import.meta.url)

/** The rules that ship. */
export const shippedRules = readPregnancyRules(JSON.parse(readFileSync(file, 'utf8')))

/** A pregnancy of which nothing but its enrolment is known. */
export const plainPregnancy: Pregnancy = {
  personId: '0190a0a0-0000-7000-8000-000000000001',
  enrolledOn: day('2026-03-02'),
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
  byUserId: null,
  byName: null,
}

/** A visit at which nothing was measured. */
export const plainVisit: AntenatalVisit = {
  personId: plainPregnancy.personId,
  pregnancyId: '0190a0a0-0000-7000-8000-000000000002',
  visitedOn: day('2026-03-02'),
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
  byUserId: null,
  byName: null,
}
