import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { BirthDoseClock, BirthDoseWait } from '../domain/immunization/birth-dose-hours'
import type { Dose } from '../domain/immunization/dose'
import { notGivenStates } from '../domain/immunization/not-given'
import type { Vaccine } from '../domain/immunization/vaccine'
import type { DoseWarning, ImmunizationChart } from '../domain/schedule/chart-types'
import { defineCall, typed } from './call'
import type { Problem } from './errors'
import { arrival } from './scan-calls'
import {
  calendarDay,
  dateAccuracy,
  id,
  line,
  override,
  programme,
  reason,
  route,
  site,
  volumeMl,
} from './values'

/** A dose as stored, with what the screens show beside it. */
export type DoseView = Dose & {
  readonly doseId: string
  readonly vaccineName: string
  readonly voided: boolean
  readonly versions: number
  /** How long after birth the hepatitis B birth dose was given; null or absent for any other dose. */
  readonly birthDose?: BirthDoseClock | null
}

/** What is due and why, every dose judged, as of one day. */
export const getChart = defineCall({
  name: 'immunization.get-chart',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id, on: calendarDay.nullable() }),
  response: typed<{
    readonly chart: ImmunizationChart
    readonly doses: readonly DoseView[]
    /** The due dose whose hours since birth count, if there is one. */
    readonly birthDose: (BirthDoseWait & { readonly dueId: string }) | null
  }>(),
  errors: ['person.not-found'],
})

/** What one line of a list says about somebody's doses. */
export type DueSummary = {
  readonly personId: string
  readonly dueLabels: readonly string[]
  readonly overdueLabels: readonly string[]
  readonly nextOn: CalendarDay | null
  readonly nextLabels: readonly string[]
}

export const summarizeDue = defineCall({
  name: 'immunization.summarize-due',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personIds: z.array(id).max(100) }),
  response: typed<readonly DueSummary[]>(),
  errors: [],
})

export const listVaccines = defineCall({
  name: 'vaccine.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<readonly Vaccine[]>(),
  errors: [],
})

/** Doses copied from a card, many at once. */
export const recordHistoricalDoses = defineCall({
  name: 'dose.record-historical',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    personId: id,
    doses: z
      .array(
        z.strictObject({
          vaccineCode: z.string().max(60),
          givenOn: calendarDay,
          givenOnAccuracy: dateAccuracy.optional(),
          /** What the card says it was given in; 'epi' when it says nothing. */
          programme: programme.optional(),
          statedNumber: z.int().min(1).max(20).nullable(),
          lotNumber: line(40).nullable(),
          placeName: line().nullable(),
        }),
      )
      .min(1)
      .max(60),
  }),
  response: z.strictObject({ doseIds: z.array(id) }),
  errors: [
    'person.not-found',
    'dose.after-death',
    'dose.before-birth',
    'dose.in-future',
    'dose.duplicate-same-day',
    'dose.unknown-vaccine',
  ],
})

const plannedDose = z.strictObject({
  vaccineCode: z.string().max(60),
  lotId: id,
  /** The open vial it is drawn from. Left out: the lot's open vial, or a new one where the lot comes in multi-dose vials. */
  vialId: id.nullable().optional(),
  site: site.nullable(),
  route,
  /** Null where the leaflet counts drops. */
  volumeMl: volumeMl.nullable(),
  programme,
  /** Warnings the user chose to pass, each with a reason. */
  overrides: z.array(override).max(10),
  note: line(500).nullable(),
  /** The label of the vial as it was scanned; absent or null where the lot was chosen by eye. */
  scan: arrival.nullable().optional(),
})
export type PlannedDoseRequest = z.output<typeof plannedDose>

/** Refusals stop a dose; a warning is passed by an override with its code and a reason. */
export type PlannedDoseCheck = {
  readonly refusals: readonly Problem[]
  readonly warnings: readonly DoseWarning[]
}

/** What stands against planned doses, before anything is saved. Warnings may be passed with a reason. */
export const checkDoses = defineCall({
  name: 'dose.check',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ visitId: id, doses: z.array(plannedDose).max(8) }),
  response: typed<readonly PlannedDoseCheck[]>(),
  errors: ['visit.not-found'],
})

