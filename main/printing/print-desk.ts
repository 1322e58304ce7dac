import { writeFile } from 'node:fs/promises'
import { refuse } from '../../src/contract/errors'
import { buildDocument, noteDocument, readPrintJobs } from '../../src/contract/internal-calls'
import type { DocumentRequest, PrintJobView } from '../../src/contract/print-calls'
import type { Instant } from '../../src/domain/calendar/calendar-day'
import { type PrintDocument, roleOf } from '../../src/domain/document/document'
import { labelSizeOf, usualPaperOf } from '../../src/domain/document/formats'
import type { PrintJob } from '../../src/domain/document/print-job'
import { newPrinter, type PrinterSettings } from '../../src/domain/document/printer'
import { asCalibration } from '../../src/domain/document/test-page'
import { type AskEngine, value } from './ask-engine'
import { getJob, jobStore, toView } from './desk-jobs'
import type { DocumentRenderer } from './document-renderer'
import type { PagePrinter } from './page/page-printer'
import { fileNameOf, isPageDocument, renderPageHtml } from './page/render-page'
import { PrinterShelf } from './printer-shelf'
import { createJobSender } from './send-job'
import { createSpool, type Spool } from './spool'

export type PrintDeskParts = {
  /** Asks the engine; the window cannot make these calls. */
  readonly ask: AskEngine
  readonly pagePrinter: PagePrinter
  readonly openRenderer: () => Promise<DocumentRenderer>
  readonly fontBase: string
  readonly clock: () => Instant
  readonly newId: () => string
  readonly queues: () => Promise<readonly { readonly name: string }[]>
  /** Where to save a PDF; null when the user thought better of it. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>
  readonly onJobChanged: (jobId: string) => void
  readonly log: (line: string) => void
}

/** Everything the window can ask about paper: printers, previews, jobs. */
export class PrintDesk {
  readonly printers: PrinterShelf
  private readonly spool: Spool

  constructor(private readonly parts: PrintDeskParts) {
    this.printers = new PrinterShelf(parts)
    const { openRenderer, pagePrinter, fontBase, clock, newId } = parts
    const send = createJobSender({
      findPrinter: printerId => this.printers.find(printerId),
      openRenderer,
      pagePrinter,
      fontBase,
    })
    const ended = (job: PrintJob) => this.keepInJournal(job)
    this.spool = createSpool({ store: jobStore(parts), send, clock, newId, ended })
  }

  /** Jobs that were being sent when the application ended are unknown now; their papers may be out there. */
  async recover(): Promise<void> {
    await this.printers.read()
    for (const job of await this.spool.recover()) await this.keepInJournal(job)
  }

  preview(request: DocumentRequest) {
    return preview(this.parts, this.printers, request)
  }

  /** Answers when the spool has the job; how it ends is told by event. */
  async print({ copies = 1, ...request }: DocumentRequest & { readonly copies?: number | undefined }) {
    const document = orderedAs(await build(this.parts, request), request)
    const { printer, tray } =
      (await this.printers.placeFor(document)) ?? refuse('print.no-printer', { role: roleOf(document) })
    const order = { printerId: printer.id, personId: request.personId, document, copies, tray }
    return this.send(await this.spool.enqueue(order))
  }

  async printTest(printerId: string, purpose: 'test' | 'calibration' = 'test') {
    const printer = await this.printers.get(printerId)
    // A roll is as wide as it is: there is nothing to set straight.
    if (purpose === 'calibration' && printer.role === 'slip') refuse('print.wrong-printer')
    const request = { kind: 'test-page' as const, personId: null, visitId: null, printerId }
    const built = await value(this.parts, buildDocument, request)
    const isTest = purpose === 'calibration' && built.kind === 'test-page'
    const document = isTest ? asCalibration(built) : built
    return this.send(await this.spool.enqueue({ printerId, personId: null, document, copies: 1 }))
  }

  /** The same paper once more, marked unless nothing of it ever left. */
  async reprint(jobId: string) {
    await this.printers.read()
    return this.send(await this.spool.orderAgain(jobId))
  }

  /** A job that waits changes its printer; the paper of one that has ended is printed there as well. */
  async move(jobId: string, printerId: string) {
    const printer = await this.printers.get(printerId)
    const job = await getJob(this.parts, jobId)
    if (roleOf(job.document) !== printer.role) refuse('print.wrong-printer')
    if (job.state === 'queued') return this.follow(jobId, this.spool.move(jobId, printerId))
    if (job.state === 'sent') refuse('print.job-left')
    return this.send(await this.spool.orderAgain(jobId, printerId))
  }

  async cancel(jobId: string) {
    await this.spool.cancel(jobId)
    this.parts.onJobChanged(jobId)
    return {}
  }

  /** Sends a job that an earlier run left waiting; one that already stands in line keeps its place. */
  async sendWaiting(jobId: string) {
    await this.printers.read()
    if (this.spool.isInLine(jobId)) return { jobId }
    const job = await getJob(this.parts, jobId)
    return job.state === 'queued' ? this.send(job) : refuse('print.job-unknown')
  }

  async listJobs(limit: number): Promise<readonly PrintJobView[]> {
    const names = new Map((await this.printers.read()).map(printer => [printer.id, printer.name]))
    const jobs = await value(this.parts, readPrintJobs, { which: { of: 'newest', limit } })
    const left = (job: PrintJob) => job.state === 'queued' && !this.spool.isInLine(job.id)
    return jobs.map(job => toView(job, names.get(job.printerId) ?? '', left(job)))
  }

  async savePdf(request: DocumentRequest) {
    const document = await build(this.parts, request)
    if (!isPageDocument(document)) return refuse('print.wrong-printer')
    const file = await this.parts.chooseFile(`${fileNameOf(document)}.pdf`)
    if (file === null) return { saved: false }
    const { fontBase, pagePrinter } = this.parts
    const paper = paperOf(request)
    const html = await renderPageHtml(document, { paper, bilingual: request.bilingual, fontBase })
    await writeFile(file, await pagePrinter.printToPdf(html, paper))
    return { saved: true }
  }

  private send(job: PrintJob): { readonly jobId: string } {
    return this.follow(job.id, this.spool.run(job.id))
  }

  /** Waits for the end of a job behind the back of whoever asked for it: printing never holds up the desk. */
  private follow(jobId: string, end: Promise<PrintJob>): { readonly jobId: string } {
    end
      .catch((error: unknown) => this.parts.log(`print job ${jobId}: ${String(error)}`))
      .finally(() => this.parts.onJobChanged(jobId))
    return { jobId }
  }

  /** The journal keeps every paper that is, or may be, out there. */
  private async keepInJournal(job: PrintJob): Promise<void> {
    const { kind } = job.document
    if (job.state === 'failed' || kind === 'test-page') return
    await value(this.parts, noteDocument, {
      kind,
      personId: job.personId,
      printerName: this.printers.find(job.printerId)?.name ?? '',
      jobId: job.id,
      reprint: job.reprintOf !== null,
    })
  }
}

/** Everything but how a page is laid out is asked of the engine as it was ordered. */
function build(parts: PrintDeskParts, request: DocumentRequest): Promise<PrintDocument> {
  const { paper: _paper, bilingual: _bilingual, ...wishes } = request
  return value(parts, buildDocument, { ...wishes, printerId: null })
}

function paperOf({ paper, kind }: DocumentRequest): 'A4' | 'A5' {
  return paper ?? usualPaperOf(kind)
}

/** The paper remembers how it was ordered: another order in between must not change its reprint. */
function orderedAs(document: PrintDocument, request: DocumentRequest): PrintDocument {
  return { ...document, layout: { paper: paperOf(request), bilingual: request.bilingual } }
}

async function preview(
  parts: PrintDeskParts,
  shelf: PrinterShelf,
  request: DocumentRequest,
): Promise<{ dataUrl: string }> {
  const document = await build(parts, request)
  const paper = paperOf(request)
  const { fontBase, pagePrinter } = parts
  if (isPageDocument(document)) {
    const html = await renderPageHtml(document, { paper, bilingual: request.bilingual, fontBase })
    return { dataUrl: dataUrl(await pagePrinter.previewPage(html, paper)) }
  }
  const place = await shelf.placeFor(document)
  const printer = place?.printer ?? usualPrinterOf(document)
  const renderer = await parts.openRenderer()
  return { dataUrl: dataUrl(renderer.renderPreviewPng(document, printer)) }
}

/** Without a printer a paper is shown on the label it is made for. */
function usualPrinterOf(document: PrintDocument): PrinterSettings {
  const printer = newPrinter('preview', 'preview', roleOf(document))
  return { ...printer, labelMm: { ...printer.labelMm, ...labelSizeOf(document.kind) } }
}

function dataUrl(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`
}
