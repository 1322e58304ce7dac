import { refuse } from '../../../src/contract/errors'
import {
  deletePrinter,
  insertPrintJob,
  readPrinters,
  readPrintJobs,
  readRoutes,
  storePrinter,
  storeRoute,
  updatePrintJob,
} from '../../../src/contract/internal-calls'
import { serve } from '../service'

/*
 * Printers and jobs of this PC. They are no part of the journal: another PC has other printers.
 */
export const listPrintersService = serve(readPrinters, ({ store }) => store.print.listPrinters())

export const savePrinterService = serve(storePrinter, ({ store }, { printer }) => {
  store.print.savePrinter(printer)
  return {}
})

export const removePrinterService = serve(deletePrinter, ({ store }, { printerId }) => {
  if (!store.print.removePrinter(printerId)) refuse('print.no-printer')
  return {}
})

export const insertPrintJobService = serve(insertPrintJob, ({ store }, { job }) => {
  store.print.insertJob(job)
  return {}
})

export const updatePrintJobService = serve(updatePrintJob, ({ store }, { job }) => {
  store.print.updateJob(job)
  return {}
})

export const readPrintJobsService = serve(readPrintJobs, ({ store }, { which }) =>
  store.print.findJobs(which),
)

export const readRoutesService = serve(readRoutes, ({ store }) => store.print.listRoutes())

export const storeRouteService = serve(storeRoute, ({ store }, { kind, printerId, tray }) => {
  if (printerId === null) store.print.removeRoute(kind)
  else store.print.saveRoute({ kind, printerId, tray })
  return {}
})
