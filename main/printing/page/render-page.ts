import type { AefiCasePaper } from '../../../src/domain/document/aefi-case-paper'
import type { CatchUpPaper } from '../../../src/domain/document/catch-up-paper'
import type { ContactListPaper } from '../../../src/domain/document/contact-list'
import type { PrintDocument } from '../../../src/domain/document/document'
import type { TransferPaper } from '../../../src/domain/document/transfer-slip'
import type { VaccinationRecord } from '../../../src/domain/document/vaccination-record'
import type { RecordOptions } from './record-html'

/** Papers of A4 and A5. */
export type PageDocument = VaccinationRecord | CatchUpPaper | TransferPaper | AefiCasePaper | ContactListPaper

const pageKinds: readonly PageDocument['kind'][] = [
  'vaccination-record',
  'catch-up-plan',
  'transfer-slip',
  'aefi-case-form',
  'contact-list',
]

/** Whether a paper is laid out as pages. */
export function isPageDocument(document: PrintDocument): document is PageDocument {
  return pageKinds.some(kind => kind === document.kind)
}

/** How a file with the page is called. */
export function fileNameOf(document: PageDocument): string {
  if (document.kind === 'contact-list') return 'danh-sach'
  return document.kind === 'aefi-case-form' ? document.caseNumber : document.person.code
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
  if (document.kind === 'aefi-case-form') {
    const { renderCaseHtml } = await import('./aefi-case-html')
    return renderCaseHtml(document, options)
  }
  if (document.kind === 'contact-list') {
    const { renderContactListHtml } = await import('./contact-list-html')
    return renderContactListHtml(document, options)
  }
  const { renderRecordHtml } = await import('./record-html')
  return renderRecordHtml(document, options)
}
