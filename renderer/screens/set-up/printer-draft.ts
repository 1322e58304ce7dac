import type { PrinterFields, PrinterView } from '../../../src/contract/print-calls'
import { newPrinter as newSettings } from '../../../src/domain/document/printer'
import { text } from '../../text'

export const printerRoles: readonly PrinterFields['role'][] = ['page', 'slip', 'label']

/** What most points have: 80 mm slips and 50×30 mm labels over the network, pages through the system. */
export function newPrinter(role: PrinterFields['role'], queueName: string | null): PrinterFields {
  const { id: _id, ...settings } = newSettings('', text.frame.printers[role], role)
  const connection =
    role === 'page'
      ? ({ kind: 'queue', name: queueName ?? '' } as const)
      : ({ kind: 'tcp', host: '', port: 9100 } as const)
  return { ...settings, connection }
}

/** True when there is enough to try. */
export function isComplete(printer: PrinterFields): boolean {
  return printer.name.trim() !== '' && targetOf(printer) !== ''
}

/** Where the papers go, in words. */
export function connectionWords({ connection }: Pick<PrinterFields, 'connection'>): string {
  return connection.kind === 'tcp' ? `${connection.host}:${connection.port}` : targetOf({ connection })
}

function targetOf({ connection }: Pick<PrinterFields, 'connection'>): string {
  if (connection.kind === 'tcp') return connection.host
  if (connection.kind === 'queue') return connection.name
  return connection.kind === 'device' ? connection.path : ''
}

/** The fields without the identity, as they are saved. */
export function fieldsOf({ printerId: _printerId, ...printer }: PrinterView): PrinterFields {
  return printer
}
