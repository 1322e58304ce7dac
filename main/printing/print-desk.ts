import { writeFile } from 'node:fs/promises'
import type { Answer, Call, RequestOf, ResponseOf } from '../../src/contract/call'
import { refuse, Trouble } from '../../src/contract/errors'
import {
  buildDocument,
  deletePrinter,
  insertPrintJob,
  noteDocument,
  readPrinters,
  readPrintJobs,
  readRoutes,
  storePrinter,
  storeRoute,
  updatePrintJob,
} from '../../src/contract/internal-calls'
import type { DocumentRequest, PrinterFields, PrintJobView } from '../../src/contract/print-calls'
import type { Instant } from '../../src/domain/calendar/calendar-day'
import { type PrintDocument, roleOf, roleOfKind, titleOf } from '../../src/domain/document/document'
import { printerFor } from '../../src/domain/document/paper-route'
import type { PrintJob } from '../../src/domain/document/print-job'
import { newPrinter, type PrinterSettings, problemsOfPrinter } from '../../src/domain/document/printer'
import type { DocumentRenderer } from './document-renderer'
import type { PagePrinter } from './page/page-printer'
import { fileNameOf, isPageDocument, renderPageHtml } from './page/render-page'
import { createJobSender } from './send-job'
import { createSpool, type Spool } from './spool'

export type PrintDeskParts = {
  /** Asks the engine; the window cannot make these calls. */
  readonly ask: <C extends Call>(call: C, payload: RequestOf<C>) => Promise<Answer<ResponseOf<C>>>
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
  private printers: readonly PrinterSettings[] = []
  private readonly spool: Spool

  constructor(private readonly parts: PrintDeskParts) {
    const { openRenderer, pagePrinter, fontBase, clock, newId } = parts
    const send = createJobSender({
      findPrinter: printerId => this.printers.find(printer => printer.id === printerId) ?? null,
      openRenderer,
      pagePrinter,
      fontBase,
    })
    this.spool = createSpool({ store: jobStore(parts), send, clock, newId })
  }

  /** Jobs that were being sent when the application ended are unknown now; their papers may be out there. */
  async recover(): Promise<void> {
    await this.readPrinters()
    for (const job of await this.spool.recover()) await this.keepInJournal(job)
  }

  async listPrinters() {
    const printers = await this.readPrinters()
    return {
      printers: printers.map(({ id, ...printer }) => ({ printerId: id, ...printer })),
      queues: await this.parts.queues(),
    }
  }

  async savePrinter(printerId: string | null, fields: PrinterFields) {
    const id = printerId ?? this.parts.newId()
    const printer = { ...newPrinter(id, fields.name, fields.role), ...fields }
    const [problem] = problemsOfPrinter(printer)
    if (problem) refuse(problem, {}, 'printer.connection')
    await value(this.parts, storePrinter, { printer })
    return { printerId: id }
  }

  removePrinter(printerId: string) {
    return value(this.parts, deletePrinter, { printerId })
  }

  preview(request: DocumentRequest) {
    return preview(this.parts, request)
  }

  /** Answers when the spool has the job; how it ends is told by event. */
  async print(request: DocumentRequest) {
    const document = orderedAs(await build(this.parts, request), request)
    const role = roleOf(document)
    const printers = await this.readPrinters()
    const { kind } = document
    const place =
      printerFor({ kind, role }, printers, await this.listRoutes()) ?? refuse('print.no-printer', { role })
    const { printer, tray } = place
    const order = { printerId: printer.id, personId: request.personId, document, copies: 1, tray }
    return this.send(await this.spool.enqueue(order))
  }

  async printTest(printerId: string) {
    await this.readPrinters()
    const request = { kind: 'test-page' as const, personId: null, visitId: null, printerId }
    const document = await value(this.parts, buildDocument, request)
    return this.send(await this.spool.enqueue({ printerId, personId: null, document, copies: 1 }))
  }

  /** The same paper once more, marked unless nothing of it ever left. */
  async reprint(jobId: string) {
    await this.readPrinters()
    return this.send(await this.spool.orderAgain(jobId))
  }

  /** A job that waits changes its printer; the paper of one that has ended is printed there as well. */
  async move(jobId: string, printerId: string) {
    const printer =
      (await this.readPrinters()).find(({ id }) => id === printerId) ?? refuse('printer.unknown')
    const job = await getJob(this.parts, jobId)
    if (roleOf(job.document) !== printer.role) refuse('print.wrong-printer')
    if (job.state === 'queued') return this.ended(jobId, this.spool.move(jobId, printerId))
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
    await this.readPrinters()
    if (this.spool.isInLine(jobId)) return { jobId }
    return this.send(await getJob(this.parts, jobId))
  }

  async listJobs(limit: number): Promise<readonly PrintJobView[]> {
    const names = new Map((await this.readPrinters()).map(printer => [printer.id, printer.name]))
    const jobs = await value(this.parts, readPrintJobs, { which: { of: 'newest', limit } })
    const left = (job: PrintJob) => job.state === 'queued' && !this.spool.isInLine(job.id)
    return jobs.map(job => toView(job, names.get(job.printerId) ?? '', left(job)))
  }

  listRoutes() {
    return value(this.parts, readRoutes, {})
  }

  async routePaper(route: RequestOf<typeof storeRoute>) {
    if (route.printerId !== null) {
      const printers = await this.readPrinters()
      const printer = printers.find(({ id }) => id === route.printerId) ?? refuse('printer.unknown')
      if (printer.role !== roleOfKind(route.kind)) refuse('print.wrong-printer')
    }
    return value(this.parts, storeRoute, route)
  }

  async savePdf(request: DocumentRequest) {
    const document = await build(this.parts, request)
    if (!isPageDocument(document)) return refuse('print.wrong-printer')
    const file = await this.parts.chooseFile(`${fileNameOf(document)}.pdf`)
    if (file === null) return { saved: false }
    const { fontBase, pagePrinter } = this.parts
    const paper = request.paper ?? 'A4'
    const html = await renderPageHtml(document, { paper, bilingual: request.bilingual, fontBase })
    await writeFile(file, await pagePrinter.printToPdf(html, paper))
    return { saved: true }
  }

  private async readPrinters(): Promise<readonly PrinterSettings[]> {
    this.printers = await value(this.parts, readPrinters, {})
    return this.printers
  }

  private send(job: PrintJob): { readonly jobId: string } {
    return this.ended(job.id, this.spool.run(job.id))
  }

  /** Waits for the end of a job behind the back of whoever asked for it: printing never holds up the desk. */
  private ended(jobId: string, end: Promise<PrintJob>): { readonly jobId: string } {
    end
      .then(job => this.keepInJournal(job))
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
      printerName: this.printers.find(({ id }) => id === job.printerId)?.name ?? '',
      jobId: job.id,
      reprint: job.reprintOf !== null,
    })
  }
}

