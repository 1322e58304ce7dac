import type { PrintDocument } from './document'
import type { PrinterRole, PrinterSettings } from './printer'

/** A paper that has a printer, and for pages a tray, of its own; null is the tray the printer takes by itself. */
export type PaperRoute = {
  readonly kind: PrintDocument['kind']
  readonly printerId: string
  readonly tray: string | null
}

/**
 * Where a paper goes: to the printer chosen for it, otherwise to the first of its kind; null where there is none. A
 * chosen printer that is gone or has become one for other papers is passed over: a paper on the wrong stock is worse than
 * one in the usual place.
 */
export function printerFor(
  paper: { readonly kind: PrintDocument['kind']; readonly role: PrinterRole },
  printers: readonly PrinterSettings[],
  routes: readonly PaperRoute[],
): { readonly printer: PrinterSettings; readonly tray: string | null } | null {
  const fitting = printers.filter(({ role }) => role === paper.role)
  const route = routes.find(({ kind }) => kind === paper.kind)
  const chosen = route && fitting.find(({ id }) => id === route.printerId)
  if (route && chosen) return { printer: chosen, tray: route.tray }
  const [first] = fitting
  return first ? { printer: first, tray: null } : null
}
