import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { TestState, VisitSlot } from '../domain/maternal/antenatal-schedule'
import type { AntenatalVisit } from '../domain/maternal/antenatal-visit'
import type { Dating, Gestation } from '../domain/maternal/dating'
import type { Handbook } from '../domain/maternal/handbook'
import type { NewbornPlan } from '../domain/maternal/newborn-plan'
import type { Pregnancy } from '../domain/maternal/pregnancy'
import type { FoundRisk } from '../domain/maternal/pregnancy-risks'
import type { YellowCell } from '../domain/maternal/visit-boxes'
import type { Protection } from '../domain/schedule/protected-at-birth'
import type { LocalText } from '../domain/schedule/schedule-types'

/** A visit with what follows from the pregnancy it belongs to. */
export type AntenatalVisitView = AntenatalVisit & {
  readonly visitId: string
  /** 1 for the first, in the order of days. */
  readonly number: number
  readonly gestation: Gestation | null
  /** Kilograms since before the pregnancy, or since the first weight; null without one. */
  readonly gainKg: number | null
  /** Cells the handbook would print yellow. */
  readonly yellow: readonly YellowCell[]
  readonly versions: number
}

/** What stands between a mother and tetanus: her doses, the next one, and whether her child would be protected. */
export type TetanusState = {
  readonly doses: readonly CalendarDay[]
  /** Judged for a birth on the due date (or the day of birth); null without one, or where nothing is known of her doses. */
  readonly protection: Protection | null
  readonly next: {
    readonly label: LocalText
    readonly on: CalendarDay | null
    readonly isDue: boolean
  } | null
}

export type HandbookView = Handbook & { readonly handbookId: string }

/** A pregnancy as it stands on the day of the point. */
export type PregnancyView = Pregnancy & {
  readonly pregnancyId: string
  readonly dating: Dating | null
  /** Today, or on the day it ended. */
  readonly gestation: Gestation | null
  readonly trimester: 1 | 2 | 3 | null
  /** More than 44 weeks and still going: has she given birth? */
  readonly isAskedAbout: boolean
  readonly bmiBefore: number | null
  readonly schedules: readonly { readonly code: string; readonly slots: readonly VisitSlot[] }[]
  readonly tests: readonly TestState[]
  readonly risks: readonly FoundRisk[]
  readonly visits: readonly AntenatalVisitView[]
  readonly tetanus: TetanusState
  readonly newbornPlan: NewbornPlan
  readonly handbooks: readonly HandbookView[]
  readonly nextAppointmentOn: CalendarDay | null
  readonly birthIds: readonly string[]
}
