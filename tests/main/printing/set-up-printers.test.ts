import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { NetworkInterfaceInfo } from 'node:os'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openDocumentRenderer } from '../../../main/printing/document-renderer'
import { addressesNearby, listPrinterDevices, scanForPrinters } from '../../../main/printing/find-printers'
import { readPrinterState } from '../../../main/printing/printer-state'
import { readQueueState, readTrays } from '../../../main/printing/queue-state'
import { sendPdfToTray } from '../../../main/printing/queue-transport'
import type { TcpTimes } from '../../../main/printing/tcp-transport'
import { printerFor } from '../../../src/domain/document/paper-route'
import { completePrinter, newPrinter } from '../../../src/domain/document/printer'
import { asCalibration, buildTestPage, offsetFromMeasured } from '../../../src/domain/document/test-page'
import {
  finePrinter,
  fontFolder,
  labelPrinter,
  narrowPrinter,
  sampleIssue,
  slipPrinter,
} from '../../helpers/document-samples'
import { decodeEscpos } from '../../helpers/escpos-decoder'
import { type Behaviour, type FakePrinter, freePort, startFakePrinter } from '../../helpers/fake-printer'
import { differingDots } from '../../helpers/golden-bits'
import { readSymbols } from '../../helpers/read-symbol'

const renderer = openDocumentRenderer(fontFolder)
const never = new AbortController().signal
const running: FakePrinter[] = []
afterEach(async () => void (await Promise.all(running.splice(0).map(printer => printer.close()))))

async function start(behaviour: Behaviour): Promise<FakePrinter> {
  const printer = await startFakePrinter(behaviour)
  running.push(printer)
  return printer
}

describe('finding printers', () => {
  const card = (address: string, internal = false): NetworkInterfaceInfo => ({
    address,
    internal,
    family: 'IPv4',
    netmask: '255.255.255.0',
    mac: '00:00:00:00:00:00',
    cidr: null,
  })

  test('only the addresses beside this PC are tried, never its own, the loop or a made-up one', () => {
    const near = addressesNearby({
      lo: [card('127.0.0.1', true)],
      lan: [card('192.168.1.20')],
      odd: [card('169.254.3.4')],
    })
    expect(near).toHaveLength(253)
    expect(near).toContain('192.168.1.254')
    expect(near).not.toContain('192.168.1.20')
  })

  test('an address that listens is found, one that does not is not, and nothing is sent to it', async () => {
    const printer = await start('normal')
    const pace = { limitMs: 300, atOnce: 4 }
    expect(await scanForPrinters(['127.0.0.1'], printer.port, pace)).toEqual(['127.0.0.1'])
    expect(printer.received()).toHaveLength(0)
    expect(await scanForPrinters(['127.0.0.1'], await freePort(), pace)).toEqual([])
  })

  test('printers on a cable are files named lp and a number', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-usb-'))
    for (const name of ['lp1', 'lp0', 'hiddev0']) writeFileSync(join(folder, name), '')
    expect(await listPrinterDevices(folder)).toEqual([`${folder}/lp0`, `${folder}/lp1`])
    rmSync(folder, { recursive: true })
    expect(await listPrinterDevices(folder)).toEqual([])
  })
})

