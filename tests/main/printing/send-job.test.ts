import { describe, expect, test } from 'vitest'
import { openDocumentRenderer } from '../../../main/printing/document-renderer'
import type { PagePrinter } from '../../../main/printing/page/page-printer'
import { createJobSender } from '../../../main/printing/send-job'
import { createSpool } from '../../../main/printing/spool'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import type { PrintDocument } from '../../../src/domain/document/document'
import type { PrinterSettings } from '../../../src/domain/document/printer'
import { newPrinter } from '../../../src/domain/document/printer'
import { asCalibration, buildTestPage } from '../../../src/domain/document/test-page'
import {
  fontFolder,
  labelPrinter,
  sampleIssue,
  sampleLabel,
  sampleRecord,
  sampleSlip,
  slipPrinter,
} from '../../helpers/document-samples'
import { decodeEscpos } from '../../helpers/escpos-decoder'
import { startFakePrinter } from '../../helpers/fake-printer'
import { openMemoryStore } from '../../helpers/memory-job-store'
import { readSymbols } from '../../helpers/read-symbol'
import { decodeTspl } from '../../helpers/tspl-decoder'

/** Chromium runs in the end-to-end tests; here its place is taken by a list of what it was given. */
function openTestSender(printers: readonly PrinterSettings[]) {
  const pages: { readonly html: string; readonly paper: string; readonly deviceName: string }[] = []
  const pagePrinter: PagePrinter = {
    printToPdf: () => Promise.reject(new Error('no job makes a PDF')),
    previewPage: () => Promise.reject(new Error('no job makes a picture')),
    async printPage(html, paper, deviceName) {
      pages.push({ html, paper, deviceName })
      return { state: 'unknown', code: 'print.handed-to-system' }
    },
  }
  const send = createJobSender({
    findPrinter: id => printers.find(printer => printer.id === id) ?? null,
    openRenderer: async () => openDocumentRenderer(fontFolder),
    pagePrinter,
    fontBase: 'https://print.invalid/fonts/',
  })
  return { pages, spool: openTestSpool(send) }
}

function openTestSpool(send: ReturnType<typeof createJobSender>) {
  let count = 0
  const { store } = openMemoryStore()
  return createSpool({ store, send, clock: () => instantOf(0), newId: () => `job-${++count}` })
}

const orderFor = (printer: PrinterSettings, document: PrintDocument, copies = 1) => {
  return { printerId: printer.id, personId: null, document, copies }
}

describe('createJobSender', () => {
  test('a slip goes from the spool to paper, and its reprint bears the mark', async () => {
    const fake = await startFakePrinter('normal')
    const printer: PrinterSettings = {
      ...slipPrinter,
      connection: { kind: 'tcp', host: '127.0.0.1', port: fake.port },
    }
    const { spool } = openTestSender([printer])
    const job = await spool.print(orderFor(printer, sampleSlip()))
    expect(job.state).toBe('confirmed')
    const original = decodeEscpos(fake.received()).bits
    expect(await readSymbols(original)).toEqual([`Code128:${sampleSlip().code}`])
    await fake.close()

    const again = await startFakePrinter('normal')
    const moved = { ...printer, connection: { kind: 'tcp', host: '127.0.0.1', port: again.port } } as const
    const second = openTestSender([moved])
    await second.spool.print(
      orderFor(moved, { ...sampleSlip(), reprint: { number: 1, at: sampleIssue.now } }),
    )
    const copy = decodeEscpos(again.received()).bits
    expect(copy.height).toBeGreaterThan(original.height)
    await again.close()
  })

  test('labels go out in as many copies as ordered', async () => {
    const fake = await startFakePrinter('normal')
    const connection = { kind: 'tcp', host: '127.0.0.1', port: fake.port } as const
    const { spool } = openTestSender([{ ...labelPrinter, connection }])
    const job = await spool.print(orderFor(labelPrinter, sampleLabel(), 3))
    expect(job).toMatchObject({ state: 'unknown', trouble: 'printer.acknowledgement-off' })
    const { copies, bits } = decodeTspl(fake.received(), 400)
    expect(copies).toBe(3)
    expect(await readSymbols(bits)).toEqual([`Code128:${sampleLabel().code}`])
    await fake.close()
  })

  test('a record goes to the queue of a page printer, on the paper of the point', async () => {
    const printer = {
      ...newPrinter('page-1', 'Máy A4', 'page'),
      connection: { kind: 'queue', name: 'HP' },
    } as const
    const { spool, pages } = openTestSender([printer])
    const job = await spool.print(
      orderFor(printer, { ...sampleRecord(), layout: { paper: 'A5', bilingual: false } }),
    )
    expect(job).toMatchObject({ state: 'unknown', trouble: 'print.handed-to-system' })
    expect(pages).toHaveLength(1)
    expect(pages[0]).toMatchObject({ paper: 'A5', deviceName: 'HP' })
    expect(pages[0]?.html).toContain('Nguyễn Hoàng Phương')
  })

  test('a page is moved by the offset of its printer, and the calibration page shows it', async () => {
    const printer = {
      ...newPrinter('page-1', 'Máy A4', 'page'),
      connection: { kind: 'queue', name: 'HP' },
      offsetMm: { x: 1.5, y: -2 },
    } as const
    const { spool, pages } = openTestSender([printer])
    await spool.print(orderFor(printer, sampleRecord()))
    await spool.print(orderFor(printer, asCalibration(buildTestPage({ printer, issue: sampleIssue }))))
    expect(pages[0]?.html).toContain('margin: 9mm 8.5mm 14mm 11.5mm')
    expect(pages[1]?.html).toContain('.upright { left: 21.5mm')
  })

  const page = newPrinter('page-1', 'Máy A4', 'page')
  const testOf = (printer: PrinterSettings) => buildTestPage({ printer, issue: sampleIssue })
  const refused = [
    {
      why: 'nobody connected the printer',
      printer: slipPrinter,
      document: testOf(slipPrinter),
      code: 'printer.not-connected',
    },
    {
      why: 'a page printer has no queue',
      printer: page,
      document: testOf(page),
      code: 'printer.not-connected',
    },
    {
      why: 'a record cannot go on a roll',
      printer: slipPrinter,
      document: sampleRecord(),
      code: 'print.wrong-printer',
    },
    {
      why: 'a label cannot go on a roll',
      printer: slipPrinter,
      document: sampleLabel(),
      code: 'print.wrong-printer',
    },
  ]
  test.each(refused)('$code when $why, and nothing has left', async ({ printer, document, code }) => {
    const { spool } = openTestSender([printer])
    expect(await spool.print(orderFor(printer, document))).toMatchObject({ state: 'failed', trouble: code })
  })

  test('printer.unknown when the printer was removed, printer.bad-address when it was mistyped', async () => {
    const connection = { kind: 'tcp', host: '10.0.0.5:9100', port: 9100 } as const
    const { spool } = openTestSender([{ ...slipPrinter, connection }])
    const gone = await spool.print(orderFor(labelPrinter, sampleLabel()))
    expect(gone).toMatchObject({ state: 'failed', trouble: 'printer.unknown' })
    const mistyped = await spool.print(orderFor(slipPrinter, sampleSlip()))
    expect(mistyped).toMatchObject({ state: 'failed', trouble: 'printer.bad-address' })
  })
})
