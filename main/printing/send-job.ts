import type { PageLayout } from '../../src/domain/document/marks'
import type { JobEnd, PrintJob } from '../../src/domain/document/print-job'
import { type PrinterSettings, problemsOfPrinter } from '../../src/domain/document/printer'
import type { DocumentRenderer } from './document-renderer'
import type { PagePrinter } from './page/page-printer'
import { isPageDocument, renderPageHtml } from './page/render-page'
import { PrintError } from './print-error'
import { sendPdfToTray } from './queue-transport'
import { sendBytes } from './send-bytes'
import { usualTcpTimes } from './tcp-transport'

/** What sending a job needs. The renderer is opened at the first slip or label, see `openDocumentRenderer`. */
export type JobSenderParts = {
  readonly findPrinter: (printerId: string) => PrinterSettings | null
  readonly openRenderer: () => Promise<DocumentRenderer>
  readonly pagePrinter: PagePrinter
  readonly fontBase: string
}

/** Test pages, and pages ordered by a build that did not note how. */
const usualLayout: PageLayout = { paper: 'A4', bilingual: false }

/** Makes the `send` of a spool: lays a document out for its printer and sends it. */
export function createJobSender(parts: JobSenderParts) {
  const silent = new Set<string>()
  return async (job: PrintJob, signal: AbortSignal): Promise<JobEnd> => {
    const printer = parts.findPrinter(job.printerId)
    if (!printer) throw new PrintError('printer.unknown')
    const [problem] = problemsOfPrinter(printer)
    if (problem === 'printer.bad-address') throw new PrintError(problem)
    if (printer.language === 'page') return sendPage(parts, job, printer, signal)
    const bytes = await bytesOf(parts, job, printer)
    return sendBytes(printer, bytes, signal, usualTcpTimes, silent)
  }
}

async function bytesOf(parts: JobSenderParts, job: PrintJob, printer: PrinterSettings): Promise<Buffer> {
  const renderer = await parts.openRenderer()
  const { document, copies } = job
  if (isPageDocument(document)) throw new PrintError('print.wrong-printer', printer.language)
  return renderer.renderBytes(document, printer, copies)
}

async function sendPage(
  parts: JobSenderParts,
  job: PrintJob,
  printer: PrinterSettings,
  signal: AbortSignal,
): Promise<JobEnd> {
  const { connection } = printer
  if (connection.kind !== 'queue') throw new PrintError('printer.not-connected')
  const options = {
    ...(job.document.layout ?? usualLayout),
    fontBase: parts.fontBase,
    offsetMm: printer.offsetMm,
  }
  const html = await pageOf(job, options)
  if (!job.tray) return parts.pagePrinter.printPage(html, options.paper, connection.name, job.copies)
  const pdf = await parts.pagePrinter.printToPdf(html, options.paper)
  return sendPdfToTray(
    { queue: connection.name, tray: job.tray, paper: options.paper, copies: job.copies },
    pdf,
    signal,
  )
}

async function pageOf(
  { document }: PrintJob,
  options: PageLayout & Pick<JobSenderParts, 'fontBase'> & Pick<PrinterSettings, 'offsetMm'>,
): Promise<string> {
  if (isPageDocument(document)) return renderPageHtml(document, options)
  if (document.kind === 'test-page') {
    const { renderCalibrationHtml, renderTestHtml } = await import('./page/test-html')
    return document.purpose === 'calibration'
      ? renderCalibrationHtml(document, options)
      : renderTestHtml(document, options)
  }
  throw new PrintError('print.wrong-printer', document.kind)
}
