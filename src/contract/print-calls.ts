import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import { languages, largestOffsetMm, type PrinterSettings } from '../domain/document/printer'
import { defineCall, typed } from './call'
import { catchUpWishes } from './catch-up-calls'
import type { ErrorCode } from './errors'
import { cohort, indicatorPlace } from './indicator-filter'
import { reportKey } from './report-values'
import { calendarDay, filledLine, id } from './values'

export const documentKinds = [
  'vaccination-record',
  'vaccination-certificate',
  'appointment-slip',
  'person-label',
  'catch-up-plan',
  'transfer-slip',
  'aefi-case-form',
  'contact-list',
  'session-close',
  'screening-checklist',
  'screening-referral',
  'maternal-referral',
  'session-invitations',
  'stock-sheet',
  'upload-proof',
  'growth-chart',
  'report',
  'indicator-sheet',
  'fee-receipt',
  'queue-ticket',
  'handbook-sticker',
  'certificate-label',
  'vial-label',
  'handbook-visit',
  'handbook-visit-label',
  'mother-child-handbook',
] as const
export type DocumentKind = (typeof documentKinds)[number]

const connection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tcp'), host: filledLine(100), port: z.int().min(1).max(65535) }),
  z.strictObject({ kind: z.literal('queue'), name: filledLine(200) }),
  z.strictObject({ kind: z.literal('device'), path: filledLine(300) }),
  z.strictObject({ kind: z.literal('none') }),
])

const offset = z.number().min(-largestOffsetMm).max(largestOffsetMm)

/** A printer of this station and which papers go to it; see `PrinterSettings` in the domain. */
export const printerFields = z.strictObject({
  name: filledLine(80),
  role: z.enum(['page', 'slip', 'label']),
  language: z.enum([...languages, 'page']),
  connection,
  widthDots: z.union([z.literal(576), z.literal(384)]),
  dpi: z.union([z.literal(203), z.literal(300)]),
  labelMm: z.strictObject({ widthMm: z.number(), heightMm: z.number(), gapMm: z.number() }),
  ackMode: z.enum(['gs-r', 'none']),
  darkness: z.int().min(0).max(15).nullable().default(null),
  speed: z.int().min(1).max(6).nullable().default(null),
  zplGraphics: z.enum(['z64', 'hex']).default('z64'),
  cutter: z.boolean().default(true),
  offsetMm: z.strictObject({ x: offset, y: offset }).default({ x: 0, y: 0 }),
}) satisfies z.ZodType<Omit<PrinterSettings, 'id'>>
export type PrinterFields = z.output<typeof printerFields>
export type PrinterView = PrinterFields & { readonly printerId: string }

export const listPrinters = defineCall({
  name: 'printer.list',
  kind: 'read',
  servedBy: 'main',
  audience: 'anyone',
  request: z.strictObject({}),
  response: typed<{
    readonly printers: readonly PrinterView[]
    /** Queues the operating system offers. */
    readonly queues: readonly { readonly name: string }[]
  }>(),
  errors: [],
})

export const savePrinter = defineCall({
  name: 'printer.save',
  kind: 'write',
  servedBy: 'main',
  audience: 'anyone',
  request: z.strictObject({ printerId: id.nullable(), printer: printerFields }),
  response: z.strictObject({ printerId: id }),
  errors: ['printer.bad-address', 'printer.bad-language', 'printer.bad-label-size'],
})

export const removePrinter = defineCall({
  name: 'printer.remove',
  kind: 'read',
  servedBy: 'main',
  audience: ['admin', 'head', 'receptionist'],
  request: z.strictObject({ printerId: id }),
  response: z.strictObject({}),
  errors: ['print.no-printer'],
})

export type PrintJobView = {
  readonly jobId: string
  readonly kind: DocumentKind | 'test-page'
  readonly title: string
  readonly printerName: string
  readonly state: 'queued' | 'sent' | 'confirmed' | 'unknown' | 'failed'
  readonly errorCode: ErrorCode | null
  readonly createdAt: Instant
  readonly endedAt: Instant | null
  readonly reprintOf: string | null
  readonly printerId: string
  /** The kind of printer the paper belongs on; another of this kind may print it. */
  readonly role: PrinterSettings['role']
  /** True for one that waits though no printer is busy with others: an earlier run of the application left it. */
  readonly leftOver: boolean
}

/** Lists of people that are printed: a recalled lot, those beside a severe case, the calls of the following day. */
export const contactListOf = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('recall'), lotId: id }),
  z.strictObject({ of: z.literal('case'), caseId: id }),
  z.strictObject({ of: z.literal('calls'), on: calendarDay.nullable() }),
])

/** What was paid for single doses. */
export const doseAmounts = z
  .array(z.strictObject({ doseId: id, dong: z.int().min(0).max(1_000_000_000) }))
  .max(20)

