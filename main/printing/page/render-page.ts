import type { CatchUpPaper } from '../../../src/domain/document/catch-up-paper'
import type { PrintDocument } from '../../../src/domain/document/document'
import type { VaccinationRecord } from '../../../src/domain/document/vaccination-record'
import type { RecordOptions } from './record-html'

/** Papers of A4 and A5. */
export type PageDocument = VaccinationRecord | CatchUpPaper

/** Whether a paper is laid out as pages. */
export function isPageDocument(document: PrintDocument): document is PageDocument {
  return document.kind === 'vaccination-record' || document.kind === 'catch-up-plan'
}

/** A page as HTML. The layouts with their barcodes are loaded at the first page, not at the start. */
export async function renderPageHtml(document: PageDocument, options: RecordOptions): Promise<string> {
  if (document.kind === 'catch-up-plan') {
    const { renderCatchUpHtml } = await import('./catch-up-html')
    return renderCatchUpHtml(document, options)
  }
  const { renderRecordHtml } = await import('./record-html')
  return renderRecordHtml(document, options)
}
