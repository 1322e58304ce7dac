import type { CalendarDay, Instant } from '../calendar/calendar-day'

/** How far a severe case has come: being filled in, reported to both authorities, looked into, settled. */
export const caseStates = ['draft', 'reported', 'investigated', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** Who must hear of a severe case within 24 hours: Sở Y tế and the provincial CDC (13/2026 Art. 12(3)(5), 15(5)a). */
export const reportAddressees = ['health-department', 'provincial-cdc'] as const
export type ReportAddressee = (typeof reportAddressees)[number]

/** One report that was made, with what was still missing then. */
export type CaseReport = {
  readonly at: Instant
  readonly by: 'phone' | 'paper' | 'system' | 'message'
  /** Who took the report there, or its number. */
  readonly takenBy: string | null
  readonly byUserId: string
  readonly byName: string
  readonly missing: readonly string[]
}

/** Values of the form by field: text, `YYYY-MM-DD`, an instant, a choice, or choices joined by commas. */
export type Facts = Readonly<Record<string, string>>

/** A severe event after vaccination, opened with its reaction. Never voided: corrected with a reason. Decision 0022. */
export type AefiCase = {
  readonly personId: string
  readonly reactionId: string
  readonly visitId: string | null
  readonly doseIds: readonly string[]
  readonly caseNumber: string
  /** What was settled by work; 'reported' follows from the two reports, see `stateOf`. */
  readonly step: 'open' | 'investigated' | 'closed'
  /** From when the 24 hours count: when this point came to know of it. */
  readonly knownAt: Instant
  /** The day of the session in which the doses were given. */
  readonly sessionOn: CalendarDay | null
  readonly facts: Facts
  /** Values that each dose has of its own, by dose. */
  readonly doseFacts: Readonly<Record<string, Facts>>
  /** The reports each have a field, so that two PCs that note one each lose none. */
  readonly toldHealthDepartment: CaseReport | null
  readonly toldProvincialCdc: CaseReport | null
  /** Lots that were suspended because of this case, and whether the session was stopped. */
  readonly suspendedLotIds: readonly string[]
  readonly stoppedSession: boolean
  readonly openedByUserId: string
  readonly openedByName: string
}

/** Hours within which a severe event is reported: Thông tư 13/2026 Art. 12(3)(5), 15(5)a. */
export const reportWithinHours = 24

const hourMs = 3_600_000

/** How long is left to report. */
export type ReportClock = {
  readonly dueAtMs: number
  readonly leftMs: number
  readonly isOverdue: boolean
  /** Who has not been told yet; empty: the clock has stopped. */
  readonly waiting: readonly ReportAddressee[]
}

type Told = Pick<AefiCase, 'toldHealthDepartment' | 'toldProvincialCdc'>

/** The field in which the report to an addressee lies. */
export const reportField = {
  'health-department': 'toldHealthDepartment',
  'provincial-cdc': 'toldProvincialCdc',
} as const satisfies Record<ReportAddressee, keyof AefiCase>

/** Who has not been told yet. */
export function waitingFor(of: Told): readonly ReportAddressee[] {
  return reportAddressees.filter(to => of[reportField[to]] === null)
}

/** The clock of a case at a moment. It stops when both have been told, never before. */
export function reportClock(of: Pick<AefiCase, 'knownAt'> & Told, nowMs: number): ReportClock {
  const dueAtMs = Date.parse(of.knownAt) + reportWithinHours * hourMs
  return { dueAtMs, leftMs: dueAtMs - nowMs, isOverdue: nowMs > dueAtMs, waiting: waitingFor(of) }
}

/** How far a case has come. A draft is reported when both have been told. */
export function stateOf(of: Pick<AefiCase, 'step'> & Told): CaseState {
  if (of.step !== 'open') return of.step
  return waitingFor(of).length === 0 ? 'reported' : 'draft'
}

export type CaseRefusal =
  | { readonly code: 'aefi.wrong-state'; readonly state: CaseState }
  | { readonly code: 'aefi.incomplete'; readonly missing: number }
  | { readonly code: 'aefi.cause-missing' }
  | { readonly code: 'aefi.outcome-open' }

/** What must have been reached before. */
const before: Readonly<Record<'investigated' | 'closed', CaseState>> = {
  investigated: 'reported',
  closed: 'investigated',
}

/**
 * Every reason why a case cannot go on. A report is never kept back by what is missing (the law gives 24 hours), the
 * end of a case is: investigated needs a cause, closed every critical value and an outcome that is one.
 */
export function stepRefusals(
  of: Pick<AefiCase, 'step' | 'facts'> & Told,
  next: 'investigated' | 'closed',
  missingCritical: number,
): readonly CaseRefusal[] {
  const refusals: CaseRefusal[] = []
  const state = stateOf(of)
  if (state !== before[next]) refusals.push({ code: 'aefi.wrong-state', state })
  if (!of.facts['cause-class']) refusals.push({ code: 'aefi.cause-missing' })
  if (next === 'investigated') return refusals
  if (missingCritical > 0) refusals.push({ code: 'aefi.incomplete', missing: missingCritical })
  const { outcome } = of.facts
  if (outcome === undefined || openOutcomes.includes(outcome)) refusals.push({ code: 'aefi.outcome-open' })
  return refusals
}

/** Outcomes of the form that still wait for an end. */
const openOutcomes: readonly string[] = ['recovering', 'not-recovered', 'unknown']
