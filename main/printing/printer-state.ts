import { access, constants } from 'node:fs/promises'
import type { PrinterSettings } from '../../src/domain/document/printer'
import type { PrinterState } from './print-error'
import { stateOfQueue } from './queue-state'
import { askPrinter, type TcpTimes } from './tcp-transport'

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
