import type { CatchUpPaper } from '../../../src/domain/document/catch-up-paper'
import type { PrintDocument } from '../../../src/domain/document/document'
import type { ScreeningChecklist } from '../../../src/domain/document/screening-checklist'
import type { ScreeningReferral } from '../../../src/domain/document/screening-referral'
import type { SessionInvitations } from '../../../src/domain/document/session-invitations'
import type { SessionSheet } from '../../../src/domain/document/session-sheet'
import type { TransferPaper } from '../../../src/domain/document/transfer-slip'
import type { VaccinationRecord } from '../../../src/domain/document/vaccination-record'
import type { RecordOptions } from './record-html'

/** Papers of A4 and A5. */
export type PageDocument =
  | VaccinationRecord
  | CatchUpPaper
  | TransferPaper
  | SessionSheet
  | SessionInvitations
  | ScreeningChecklist
  | ScreeningReferral

const pageKinds: readonly PageDocument['kind'][] = [
  'vaccination-record',
  'catch-up-plan',
  'transfer-slip',
  'session-close',
  'screening-checklist',
  'screening-referral',
  'session-invitations',
]

/** Whether a paper is laid out as pages. */
export function isPageDocument(document: PrintDocument): document is PageDocument {
  return pageKinds.some(kind => kind === document.kind)
}

/** A page as HTML. The layouts with their barcodes are loaded at the first page, not at the start. */
export async function renderPageHtml(document: PageDocument, options: RecordOptions): Promise<string> {
  if (document.kind === 'catch-up-plan') {
    const { renderCatchUpHtml } = await import('./catch-up-html')
    return renderCatchUpHtml(document, options)
  }
  if (document.kind === 'transfer-slip') {
    const { renderTransferHtml } = await import('./transfer-html')
    return renderTransferHtml(document, options)
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
  if (document.kind === 'session-invitations') {
    const { renderInvitationsHtml } = await import('./invitations-html')
    return renderInvitationsHtml(document, options)
  }
  const { renderRecordHtml } = await import('./record-html')
  return renderRecordHtml(document, options)
}
