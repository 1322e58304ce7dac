import { z } from 'zod'
import type { AppointmentSlip } from '../domain/document/appointment-slip'
import type { CertificateLabel } from '../domain/document/certificate-label'
import type { PrintDocument } from '../domain/document/document'
import type { FeeReceipt } from '../domain/document/fee-receipt'
import type { HandbookSticker } from '../domain/document/handbook-sticker'
import type { PersonLabel } from '../domain/document/person-label'
import type { QueueTicket } from '../domain/document/queue-ticket'
import type { VialLabel } from '../domain/document/vial-label'
import { documentOf, issuedOn, maybe, name, next, slipEnds, who, words } from './document-values'
import { handbookDocumentFiles } from './handbook-document-files'
import { indicatorSheetFile } from './indicator-sheet-file'
import { pageDocumentFiles } from './page-document-files'
import type { DocumentKind } from './print-calls'
import { reportPaperFile } from './report-paper-file'

const ticket = z.int().min(1).max(99_999)
const advice = z.strictObject({ title: name, lines: z.array(name).min(1).max(20) })

const slip = documentOf('appointment-slip', {
  ...slipEnds,
  ...who,
  sex: name,
  pointPhone: maybe,
  ticket: ticket.nullable().default(null),
  given: z
    .array(z.strictObject({ vaccine: name, detail: words.default('') }))
    .max(20)
    .default([]),
  next: next
    .unwrap()
    .unwrap()
    .extend({ slot: words.default('') })
    .nullable()
    .default(null),
  homeMonitoring: advice,
  returnAtOnce: advice,
}) satisfies z.ZodType<AppointmentSlip>

const receipt = documentOf('fee-receipt', {
  ...slipEnds,
  ...who,
  pointAddress: maybe,
  pointPhone: maybe,
  ticket: ticket.nullable().default(null),
  lines: z.array(z.strictObject({ vaccine: name, detail: words.default(''), amount: maybe })).max(20),
  total: z.strictObject({ amount: name, words: name }).nullable().default(null),
  cashier: maybe,
}) satisfies z.ZodType<FeeReceipt>

const queueTicket = documentOf('queue-ticket', {
  ...slipEnds,
  ...who,
  ticket,
  day: name,
}) satisfies z.ZodType<QueueTicket>

const personLabel = documentOf('person-label', {
  ...who,
  sex: name,
}) satisfies z.ZodType<PersonLabel>

const sticker = documentOf('handbook-sticker', {
  ...who,
  pointName: name,
  sex: name,
  relative: maybe,
}) satisfies z.ZodType<HandbookSticker>

const certificateLabel = documentOf('certificate-label', {
  name,
  birthDate: name,
  pointName: name,
  issuedOn,
  doseCount: z.int().min(0).max(300),
  cards: z
    .array(z.string().regex(/^shc:\/\d+$/u, { message: 'is no code of a card' }))
    .min(1)
    .max(30),
  compact: z.string().regex(/^7206\d+$/u, { message: 'is no compact code' }),
}) satisfies z.ZodType<CertificateLabel>

const vialLabel = documentOf('vial-label', {
  vaccine: name,
  lot: name,
  expires: name,
  openedAt: maybe,
  discardAt: maybe,
  forName: maybe,
}) satisfies z.ZodType<VialLabel>

const files = {
  ...pageDocumentFiles,
  report: reportPaperFile,
  ...handbookDocumentFiles,
  'indicator-sheet': indicatorSheetFile,
  'appointment-slip': slip,
  'fee-receipt': receipt,
  'queue-ticket': queueTicket,
  'person-label': personLabel,
  'handbook-sticker': sticker,
  'certificate-label': certificateLabel,
  'vial-label': vialLabel,
} satisfies Record<DocumentKind, z.ZodType<PrintDocument>>

/** A data file of a document, or every line of what is wrong with it, as `person.code: is no code of 8 to 20 digits`. */
export type DocumentReading =
  | { readonly ok: true; readonly document: PrintDocument }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads the data of one document, as `npm run print` and the samples in `resources/documents/samples` have it. */
export function readDocument(kind: DocumentKind, raw: unknown): DocumentReading {
  const reading = files[kind].safeParse(raw)
  if (reading.success) return { ok: true, document: reading.data }
  return {
    ok: false,
    problems: reading.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`),
  }
}
