import type { PrinterFields, PrinterView } from '../../../src/contract/print-calls'
import { text } from '../../text'

export const printerRoles: readonly PrinterFields['role'][] = ['page', 'slip', 'label']

/** What most points have: 80 mm slips and 50×30 mm labels over the network, A5 pages through the system. */
export function newPrinter(role: PrinterFields['role'], queueName: string | null): PrinterFields {
  return {
    name: text.frame.printers[role],
    role,
    connection:
      role === 'page'
        ? { kind: 'queue', name: queueName ?? '' }
        : { kind: 'tcp', host: '', port: 9100 },
    widthDots: role === 'label' ? 400 : 576,
    dpi: 203,
    labelMm: { width: 50, height: 30 },
    ackMode: role === 'slip' ? 'gs-r' : 'none',
    paper: 'A5',
  }
}

/** True when there is enough to try. */
export function isComplete({ name, connection }: PrinterFields): boolean {
  const target =
    connection.kind === 'tcp' ? connection.host : connection.kind === 'queue' ? connection.name : connection.path
  return name.trim() !== '' && target.trim() !== ''
}

/** Where the papers go, in words. */
export function connectionWords({ connection }: Pick<PrinterFields, 'connection'>): string {
  if (connection.kind === 'tcp') return `${connection.host}:${connection.port}`
  return connection.kind === 'queue' ? connection.name : connection.path
}

/** The fields without the identity, as they are saved. */
export function fieldsOf({ printerId: _printerId, ...printer }: PrinterView): PrinterFields {
  return printer
}
