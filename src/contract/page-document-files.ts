import { z } from 'zod'
import type { AefiCasePaper } from '../domain/document/aefi-case-paper'
import type { CatchUpPaper } from '../domain/document/catch-up-paper'
import type { ContactListPaper } from '../domain/document/contact-list'
import type { ScreeningChecklist } from '../domain/document/screening-checklist'
import type { ScreeningReferral } from '../domain/document/screening-referral'
import type { SessionInvitations } from '../domain/document/session-invitations'
import type { SessionSheet } from '../domain/document/session-sheet'
import type { StockSheet } from '../domain/document/stock-sheet'
import type { TransferPaper } from '../domain/document/transfer-slip'
import type { VaccinationCertificate } from '../domain/document/vaccination-certificate'
import type { VaccinationRecord } from '../domain/document/vaccination-record'
import { isTransferSlip } from '../domain/exchange/digit-frame'
import { conclusions } from '../domain/screening/form'
import {
  caption,
  count,
  documentOf,
  issuedOn,
  maybe,
  name,
  next,
  personCode,
  point,
  who,
  words,
} from './document-values'
import { growthChartFile } from './growth-chart-file'
import { maternalReferral } from './maternal-referral-file'
import { uploadProof } from './upload-proof-file'

const list = <T extends z.ZodType>(of: T) => z.array(of).max(2000).default([])
const empty = words.default('')

const recordPerson = z.strictObject({
  ...who,
  sex: caption,
  nationalId: maybe,
  address: maybe,
  relative: z.strictObject({ relation: caption, name, detail: empty }).nullable().default(null),
})

const recordDose = z.strictObject({
  order: count,
  vaccine: name,
  tradeName: maybe,
  diseases: maybe,
  diseasesEn: maybe,
  number: empty,
  givenOn: name,
  lot: empty,
  expires: empty,
  place: empty,
  givenBy: empty,
  reaction: empty,
  nextOn: empty,
  historical: z.boolean().default(false),
})

const record = documentOf('vaccination-record', {
  point,
  person: recordPerson,
  doses: list(recordDose),
  hasHistorical: z.boolean().default(false),
  remarks: list(name),
  next,
  issuedOn,
  printedAt: name,
}) satisfies z.ZodType<VaccinationRecord>

const certificate = documentOf('vaccination-certificate', {
  point,
  person: recordPerson,
  doses: list(recordDose),
  hasHistorical: z.boolean().default(false),
  signature: z
    .strictObject({
      cards: z.array(z.string().min(1).max(2900)).min(1).max(8),
      pointName: name,
      authorityName: name,
    })
    .nullable()
    .default(null),
  issuedOn,
  printedAt: name,
}) satisfies z.ZodType<VaccinationCertificate>

const catchUp = documentOf('catch-up-plan', {
  point,
  person: z.strictObject({ ...who, sex: name }),
  visits: list(
    z.strictObject({
      order: count,
      day: name,
      age: name,
      injections: count,
      doses: list(z.strictObject({ label: name, diseases: empty, isDrops: z.boolean() })),
    }),
  ),
  later: list(name),
  never: list(name),
  scheduleName: name,
  isDraft: z.boolean(),
  printedAt: name,
}) satisfies z.ZodType<CatchUpPaper>

const transfer = documentOf('transfer-slip', {
  point,
  person: z.strictObject({
    ...who,
    sex: name,
    nationalId: maybe,
    address: maybe,
    relative: maybe,
  }),
  doses: list(z.strictObject({ vaccine: name, number: empty, givenOn: name, lot: empty, place: empty })),
  next,
  codes: z
    .array(z.string().refine(isTransferSlip, { message: 'is no code of a transfer slip' }))
    .min(1)
    .max(20),
  handbook: maybe,
  leftOut: list(name),
  printedAt: name,
}) satisfies z.ZodType<TransferPaper>

const screenedPerson = z.strictObject(who)
const headLine = z.strictObject({ caption: name, value: empty, isWide: z.boolean().default(false) })
const paperItem = z.strictObject({ number: name, text: name, yes: z.boolean().nullable(), detail: maybe })
const hold = z.strictObject({ what: name, why: empty })

