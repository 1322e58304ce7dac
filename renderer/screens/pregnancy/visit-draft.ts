import type { AntenatalVisitView, PregnancyView } from '../../../src/contract/pregnancy-views'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { nextVisitDay, usualScheduleOf } from '../../../src/domain/maternal/antenatal-schedule'
import type { AntenatalTest, Presentation, UrineProtein } from '../../../src/domain/maternal/antenatal-visit'
import type { PregnancyRules } from '../../../src/domain/maternal/pregnancy-rules'
import type { VisitFields } from '../../../src/domain/maternal/visit-checks'
import { filled } from './pregnancy-draft'
import type { Pressure, ScanAge } from './typed-values'

/** A visit as it is filled in. */
export type VisitDraft = {
  readonly visitedOn: CalendarDay | null
  readonly placeName: string
  readonly weightKg: number | null
  readonly pressure: Pressure | null
  readonly oedema: boolean | null
  readonly fundalHeightCm: number | null
  readonly abdominalGirthCm: number | null
  readonly rates: readonly number[] | null
  readonly presentation: Presentation | null
  readonly urineProtein: UrineProtein | null
  readonly haemoglobin: number | null
  readonly results: Readonly<Record<string, AntenatalTest['result']>>
  readonly scanAge: ScanAge | null
  readonly scanNote: string
  readonly ironFolateTablets: number | null
  readonly dangerSigns: readonly string[]
  readonly diagnosis: string
  readonly advice: string
  readonly referredTo: string
  readonly nextVisitOn: CalendarDay | null
  readonly reason: string
}

/** An empty visit of today; the next appointment is the week the schedule names. */
export function newVisit(rules: PregnancyRules, view: PregnancyView, today: CalendarDay): VisitDraft {
  return {
    visitedOn: today,
    placeName: '',
    weightKg: null,
    pressure: null,
    oedema: null,
    fundalHeightCm: null,
    abdominalGirthCm: null,
    rates: null,
    presentation: null,
    urineProtein: null,
    haemoglobin: null,
    results: {},
    scanAge: null,
    scanNote: '',
    ironFolateTablets: null,
    dangerSigns: [],
    diagnosis: '',
    advice: '',
    referredTo: '',
    nextVisitOn: nextVisitDay(usualScheduleOf(rules), view.dating, today),
    reason: '',
  }
}

/** A visit as it was written. */
export function visitDraftOf(visit: AntenatalVisitView): VisitDraft {
  const { systolic, diastolic, scan } = visit
  return {
    visitedOn: visit.visitedOn,
    placeName: visit.placeName ?? '',
    weightKg: visit.weightKg,
    pressure: systolic !== null && diastolic !== null ? { systolic, diastolic } : null,
    oedema: visit.oedema,
    fundalHeightCm: visit.fundalHeightCm,
    abdominalGirthCm: visit.abdominalGirthCm,
    rates: visit.fetalHeartRates.length > 0 ? visit.fetalHeartRates : null,
    presentation: visit.presentation,
    urineProtein: visit.urineProtein,
    haemoglobin: visit.haemoglobin,
    results: Object.fromEntries(visit.tests.map(({ code, result }) => [code, result])),
    scanAge: scan && scan.weeks !== null ? { weeks: scan.weeks, days: scan.days ?? 0 } : null,
    scanNote: scan?.note ?? '',
    ironFolateTablets: visit.ironFolateTablets,
    dangerSigns: visit.dangerSigns,
    diagnosis: visit.diagnosis ?? '',
    advice: visit.advice ?? '',
    referredTo: visit.referredTo ?? '',
    nextVisitOn: visit.nextVisitOn,
    reason: '',
  }
}

/** The fields as main takes them; null without a day. */
export function visitFieldsOf(draft: VisitDraft): VisitFields | null {
  const { visitedOn, pressure, scanAge } = draft
  if (visitedOn === null) return null
  const scanNote = filled(draft.scanNote)
  return {
    visitedOn,
    placeName: filled(draft.placeName),
    weightKg: draft.weightKg,
    systolic: pressure?.systolic ?? null,
    diastolic: pressure?.diastolic ?? null,
    oedema: draft.oedema,
    fundalHeightCm: draft.fundalHeightCm,
    abdominalGirthCm: draft.abdominalGirthCm,
    fetalHeartRates: draft.rates ?? [],
    presentation: draft.presentation,
    urineProtein: draft.urineProtein,
    haemoglobin: draft.haemoglobin,
    tests: Object.entries(draft.results).map(([code, result]) => ({ code, result, note: null })),
    scan:
      scanAge || scanNote
        ? { weeks: scanAge?.weeks ?? null, days: scanAge?.days ?? null, note: scanNote }
        : null,
    ironFolateTablets: draft.ironFolateTablets,
    dangerSigns: draft.dangerSigns,
    diagnosis: filled(draft.diagnosis),
    advice: filled(draft.advice),
    referredTo: filled(draft.referredTo),
    nextVisitOn: draft.nextVisitOn,
  }
}
