import type { CalendarDay } from '../../../../../src/domain/calendar/calendar-day'
import type { ChildCheck } from '../../../../../src/domain/child/child-check'
import type { RecordState } from '../../../../../src/domain/exchange/fhir/wire'
import type { AntenatalVisit } from '../../../../../src/domain/maternal/antenatal-visit'
import type { Birth, Newborn } from '../../../../../src/domain/maternal/birth'
import type { NewbornVisit, PostpartumVisit } from '../../../../../src/domain/maternal/postnatal-visit'
import type { Pregnancy } from '../../../../../src/domain/maternal/pregnancy'
import { child } from '../../person/people'
import { idOf, recordOf } from './register'

const on = (text: string) => text as CalendarDay
const by = { byUserId: idOf(3), byName: 'Điều dưỡng Thử Nghiệm' }
export const motherId = idOf(200)
export const firstTwinId = idOf(201)
export const secondTwinId = idOf(202)
export const pregnancyId = idOf(210)
export const birthId = idOf(230)

export const motherBody = child({
  kind: 'woman',
  name: 'Trần Thị Mẫu',
  birthDate: on('1998-03-04'),
  birthTime: null,
  sex: 'female',
  relatives: [],
})
export const pregnancyBody: Pregnancy = {
  personId: motherId,
  enrolledOn: on('2026-01-12'),
  lastPeriodOn: on('2025-11-17'),
  lastPeriodSure: true,
  scan: { on: on('2026-01-12'), weeks: 8, days: 1 },
  statedDueOn: null,
  gravida: 2,
  para: { term: 1, preterm: 0, lost: 0, living: 1 },
  heightCm: 152,
  weightBeforeKg: 47.5,
  fetuses: 2,
  riskCodes: ['twins'],
  riskNote: 'Song thai',
  birthPlan: { place: 'Bệnh viện huyện Thử', transport: 'xe máy', companion: null, bloodDonor: null },
  outcome: 'birth',
  endedOn: on('2026-08-10'),
  note: null,
  ...by,
}
export const antenatalBody: AntenatalVisit = {
  personId: motherId,
  pregnancyId,
  visitedOn: on('2026-05-20'),
  placeName: null,
  weightKg: 54.2,
  systolic: 118,
  diastolic: 76,
  oedema: false,
  fundalHeightCm: 26,
  abdominalGirthCm: 92,
  fetalHeartRates: [142, 150],
  presentation: 'cephalic',
  urineProtein: 'none',
  haemoglobin: 108,
  tests: [
    { code: 'hbsag', result: 'positive', note: null },
    { code: 'hiv', result: 'negative', note: 'test nhanh' },
  ],
  scan: { weeks: 26, days: 2, note: 'Hai thai, hai bánh rau' },
  ironFolateTablets: 30,
  dangerSigns: ['swelling'],
  diagnosis: 'Thiếu máu nhẹ',
  advice: 'Ăn đủ chất',
  referredTo: 'Bệnh viện huyện Thử',
  nextVisitOn: on('2026-06-17'),
  ...by,
}
export const birthBody: Birth = {
  personId: motherId,
  pregnancyId,
  bornOn: on('2026-08-10'),
  place: 'hospital',
  placeName: 'Bệnh viện huyện Thử',
  mode: 'caesarean',
  attendant: 'doctor',
  attendantName: 'Bác sĩ Thử Nghiệm',
  gestationWeeks: 38,
  gestationDays: 0,
  bloodLossMl: 400,
  complications: ['haemorrhage'],
  motherState: 'well',
  note: null,
  ...by,
}
export const newbornBody: Newborn = {
  birthId,
  personId: firstTwinId,
  order: 1,
  bornOn: on('2026-08-10'),
  bornAt: '08:15',
  alive: true,
  sex: 'female',
  weightG: 2450,
  lengthCm: 46.5,
  headCm: 32.5,
  apgar1: 8,
  apgar5: 9,
  apgar10: 10,
  criedAtOnce: true,
  skinToSkin: true,
  breastfedWithinHour: false,
  vitaminK: true,
  eyeCare: true,
  defects: null,
  screenings: { hearing: 'normal' },
  note: null,
  ...by,
}
export const postpartumBody: PostpartumVisit = {
  personId: motherId,
  birthId,
  visitedOn: on('2026-08-14'),
  placeName: null,
  temperatureC: 36.9,
  pulse: 82,
  systolic: 112,
  diastolic: 70,
  checks: { uterus: 'white', lochia: 'yellow' },
  vitaminA: true,
  contraception: 'cho bú vô kinh',
  dangerSigns: [],
  advice: 'Nghỉ ngơi',
  referredTo: null,
  nextVisitOn: on('2026-09-20'),
  ...by,
}
export const newbornVisitBody: NewbornVisit = {
  personId: firstTwinId,
  birthId,
  visitedOn: on('2026-08-14'),
  placeName: null,
  weightKg: 2.4,
  temperatureC: 36.8,
  breathsPerMinute: 44,
  checks: { cord: 'white', jaundice: 'yellow' },
  dangerSigns: ['no-feeding'],
  advice: 'Cho bú nhiều lần',
  referredTo: null,
  nextVisitOn: on('2026-08-20'),
  ...by,
}
export const checkBody: ChildCheck = {
  personId: firstTwinId,
  checkedOn: on('2026-11-10'),
  placeName: 'Trạm Y tế Nơi Khác',
  weightKg: 5.4,
  lengthHeightCm: 58.5,
  position: 'lying',
  headCm: 39,
  armCm: 12.5,
  oedema: false,
  feeding: ['exclusive'],
  supplements: ['vitamin-a-100'],
  signs: { 'holds-head': 'yes', 'smiles-back': 'not-yet' },
  dangerSigns: [],
  illness: 'Ho',
  advice: 'Bú mẹ hoàn toàn',
  referredTo: null,
  nextVisitOn: on('2026-12-10'),
  ...by,
}

const twin = (name: string, birthTime: string) =>
  child({ name, birthDate: on('2026-08-10'), birthTime, sex: 'female', relatives: [], identifiers: [] })
const link = { relativeId: motherId, relation: 'mother', since: null, until: null } as const

/** A mother with twins: one record of each noun of the handbook, in the order in which they came about. */
export const handbookThread: readonly RecordState[] = [
  recordOf('person', motherId, motherBody),
  recordOf('pregnancy', pregnancyId, pregnancyBody),
  recordOf('handbook', idOf(211), {
    personId: motherId,
    pregnancyId,
    issuedOn: on('2026-01-12'),
    kind: 'both',
    number: 'TH-000123',
    ...by,
  }),
  recordOf('antenatal-visit', idOf(220), antenatalBody),
  recordOf('birth', birthId, birthBody),
  recordOf('person', firstTwinId, twin('Lê Thị Mẫu Một', '08:15')),
  recordOf('person', secondTwinId, twin('Lê Thị Mẫu Hai', '08:22')),
  recordOf('family-link', idOf(203), { personId: firstTwinId, ...link }),
  recordOf('family-link', idOf(204), { personId: secondTwinId, ...link }),
  recordOf('newborn', idOf(231), newbornBody),
  recordOf('newborn', idOf(232), { ...newbornBody, personId: secondTwinId, order: 2, bornAt: '08:22' }),
  recordOf('postpartum-visit', idOf(240), postpartumBody),
  recordOf('newborn-visit', idOf(241), newbornVisitBody),
  recordOf('child-check', idOf(250), checkBody),
]
