import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import {
  type LabelDocument,
  openDocumentRenderer,
  type SlipDocument,
} from '../../../main/printing/document-renderer'
import type { PrinterSettings } from '../../../src/domain/document/printer'
import { buildTestPage } from '../../../src/domain/document/test-page'
import {
  finePrinter,
  fontFolder,
  labelPrinter,
  narrowPrinter,
  sampleIssue,
  sampleLabel,
  samplePerson,
  sampleSlip,
  slipPrinter,
} from '../../helpers/document-samples'
import { decodeEscpos } from '../../helpers/escpos-decoder'
import { differingDots } from '../../helpers/golden-bits'
import { readSymbols } from '../../helpers/read-symbol'
import { decodeTspl } from '../../helpers/tspl-decoder'

const renderer = openDocumentRenderer(fontFolder)
const reprint = { number: 2, at: sampleIssue.now }
const testSlip = buildTestPage({ printer: slipPrinter, issue: sampleIssue })
const testLabel = buildTestPage({ printer: labelPrinter, issue: sampleIssue })

type Case<Document> = {
  readonly name: string
  readonly document: Document
  readonly printer: PrinterSettings
}
const slips: readonly Case<SlipDocument | typeof testSlip>[] = [
  { name: 'slip-576', document: sampleSlip(), printer: slipPrinter },
  { name: 'slip-384', document: sampleSlip(), printer: narrowPrinter },
  {
    name: 'slip-practice-reprint',
    document: { ...sampleSlip({ practice: true }), reprint },
    printer: slipPrinter,
  },
  { name: 'test-slip', document: testSlip, printer: slipPrinter },
]
const labels: readonly Case<Extract<LabelDocument, { readonly kind: 'person-label' }> | typeof testLabel>[] =
  [
    { name: 'label-203', document: sampleLabel(), printer: labelPrinter },
    { name: 'label-300', document: sampleLabel(), printer: finePrinter },
    {
      name: 'label-practice-reprint',
      document: { ...sampleLabel({ practice: true }), reprint },
      printer: labelPrinter,
    },
    { name: 'test-label', document: testLabel, printer: labelPrinter },
  ]

describe('openDocumentRenderer', () => {
  test.each([...slips, ...labels])(
    '$name looks as it did when somebody last looked at it',
    ({ name, ...paper }) => {
      expect(differingDots(name, renderer.drawDots(paper.document, paper.printer))).toBe(0)
    },
  )

  test.each(slips)(
    'the bytes of $name decode to the dots drawn, and its code is read',
    async ({ document, printer }) => {
      const takesText = document.kind === 'test-page'
      const { bits, resets } = decodeEscpos(renderer.renderBytes(document, printer, 1), takesText)
      expect(resets).toBe(2)
      expect(bits.equals(renderer.drawDots(document, printer))).toBe(true)
      expect(await readSymbols(bits)).toContain(`Code128:${document.code}`)
    },
  )

  test.each(labels)(
    'the bytes of $name decode to the dots drawn, and its code is read',
    async ({ document, printer }) => {
      const drawn = renderer.drawDots(document, printer)
      const job = decodeTspl(renderer.renderBytes(document, printer, 1), drawn.width)
      expect(job).toMatchObject({ size: '50 mm,30 mm', gap: '2 mm,0 mm', copies: 1 })
      expect(job.bits.equals(drawn)).toBe(true)
      expect(await readSymbols(job.bits)).toContain(`Code128:${document.code}`)
    },
  )

  test('a label is exactly as large as 50 × 30 mm at its resolution', () => {
    const coarse = renderer.drawDots(sampleLabel(), labelPrinter)
    const fine = renderer.drawDots(sampleLabel(), finePrinter)
    expect([coarse.width, coarse.height, fine.width, fine.height]).toEqual([400, 240, 590, 354])
  })

  test('the QR symbol of a test slip is read too', async () => {
    expect(await readSymbols(renderer.drawDots(testSlip, slipPrinter))).toContain(`QRCode:${testSlip.code}`)
  })

  const names = [
    'Lê An',
    'Nguyễn Hoàng Phương Trúc Quỳnh Anh',
    'Con bà Nguyễn Hoàng Phương Trúc Quỳnh Anh Công Tằng Tôn Nữ Thị Ngọc Huyền Trân',
    'H’Ĕn Niê Kđăm Ayŭn',
    'X'.repeat(120),
  ]
  test.each(names)('the name %s stays on every paper and off the barcode', async name => {
    for (const printer of [slipPrinter, narrowPrinter]) {
      const bits = renderer.drawDots(sampleSlip({ name }), printer)
      expect(await readSymbols(bits)).toEqual([`Code128:${samplePerson.code}`])
    }
    for (const practice of [false, true]) {
      const label = { ...sampleLabel({ name, practice }), reprint: practice ? reprint : null }
      for (const printer of [labelPrinter, finePrinter]) {
        expect(await readSymbols(renderer.drawDots(label, printer))).toEqual([`Code128:${samplePerson.code}`])
      }
    }
  })

  test('a name written with separate marks gives the same dots as the composed one', () => {
    const decomposed = sampleSlip({ name: samplePerson.name.normalize('NFD') })
    const drawn = renderer.drawDots(decomposed, slipPrinter)
    expect(drawn.equals(renderer.drawDots(sampleSlip(), slipPrinter))).toBe(true)
  })

  test('a letter the font lacks is refused by name, never printed as a box', () => {
    const slip = sampleSlip({ name: 'Nguyễn 漢' })
    expect(() => renderer.renderBytes(slip, slipPrinter, 1)).toThrow('print.missing-glyph: 漢')
  })

  test('a paper is not sent in the language of another printer', () => {
    expect(() => renderer.renderBytes(sampleSlip(), labelPrinter, 1)).toThrow('print.wrong-printer')
    expect(() => renderer.renderBytes(sampleLabel(), slipPrinter, 1)).toThrow('print.wrong-printer')
  })

  test('the preview is the same dots as a picture', () => {
    const bits = renderer.drawDots(sampleLabel(), labelPrinter)
    const png = PNG.sync.read(renderer.renderPreviewPng(sampleLabel(), labelPrinter))
    const black = Array.from({ length: bits.width * bits.height }, (_, dot) => png.data[dot * 4] === 0)
    const drawn = Array.from({ length: bits.width * bits.height }, (_, dot) =>
      bits.get(dot % bits.width, Math.floor(dot / bits.width)),
    )
    expect(black).toEqual(drawn)
    expect(drawn.filter(Boolean).length).toBeGreaterThan(1_000)
  })
})
