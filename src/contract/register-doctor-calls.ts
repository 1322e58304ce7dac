import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import {
  type Finding,
  type FindingCode,
  type FindingKind,
  type FindingSeverity,
  findingKinds,
} from '../domain/register-doctor/finding'
import { defineCall, typed } from './call'
import type { JobView } from './job-calls'
import type { PersonHit } from './person-calls'
import { id, reason } from './values'

/*
 * What cannot be right in the register: found over everybody by the job `register.check`, kept on this PC, made anew for
 * whoever is written about. Decision 0044.
 */

const key = z.string().min(1).max(4_000)
const code = z.custom<FindingCode>(value => typeof value === 'string' && value.length < 60)

export type DoctorSummary = {
  /** Open findings of each check that has any. */
  readonly counts: readonly {
    readonly kind: FindingKind
    readonly severity: FindingSeverity
    readonly code: FindingCode
    readonly findings: number
  }[]
  /** Open pairs that may be one person, which have a screen of their own. */
  readonly duplicates: number
  /** How often somebody said "it is right". */
  readonly decided: number
  readonly lastSearch: { readonly at: Instant; readonly persons: number } | null
  readonly job: JobView | null
}

/** How many findings are open, of which kind, and when everybody was last looked at. */
export const summarizeFindings = defineCall({
  name: 'register-doctor.summarize',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<DoctorSummary>(),
  errors: [],
})

export type FindingView = {
  readonly key: string
  readonly finding: Finding
  readonly hit: PersonHit
  /** The others it is about, as far as they stand for themselves. */
  readonly others: readonly PersonHit[]
  /** Short names of the products its facts name, by code. */
  readonly vaccineNames: Readonly<Record<string, string>>
}
export type FindingPage = { readonly total: number; readonly findings: readonly FindingView[] }

/** One page of open findings of a kind; what cannot be so first. */
export const listFindings = defineCall({
  name: 'register-doctor.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    kind: z.enum(findingKinds),
    code: code.nullable(),
    offset: z.int().min(0),
    limit: z.int().min(1).max(200),
  }),
  response: typed<FindingPage>(),
  errors: [],
})

/** Says that something found is right, and why: it is not shown again while its facts are the same. */
export const acceptFinding = defineCall({
  name: 'register-doctor.accept',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ key, reason }),
  response: z.strictObject({ decisionId: id }),
  errors: ['finding.not-found', 'finding.already-decided', 'reason.missing'],
})

/** Takes "it is right" back: the finding is open again. */
export const reopenFinding = defineCall({
  name: 'register-doctor.reopen',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ decisionId: id, reason }),
  response: z.strictObject({}),
  errors: ['finding.decision-not-found', 'reason.missing'],
})

export type DecidedFinding = {
  readonly decisionId: string
  readonly code: FindingCode
  readonly hit: PersonHit
  readonly reason: string
  readonly byName: string
  readonly at: Instant
}

/** What somebody said to be right, newest first. */
export const listDecidedFindings = defineCall({
  name: 'register-doctor.list-decided',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
  response: typed<{ readonly total: number; readonly decided: readonly DecidedFinding[] }>(),
  errors: [],
})

/** Exchanges the personal numbers of two records, both checked as by a correction, in one transaction. */
export const swapNumbers = defineCall({
  name: 'register-doctor.swap-numbers',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'head', 'admin'],
  request: z.strictObject({ oneId: id, otherId: id, reason }),
  response: z.strictObject({}),
  errors: ['person.not-found', 'finding.nothing-to-swap', 'person.id-taken', 'reason.missing'],
})
