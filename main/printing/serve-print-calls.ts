import { refusedWith } from '../../src/contract/answers'
import type { Answer, Call, RequestOf } from '../../src/contract/call'
import { Trouble } from '../../src/contract/errors'
import {
  type DocumentRequest,
  listPrinters,
  listPrintJobs,
  type PrinterFields,
  previewDocument,
  printDocument,
  printTestPage,
  removePrinter,
  reprintJob,
  savePdf,
  savePrinter,
} from '../../src/contract/print-calls'
import {
  cancelJob,
  findPrinters,
  listRoutes,
  listTrays,
  moveJob,
  printCalibration,
  readPrinterStates,
  routePaper,
  sendJob,
} from '../../src/contract/printer-calls'
import { drawTestSymbols } from '../../src/contract/scan-calls'
import type { PrintDesk } from './print-desk'
import { PrintError } from './print-error'
import { testSymbolOf } from './test-symbols'

type JobAndPrinter = { readonly jobId: string; readonly printerId: string }
type Work = (payload: unknown) => Promise<unknown>

/** The print desk's answers to the window's calls, by name. Payloads have been checked by then. */
export function servePrintCalls(
  desk: PrintDesk,
): ReadonlyMap<string, (payload: unknown) => Promise<Answer<unknown>>> {
  const works: readonly (readonly [Call, Work])[] = [
    [listPrinters, () => desk.printers.list()],
    [
      savePrinter,
      payload => {
        const { printerId, printer } = payload as { printerId: string | null; printer: PrinterFields }
        return desk.printers.save(printerId, printer)
      },
    ],
    [removePrinter, payload => desk.printers.remove((payload as { printerId: string }).printerId)],
    [previewDocument, payload => desk.preview(payload as DocumentRequest)],
    [printDocument, payload => desk.print(payload as DocumentRequest)],
    [savePdf, payload => desk.savePdf(payload as DocumentRequest)],
    [printTestPage, payload => desk.printTest((payload as { printerId: string }).printerId)],
    [listPrintJobs, payload => desk.listJobs((payload as { limit: number }).limit)],
    [drawTestSymbols, async payload => (payload as { texts: readonly string[] }).texts.map(testSymbolOf)],
    [moveJob, payload => desk.move((payload as JobAndPrinter).jobId, (payload as JobAndPrinter).printerId)],
    [cancelJob, payload => desk.cancel((payload as { jobId: string }).jobId)],
    [sendJob, payload => desk.sendWaiting((payload as { jobId: string }).jobId)],
    [
      printCalibration,
      payload => desk.printTest((payload as { printerId: string }).printerId, 'calibration'),
    ],
    [readPrinterStates, () => desk.printers.readStates()],
    [listTrays, payload => desk.printers.listTrays((payload as { printerId: string }).printerId)],
    [findPrinters, payload => desk.printers.findMore((payload as { searchNetwork: boolean }).searchNetwork)],
    [listRoutes, () => desk.printers.listRoutes()],
    [routePaper, payload => desk.printers.route(payload as RequestOf<typeof routePaper>)],
    [reprintJob, payload => desk.reprint((payload as { jobId: string }).jobId)],
  ]
  return new Map(works.map(([call, work]) => [call.name, payload => answerWith(work(payload))]))
}

/** Trouble becomes an answer; a bug stays one and is reported by whoever listens. */
async function answerWith(work: Promise<unknown>): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    const problems =
      error instanceof Trouble
        ? error.problems
        : error instanceof PrintError
          ? [{ code: error.code, field: null, params: { detail: error.detail } }]
          : null
    if (!problems) throw error
    return refusedWith(problems)
  }
}
