import { access, constants } from 'node:fs/promises'
import type { PrinterSettings } from '../../src/domain/document/printer'
import type { PrintErrorCode } from './print-error'
import { stateOfQueue } from './queue-state'
import { askPrinter, type TcpTimes } from './tcp-transport'

/**
 * How a printer is, as far as it says so itself: `ready`; `silent` when it can be reached but tells nothing; otherwise why
 * it cannot print.
 */
export type PrinterState =
  | { readonly is: 'ready' | 'silent' }
  | { readonly is: 'trouble'; readonly code: PrintErrorCode }

/** Asks a printer how it is. Nothing is printed. To be asked while no job is on its way there. */
export async function readPrinterState(
  { connection, language }: Pick<PrinterSettings, 'connection' | 'language'>,
  times?: TcpTimes,
): Promise<PrinterState> {
  switch (connection.kind) {
    case 'tcp':
      return askPrinter({ host: connection.host, port: connection.port, language, ackMode: 'none' }, times)
    case 'queue':
      return stateOfQueue(connection.name)
    case 'device':
      return access(connection.path, constants.W_OK).then(
        () => ({ is: 'silent' }) as const,
        () => ({ is: 'trouble', code: 'printer.device-failed' }) as const,
      )
    case 'none':
      return { is: 'trouble', code: 'printer.not-connected' }
  }
}
