import type { AefiCasePaper } from './aefi-case-paper'
import type { AppointmentSlip } from './appointment-slip'
import type { CatchUpPaper } from './catch-up-paper'
import type { CertificateLabel } from './certificate-label'
import type { ContactListPaper } from './contact-list'
import type { FeeReceipt } from './fee-receipt'
import type { GrowthChartPaper } from './growth-chart-paper'
import type { HandbookSticker } from './handbook-sticker'
import type { HandbookVisitLabel, HandbookVisitPage } from './handbook-visit'
import type { IndicatorSheet } from './indicator-sheet'
import type { ReprintMark } from './marks'
import type { MaternalReferral } from './maternal-referral'
import type { MotherChildHandbook } from './mother-child-handbook'
import type { PersonLabel } from './person-label'
import type { PrinterRole } from './printer'
import type { QueueTicket } from './queue-ticket'
import type { ReportPaper } from './report-paper'
import type { ScreeningChecklist } from './screening-checklist'
import type { ScreeningReferral } from './screening-referral'
import type { SessionInvitations } from './session-invitations'
import type { SessionSheet } from './session-sheet'
import type { StockSheet } from './stock-sheet'
import type { TestPage } from './test-page'
import type { TransferPaper } from './transfer-slip'
import type { UploadProof } from './upload-proof'
import type { VaccinationCertificate } from './vaccination-certificate'
import type { VaccinationRecord } from './vaccination-record'
import type { VialLabel } from './vial-label'

/** Everything that can be put on paper. Plain data: kept in a job as JSON, and laid out again for a reprint. */
export type PrintDocument =
  | VaccinationRecord
  | VaccinationCertificate
  | CatchUpPaper
  | TransferPaper
  | AefiCasePaper
  | ContactListPaper
  | ScreeningChecklist
  | ScreeningReferral
  | MaternalReferral
  | StockSheet
  | UploadProof
  | GrowthChartPaper
  | ReportPaper
  | IndicatorSheet
  | AppointmentSlip
  | FeeReceipt
  | QueueTicket
  | PersonLabel
  | HandbookSticker
  | CertificateLabel
  | VialLabel
  | HandbookVisitPage
  | HandbookVisitLabel
  | MotherChildHandbook
  | SessionSheet
  | SessionInvitations
  | TestPage

/** The same paper, marked as a reprint. */
export function markReprint<D extends PrintDocument>(document: D, reprint: ReprintMark): D {
  return { ...document, reprint }
}

/** The kind of printer a paper belongs on. */
export function roleOf(document: PrintDocument): PrinterRole {
  return document.kind === 'test-page' ? document.role : roleOfKind(document.kind)
}

/** The kind of printer all papers of a kind belong on. */
export function roleOfKind(kind: Exclude<PrintDocument['kind'], 'test-page'>): PrinterRole {
  switch (kind) {
    case 'vaccination-record':
    case 'vaccination-certificate':
    case 'catch-up-plan':
    case 'transfer-slip':
    case 'aefi-case-form':
    case 'contact-list':
    case 'session-close':
    case 'screening-checklist':
    case 'screening-referral':
    case 'maternal-referral':
    case 'session-invitations':
    case 'stock-sheet':
    case 'upload-proof':
    case 'handbook-visit':
    case 'mother-child-handbook':
    case 'growth-chart':
    case 'report':
    case 'indicator-sheet':
      return 'page'
    case 'appointment-slip':
    case 'fee-receipt':
    case 'queue-ticket':
      return 'slip'
    case 'person-label':
    case 'handbook-sticker':
    case 'certificate-label':
    case 'vial-label':
    case 'handbook-visit-label':
      return 'label'
  }
}

/** What a list of jobs and a file call a paper: whose it is, or what it is about. */
export function titleOf(document: PrintDocument): string {
  switch (document.kind) {
    case 'test-page':
      return document.printerName
    case 'contact-list':
    case 'session-close':
    case 'session-invitations':
    case 'stock-sheet':
    case 'upload-proof':
    case 'report':
    case 'indicator-sheet':
      return document.title
    case 'vial-label':
      return `${document.vaccine} ${document.lot}`
    case 'appointment-slip':
    case 'fee-receipt':
    case 'queue-ticket':
    case 'handbook-sticker':
    case 'certificate-label':
    case 'person-label':
    case 'handbook-visit-label':
      return document.name
    default:
      return document.person.name
  }
}
