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
  storePrinter,
  updatePrintJob,
} from '../../src/contract/internal-calls'
import type { DocumentRequest, PrinterFields, PrintJobView } from '../../src/contract/print-calls'
import type { Instant } from '../../src/domain/calendar/calendar-day'
import { type PrintDocument, roleOf } from '../../src/domain/document/document'
import type { PrintJob } from '../../src/domain/document/print-job'
import { newPrinter, type PrinterSettings, problemsOfPrinter } from '../../src/domain/document/printer'
import type { DocumentRenderer } from './document-renderer'
import type { PagePrinter } from './page/page-printer'
import { renderRecordHtml } from './page/record-html'
import { createJobSender } from './send-job'
import { createSpool } from './spool'

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

export type PrintDesk = ReturnType<typeof createPrintDesk>

/** Everything the window can ask about paper: printers, previews, jobs. */
export function createPrintDesk(parts: PrintDeskParts) {
  const known = { printers: [] as readonly PrinterSettings[], paper: 'A4' as 'A4' | 'A5', bilingual: false }
  const spool = createSpool({
    store: jobStore(parts),
    send: createJobSender({
      findPrinter: printerId => known.printers.find(printer => printer.id === printerId) ?? null,
      openRenderer: parts.openRenderer,
      pagePrinter: parts.pagePrinter,
      fontBase: parts.fontBase,
      pageOptions: () => ({ paper: known.paper, bilingual: known.bilingual }),
    }),
    clock: parts.clock,
    newId: parts.newId,
  })

  async function printers(): Promise<readonly PrinterSettings[]> {
    known.printers = await value(parts, readPrinters, {})
    return known.printers
  }
  async function printerFor(document: PrintDocument): Promise<PrinterSettings> {
    const role = roleOf(document)
    return (await printers()).find(printer => printer.role === role) ?? refuse('print.no-printer', { role })
  }
  /** Sends in the background: the window hears of the end by event, the journal keeps the paper. */
  function send(job: PrintJob, work: Promise<PrintJob>): void {
    work
      .then(ended => afterEnd(parts, ended, known.printers))
      .catch((error: unknown) => parts.log(`print job ${job.id}: ${String(error)}`))
      .finally(() => parts.onJobChanged(job.id))
  }

  return {
    recover: () => spool.recover(),
    listPrinters: async () => ({
      printers: (await printers()).map(({ id, ...printer }) => ({ printerId: id, ...printer })),
      queues: await parts.queues(),
    }),
    async savePrinter(printerId: string | null, fields: PrinterFields) {
      const id = printerId ?? parts.newId()
      const printer = { ...newPrinter(id, fields.name, fields.role), ...fields }
      const [problem] = problemsOfPrinter(printer)
      if (problem) refuse(problem, {}, 'printer.connection')
      await value(parts, storePrinter, { printer })
      return { printerId: id }
    },
    removePrinter: (printerId: string) => value(parts, deletePrinter, { printerId }),
    preview: (request: DocumentRequest) => preview(parts, request),
    async print(request: DocumentRequest) {
      const document = await build(parts, request)
      const printer = await printerFor(document)
      known.paper = request.paper ?? 'A4'
      known.bilingual = request.bilingual
      const order = { printerId: printer.id, personId: request.personId, document, copies: 1 }
      const job = await spool.enqueue(order)
      send(job, spool.run(job.id))
      return { jobId: job.id }
    },
    async printTest(printerId: string) {
      await printers()
      const document = await value(parts, buildDocument, {
        kind: 'test-page',
        personId: null,
        visitId: null,
        printerId,
      })
      const job = await spool.enqueue({ printerId, personId: null, document, copies: 1 })
      send(job, spool.run(job.id))
      return { jobId: job.id }
    },
    async reprint(jobId: string) {
      await printers()
      const job = await spool.printAgain(jobId)
      await afterEnd(parts, job, known.printers)
      return { jobId: job.id }
    },
    async listJobs(limit: number): Promise<readonly PrintJobView[]> {
      const names = new Map((await printers()).map(printer => [printer.id, printer.name]))
      const jobs = await value(parts, readPrintJobs, { limit })
      return jobs.map(job => toView(job, names.get(job.printerId) ?? ''))
    },
    async savePdf(request: DocumentRequest) {
      const document = await build(parts, request)
      if (document.kind !== 'vaccination-record') return refuse('print.wrong-printer')
      const file = await parts.chooseFile(`${document.person.code}.pdf`)
      if (file === null) return { saved: false }
      const paper = request.paper ?? 'A4'
      const html = renderRecordHtml(document, {
        paper,
        bilingual: request.bilingual,
        fontBase: parts.fontBase,
      })
      await writeFile(file, await parts.pagePrinter.printToPdf(html, paper))
      return { saved: true }
    },
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
  const { kind, personId, visitId } = request
  return value(parts, buildDocument, { kind, personId, visitId, printerId: null })
}

async function preview(parts: PrintDeskParts, request: DocumentRequest): Promise<{ dataUrl: string }> {
  const document = await build(parts, request)
  const paper = request.paper ?? 'A4'
  const { fontBase, pagePrinter } = parts
  if (document.kind === 'vaccination-record') {
    const html = renderRecordHtml(document, { paper, bilingual: request.bilingual, fontBase })
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
    list: () => value(parts, readPrintJobs, { limit: 1000 }),
  }
}

/** The journal keeps every paper that is, or may be, out there. */
async function afterEnd(
  parts: PrintDeskParts,
  job: PrintJob,
  printers: readonly PrinterSettings[],
): Promise<void> {
  const { kind } = job.document
  if (job.state === 'failed' || job.personId === null || kind === 'test-page') return
  await value(parts, noteDocument, {
    kind,
    personId: job.personId,
    printerName: printers.find(({ id }) => id === job.printerId)?.name ?? '',
    jobId: job.id,
    reprint: job.reprintOf !== null,
  })
}

function toView(job: PrintJob, printerName: string): PrintJobView {
  const { document } = job
  const title =
    document.kind === 'test-page'
      ? document.printerName
      : document.kind === 'vaccination-record'
        ? document.person.name
        : document.name
  return {
    jobId: job.id,
    kind: document.kind,
    title,
    printerName,
    state: job.state,
    errorCode: job.trouble as PrintJobView['errorCode'],
    createdAt: job.requestedAt,
    endedAt: job.settledAt,
    reprintOf: job.reprintOf,
  }
}
