import { execFileSync } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openDocumentRenderer } from '../../../main/printing/document-renderer'
import { stateOfQueue, traysOfQueue } from '../../../main/printing/queue-state'
import { sendPdfToTray, sendToQueue } from '../../../main/printing/queue-transport'
import {
  fontFolder,
  labelPrinter,
  sampleLabel,
  sampleSlip,
  slipPrinter,
} from '../../helpers/document-samples'
import { decodeEscpos } from '../../helpers/escpos-decoder'
import { type FakePrinter, freePort, startFakePrinter } from '../../helpers/fake-printer'
import { decodeZpl } from '../../helpers/label-decoders'
import { canRunPrintSystem, type PrintSystem, startPrintSystem } from '../../helpers/print-system'

const renderer = openDocumentRenderer(fontFolder)
const never = new AbortController().signal

/** A real CUPS with raw queues to printers of ours; only root may start one, so elsewhere this is passed over. */
describe.skipIf(!canRunPrintSystem)('a raw queue of CUPS', () => {
  let system: PrintSystem
  let printer: FakePrinter
  const before = process.env.CUPS_SERVER
  beforeAll(async () => {
    system = await startPrintSystem()
    printer = await startFakePrinter('normal')
    system.addQueue('Phieu', printer.port)
    system.addQueue('Mat-roi', await freePort())
    process.env.CUPS_SERVER = system.env.CUPS_SERVER
  })
  afterAll(async () => {
    if (before === undefined) delete process.env.CUPS_SERVER
    else process.env.CUPS_SERVER = before
    await printer.close()
    await system.close()
  })
  let count = 0
  afterEach(() => {
    count = printer.connections()
  })
  const arrived = () => printer.jobs().slice(count).at(-1) ?? Buffer.alloc(0)

  test('a slip arrives dot for dot', async () => {
    const bytes = renderer.renderBytes(sampleSlip(), slipPrinter, 1)
    const ended = await sendToQueue('Phieu', bytes, 10_000, never)
    expect(ended).toEqual({ state: 'unknown', code: 'print.handed-to-system' })
    await expect.poll(() => arrived().length, { timeout: 10_000 }).toBe(bytes.length)
    expect(decodeEscpos(arrived()).bits.equals(renderer.drawDots(sampleSlip(), slipPrinter))).toBe(true)
  })

  test('a label in ZPL arrives dot for dot', async () => {
    const zebra = { ...labelPrinter, language: 'zpl' } as const
    const bytes = renderer.renderBytes(sampleLabel(), zebra, 2)
    await sendToQueue('Phieu', bytes, 10_000, never)
    await expect.poll(() => arrived().length, { timeout: 10_000 }).toBe(bytes.length)
    const { copies, bits } = decodeZpl(arrived())
    expect(copies).toBe(2)
    expect(bits.equals(renderer.drawDots(sampleLabel(), zebra))).toBe(true)
  })

  test('a page for a tray carries tray, paper and copies into the queue', async () => {
    const order = { queue: 'Mat-roi', tray: 'Tray2', paper: 'A5', copies: 2 }
    const ended = await sendPdfToTray(order, Buffer.from('%PDF-1.4\n%%EOF\n'), never)
    expect(ended).toEqual({ state: 'unknown', code: 'print.handed-to-system' })
    const waiting = execFileSync('lpstat', ['-o', 'Mat-roi'], { encoding: 'utf8' })
    expect(waiting).toMatch(/^Mat-roi-\d+/u)
  })

  test('a queue says how it is: ready, gone, or not known to the system', async () => {
    expect(await stateOfQueue('Phieu')).toEqual({ is: 'ready' })
    await expect
      .poll(() => stateOfQueue('Mat-roi'), { timeout: 15_000, interval: 300 })
      .toMatchObject({ is: 'trouble' })
    expect(await stateOfQueue('Khong-co')).toEqual({ is: 'trouble', code: 'printer.queue-refused' })
    expect(await traysOfQueue('Phieu')).toEqual([])
  })
})