const checklist = documentOf('screening-checklist', {
  point,
  person: screenedPerson,
  title: name,
  legalBasis: empty,
  isUnconfirmed: z.boolean(),
  head: list(headLine),
  items: z.array(paperItem).min(1).max(60),
  questions: list(paperItem),
  hasSpecialist: z.boolean(),
  when: z.partialRecord(z.enum(conclusions), words).optional(),
  conclusion: z.enum(conclusions),
  differsBecause: maybe,
  vaccines: list(name),
  perVaccine: list(hold),
  reason: maybe,
  next: maybe,
  consent: maybe,
  signedBy: name,
  signedAt: name,
  printedAt: name,
}) satisfies z.ZodType<ScreeningChecklist>

const referral = documentOf('screening-referral', {
  point,
  person: screenedPerson,
  head: list(headLine),
  reasons: maybe,
  perVaccine: list(hold),
  vaccines: list(name),
  next: maybe,
  legalBasis: empty,
  signedBy: name,
  signedAt: name,
  printedAt: name,
}) satisfies z.ZodType<ScreeningReferral>

const invitations = documentOf('session-invitations', {
  title: name,
  point,
  day: name,
  groups: list(
    z.strictObject({
      hamlet: name,
      worker: maybe,
      lines: list(
        z.strictObject({
          code: personCode.nullable().default(null),
          name,
          birthDate: name,
          mother: maybe,
          phone: maybe,
          address: maybe,
          when: empty,
          vaccines: empty,
        }),
      ),
    }),
  ),
  bring: list(name),
  printedAt: name,
}) satisfies z.ZodType<SessionInvitations>

const sessionSheet = documentOf('session-close', {
  title: name,
  point,
  day: name,
  figures: list(z.strictObject({ name, value: count })),
  lots: list(
    z.strictObject({
      vaccine: name,
      lot: name,
      vials: count,
      opened: count,
      given: count,
      wasted: count,
      left: count,
      difference: count,
      because: maybe,
    }),
  ),
  noShows: list(z.strictObject({ name, birthDate: name, why: empty })),
  held: list(z.strictObject({ name, why: empty })),
  reactions: list(z.strictObject({ name, what: empty })),
  history: list(name),
  note: maybe,
  signedBy: z.strictObject({ name, role: name, at: name }),
  printedAt: name,
}) satisfies z.ZodType<SessionSheet>

const caseLine = z.strictObject({ label: name, value: maybe, critical: z.boolean(), long: z.boolean() })

const aefiCase = documentOf('aefi-case-form', {
  point,
  person: z.strictObject({ name, code: personCode }),
  title: name,
  caseNumber: empty,
  sections: list(
    z.strictObject({
      part: maybe,
      title: name,
      lines: list(caseLine),
      doses: list(z.strictObject({ title: name, lines: list(caseLine) })),
    }),
  ),
  reports: list(name),
  source: maybe,
  printedAt: name,
}) satisfies z.ZodType<AefiCasePaper>

const contactList = documentOf('contact-list', {
  point,
  title: name,
  lines: list(name),
  rows: list(
    z.strictObject({
      number: count,
      name,
      birthDate: name,
      code: empty,
      phone: empty,
      address: empty,
      dose: empty,
      state: empty,
    }),
  ),
  more: count.default(0),
  printedAt: name,
}) satisfies z.ZodType<ContactListPaper>

const stockSheet = documentOf('stock-sheet', {
  point,
  title: name,
  rows: list(
    z.strictObject({
      vaccine: name,
      lot: name,
      expires: name,
      programme: empty,
      balance: count,
      store: count,
      session: count,
      quarantine: count,
      open: count,
      trouble: maybe,
    }),
  ),
  totals: list(z.strictObject({ vaccine: name, doses: count })),
  printedAt: name,
}) satisfies z.ZodType<StockSheet>

/** Data files of the papers that are laid out as pages. */
export const pageDocumentFiles = {
  'vaccination-record': record,
  'vaccination-certificate': certificate,
  'catch-up-plan': catchUp,
  'transfer-slip': transfer,
  'screening-checklist': checklist,
  'screening-referral': referral,
  'maternal-referral': maternalReferral,
  'session-invitations': invitations,
  'session-close': sessionSheet,
  'aefi-case-form': aefiCase,
  'contact-list': contactList,
  'stock-sheet': stockSheet,
  'upload-proof': uploadProof,
  'growth-chart': growthChartFile,
}
