import { z } from 'zod'
import type { AnaphylaxisCard } from '../domain/aefi/adrenaline'
import {
  type AefiCase,
  type CaseState,
  type ReportAddressee,
  reportAddressees,
} from '../domain/aefi/aefi-case'
import type { CaseForm, MissingFact } from '../domain/aefi/case-form'
import type { KitCheck, KitState } from '../domain/aefi/emergency-kit'
import type { ExpectedReaction } from '../domain/aefi/expected-reactions'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { Reaction } from '../domain/session/visit'
import { defineCall, typed } from './call'
import { calendarDay, filledLine, id, instant, line } from './values'

const doctors = ['screener', 'head', 'admin'] as const
const staff = ['receptionist', 'screener', 'vaccinator', 'head', 'admin'] as const

/** A reaction that nobody of the point saw: noticed at home, told later. A severe one opens its case in the same write. */
export const recordLateReaction = defineCall({
  name: 'reaction.record-late',
  kind: 'write',
  servedBy: 'engine',
  audience: staff,
  request: z.strictObject({
    personId: id,
    /** The doses it followed; null: those of the last day before it. */
    doseIds: z.array(id).min(1).max(20).nullable(),
    onsetOn: calendarDay,
    reportedBy: filledLine(200),
    kind: z.enum(['common', 'severe', 'other']),
    signs: z.array(filledLine(100)).min(1).max(20),
    temperatureC: z.number().min(30).max(45).nullable(),
    treatment: line(500).nullable(),
    outcome: z.enum(['observing', 'recovered', 'referred', 'sequelae', 'died']),
    note: line(1000).nullable(),
  }),
  response: z.strictObject({ reactionId: id, caseId: id.nullable() }),
  errors: [
    'person.not-found',
    'reaction.no-dose',
    'reaction.onset-in-future',
    'reaction.onset-before-dose',
    'dose.not-found',
  ],
})

/** Doses a reaction may follow, and what is expected after their vaccines. */
export type ReactionDose = {
  readonly doseId: string
  readonly vaccineName: string
  readonly lotNumber: string | null
  readonly givenOn: CalendarDay
  readonly expected: readonly ExpectedReaction[]
}

export const listReactionDoses = defineCall({
  name: 'reaction.list-doses',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id, visitId: id.nullable() }),
  response: typed<{ readonly source: string; readonly doses: readonly ReactionDose[] }>(),
  errors: ['person.not-found'],
})

/** A severe case as a line of the list and as a chip on every screen. */
export type CaseLine = {
  readonly caseId: string
  readonly personId: string
  readonly displayName: string
  readonly birthDate: CalendarDay
  readonly caseNumber: string
  readonly state: CaseState
  readonly knownAt: Instant
  readonly dueAt: Instant
  readonly waiting: readonly ReportAddressee[]
  readonly signs: readonly string[]
  readonly missingCritical: number
}

export const listCases = defineCall({
  name: 'aefi.list-cases',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
  response: typed<{ readonly now: Instant; readonly total: number; readonly lines: readonly CaseLine[] }>(),
  errors: [],
})

/** Cases that somebody must still be told of, the oldest first. */
export const listReportClocks = defineCall({
  name: 'aefi.list-clocks',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<{ readonly now: Instant; readonly lines: readonly CaseLine[] }>(),
  errors: [],
})

