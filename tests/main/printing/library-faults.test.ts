import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import { PNG } from 'pngjs'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { Bits } from '../../../main/printing/bits'
import { writeToFile } from '../../../main/printing/device-transport'
import { openDocumentRenderer } from '../../../main/printing/document-renderer'
import { encodeBits } from '../../../main/printing/encode'
import { escposSlip } from '../../../main/printing/escpos'
import { loadFonts } from '../../../main/printing/fonts'
import { startSheet } from '../../../main/printing/layout/raster'
import { code128Modules } from '../../../main/printing/layout/symbols'
import { sendToQueue } from '../../../main/printing/queue-transport'
import { sendOverTcp, type TcpTimes } from '../../../main/printing/tcp-transport'
import { isTcpAddress } from '../../../src/domain/document/printer'
import { vietnameseRows } from '../../../src/domain/document/test-page'
import { fontFolder, sampleSlip, slipPrinter } from '../../helpers/document-samples'
import { decodeEscpos } from '../../helpers/escpos-decoder'
import { type Behaviour, type FakePrinter, freePort, startFakePrinter } from '../../helpers/fake-printer'
import { readSymbols } from '../../helpers/read-symbol'

/*
 * What node-thermal-printer 4.6.1 gets wrong, one by one, and what comes out here instead. Where the library can be shown at
 * it in little time it is: a version that mends something makes its line fail, and this page is read again.
 */
