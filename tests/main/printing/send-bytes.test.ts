import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeToFile } from '../../../main/printing/device-transport'
import { labelQuestion } from '../../../main/printing/label-status'
import { sendToQueue } from '../../../main/printing/queue-transport'
import { sendBytes } from '../../../main/printing/send-bytes'
import { createStatusReader, troubleOfOffline } from '../../../main/printing/status-reader'
import { slipPrinter } from '../../helpers/document-samples'

const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-print-'))
afterAll(() => rmSync(folder, { recursive: true }))
const never = new AbortController().signal
const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index & 0xff))

/** A program that behaves like `lp`. */
function program(name: string, script: string): string {
  const file = join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

describe('sendToQueue', () => {
  test('hands the bytes over unchanged, as raw, to the named queue', async () => {
    const lp = program('lp', `echo "$@" > ${folder}/arguments\ncat > ${folder}/spooled`)
    const result = await sendToQueue('May_in_1', bytes, 5_000, never, lp)
    expect(result).toEqual({ state: 'unknown', code: 'print.handed-to-system' })
    expect(readFileSync(join(folder, 'spooled')).equals(bytes)).toBe(true)
    expect(readFileSync(join(folder, 'arguments'), 'utf8')).toBe('-d May_in_1 -o raw -t diem-tiem\n')
  })

  test('a queue that does not exist, and a machine without CUPS, refuse', async () => {
    const refused = { state: 'failed', code: 'printer.queue-refused' }
    expect(await sendToQueue('x', bytes, 5_000, never, program('no-lp', 'exit 1'))).toEqual(refused)
    expect(await sendToQueue('x', bytes, 5_000, never, join(folder, 'absent'))).toEqual(refused)
  })

  test('a queue that hangs is given up as unknown', async () => {
    const hanging = program('slow-lp', 'exec sleep 20')
    expect(await sendToQueue('x', bytes, 200, never, hanging)).toEqual({
      state: 'unknown',
      code: 'printer.stalled',
    })
  })

  test('a name that lp would read as an option is refused', async () => {
    expect(await sendToQueue('-o raw', bytes, 200, never)).toEqual({
      state: 'failed',
      code: 'printer.bad-address',
    })
  })
})

describe('writeToFile', () => {
  test('writes everything to a device that is there, and makes no file of a mistyped path', async () => {
    const device = join(folder, 'device')
    writeFileSync(device, '')
    const result = await writeToFile(device, bytes, 1_000, never)
    expect(result).toEqual({ state: 'unknown', code: 'printer.acknowledgement-off' })
    expect(readFileSync(device).equals(bytes)).toBe(true)
    const failed = { state: 'failed', code: 'printer.device-failed' }
    expect(await writeToFile(join(folder, 'lp9'), bytes, 1_000, never)).toEqual(failed)
    expect(() => readFileSync(join(folder, 'lp9'))).toThrow('ENOENT')
  })
})

describe('sendBytes', () => {
  test.each([
    [{ kind: 'none' }, 'printer.not-connected'],
    [{ kind: 'device', path: 'lp0' }, 'printer.bad-address'],
    [{ kind: 'device', path: '/dev/../etc/passwd' }, 'printer.bad-address'],
    [{ kind: 'device', path: '/dev/full' }, 'printer.device-failed'],
    [{ kind: 'tcp', host: 'tcp:/10.0.0.5', port: 9100 }, 'printer.bad-address'],
  ] as const)('%o has failed: %s', async (connection, code) => {
    expect(await sendBytes({ ...slipPrinter, connection }, bytes, never)).toEqual({ state: 'failed', code })
  })
})

describe('label printers', () => {
  const stringsOf = (paperOut: number, pause: number, head: number, ribbon: number, left: number) =>
    [
      `\x02030,${paperOut},${pause},0240,000,0,0,0,000,0,0,0\x03\r\n`,
      `\x02000,0,${head},${ribbon},1,2,4,0,${String(left).padStart(8, '0')},1,000\x03\r\n`,
      '\x021234,0\x03\r\n',
    ].join('')
  const zpl = labelQuestion('zpl')
  test.each([
    ['ready', stringsOf(0, 0, 0, 0, 0), null],
    ['without paper', stringsOf(1, 0, 0, 0, 0), 'printer.paper-out'],
    ['with its head up', stringsOf(1, 1, 1, 0, 0), 'printer.cover-open'],
    ['paused', stringsOf(0, 1, 0, 0, 0), 'printer.in-error'],
    ['without ribbon', stringsOf(0, 0, 0, 1, 0), 'printer.in-error'],
  ])('ZPL: the host status of a printer that is %s', (_, text, trouble) => {
    const answer = Buffer.from(text, 'latin1')
    expect(zpl?.complete(answer.subarray(0, 60))).toBeNull()
    expect(zpl?.trouble(zpl.complete(answer) ?? Buffer.alloc(0))).toBe(trouble)
  })
  test('ZPL: labels that remain are being printed; EPL is not asked', () => {
    expect(zpl?.isPrinting(Buffer.from(stringsOf(0, 0, 0, 0, 2), 'latin1'))).toBe(true)
    expect(zpl?.isPrinting(Buffer.from(stringsOf(0, 0, 0, 0, 0), 'latin1'))).toBe(false)
    expect(labelQuestion('epl')).toBeNull()
  })
  test.each([
    [0x00, null],
    [0x01, 'printer.cover-open'],
    [0x05, 'printer.cover-open'],
    [0x04, 'printer.paper-out'],
    [0x02, 'printer.in-error'],
    [0x08, 'printer.in-error'],
    [0x10, 'printer.in-error'],
    [0x20, null],
  ])('TSPL: status %i is %s', (status, trouble) => {
    expect(labelQuestion('tspl')?.trouble(Buffer.from([status]))).toBe(trouble)
  })
})

describe('createStatusReader', () => {
  test('an automatic frame is swallowed whole: its bytes are no answers', async () => {
    const reader = createStatusReader()
    reader.expectAck()
    reader.take(Buffer.from([0x14, 0x00]))
    reader.take(Buffer.from([0x00, 0x0f]))
    expect(await reader.ack(10)).toBeNull()
    expect(await reader.realTime(10)).toBeNull()
  })

  test('a byte that comes before anybody asked is no acknowledgement, nor is XON or XOFF', async () => {
    const reader = createStatusReader()
    reader.take(Buffer.from([0x00]))
    reader.expectAck()
    expect(await reader.ack(10)).toBeNull()
    reader.take(Buffer.from([0x11, 0x13, 0x03]))
    expect(await reader.ack(10)).toBe(0x03)
  })

  test('answers are told apart by their fixed bits, even in one packet', async () => {
    const reader = createStatusReader()
    reader.expectAck()
    reader.take(Buffer.from([0x12, 0x14, 0, 0, 0, 0x03]))
    expect(await reader.realTime(10)).toBe(0x12)
    expect(await reader.ack(10)).toBe(0x03)
  })

  test.each([
    [0x12, null],
    [0x16, 'printer.cover-open'],
    [0x36, 'printer.cover-open'],
    [0x32, 'printer.paper-out'],
    [0x52, 'printer.in-error'],
  ])('the answer %i to DLE EOT 2 says %s', (answer, trouble) => {
    expect(troubleOfOffline(answer)).toBe(trouble)
  })
})
