import type { documents as shape } from '../vi/documents'

export const documents: typeof shape = {
  jobs: 'Print jobs',
  count: count => `last ${count} jobs`,
  emptyTitle: 'Nothing printed on this PC yet',
  emptyHint: 'Slips, records and labels that were printed appear here and can be printed again.',
  columns: { document: 'Paper', printer: 'Printer', state: 'State', at: 'At' },
  reprint: 'Print again',
  reprintOf: 'copy',
  reprintKeys: '↑↓ choose · ↵ print again',
  reprinted: title => `Sent again: ${title}.`,
  unknownHint: 'The printer took the job and did not answer. Look for the paper before printing again.',
  preview: 'Preview',
  pageSize: 'Paper',
  bilingual: 'Vietnamese and English',
  print: 'Print',
  savePdf: 'Save PDF',
  savedPdf: 'PDF saved.',
  sent: 'Sent to the printer.',
  pdfNote: 'The document is ready. Print it, or save the PDF to look at it.',
  pictureOf: name => `Preview: ${name}`,
  close: 'Close preview',
}