const fonts = loadFonts(fontFolder)
const renderer = openDocumentRenderer(fontFolder)
const never = new AbortController().signal
const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-library-'))
const running: FakePrinter[] = []
afterEach(async () => void (await Promise.all(running.splice(0).map(printer => printer.close()))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function library(characterSet?: CharacterSet, target = join(folder, 'never-opened')): ThermalPrinter {
  return new ThermalPrinter({
    type: PrinterTypes.EPSON,
    interface: target,
    ...(characterSet && { characterSet }),
    options: { timeout: 400 },
  })
}

const bytesOf = (printer: ThermalPrinter): Buffer => printer.getBuffer() ?? Buffer.alloc(0)

describe('what it makes of text', () => {
  test('the three Vietnamese code pages are one page: at most one can be right; we send no code page at all', () => {
    const sets = [CharacterSet.TCVN_VIETNAMESE, CharacterSet.WPC1258_VIETNAMESE, 'VISCII' as CharacterSet]
    for (const set of sets) expect(bytesOf(library(set)).toString('hex')).toContain('1b7434')
    const bits = new Bits(576, 4)
    const { resets } = decodeEscpos(escposSlip(bits))
    expect(resets).toBe(2)
  })

  test('"THÚY" becomes a control byte; here every one of the 134 letters is dots', () => {
    const printer = library(CharacterSet.TCVN_VIETNAMESE)
    printer.print('THÚY')
    expect(bytesOf(printer).includes(Buffer.from([0x54, 0x48, 0x01, 0x59]))).toBe(true)
    const sheet = startSheet(576, fonts)
    for (const [row, text] of vietnameseRows.entries())
      sheet.text(text, 4, row * 40, { size: 24, weight: 'medium' })
    const bits = sheet.finish(vietnameseRows.length * 40)
    expect(decodeEscpos(escposSlip(bits)).bits.equals(bits)).toBe(true)
  })

  test('"–" jumps to another code page and back; here it is one more letter', () => {
    const printer = library(CharacterSet.TCVN_VIETNAMESE)
    printer.print('a–b')
    expect(bytesOf(printer).toString('hex')).toContain('1b7410')
    const slip = sampleSlip({ name: 'Nguyễn – “An” ₫' })
    expect(() => decodeEscpos(renderer.renderBytes(slip, slipPrinter, 1))).not.toThrow()
  })

  test('a blank line is lost and a long pair of words overflows; our slip is measured and wrapped', () => {
    const printer = library()
    printer.print('a\n\nb')
    expect(bytesOf(printer).toString()).not.toContain('\n\n')
    printer.clear()
    printer.leftRight('x'.repeat(40), 'y'.repeat(40))
    expect(bytesOf(printer).toString().split('\n')[0]?.length).toBeGreaterThan(48)
    const long = sampleSlip({ name: 'Nguyễn Hoàng Phương Trúc Quỳnh Anh '.repeat(3).trim() })
    const { bits } = decodeEscpos(renderer.renderBytes(long, slipPrinter, 1))
    expect(bits.width).toBe(576)
  })

  test('height and width are swapped; here size is in dots', () => {
    const printer = library()
    printer.setTextSize(1, 0)
    // GS ! has width in the high four bits.
    expect(bytesOf(printer).toString('hex')).toContain('1d2110')
    const width = (size: number) => fonts.measure('Ễ', { size, weight: 'medium' })
    expect(Math.abs(width(48) - 2 * width(24))).toBeLessThanOrEqual(1)
  })

  test('the reset behind a cut spoils a second slip; here each begins anew and both are alike', () => {
    const printer = library(CharacterSet.TCVN_VIETNAMESE)
    printer.cut()
    expect(bytesOf(printer).subarray(-2).toString('hex')).toBe('1b40')
    const bits = renderer.drawDots(sampleSlip(), slipPrinter)
    const two = encodeBits('escpos', bits, slipPrinter, 2)
    const half = two.length / 2
    expect(decodeEscpos(two.subarray(0, half)).bits.equals(bits)).toBe(true)
    expect(decodeEscpos(two.subarray(half)).bits.equals(bits)).toBe(true)
  })
})

describe('what it makes of symbols and pictures', () => {
  const name = 'Nguyễn Thị Ánh Ngọc'

  test('a QR announces fewer bytes than it sends; ours is read back letter for letter', async () => {
    const printer = library()
    printer.printQR(name)
    const store = bytesOf(printer).indexOf(Buffer.from([0x31, 0x50, 0x30]))
    expect(bytesOf(printer).readUInt16LE(store - 2)).toBe(name.length + 3)
    expect(Buffer.byteLength(name)).toBeGreaterThan(name.length)
    const sheet = startSheet(400, fonts)
    sheet.qr(name, 60, 60, 6)
    expect(await readSymbols(sheet.finish(400))).toEqual([`QRCode:${name}`])
  })

  test('Code 128 always begins in set B: 20 digits are 255 modules there and 145 here', () => {
    const printer = library()
    printer.code128('12345678901234567890')
    expect(bytesOf(printer).includes(Buffer.from([0x7b, 0x42]))).toBe(true)
    expect(code128Modules('12345678901234567890')).toHaveLength(145)
  })

  test('a picture is one raster however high it is; ours comes in bands a cheap buffer holds', async () => {
    const png = new PNG({ width: 64, height: 600 })
    png.data.fill(255)
    const printer = library()
    await printer.printImageBuffer(PNG.sync.write(png))
    const raster = bytesOf(printer).indexOf(Buffer.from([0x1d, 0x76, 0x30]))
    expect(bytesOf(printer).readUInt16LE(raster + 6)).toBe(600)
    // The strict printer refuses a band of more than 128 rows.
    expect(decodeEscpos(escposSlip(new Bits(576, 600))).bits.height).toBe(600)
  })

  test('a picture of 2048 dots loses the high half of its width; ours keeps it', async () => {
    const png = new PNG({ width: 2048, height: 8 })
    png.data.fill(255)
    const printer = library()
    await printer.printImageBuffer(PNG.sync.write(png))
    const raster = bytesOf(printer).indexOf(Buffer.from([0x1d, 0x76, 0x30]))
    expect(bytesOf(printer)[raster + 5]).toBe(0)
    const bits = new Bits(2048, 8)
    bits.set(2047, 7)
    expect(decodeEscpos(escposSlip(bits)).bits.equals(bits)).toBe(true)
  })
})

describe('what it says of slips that never printed', () => {
  const times: TcpTimes = {
    connectMs: 500,
    statusMs: 60,
    stallMs: 500,
    ackMs: 200,
    noticeMs: 60,
    lingerMs: 60,
  }
  const bytes = escposSlip(new Bits(576, 400))

  async function inBothWays(behaviour: Behaviour, options: { waitForResponse?: boolean } = {}) {
    const theirs = await startFakePrinter(behaviour)
    const ours = await startFakePrinter(behaviour)
    running.push(theirs, ours)
    const printer = library(undefined, `tcp://127.0.0.1:${theirs.port}`)
    printer.append(bytes)
    const said = printer
      .execute(options)
      .then(() => 'printed')
      .catch((error: unknown) => `refused: ${error instanceof Error ? error.message : String(error)}`)
    const theirEnd = await Promise.race([said, sleep(1_000, 'never answers')])
    const target = { host: '127.0.0.1', port: ours.port, language: 'escpos', ackMode: 'gs-r' } as const
    return { theirEnd, ourEnd: await sendOverTcp(target, bytes, times, never), received: ours.received() }
  }

  test.each([
    ['never-reads', 'printer.no-acknowledgement'],
    ['resets', 'printer.connection-reset'],
    ['closes-early', 'printer.closed-early'],
  ] as const)('a printer that %s: "printed" there, unknown here with %s', async (behaviour, code) => {
    const { theirEnd, ourEnd } = await inBothWays(behaviour)
    expect(theirEnd).toBe('printed')
    expect(ourEnd).toEqual({ state: 'unknown', code })
  })

  test('a printer that talks while it prints: our socket is never torn down, the slip is whole', async () => {
    const { ourEnd, received } = await inBothWays('chatty')
    expect(ourEnd.state).toBe('confirmed')
    expect(received.equals(bytes)).toBe(true)
  })

  test('a silent printer that is asked to answer: refused there, unknown here, never failed', async () => {
    const { theirEnd, ourEnd } = await inBothWays('no-ack', { waitForResponse: true })
    expect(theirEnd).toBe('refused: Socket timeout')
    expect(ourEnd).toEqual({ state: 'unknown', code: 'printer.no-acknowledgement' })
  })

  test('one that closes without an answer: no end at all there, an end here', async () => {
    const { theirEnd, ourEnd } = await inBothWays('closes-early', { waitForResponse: true })
    expect(theirEnd).toBe('never answers')
    expect(ourEnd).toEqual({ state: 'unknown', code: 'printer.closed-early' })
  })

  test('nobody listens: an end with a reason that can be read', async () => {
    const target = { host: '127.0.0.1', port: await freePort(), language: 'escpos', ackMode: 'gs-r' } as const
    expect(await sendOverTcp(target, bytes, times, never)).toEqual({
      state: 'failed',
      code: 'printer.refused',
    })
  })

  test('an empty job is an uncaught exception there; here nothing is sent and the printer answers', async () => {
    const printer = await startFakePrinter('normal')
    running.push(printer)
    const target = { host: '127.0.0.1', port: printer.port, language: 'escpos', ackMode: 'gs-r' } as const
    expect(await sendOverTcp(target, Buffer.alloc(0), times, never)).toMatchObject({ state: 'confirmed' })
    expect(printer.received()).toHaveLength(0)
  })

  test('a device that is missing: tried for minutes there, and printed after the error; here it fails at once', async () => {
    const path = join(folder, 'lp0')
    const ended = await writeToFile(path, bytes, 500, never)
    expect(ended).toEqual({ state: 'failed', code: 'printer.device-failed' })
    await sleep(300)
    expect(existsSync(path)).toBe(false)
  })

  test('a queue that refuses is a result with a reason, not a thrown "false"', async () => {
    const ended = await sendToQueue('May-In', bytes, 2_000, never, 'false')
    expect(ended).toEqual({ state: 'failed', code: 'printer.queue-refused' })
  })

  test.each(['tcp://[::1]:9100', 'tcp:/10.0.0.5', '10.0.0.5:9100', 'tcp://1.2.3.4:9100/x'])(
    'the mistyped address %s is a file there and no address here',
    async address => {
      const printer = library(undefined, address) as unknown as { readonly Interface: object }
      expect(printer.Interface.constructor.name).toBe('File')
      expect(isTcpAddress(address, 9100)).toBe(false)
    },
  )
})