/** A due dose that is not given this time, and why. */
const doseNotGiven = z.strictObject({
  dueId: z.string().max(200),
  state: z.enum(notGivenStates),
  reason: line(500),
  until: calendarDay.nullable(),
})
export type DoseNotGiven = z.output<typeof doseNotGiven>

/**
 * Records a visit at the injection: doses, stock, what was due and not given, and the move on, in one transaction. Once
 * `notGiven` is there, every due dose must be in the one list or the other. Without a dose the visit ends.
 */
export const recordDoses = defineCall({
  name: 'dose.record',
  kind: 'write',
  servedBy: 'engine',
  audience: ['vaccinator', 'screener', 'head', 'admin'],
  request: z
    .strictObject({
      visitId: id,
      doses: z.array(plannedDose).max(8),
      notGiven: z.array(doseNotGiven).max(20).optional(),
    })
    .refine(({ doses, notGiven }) => doses.length + (notGiven?.length ?? 0) > 0, {
      message: 'nothing to record',
      path: ['doses'],
    }),
  response: z.strictObject({ doseIds: z.array(id) }),
  errors: [
    'visit.not-found',
    'visit.wrong-stage',
    'session.stopped',
    'session.closed',
    'identity.not-confirmed',
    'identity.other-since',
    'vial.damaged',
    'vial.foreign-label',
    'vial.no-lot',
    'vial.not-here',
    'vial.several',
    'vial.expiry-differs',
    'vial.product-differs',
    'vial.other-lot',
    'dose.held-back',
    'dose.wrong-route',
    'lot.breach-undecided',
    'not-given.no-reason',
    'not-given.no-date',
    'not-given.date-not-ahead',
    'not-given.date-not-wanted',
    'not-given.missing',
    'not-given.not-due',
    'dose.after-death',
    'dose.not-screened',
    'dose.not-eligible',
    'dose.before-birth',
    'dose.duplicate-same-day',
    'dose.in-future',
    'dose.not-valid',
    'dose.not-needed',
    'dose.not-due',
    'dose.contraindicated',
    'dose.not-in-schedule',
    'dose.conflicts-with-later',
    'dose.other-volume',
    'dose.unknown-vaccine',
    'lot.not-found',
    'lot.expired',
    'lot.suspended',
    'lot.quarantined',
    'lot.empty',
    'lot.wrong-vaccine',
    'vial.not-found',
    'vial.wrong-lot',
    'vial.closed',
    'vial.empty',
    'vial.over-hours',
    'vial.vvm-discarded',
    'reason.missing',
  ],
})

/** Corrects fields of a dose with a reason; the old version stays readable. */
export const correctDose = defineCall({
  name: 'dose.correct',
  kind: 'write',
  servedBy: 'engine',
  audience: ['screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    doseId: id,
    changes: z
      .strictObject({
        vaccineCode: z.string().max(60),
        givenOn: calendarDay,
        givenOnAccuracy: dateAccuracy,
        programme,
        lotId: id.nullable(),
        lotNumber: line(40).nullable(),
        site: site.nullable(),
        route: route.nullable(),
        volumeMl: volumeMl.nullable(),
        placeName: line().nullable(),
        statedNumber: z.int().min(1).max(20).nullable(),
        note: line(500).nullable(),
      })
      .partial(),
    reason,
  }),
  response: z.strictObject({}),
  errors: [
    'dose.not-found',
    'dose.already-voided',
    'dose.recorded-elsewhere',
    'dose.after-death',
    'dose.before-birth',
    'dose.in-future',
    'dose.duplicate-same-day',
    'dose.unknown-vaccine',
    'lot.not-found',
    'lot.wrong-vaccine',
    'lot.expired',
    'lot.empty',
    'lot.suspended',
    'lot.quarantined',
    'reason.missing',
  ],
})

/** Says that a dose was entered in error. It stays readable and counts for nothing. */
export const voidDose = defineCall({
  name: 'dose.void',
  kind: 'write',
  servedBy: 'engine',
  audience: ['screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ doseId: id, reason }),
  response: z.strictObject({}),
  errors: ['dose.not-found', 'dose.already-voided', 'dose.recorded-elsewhere', 'reason.missing'],
})