/** The cohort and the place of a sheet of indicators. */
export const indicatorsOf = z.strictObject({ cohort, place: indicatorPlace.nullable() })

const documentRequest = z.strictObject({
  kind: z.enum(documentKinds),
  /** Null for a paper that is not about one person. */
  personId: id.nullable(),
  /** Of a `maternal-referral`: the visit before or after birth. */
  visitId: id.nullable(),
  /** For the sheet of a session: which day. For an `upload-proof`: the first day. */
  on: calendarDay.optional(),
  /** The last day of an `upload-proof`; the same as the first without it. */
  until: calendarDay.optional(),
  paper: z.enum(['A4', 'A5']).nullable(),
  bilingual: z.boolean(),
  /** For a catch-up plan: what the user chose on the screen; the usual values without it. */
  catchUp: catchUpWishes.optional(),
  /** The severe case of an `aefi-case-form`. */
  caseId: id.optional(),
  /** The open vial of a `vial-label`. */
  vialId: id.optional(),
  /** For the label of a syringe (`vial-label` of a person): the lot it was drawn from. */
  lotId: id.optional(),
  /** What a `fee-receipt` says each dose cost, in whole đồng; a dose without one has room to write it. */
  amounts: doseAmounts.optional(),
  /** The visit of a `handbook-visit` or its sticker; the person's newest without it. */
  recordId: id.optional(),
  /** Which `report`. */
  report: reportKey.optional(),
  /** Which children an `indicator-sheet` shows. */
  indicators: indicatorsOf.optional(),
  /** Whom a `contact-list` is about. */
  list: contactListOf.optional(),
})
export type DocumentRequest = z.output<typeof documentRequest>

/** More copies than this are a mistake at a desk. */
export const mostCopies = 20

/** Papers of a day, a plan or a screening need what they are about: closed, saved, signed and with its form. */
export const ofPapers = [
  'session.not-closed',
  'plan.not-found',
  'screening.not-signed',
  'screening.no-form',
  'aefi.not-found',
  'lot.not-found',
  'vial.not-found',
  'visit.not-found',
  'certificate.unsigned',
  'print.no-handbook-visit',
  'antenatal.not-found',
  'postnatal.not-found',
  'pregnancy.not-found',
  'report.unknown-form',
  'report.not-counted',
  'report.unknown-cell',
] as const

/** The document as it will come out, as a picture: the pages of A4/A5 below one another, the dots of a slip or label. */
export const previewDocument = defineCall({
  name: 'document.preview',
  kind: 'read',
  servedBy: 'main',
  audience: 'signed-in',
  request: documentRequest,
  response: typed<{ readonly mime: 'application/pdf' | 'image/png'; readonly dataUrl: string }>(),
  errors: [
    'person.not-found',
    ...ofPapers,
    'print.label-too-small',
    'print.missing-glyph',
    'print.page-failed',
  ],
})

/** Spools the document and sends it to the printer of its kind. Answers when the spool has it. */
export const printDocument = defineCall({
  name: 'document.print',
  kind: 'write',
  servedBy: 'main',
  audience: 'signed-in',
  request: documentRequest.extend({ copies: z.int().min(1).max(mostCopies).optional() }),
  response: z.strictObject({ jobId: id }),
  errors: ['person.not-found', ...ofPapers, 'print.no-printer', 'print.missing-glyph', 'print.page-failed'],
})

/** Saves the PDF where the user chooses. */
export const savePdf = defineCall({
  name: 'document.save-pdf',
  kind: 'read',
  servedBy: 'main',
  audience: 'signed-in',
  request: documentRequest,
  response: z.strictObject({ saved: z.boolean() }),
  errors: ['person.not-found', ...ofPapers, 'print.page-failed'],
})

export const printTestPage = defineCall({
  name: 'printer.test',
  kind: 'read',
  servedBy: 'main',
  audience: 'anyone',
  request: z.strictObject({ printerId: id }),
  response: z.strictObject({ jobId: id }),
  errors: ['print.no-printer'],
})

export const listPrintJobs = defineCall({
  name: 'print.list-jobs',
  kind: 'read',
  servedBy: 'main',
  audience: 'signed-in',
  request: z.strictObject({ limit: z.int().min(1).max(200) }),
  response: typed<readonly PrintJobView[]>(),
  errors: [],
})

/** Prints a job again, marked as a copy. */
export const reprintJob = defineCall({
  name: 'print.reprint',
  kind: 'write',
  servedBy: 'main',
  audience: 'signed-in',
  request: z.strictObject({ jobId: id }),
  response: z.strictObject({ jobId: id }),
  errors: ['print.job-unknown', 'print.job-waiting'],
})
