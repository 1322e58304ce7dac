import type { PrinterSettings } from '../../src/domain/document/printer'
import { sendToDevice } from './device-transport'
import type { SendResult } from './print-error'
import { sendToQueue } from './queue-transport'
import { sendOverTcp, type TcpTimes, usualTcpTimes } from './tcp-transport'

/** Sends the bytes of a slip or label to a printer by whatever way it is connected. */
export async function sendBytes(
  printer: Pick<PrinterSettings, 'connection' | 'language' | 'ackMode'>,
  bytes: Buffer,
  signal: AbortSignal,
  times: TcpTimes = usualTcpTimes,
  silent = new Set<string>(),
): Promise<SendResult> {
  const { connection, language, ackMode } = printer
  switch (connection.kind) {
    case 'tcp':
      return sendOverTcp(
        { host: connection.host, port: connection.port, language, ackMode, silent },
        bytes,
        times,
        signal,
      )
    case 'queue':
      return sendToQueue(connection.name, bytes, times.stallMs, signal)
    case 'device':
      return sendToDevice(connection.path, bytes, times.stallMs, signal)
    case 'none':
      return { state: 'failed', code: 'printer.not-connected' }
  }
}