export type CaseView = AefiCase & {
  readonly caseId: string
  readonly displayName: string
  readonly birthDate: CalendarDay
  readonly personCode: string | null
  readonly now: Instant
  readonly state: CaseState
  readonly dueAt: Instant
  readonly waiting: readonly ReportAddressee[]
  readonly missing: readonly MissingFact[]
  readonly reactions: readonly (Reaction & { readonly reactionId: string })[]
  readonly doses: readonly {
    readonly doseId: string
    readonly vaccineName: string
    readonly lotId: string | null
    readonly lotNumber: string | null
    readonly givenOn: CalendarDay
    readonly voided: boolean
  }[]
  readonly lots: readonly {
    readonly lotId: string
    readonly number: string
    readonly vaccineName: string
    readonly status: string
    readonly wasSuspendedHere: boolean
  }[]
  readonly beside: { readonly doses: number; readonly persons: number }
  /** What happened to the case, newest first. */
  readonly history: readonly {
    readonly at: Instant
    readonly byName: string | null
    readonly verb: string
    readonly fields: readonly string[]
    readonly reason: string | null
  }[]
}

export const getCase = defineCall({
  name: 'aefi.get-case',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ caseId: id }),
  response: typed<{ readonly view: CaseView; readonly form: CaseForm }>(),
  errors: ['aefi.not-found'],
})

const facts = z.record(
  z.string().max(60),
  z
    .string()
    .max(4000)
    .transform(text => text.normalize('NFC').trim()),
)

/** Fills in values of the form. Once a case was reported, changing one needs a reason. */
export const saveCaseFacts = defineCall({
  name: 'aefi.save-facts',
  kind: 'write',
  servedBy: 'engine',
  audience: ['screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    caseId: id,
    facts,
    doseFacts: z.record(id, facts),
    reason: line(500).nullable(),
  }),
  response: z.strictObject({ missingCritical: z.int() }),
  errors: ['aefi.not-found', 'aefi.bad-fact', 'reason.missing'],
})

/** Notes that one of the two authorities was told. It is never refused for what is missing: the law gives 24 hours. */
export const noteCaseReport = defineCall({
  name: 'aefi.note-report',
  kind: 'write',
  servedBy: 'engine',
  audience: ['screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    caseId: id,
    to: z.enum(reportAddressees),
    /** Null: now. */
    at: instant.nullable(),
    by: z.enum(['phone', 'paper', 'system', 'message']),
    takenBy: line(200).nullable(),
  }),
  response: z.strictObject({ waiting: z.array(z.enum(reportAddressees)) }),
  errors: ['aefi.not-found', 'aefi.already-reported', 'aefi.report-in-future'],
})

/** The case was looked into, or is settled. */
export const advanceCase = defineCall({
  name: 'aefi.advance',
  kind: 'write',
  servedBy: 'engine',
  audience: doctors,
  request: z.strictObject({ caseId: id, to: z.enum(['investigated', 'closed']) }),
  response: z.strictObject({}),
  errors: [
    'aefi.not-found',
    'aefi.wrong-state',
    'aefi.cause-missing',
    'aefi.incomplete',
    'aefi.outcome-open',
  ],
})

export type KitLine = {
  readonly itemCode: string
  readonly check: KitCheck | null
  readonly state: KitState
}

/** The card of anaphylaxis and how the box stands. Anybody may read it, also before signing in. */
export const getEmergencyCard = defineCall({
  name: 'aefi.get-emergency-card',
  kind: 'read',
  servedBy: 'engine',
  audience: 'anyone',
  request: z.strictObject({}),
  response: typed<{
    readonly now: Instant
    readonly today: CalendarDay
    readonly card: AnaphylaxisCard
    readonly kit: readonly KitLine[]
  }>(),
  errors: [],
})

/** Notes what somebody found in the emergency box. */
export const checkKit = defineCall({
  name: 'aefi.check-kit',
  kind: 'write',
  servedBy: 'engine',
  audience: ['screener', 'vaccinator', 'store-keeper', 'head', 'admin'],
  request: z.strictObject({
    items: z
      .array(
        z.strictObject({
          itemCode: z.string().max(60),
          count: z.int().min(0).max(1000),
          expiresOn: calendarDay.nullable(),
          lotNumber: line(40).nullable(),
        }),
      )
      .min(1)
      .max(50),
  }),
  response: z.strictObject({}),
  errors: ['kit.unknown-item'],
})
