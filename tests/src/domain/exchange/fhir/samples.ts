import type { CalendarDay } from '../../../../../src/domain/calendar/calendar-day'
import type { RecordState } from '../../../../../src/domain/exchange/fhir/wire'
import type { Dose } from '../../../../../src/domain/immunization/dose'
import { child } from '../../person/people'
import { handbookThread } from './handbook-samples'
import { at, idOf, recordOf } from './register'
import { report } from './report-samples'
import { difficulty, pointStatus, supervisorAnswer } from './supervision-samples'

const on = (text: string) => text as CalendarDay
const home = { provinceCode: '38', communeCode: '16378', hamlet: null, line: null }

export const point = recordOf('point', idOf(1), {
  name: 'Trạm Y tế Thử Nghiệm',
  code: '38999',
  kind: 'commune-station',
  address: home,
  phone: '02373999999',
  offeredAntigens: [],
})
export const user = recordOf('user', idOf(3), {
  name: 'Điều dưỡng Thử Nghiệm',
  role: 'vaccinator',
  pin: { algorithm: 'scrypt', salt: 'bWF0', hash: 'YmFt' },
  active: true,
})
export const person = recordOf('person', idOf(10), child())
export const visit = recordOf('visit', idOf(20), {
  personId: idOf(10),
  sessionOn: on('2026-11-20'),
  ticket: 7,
  stage: 'done',
  openedAt: at('2026-11-20T01:00:00.000Z'),
  screenedAt: at('2026-11-20T01:05:00.000Z'),
  injectedAt: at('2026-11-20T01:15:00.000Z'),
  observationMinutes: 30,
  closedAt: at('2026-11-20T01:50:00.000Z'),
  outcome: 'vaccinated',
  outcomeNote: null,
})
export const screening = recordOf('screening', idOf(21), {
  personId: idOf(10),
  visitId: idOf(20),
  formId: 'child-outside-hospital',
  formVersion: '1',
  temperatureC: 36.8,
  weightKg: 9.2,
  answers: { q1: { yes: false, detail: null }, q3: { yes: true, detail: 'Ho nhẹ' } },
  proposed: 'eligible',
  concluded: 'eligible',
  differsBecause: null,
  signedByUserId: idOf(3),
  signedByName: 'Điều dưỡng Thử Nghiệm',
  signedAt: at('2026-11-20T01:05:00.000Z'),
  perVaccine: null,
  consent: null,
  motherHbsag: null,
})
export const givenHere: Dose = {
  personId: idOf(10),
  visitId: idOf(20),
  kind: 'administered',
  vaccineCode: 'SII_PENTA',
  lotId: idOf(70),
  lotNumber: 'L-THU-01',
  lotExpiresOn: on('2027-06-30'),
  givenOn: on('2026-11-20'),
  givenOnAccuracy: null,
  givenAt: at('2026-11-20T01:15:00.000Z'),
  statedNumber: null,
  site: 'LVL',
  route: 'IM',
  volumeMl: 0.5,
  programme: 'epi',
  givenByUserId: idOf(3),
  givenByName: 'Điều dưỡng Thử Nghiệm',
  placeName: 'Trạm Y tế Thử Nghiệm',
  overrides: [],
  note: null,
}
export const dose = recordOf('dose', idOf(30), givenHere)
export const fromCard = recordOf('dose', idOf(31), {
  ...givenHere,
  visitId: null,
  kind: 'historical',
  vaccineCode: 'GENERIC_5IN1',
  lotId: null,
  lotNumber: null,
  lotExpiresOn: null,
  givenOn: on('2025-08-01'),
  givenOnAccuracy: 'month',
  givenAt: null,
  site: null,
  route: null,
  volumeMl: null,
  givenByUserId: null,
  givenByName: null,
  placeName: 'Trạm Y tế Nơi Khác',
})
export const notGiven = recordOf('not-given', idOf(40), {
  personId: idOf(10),
  visitId: idOf(20),
  on: on('2026-11-20'),
  dueId: 'measles-1',
  label: 'Sởi mũi 1',
  antigens: ['Measles'],
  state: 'deferred',
  reason: 'Đang sốt',
  until: on('2026-12-04'),
  byUserId: idOf(3),
  byName: 'Điều dưỡng Thử Nghiệm',
})
export const reaction = recordOf('reaction', idOf(50), {
  personId: idOf(10),
  visitId: idOf(20),
  doseIds: [idOf(30)],
  kind: 'severe',
  signs: ['high-fever'],
  onsetAt: at('2026-11-20T17:00:00.000Z'),
  onsetAccuracy: 'day',
  reportedBy: 'mẹ, gọi điện',
  temperatureC: 39.5,
  treatment: 'Hạ sốt',
  outcome: 'referred',
  note: null,
})
export const aefiCase = recordOf('aefi-case', idOf(51), {
  personId: idOf(10),
  reactionId: idOf(50),
  visitId: idOf(20),
  doseIds: [idOf(30)],
  caseNumber: '2026-001',
  step: 'open',
  knownAt: at('2026-11-20T18:00:00.000Z'),
  sessionOn: on('2026-11-20'),
  facts: { outcome: 'recovering', 'first-sign': 'Sốt cao' },
  doseFacts: { [idOf(30)]: { 'open-vial': 'mở lúc 8 giờ' } },
  toldHealthDepartment: null,
  toldProvincialCdc: null,
  suspendedLotIds: [],
  stoppedSession: true,
  openedByUserId: idOf(3),
  openedByName: 'Điều dưỡng Thử Nghiệm',
})
export const twin = recordOf('person', idOf(11), child({ name: 'Nguyễn Thị Ngọc' }))
export const merge = recordOf('merge', idOf(60), {
  survivorId: idOf(10),
  absorbedId: idOf(11),
  changes: [],
  overrides: [],
  reason: 'Cùng một trẻ',
  byUserId: idOf(3),
  byName: 'Điều dưỡng Thử Nghiệm',
})
export const death = recordOf('residence', idOf(61), {
  personId: idOf(10),
  state: 'died',
  on: on('2026-11-25'),
  until: null,
  reason: null,
  otherPlace: null,
  note: null,
})

export const decision = recordOf('conflict', idOf(62), {
  personId: idOf(10),
  kind: 'double-dose',
  doseIds: [idOf(30), idOf(31)],
  verdict: 'two-doses',
  note: 'Gia đình có hai giấy',
  byUserId: idOf(3),
  byName: 'Điều dưỡng Thử Nghiệm',
  decidedAt: at('2026-11-20T03:00:00.000Z'),
})

/** One record of each noun that travels, in the order in which they are sent. */
export const oneOfEach: readonly RecordState[] = [
  point,
  user,
  person,
  twin,
  merge,
  death,
  visit,
  screening,
  dose,
  fromCard,
  notGiven,
  reaction,
  aefiCase,
  ...handbookThread,
  decision,
  report,
  pointStatus,
  supervisorAnswer,
  difficulty,
]
