import { afterErrorCodes } from './after-error-codes'
import { arrivalErrorCodes } from './arrival-error-codes'
import { birthErrorCodes } from './birth-error-codes'
import { certificateErrorCodes } from './certificate-error-codes'
import { childErrorCodes } from './child-error-codes'
import { coldChainErrorCodes } from './cold-chain-error-codes'
import { courierErrorCodes } from './courier-error-codes'
import { difficultyErrorCodes } from './difficulty-error-codes'
import { householdErrorCodes } from './household-error-codes'
import { injectionErrorCodes } from './injection-error-codes'
import { linkErrorCodes } from './link-error-codes'
import { planErrorCodes } from './plan-error-codes'
import { pregnancyErrorCodes } from './pregnancy-error-codes'
import { registerDoctorErrorCodes } from './register-doctor-error-codes'
import { reportErrorCodes } from './report-error-codes'
import { scheduleFileErrorCodes } from './schedule-file-error-codes'
import { screeningErrorCodes } from './screening-error-codes'
import { templateErrorCodes } from './template-error-codes'

/**
 * Every trouble a user can meet. The renderer's text catalogs hold the sentence, `docs/errors.md` the advice;
 * a test compares the three in both directions.
 */
export const errorCodes = [
  // the bridge between the window and the machine
  'contract.bad-request',
  'contract.unknown-call',
  'contract.untrusted-sender',
  'engine.unreachable',
  'engine.internal',
  // work beside the engine
  'job.not-found',
  'job.failed',
  'user.not-signed-in',
  'user.not-allowed',
  'user.wrong-pin',
  'user.locked-out',
  'user.weak-pin',
  'user.name-taken',
  // setting up
  'point.already-set-up',
  'unit.unknown',
  // the database
  'database.newer-schema',
  'database.wrong-kind',
  'database.damaged',
  'database.locked',
  'database.full',
  'database.read-only',
  // people
  'person.not-found',
  'person.no-name',
  'person.birth-in-future',
  'person.birth-too-early',
  'person.birth-after-dose',
  'person.bad-national-id',
  'person.bad-old-national-id',
  'person.bad-health-insurance',
  'person.bad-niis-code',
  'person.bad-phone',
  'person.bad-address',
  'person.bad-birth-time',
  'person.bad-passport',
  'person.bad-person-code',
  'person.bad-birth-certificate',
  'person.identifier-twice',
  'person.id-of-relative',
  'person.name-odd',
  'person.kind-mismatch',
  'person.birth-weight-odd',
  'person.gestation-odd',
  'person.relative-too-young',
  'person.id-taken',
  'person.id-mismatch',
  'person.likely-duplicate',
  'person.nothing-changed',
  'person.has-records',
  // two records of one person
  'merge.same-record',
  'merge.already-merged',
  'merge.voided-record',
  'merge.visit-open',
  'merge.two-identities',
  'merge.twins',
  'merge.different-sex',
  'merge.decided-different',
  'merge.not-found',
  'merge.already-undone',
  'merge.later-merge',
  'duplicate.already-dismissed',
  'duplicate.decision-not-found',
  'reason.missing',
  // doses
  'dose.not-found',
  'dose.before-birth',
  'dose.in-future',
  'dose.duplicate-same-day',
  'dose.unknown-vaccine',
  'dose.not-valid',
  'dose.not-needed',
  'dose.not-due',
  'dose.contraindicated',
  'dose.not-in-schedule',
  'dose.conflicts-with-later',
  'dose.other-volume',
  'dose.not-screened',
  'dose.not-eligible',
  'dose.already-voided',
  // stock
  'lot.not-found',
  'lot.expired',
  'lot.suspended',
  'lot.quarantined',
  'lot.empty',
  'lot.wrong-vaccine',
  'lot.number-taken',
  'lot.bad-quantity',
  'stock.unknown-reason',
  'stock.no-such-way',
  'stock.not-enough',
  'stock.bad-level',
  'movement.not-found',
  'movement.already-reversed',
  'movement.not-reversible',
  'vial.not-found',
  'vial.closed',
  'vial.empty',
  'vial.over-hours',
  'vial.vvm-discarded',
  'vial.wrong-lot',
  'vial.not-untouched',
  'vial.size-unknown',
  // the session
  'visit.not-found',
  'visit.already-open',
  'visit.wrong-stage',
  'visit.observation-not-over',
  'visit.severe-reaction-open',
  'session.stopped',
  'session.closed',
  'session.already-open',
  'session.people-inside',
  'session.no-show-unexplained',
  'session.vial-open',
  'session.lot-unexplained',
  'session.lot-not-counted',
  'session.not-expected',
  'session.in-future',
  'session.may-not-sign',
  'session.signature-old',
  'session.not-closed',
  ...injectionErrorCodes,
  // the link to the province
  ...linkErrorCodes,
  ...planErrorCodes,
  ...coldChainErrorCodes,
  ...certificateErrorCodes,
  ...courierErrorCodes,
  ...afterErrorCodes,
  ...arrivalErrorCodes,
  ...screeningErrorCodes,
  ...childErrorCodes,
  ...reportErrorCodes,
  ...registerDoctorErrorCodes,
  ...difficultyErrorCodes,
  ...householdErrorCodes,
  // printing
  'print.no-printer',
  'print.missing-glyph',
  'print.label-too-small',
  'print.text-too-wide',
  'print.cancelled',
  'print.wrong-printer',
  'print.page-failed',
  'print.no-handbook-visit',
  'print.page-timeout',
  'print.handed-to-system',
  'print.job-unknown',
  'print.job-waiting',
  'print.job-left',
  'print.interrupted',
  'printer.bad-address',
  'printer.bad-language',
  'printer.bad-label-size',
  'printer.not-connected',
  'printer.refused',
  'printer.unreachable',
  'printer.connect-timeout',
  'printer.paper-out',
  'printer.cover-open',
  'printer.in-error',
  'printer.connection-reset',
  'printer.closed-early',
  'printer.no-acknowledgement',
  'printer.acknowledgement-off',
  'printer.stalled',
  'printer.queue-refused',
  'printer.device-failed',
  'printer.unknown',
  'printer.unsupported-here',
  // import
  'import.missing-column',
  'import.bad-encoding',
  'import.empty-file',
  'import.bad-source-code',
  'import.bad-date',
  'import.bad-sex',
  'import.no-name',
  'import.person-conflict',
  'import.unknown-vaccine',
  'import.dose-before-birth',
  'import.dose-in-future',
  'import.birth-in-future',
  'import.duplicate-row',
  'import.bad-phone',
  'import.bad-identifier',
  'import.unknown-place',
  'import.unknown-ethnic-group',
  'import.unknown-programme',
  'import.unreadable',
  'import.has-problems',
  'import.cancelled',
  // scanning
  'scan.garbled',
  'scan.readings-differ',
  'scan.bad-check',
  'scan.contradicts-itself',
  'scan.bad-number',
  'scan.not-here',
  'scan.not-a-code',
  'import.password-protected',
  'import.too-large',
  'import.stale',
  'import.changed-since',
  'import.other-row-refused',
  'import.not-chosen',
  'import.dose-near',
  'import.field-differs',
  // export
  'export.cancelled',
  'export.not-ready',
  'export.not-saved',
  ...pregnancyErrorCodes,
  ...scheduleFileErrorCodes,
  ...templateErrorCodes,
  ...birthErrorCodes,
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Values the sentence needs: dates as YYYY-MM-DD, numbers as numbers. */
export type ProblemParams = Readonly<Record<string, string | number | boolean | null>>

/** One thing that is wrong, and where: `field` is the path in the request ("doses.1.lotId"). */
export type Problem = {
  readonly code: ErrorCode
  readonly field: string | null
  readonly params: ProblemParams
}

/** What a call answers when it cannot be done. All problems come together, so that a form is corrected once. */
export type CallError = {
  readonly code: ErrorCode
  readonly problems: readonly Problem[]
  /** Short number to read out on the telephone, for bugs only. */
  readonly reference: string | null
}

/** Trouble the user can meet, thrown by services and turned into an answer in one place. */
export class Trouble extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems[0]?.code ?? 'engine.internal')
    this.problems = problems
  }
}

/** Throws one problem. */
export function refuse(code: ErrorCode, params: ProblemParams = {}, field: string | null = null): never {
  throw new Trouble([{ code, field, params }])
}

/** Throws all problems together, or nothing when there are none. */
export function refuseAll(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Trouble(problems)
}
