import type { RequestOf } from '../../src/contract/call'
import { refuse } from '../../src/contract/errors'
import {
  deletePrinter,
  readPrinters,
  readPrintJobs,
  readRoutes,
  storePrinter,
  storeRoute,
} from '../../src/contract/internal-calls'
import type { PrinterFields } from '../../src/contract/print-calls'
import type { FoundPrinters, PrinterStateView } from '../../src/contract/printer-calls'
import { type PrintDocument, roleOf, roleOfKind } from '../../src/domain/document/document'
import { printerFor } from '../../src/domain/document/paper-route'
import { newPrinter, type PrinterSettings, problemsOfPrinter } from '../../src/domain/document/printer'
import { type AskEngine, value } from './ask-engine'
import { addressesNearby, listPrinterDevices, rawPort, scanForPrinters } from './find-printers'
import { readPrinterState } from './printer-state'
import { traysOfQueue } from './queue-state'

type Parts = {
  readonly ask: AskEngine
  readonly newId: () => string
  /** Queues the operating system offers. */
  readonly queues: () => Promise<readonly { readonly name: string }[]>
}

/** The printers of this PC: which there are, how they are, and which paper goes where. */
export class PrinterShelf {
  private known: readonly PrinterSettings[] = []

  constructor(private readonly parts: Parts) {}

  /** A printer as it was when the printers were read last. */
  find(printerId: string): PrinterSettings | null {
    return this.known.find(({ id }) => id === printerId) ?? null
  }

  async read(): Promise<readonly PrinterSettings[]> {
    this.known = await value(this.parts, readPrinters, {})
    return this.known
  }

  /** A printer of this PC; refuses 'printer.unknown'. */
  async get(printerId: string): Promise<PrinterSettings> {
    await this.read()
    return this.find(printerId) ?? refuse('printer.unknown')
  }

  async list() {
    const printers = await this.read()
    return {
      printers: printers.map(({ id, ...printer }) => ({ printerId: id, ...printer })),
      queues: await this.parts.queues(),
    }
  }

  async save(printerId: string | null, fields: PrinterFields) {
    const id = printerId ?? this.parts.newId()
    const printer = { ...newPrinter(id, fields.name, fields.role), ...fields }
    const [problem] = problemsOfPrinter(printer)
    if (problem) refuse(problem, {}, 'printer.connection')
    await value(this.parts, storePrinter, { printer })
    return { printerId: id }
  }

  remove(printerId: string) {
    return value(this.parts, deletePrinter, { printerId })
  }

  /** Where a paper goes, or null when no printer of this PC takes it. */
  async placeFor(document: PrintDocument) {
    const paper = { kind: document.kind, role: roleOf(document) }
    return printerFor(paper, await this.read(), await this.listRoutes())
  }

  listRoutes() {
    return value(this.parts, readRoutes, {})
  }

  async route(route: RequestOf<typeof storeRoute>) {
    if (route.printerId !== null) {
      const printer = await this.get(route.printerId)
      if (printer.role !== roleOfKind(route.kind)) refuse('print.wrong-printer')
    }
    return value(this.parts, storeRoute, route)
  }

  /** Asks each printer how it is; one that has a job of ours under way is left alone. */
  async readStates(): Promise<readonly PrinterStateView[]> {
    const printers = await this.read()
    const open = await value(this.parts, readPrintJobs, { which: { of: 'open' } })
    return Promise.all(
      printers.map(async printer => {
        const jobs = open.filter(({ printerId }) => printerId === printer.id)
        const view = { printerId: printer.id, open: jobs.length, errorCode: null }
        if (jobs.some(({ state }) => state === 'sent')) return { ...view, is: 'busy' as const }
        const state = await readPrinterState(printer)
        return { ...view, is: state.is, errorCode: state.is === 'trouble' ? state.code : null }
      }),
    )
  }

  async listTrays(printerId: string) {
    const { connection } = await this.get(printerId)
    return connection.kind === 'queue' ? traysOfQueue(connection.name) : []
  }

  async findMore(searchNetwork: boolean): Promise<FoundPrinters> {
    const near = searchNetwork ? addressesNearby() : []
    const [queues, devices, hosts] = await Promise.all([
      this.parts.queues(),
      listPrinterDevices(),
      scanForPrinters(near),
    ])
    return {
      queues: queues.map(({ name }) => name),
      devices,
      hosts: searchNetwork ? hosts.map(host => ({ host, port: rawPort })) : null,
      asked: near.length,
    }
  }
}
