import type { PregnancyView } from '../../../src/contract/pregnancy-views'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import type { HandbookKind } from '../../../src/domain/maternal/handbook'
import type { KnownBefore } from '../../../src/domain/maternal/next-pregnancy'
import type { BirthPlan, Para } from '../../../src/domain/maternal/pregnancy'
import type { PregnancyFields } from '../../../src/domain/maternal/pregnancy-checks'
import type { ScanAge } from './typed-values'

/** A pregnancy as it is filled in. */
export type PregnancyDraft = {
  readonly enrolledOn: CalendarDay | null
  readonly lastPeriodOn: CalendarDay | null
  readonly isSure: boolean
  readonly scanOn: CalendarDay | null
  readonly scanAge: ScanAge | null
  readonly statedDueOn: CalendarDay | null
  readonly gravida: number | null
  readonly para: Para | null
  readonly heightCm: number | null
  readonly weightBeforeKg: number | null
  readonly fetuses: number | null
  readonly riskCodes: readonly string[]
  readonly riskNote: string
  readonly plan: { readonly [Part in keyof BirthPlan]: string }
  readonly note: string
  readonly bookKind: HandbookKind | null
  readonly bookNumber: string
  readonly reason: string
}

const noPlan = { place: '', transport: '', companion: '', bloodDonor: '' }

/** An empty form with what the thread knows already. */
export function newPregnancy(today: CalendarDay, known: KnownBefore): PregnancyDraft {
  return {
    ...known,
    enrolledOn: today,
    lastPeriodOn: null,
    isSure: true,
    scanOn: null,
    scanAge: null,
    statedDueOn: null,
    weightBeforeKg: null,
    fetuses: null,
    riskNote: '',
    plan: noPlan,
    note: '',
    bookKind: null,
    bookNumber: '',
    reason: '',
  }
}

/** The form with what was written. */
export function draftOf(view: PregnancyView): PregnancyDraft {
  const { scan, birthPlan } = view
  return {
    enrolledOn: view.enrolledOn,
    lastPeriodOn: view.lastPeriodOn,
    isSure: view.lastPeriodSure !== false,
    scanOn: scan?.on ?? null,
    scanAge: scan && { weeks: scan.weeks, days: scan.days },
    statedDueOn: view.statedDueOn,
    gravida: view.gravida,
    para: view.para,
    heightCm: view.heightCm,
    weightBeforeKg: view.weightBeforeKg,
    fetuses: view.fetuses,
    riskCodes: view.riskCodes,
    riskNote: view.riskNote ?? '',
    plan: {
      place: birthPlan?.place ?? '',
      transport: birthPlan?.transport ?? '',
      companion: birthPlan?.companion ?? '',
      bloodDonor: birthPlan?.bloodDonor ?? '',
    },
    note: view.note ?? '',
    bookKind: null,
    bookNumber: '',
    reason: '',
  }
}

/** The fields as main takes them; null while there is no day. */
export function fieldsOf(draft: PregnancyDraft): PregnancyFields | null {
  const { enrolledOn, lastPeriodOn, isSure, plan } = draft
  if (enrolledOn === null) return null
  const hasPlan = Object.values(plan).some(part => part.trim() !== '')
  return {
    enrolledOn,
    lastPeriodOn,
    lastPeriodSure: lastPeriodOn === null ? null : isSure,
    scan: scanOf(draft),
    statedDueOn: draft.statedDueOn,
    gravida: draft.gravida,
    para: draft.para,
    heightCm: draft.heightCm,
    weightBeforeKg: draft.weightBeforeKg,
    fetuses: draft.fetuses,
    riskCodes: draft.riskCodes,
    riskNote: filled(draft.riskNote),
    birthPlan: hasPlan
      ? {
          place: filled(plan.place),
          transport: filled(plan.transport),
          companion: filled(plan.companion),
          bloodDonor: filled(plan.bloodDonor),
        }
      : null,
    note: filled(draft.note),
  }
}

function scanOf({ scanOn, scanAge }: PregnancyDraft): PregnancyFields['scan'] {
  return scanOn && scanAge ? { on: scanOn, ...scanAge } : null
}

export function filled(typed: string): string | null {
  return typed.trim() || null
}

/** Two-digit years of a due date lie ahead. */
export function aYearAhead(today: CalendarDay): CalendarDay {
  return addDays(today, 366)
}
