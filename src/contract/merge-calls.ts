import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { Dose } from '../domain/immunization/dose'
import type { MergeWarningCode } from '../domain/person/merge-check'
import { type MergePart, mergeParts } from '../domain/person/merge-record'
import type { Person } from '../domain/person/person'
import { defineCall, typed } from './call'
import { id, override, reason } from './values'

/** Who may join two records and part them again: whoever answers for the register. */
const mergers = ['head', 'admin'] as const

/** One of two records under review, with what speaks for it. */
export type ReviewedRecord = {
  readonly personId: string
  readonly person: Person
  readonly displayName: string
  readonly personCode: string | null
  readonly addressLine: string | null
  readonly registeredAt: Instant
  /** Clinical records by kind; voided ones are not counted. */
  readonly doses: number
  readonly visits: number
}

/** A dose of either record; `twin` names the dose of the other record that says the same. */
export type ReviewedDose = Pick<
  Dose,
  'vaccineCode' | 'givenOn' | 'givenOnAccuracy' | 'kind' | 'lotNumber' | 'placeName'
> & {
  readonly doseId: string
  readonly side: 'left' | 'right'
  readonly vaccineName: string
  readonly twinDoseId: string | null
}

export type MergeReview = {
  readonly left: ReviewedRecord
  readonly right: ReviewedRecord
  /** Which record is proposed to stay, and which parts of the other it would take, for either choice. */
  readonly survivor: 'left' | 'right'
  readonly proposedParts: { readonly left: readonly MergePart[]; readonly right: readonly MergePart[] }
  readonly differing: readonly MergePart[]
  /** Oldest first, both records together. */
  readonly doses: readonly ReviewedDose[]
  /** What must be answered with a reason before a merge. */
  readonly warnings: readonly MergeWarningCode[]
  /** Decisions that these are two people, still in force. */
  readonly decisions: readonly DecisionView[]
}

/** Two records side by side, with everything a decision needs. */
export const reviewMerge = defineCall({
  name: 'person.review-merge',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ leftId: id, rightId: id }),
  response: typed<MergeReview>(),
  errors: ['person.not-found', 'merge.same-record', 'merge.already-merged', 'merge.voided-record'],
})

/**
 * Ties two records of one person together: nothing clinical is touched, the survivor takes the parts named in `take` from
 * the absorbed record, and every code of both leads to the survivor.
 */
export const mergePersons = defineCall({
  name: 'person.merge',
  kind: 'write',
  servedBy: 'engine',
  audience: mergers,
  request: z.strictObject({
    survivorId: id,
    absorbedId: id,
    take: z.array(z.enum(mergeParts as readonly [MergePart, ...MergePart[]])).max(mergeParts.length),
    overrides: z.array(override).max(10),
    reason,
  }),
  response: z.strictObject({ mergeId: id }),
  errors: [
    'person.not-found',
    'merge.same-record',
    'merge.already-merged',
    'merge.voided-record',
    'merge.visit-open',
    'merge.two-identities',
    'merge.twins',
    'merge.different-sex',
    'merge.decided-different',
    'person.birth-after-dose',
    'person.identifier-twice',
    'person.id-taken',
    'person.no-name',
    'reason.missing',
  ],
})

/** Takes a merge back: both records are as they were; what was written since stays where it was written. */
export const undoMerge = defineCall({
  name: 'person.undo-merge',
  kind: 'write',
  servedBy: 'engine',
  audience: mergers,
  request: z.strictObject({ mergeId: id, reason }),
  /** Parts that somebody changed since the merge; they stay as they are. */
  response: z.strictObject({ kept: z.array(z.string()).readonly() }),
  errors: [
    'merge.not-found',
    'merge.already-undone',
    'merge.later-merge',
    'merge.visit-open',
    'reason.missing',
  ],
})

export type MergedName = {
  readonly personId: string
  readonly displayName: string
  readonly personCode: string | null
  readonly birthDate: CalendarDay | null
}

export type MergeView = {
  readonly mergeId: string
  readonly at: Instant
  readonly byName: string
  readonly reason: string
  readonly overrides: readonly { readonly code: string; readonly reason: string }[]
  readonly survivor: MergedName
  readonly absorbed: MergedName
  /** `no-effect`: another station's merge of the same record came first, or the survivor was removed. */
  readonly state: 'in-effect' | 'undone' | 'no-effect'
  readonly undone: { readonly at: Instant; readonly byName: string | null; readonly reason: string } | null
  readonly changedParts: readonly string[]
  /** Parts that an undo would leave, because they were changed since. */
  readonly keptParts: readonly string[]
  /** Records written under the survivor since: an undo leaves them there. */
  readonly recordsSince: number
  /** A merge that builds upon this one and has to be undone before. */
  readonly laterMergeId: string | null
}

/** Merges, newest first: all of the register, or those a person was ever part of. */
export const listMerges = defineCall({
  name: 'person.list-merges',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    personId: id.nullable(),
    offset: z.int().min(0),
    limit: z.int().min(1).max(200),
  }),
  response: typed<{ readonly total: number; readonly merges: readonly MergeView[] }>(),
  errors: [],
})

export type DecisionView = {
  readonly decisionId: string
  readonly left: MergedName
  readonly right: MergedName
  readonly at: Instant
  readonly byName: string
  readonly reason: string
}

/** Remembers that two records are two people. */
export const dismissDuplicate = defineCall({
  name: 'duplicate.dismiss',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'head', 'admin'],
  request: z.strictObject({ leftId: id, rightId: id, reason }),
  response: z.strictObject({ decisionId: id }),
  errors: [
    'person.not-found',
    'merge.same-record',
    'merge.already-merged',
    'merge.voided-record',
    'duplicate.already-dismissed',
    'reason.missing',
  ],
})

/** Withdraws the decision: the pair may be offered again. */
export const undoDismiss = defineCall({
  name: 'duplicate.undo-dismiss',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'head', 'admin'],
  request: z.strictObject({ decisionId: id, reason }),
  response: z.strictObject({}),
  errors: ['duplicate.decision-not-found', 'reason.missing'],
})

/** Decisions in force, newest first. */
export const listDismissed = defineCall({
  name: 'duplicate.list-dismissed',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
  response: typed<{ readonly total: number; readonly decisions: readonly DecisionView[] }>(),
  errors: [],
})

/** Removes somebody registered by mistake. Refused once anything clinical or a merge is written about them. */
export const voidPerson = defineCall({
  name: 'person.void',
  kind: 'write',
  servedBy: 'engine',
  audience: mergers,
  request: z.strictObject({ personId: id, reason }),
  response: z.strictObject({}),
  errors: ['person.not-found', 'person.has-records', 'merge.already-merged', 'reason.missing'],
})
