import { execFile } from 'node:child_process'
import { isQueueName } from '../../src/domain/document/printer'
import type { PrintErrorCode, PrinterState } from './print-error'

/** Longest wait for an answer of the print system, in milliseconds. */
const limitMs = 3_000

/** What CUPS calls the reasons of a queue, as far as a nurse can do something about them. */
const reasons: readonly (readonly [RegExp, PrintErrorCode])[] = [
  [/cover-open|door-open/u, 'printer.cover-open'],
  [/media-empty|media-needed/u, 'printer.paper-out'],
  [/media-jam|toner-empty|marker-supply-empty|input-tray-missing/u, 'printer.in-error'],
  [/offline|connecting-to-device|may not exist or is unavailable/u, 'printer.unreachable'],
]

/** How a queue of the system is. CUPS says it in words of its own; they are read in English whatever the PC speaks. */
export async function stateOfQueue(name: string): Promise<PrinterState> {
  if (!isQueueName(name)) return { is: 'trouble', code: 'printer.bad-address' }
  if (process.platform === 'win32') return { is: 'silent' }
  const told = await tell('lpstat', ['-l', '-p', name])
  return told === null ? { is: 'trouble', code: 'printer.queue-refused' } : readQueueState(told)
}

/** The answer of `lpstat -l -p`. */
export function readQueueState(told: string): PrinterState {
  const reason = reasons.find(([shape]) => shape.test(told))
  if (reason) return { is: 'trouble', code: reason[1] }
  if (/\bdisabled since\b/u.test(told)) return { is: 'trouble', code: 'printer.queue-refused' }
  return { is: 'ready' }
}

/** A tray of a page printer: what the system calls it, and its name for people. */
export type Tray = { readonly tray: string; readonly name: string }

/** The trays of a queue; none where the system has no word for them. On Windows a tray is a printer of its own. */
export async function traysOfQueue(name: string): Promise<readonly Tray[]> {
  if (!isQueueName(name) || process.platform === 'win32') return []
  const told = await tell('lpoptions', ['-p', name, '-l'])
  return told === null ? [] : readTrays(told)
}

/** The line `InputSlot/Media Source: Auto *Tray1 Tray2` of `lpoptions -l`. */
export function readTrays(told: string): readonly Tray[] {
  const line = /^InputSlot\/[^:]*:(.*)$/mu.exec(told)?.[1] ?? ''
  return line
    .split(/\s+/u)
    .map(word => word.replace(/^\*/u, ''))
    .filter(word => /^[\w.-]+$/u.test(word))
    .map(tray => ({ tray, name: tray }))
}

function tell(command: string, args: readonly string[]): Promise<string | null> {
  return new Promise(resolve => {
    const env = { ...process.env, LC_ALL: 'C' }
    execFile(command, [...args], { env, timeout: limitMs }, (error, output) => resolve(error ? null : output))
  })
}