describe('how a printer is', () => {
  const times: TcpTimes = {
    connectMs: 300,
    statusMs: 100,
    stallMs: 300,
    ackMs: 100,
    noticeMs: 50,
    lingerMs: 50,
  }
  const stateOf = async (behaviour: Behaviour, language: 'escpos' | 'tspl' | 'epl') => {
    const printer = await start(behaviour)
    const connection = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const
    const state = await readPrinterState({ connection, language }, times)
    expect(printer.received()).toHaveLength(0)
    return state
  }

  test.each([
    ['normal', 'escpos', { is: 'ready' }],
    ['no-ack', 'escpos', { is: 'silent' }],
    ['paper-out', 'escpos', { is: 'trouble', code: 'printer.paper-out' }],
    ['cover-open', 'escpos', { is: 'trouble', code: 'printer.cover-open' }],
    ['label-prints', 'tspl', { is: 'ready' }],
    ['label-open', 'tspl', { is: 'trouble', code: 'printer.cover-open' }],
    ['normal', 'epl', { is: 'silent' }],
  ] as const)(
    'a printer that is %s in %s is %o, and nothing was printed to know it',
    async (behaviour, language, state) => {
      expect(await stateOf(behaviour, language)).toEqual(state)
    },
  )

  test('one that is gone, mistyped or not connected says so', async () => {
    const at = (host: string, port: number) =>
      ({ connection: { kind: 'tcp', host, port }, language: 'escpos' }) as const
    expect(await readPrinterState(at('127.0.0.1', await freePort()), times)).toEqual({
      is: 'trouble',
      code: 'printer.refused',
    })
    expect(await readPrinterState(at('10.0.0', 9100), times)).toEqual({
      is: 'trouble',
      code: 'printer.bad-address',
    })
    const none = { connection: { kind: 'none' }, language: 'escpos' } as const
    expect(await readPrinterState(none)).toEqual({ is: 'trouble', code: 'printer.not-connected' })
    const device = { connection: { kind: 'device', path: '/dev/usb/lp99' }, language: 'escpos' } as const
    expect(await readPrinterState(device)).toEqual({ is: 'trouble', code: 'printer.device-failed' })
  })

  test.each([
    ['printer A is idle.  enabled since Fri\n\tAlerts: none', { is: 'ready' }],
    ['printer A disabled since Fri -\n\tPaused', { is: 'trouble', code: 'printer.queue-refused' }],
    ['printer A is idle.\n\tAlerts: media-empty-error', { is: 'trouble', code: 'printer.paper-out' }],
    ['printer A is idle.\n\tAlerts: cover-open', { is: 'trouble', code: 'printer.cover-open' }],
    [
      'printer A now printing A-1.\n\tThe printer may not exist or is unavailable at this time.',
      { is: 'trouble', code: 'printer.unreachable' },
    ],
  ])('a queue that says %j', (told, state) => expect(readQueueState(told)).toEqual(state))

  test('the trays of a queue', () => {
    expect(readTrays('PageSize/Media Size: A4 *A5\nInputSlot/Media Source: Auto *Tray1 Tray2\n')).toEqual([
      { tray: 'Auto', name: 'Auto' },
      { tray: 'Tray1', name: 'Tray1' },
      { tray: 'Tray2', name: 'Tray2' },
    ])
    expect(readTrays('PageSize/Media Size: A4')).toEqual([])
  })

  test('a page for a tray names tray, paper and copies to the print system', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-lp-'))
    const command = join(folder, 'lp')
    writeFileSync(
      command,
      '#!/bin/sh\n[ "$*" = "-d HP -o media=A5 -o InputSlot=Tray2 -n 2 -t diem-tiem" ] && cat > /dev/null\n',
      {
        mode: 0o755,
      },
    )
    const order = { queue: 'HP', tray: 'Tray2', paper: 'A5', copies: 2 }
    const pdf = Buffer.from('%PDF')
    expect(await sendPdfToTray(order, pdf, never, command)).toEqual({
      state: 'unknown',
      code: 'print.handed-to-system',
    })
    const wrong = await sendPdfToTray({ ...order, tray: 'Tray1' }, pdf, never, command)
    expect(wrong).toEqual({ state: 'failed', code: 'printer.queue-refused' })
    const odd = await sendPdfToTray({ ...order, tray: 'a b' }, pdf, never, command)
    expect(odd).toEqual({ state: 'failed', code: 'printer.bad-address' })
    rmSync(folder, { recursive: true })
  })
})

describe('which paper goes where', () => {
  const printers = [labelPrinter, { ...labelPrinter, id: 'label-3' }, slipPrinter]
  const vial = { kind: 'vial-label', role: 'label' } as const

  test('to the printer and tray chosen for it, else to the first of its kind', () => {
    const route = { kind: 'vial-label', printerId: 'label-3', tray: 'Tray2' } as const
    expect(printerFor(vial, printers, [route])).toMatchObject({ printer: { id: 'label-3' }, tray: 'Tray2' })
    expect(printerFor(vial, printers, [])).toMatchObject({ printer: { id: 'label-1' }, tray: null })
    expect(printerFor({ kind: 'person-label', role: 'label' }, printers, [route])?.printer.id).toBe('label-1')
  })

  test('a printer that is gone or prints other papers now is passed over; without one there is none', () => {
    const route = (printerId: string) => ({ kind: 'vial-label', printerId, tray: 'Tray2' }) as const
    expect(printerFor(vial, printers, [route('gone')])).toMatchObject({
      printer: { id: 'label-1' },
      tray: null,
    })
    expect(printerFor(vial, printers, [route('slip-1')])?.printer.id).toBe('label-1')
    expect(printerFor(vial, [slipPrinter], [])).toBeNull()
  })

  test('settings of an earlier build get the values most points need', () => {
    const {
      darkness: _d,
      speed: _s,
      zplGraphics: _z,
      cutter: _c,
      offsetMm: _o,
      ...before
    } = newPrinter('1', 'Máy', 'label')
    expect(completePrinter(before)).toEqual(newPrinter('1', 'Máy', 'label'))
  })
})

