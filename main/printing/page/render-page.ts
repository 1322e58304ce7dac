import type { AefiCasePaper } from '../../../src/domain/document/aefi-case-paper'
import type { CatchUpPaper } from '../../../src/domain/document/catch-up-paper'
import type { ContactListPaper } from '../../../src/domain/document/contact-list'
import type { PrintDocument } from '../../../src/domain/document/document'
import type { GrowthChartPaper } from '../../../src/domain/document/growth-chart-paper'
import type { HandbookVisitPage } from '../../../src/domain/document/handbook-visit'
import type { IndicatorSheet } from '../../../src/domain/document/indicator-sheet'
import type { MaternalReferral } from '../../../src/domain/document/maternal-referral'
import type { MotherChildHandbook } from '../../../src/domain/document/mother-child-handbook'
import type { ReportPaper } from '../../../src/domain/document/report-paper'
import type { ScreeningChecklist } from '../../../src/domain/document/screening-checklist'
import type { ScreeningReferral } from '../../../src/domain/document/screening-referral'
import type { SessionInvitations } from '../../../src/domain/document/session-invitations'
import type { SessionSheet } from '../../../src/domain/document/session-sheet'
import type { StockSheet } from '../../../src/domain/document/stock-sheet'
import type { TransferPaper } from '../../../src/domain/document/transfer-slip'
import type { UploadProof } from '../../../src/domain/document/upload-proof'
import type { VaccinationCertificate } from '../../../src/domain/document/vaccination-certificate'
import type { VaccinationRecord } from '../../../src/domain/document/vaccination-record'
import type { RecordOptions } from './record-html'

/** Papers of A4 and A5. */
export type PageDocument =
  | VaccinationRecord
  | VaccinationCertificate
  | CatchUpPaper
  | TransferPaper
  | SessionSheet
  | SessionInvitations
  | ScreeningChecklist
  | ScreeningReferral
  | MaternalReferral
  | AefiCasePaper
  | ContactListPaper
  | StockSheet
  | UploadProof
  | HandbookVisitPage
  | MotherChildHandbook
  | GrowthChartPaper
  | ReportPaper
  | IndicatorSheet

const pageKinds: readonly PageDocument['kind'][] = [
  'vaccination-record',
  'vaccination-certificate',
  'catch-up-plan',
  'transfer-slip',
  'session-close',
  'screening-checklist',
  'screening-referral',
  'maternal-referral',
  'session-invitations',
  'aefi-case-form',
  'contact-list',
  'stock-sheet',
  'upload-proof',
  'handbook-visit',
  'mother-child-handbook',
  'growth-chart',
  'report',
  'indicator-sheet',
]

/** Whether a paper is laid out as pages. */
export function isPageDocument(document: PrintDocument): document is PageDocument {
  return pageKinds.some(kind => kind === document.kind)
}

/** How a file with the page is called. */
export function fileNameOf(document: PageDocument): string {
  if (document.kind === 'aefi-case-form') return document.caseNumber
  if (document.kind === 'vaccination-certificate') return `xac-nhan-${document.person.code}`
  if (document.kind === 'mother-child-handbook') return `so-me-va-be-${document.person.code}`
  if (document.kind === 'report') return document.fileName
  return 'person' in document ? document.person.code : cleanFileName(document.title)
}

/** A title as the name of a file on any system. */
function cleanFileName(title: string): string {
  return title.replace(/[\\/:*?"<>|]+/gu, '-')
}

/** A page as HTML. The layouts with their barcodes are loaded at the first page, not at the start. */
export async function renderPageHtml(document: PageDocument, options: RecordOptions): Promise<string> {
  if (document.kind === 'vaccination-certificate') {
    const { renderCertificateHtml } = await import('./certificate-html')
    return renderCertificateHtml(document, options)
  }
  if (document.kind === 'catch-up-plan') {
    const { renderCatchUpHtml } = await import('./catch-up-html')
    return renderCatchUpHtml(document, options)
  }
  if (document.kind === 'transfer-slip') {
    const { renderTransferHtml } = await import('./transfer-html')
    return renderTransferHtml(document, options)
  }
  if (document.kind === 'aefi-case-form') {
    const { renderCaseHtml } = await import('./aefi-case-html')
    return renderCaseHtml(document, options)
  }
  if (document.kind === 'contact-list') {
    const { renderContactListHtml } = await import('./contact-list-html')
    return renderContactListHtml(document, options)
  }
  if (document.kind === 'session-close') {
    const { renderSessionSheetHtml } = await import('./session-sheet-html')
    return renderSessionSheetHtml(document, options)
  }
  if (document.kind === 'screening-checklist' || document.kind === 'screening-referral') {
    const { renderChecklistHtml, renderReferralHtml } = await import('./screening-html')
    return document.kind === 'screening-checklist'
      ? renderChecklistHtml(document, options)
      : renderReferralHtml(document, options)
  }
  if (document.kind === 'maternal-referral') {
    const { renderMaternalReferralHtml } = await import('./maternal-referral-html')
    return renderMaternalReferralHtml(document, options)
  }
  if (document.kind === 'stock-sheet') {
    const { renderStockSheetHtml } = await import('./stock-sheet-html')
    return renderStockSheetHtml(document, options)
  }
  if (document.kind === 'upload-proof') {
    const { renderUploadProofHtml } = await import('./upload-proof-html')
    return renderUploadProofHtml(document, options)
  }
  if (document.kind === 'report') return (await import('./report-html')).renderReportHtml(document, options)
  if (document.kind === 'indicator-sheet') return renderIndicators(document, options)
  if (isHandbookPage(document)) return renderOfHandbook(document, options)
  if (document.kind === 'session-invitations') {
    const { renderInvitationsHtml } = await import('./invitations-html')
    return renderInvitationsHtml(document, options)
  }
  const { renderRecordHtml } = await import('./record-html')
  return renderRecordHtml(document, options)
}

type HandbookPage = Extract<
  PageDocument,
  { readonly kind: 'handbook-visit' | 'mother-child-handbook' | 'growth-chart' }
>

function isHandbookPage(document: PageDocument): document is HandbookPage {
  const { kind } = document
  return kind === 'handbook-visit' || kind === 'mother-child-handbook' || kind === 'growth-chart'
}

async function renderOfHandbook(document: HandbookPage, options: RecordOptions): Promise<string> {
  if (document.kind === 'growth-chart') {
    const { renderGrowthChartHtml } = await import('./growth-chart-html')
    return renderGrowthChartHtml(document, options)
  }
  const { renderHandbookHtml, renderHandbookVisitHtml } = await import('./handbook-html')
  return document.kind === 'handbook-visit'
    ? renderHandbookVisitHtml(document, options)
    : renderHandbookHtml(document, options)
}

async function renderIndicators(document: IndicatorSheet, options: RecordOptions): Promise<string> {
  const { renderIndicatorSheetHtml } = await import('./indicator-sheet-html')
  return renderIndicatorSheetHtml(document, options)
}