async function value<C extends Call>(
  parts: PrintDeskParts,
  call: C,
  payload: RequestOf<C>,
): Promise<ResponseOf<C>> {
  const answer = await parts.ask(call, payload)
  if (answer.ok) return answer.value
  throw new Trouble(answer.error.problems)
}

function build(parts: PrintDeskParts, request: DocumentRequest): Promise<PrintDocument> {
  const { kind, personId, visitId, catchUp, on, caseId, list, vialId, amounts } = request
  const wishes = {
    ...(catchUp && { catchUp }),
    ...(on && { on }),
    ...(caseId && { caseId }),
    ...(list && { list }),
    ...(vialId && { vialId }),
    ...(amounts && { amounts }),
  }
  return value(parts, buildDocument, { kind, personId, visitId, printerId: null, ...wishes })
}

/** The paper remembers how it was ordered: another order in between must not change its reprint. */
function orderedAs(document: PrintDocument, { paper, bilingual }: DocumentRequest): PrintDocument {
  return { ...document, layout: { paper: paper ?? 'A4', bilingual } }
}

async function preview(parts: PrintDeskParts, request: DocumentRequest): Promise<{ dataUrl: string }> {
  const document = await build(parts, request)
  const paper = request.paper ?? 'A4'
  const { fontBase, pagePrinter } = parts
  if (isPageDocument(document)) {
    const html = await renderPageHtml(document, { paper, bilingual: request.bilingual, fontBase })
    return { dataUrl: dataUrl(await pagePrinter.previewPage(html, paper)) }
  }
  const printers = await value(parts, readPrinters, {})
  const role = roleOf(document)
  const printer =
    printers.find(candidate => candidate.role === role) ?? newPrinter('preview', 'preview', role)
  const renderer = await parts.openRenderer()
  return { dataUrl: dataUrl(renderer.renderPreviewPng(document, printer)) }
}

function dataUrl(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`
}

async function getJob(parts: PrintDeskParts, jobId: string): Promise<PrintJob> {
  const [job] = await value(parts, readPrintJobs, { which: { of: 'one', jobId } })
  return job ?? refuse('print.job-unknown')
}

function jobStore(parts: PrintDeskParts) {
  return {
    async insert(job: PrintJob) {
      await value(parts, insertPrintJob, { job })
      parts.onJobChanged(job.id)
    },
    async update(job: PrintJob) {
      await value(parts, updatePrintJob, { job })
      parts.onJobChanged(job.id)
    },
    async find(jobId: string) {
      const [job] = await value(parts, readPrintJobs, { which: { of: 'one', jobId } })
      return job ?? null
    },
    listOpen: () => value(parts, readPrintJobs, { which: { of: 'open' } }),
    listOfPaper: (jobId: string) => value(parts, readPrintJobs, { which: { of: 'paper', jobId } }),
  }
}

function toView(job: PrintJob, printerName: string, leftOver: boolean): PrintJobView {
  const { document } = job
  return {
    jobId: job.id,
    kind: document.kind,
    title: titleOf(document),
    printerName,
    state: job.state,
    errorCode: job.trouble as PrintJobView['errorCode'],
    createdAt: job.requestedAt,
    endedAt: job.settledAt,
    reprintOf: job.reprintOf,
    printerId: job.printerId,
    role: roleOf(document),
    leftOver,
  }
}