describe('test page and calibration page', () => {
  const pageOf = (printer: typeof slipPrinter) => buildTestPage({ printer, issue: sampleIssue })

  test.each([
    { name: 'calibration-203', printer: { ...labelPrinter, darkness: 8, speed: 3 } },
    { name: 'calibration-300', printer: finePrinter },
    {
      name: 'calibration-vial',
      printer: { ...labelPrinter, labelMm: { widthMm: 30, heightMm: 20, gapMm: 2 } },
    },
  ])('$name looks as it did when somebody last looked at it', ({ name, printer }) => {
    expect(differingDots(name, renderer.drawDots(asCalibration(pageOf(printer)), printer))).toBe(0)
  })

  test.each([labelPrinter, finePrinter])(
    'the frame of the calibration page stands 2 mm from every edge ($dpi dpi)',
    printer => {
      const bits = renderer.drawDots(asCalibration(pageOf(printer)), printer)
      const perMm = printer.dpi === 203 ? 8 : 300 / 25.4
      const inset = Math.round(2 * perMm)
      const row = Math.floor(bits.height / 3)
      const blackIn = Array.from({ length: bits.width }, (_, x) => x).filter(x => bits.get(x, row))
      expect(blackIn[0]).toBe(inset)
      expect(blackIn.at(-1)).toBe(bits.width - inset - 1)
      expect([bits.get(bits.width >> 1, inset), bits.get(bits.width >> 1, inset - 1)]).toEqual([true, false])
    },
  )

  test.each([203, 300] as const)(
    'the test label of a syringe roll is drawn whole at %i dpi, and its code is read',
    async dpi => {
      const printer = { ...labelPrinter, dpi, labelMm: { widthMm: 30, heightMm: 20, gapMm: 2 } }
      const bits = renderer.drawDots(pageOf(printer), printer)
      if (dpi === 203) expect(differingDots('test-label-small', bits)).toBe(0)
      expect(await readSymbols(bits)).toEqual([`Code128:${pageOf(printer).code}`])
    },
  )

  test('what the ruler shows becomes the offset in half millimetres, on top of what is set, and never too far', () => {
    expect(offsetFromMeasured({ left: 2, top: 2 }, { x: 0, y: 0 })).toEqual({ x: 0, y: 0 })
    expect(offsetFromMeasured({ left: 3.4, top: 0.6 }, { x: 0, y: 0 })).toEqual({ x: -1.5, y: 1.5 })
    expect(offsetFromMeasured({ left: 1, top: 2 }, { x: -1.5, y: 3 })).toEqual({ x: -0.5, y: 3 })
    expect(offsetFromMeasured({ left: 40, top: 2 }, { x: 0, y: 0 }).x).toBe(-10)
    expect(offsetFromMeasured({ left: 21.5, top: 19 }, { x: 0, y: 0 }, 'page')).toEqual({ x: -1.5, y: 1 })
    expect(offsetFromMeasured({ left: 0, top: 40 }, { x: 0, y: 0 }, 'page')).toEqual({ x: 5, y: -5 })
  })

  test.each([
    [slipPrinter, 1],
    [{ ...slipPrinter, cutter: false }, 0],
    [narrowPrinter, 1],
  ])('the test slip reaches both edges, names its pages of letters and cuts %#', (printer, cuts) => {
    const slip = decodeEscpos(renderer.renderBytes(pageOf(printer), printer, 1), true)
    expect(slip.cuts).toBe(cuts)
    expect(slip.lines.map(({ page }) => page)).toEqual([0, 16, 27, 30, 39, 52, 94])
    expect(slip.lines[2]?.text.toString('latin1')).toBe('27: Ti\u00d5ng Vi\u00d6t')
    const columns = (x: number) => Array.from({ length: slip.bits.height }, (_, y) => slip.bits.get(x, y))
    expect(columns(0).some(Boolean)).toBe(true)
    expect(columns(printer.widthDots - 1).some(Boolean)).toBe(true)
  })
})
