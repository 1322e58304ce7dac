import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeToFile } from '../../../main/printing/device-transport'
import { sendToQueue } from '../../../main/printing/queue-transport'
import { sendBytes } from '../../../main/printing/send-bytes'
import { createStatusReader } from '../../../main/printing/status-reader'
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

describe('createStatusReader', () => {
  test('an automatic frame is swallowed whole: its bytes are no answers', async () => {
    const reader = createStatusReader()
    reader.expectAck()
    reader.take(Buffer.from([0x14, 0x00]))
    reader.take(Buffer.from([0x00, 0x0f]))
    expect(await reader.ack(10)).toBeNull()
    expect(await reader.paper(10)).toBeNull()
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
    expect(await reader.paper(10)).toBe(0x12)
    expect(await reader.ack(10)).toBe(0x03)
  })
})
