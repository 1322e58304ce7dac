import type { RequestOf } from '../../../src/contract/call'
import { registerPerson } from '../../../src/contract/person-calls'
import { enrolPregnancy, listPregnancies, recordAntenatalVisit } from '../../../src/contract/pregnancy-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { PregnancyFields } from '../../../src/domain/maternal/pregnancy-checks'
import type { VisitFields } from '../../../src/domain/maternal/visit-checks'
import { plainPregnancy, plainVisit } from '../../helpers/pregnancies'
import type { TestPoint } from '../../helpers/test-point'
import { child, openReadyPoint } from './ready-point'

/** The point's day is 2026-11-22; this period makes 22+3. */
const period = day('2026-06-18')

export function fields(changes: Partial<PregnancyFields> = {}): PregnancyFields {
  const { personId: _p, outcome: _o, endedOn: _e, byUserId: _u, byName: _n, ...plain } = plainPregnancy
  return { ...plain, enrolledOn: day('2026-11-22'), lastPeriodOn: period, lastPeriodSure: true, ...changes }
}

export function visit(changes: Partial<VisitFields> = {}): VisitFields {
  const { personId: _p, pregnancyId: _g, byUserId: _u, byName: _n, ...plain } = plainVisit
  return { ...plain, visitedOn: day('2026-11-22'), weightKg: 52, systolic: 110, diastolic: 70, ...changes }
}

export const woman = child({
  kind: 'woman',
  name: 'Lê Thị Thử Nghiệm',
  birthDate: day('1998-04-12'),
  relatives: [],
  phone: '0912000111',
})

export function setting(name = woman.name) {
  const point = openReadyPoint()
  const { personId } = point.done(registerPerson, { person: { ...woman, name }, notDuplicateOf: [] })
  return { point, personId, ...handsOfPregnancy(point, personId) }
}

export function handsOfPregnancy(point: TestPoint, personId: string) {
  const ask = (changes: Partial<PregnancyFields> = {}): RequestOf<typeof enrolPregnancy> => ({
    personId,
    fields: fields(changes),
    handbook: null,
    isConfirmed: false,
  })
  return {
    ask,
    enrol: (changes: Partial<PregnancyFields> = {}) => point.done(enrolPregnancy, ask(changes)).pregnancyId,
    views: () => point.done(listPregnancies, { personId }).pregnancies,
    view: () => {
      const [first] = point.done(listPregnancies, { personId }).pregnancies
      if (!first) throw new Error('no pregnancy')
      return first
    },
    see: (pregnancyId: string, changes: Partial<VisitFields> = {}) =>
      point.done(recordAntenatalVisit, { pregnancyId, fields: visit(changes), isConfirmed: false }).visitId,
    alerts: () => point.store.records.find('person', personId)?.alerts.map(({ code }) => code) ?? [],
  }
}
