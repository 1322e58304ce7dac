import { describe, expect, test } from 'vitest'
import { Bits } from '../../../main/printing/bits'
import { openDocumentRenderer } from '../../../main/printing/document-renderer'
import { encodeBits } from '../../../main/printing/encode'
import { shifted } from '../../../main/printing/label-job'
import { crc16 } from '../../../main/printing/zpl'
import type { PrinterSettings } from '../../../src/domain/document/printer'
import { finePrinter, fontFolder, labelPrinter, sampleLabel } from '../../helpers/document-samples'
import { decodeEpl, decodeZpl, renderZpl } from '../../helpers/label-decoders'
import { readSymbols } from '../../helpers/read-symbol'
import { decodeTspl } from '../../helpers/tspl-decoder'

const renderer = openDocumentRenderer(fontFolder)
const label = sampleLabel()
const code = `Code128:${label.code}`

/** What each language's strict printer puts on paper of a job. */
const decoders = {
  tspl: (bytes: Buffer, width: number) => decodeTspl(bytes, width),
  zpl: (bytes: Buffer) => decodeZpl(bytes),
  epl: (bytes: Buffer) => decodeEpl(bytes),
} as const
const labelLanguages = ['tspl', 'zpl', 'epl'] as const
const heads = [labelPrinter, finePrinter]
const cases = labelLanguages.flatMap(language => heads.map(head => ({ ...head, language })))

describe('label languages', () => {
  test.each(cases)('$language at $dpi dpi puts exactly the drawn dots on 50 × 30 mm', async printer => {
    const drawn = renderer.drawDots(label, printer)
    const bytes = renderer.renderBytes(label, printer, 3)
    const print = decoders[printer.language](bytes, drawn.width)
    expect(print.bits.equals(drawn)).toBe(true)
    expect(print).toMatchObject({ copies: 3, settings: [] })
    expect(await readSymbols(print.bits)).toEqual([code])
    const perMm = printer.dpi === 203 ? 8 : 300 / 25.4
    expect(Math.abs(drawn.width - 50 * perMm)).toBeLessThan(1)
    expect(Math.abs(drawn.height - 30 * perMm)).toBeLessThan(1)
  })

  test('heat and speed are told in the words of each language, and only where they are set', () => {
    const said = (language: 'tspl' | 'zpl' | 'epl') => {
      const printer: PrinterSettings = { ...labelPrinter, language, darkness: 7, speed: 3 }
      return decoders[language](renderer.renderBytes(label, printer, 1), 400).settings
    }
    expect(said('tspl')).toEqual(['SPEED 3', 'DENSITY 7'])
    expect(said('zpl')).toEqual(['~SD14', '^PR3'])
    expect(said('epl')).toEqual(['S3', 'D7'])
  })

  test('the gap is in millimetres for TSPL, in dots for EPL, and a kind of media for ZPL', () => {
    const bytes = (language: 'tspl' | 'zpl' | 'epl', gapMm: number, dpi: 203 | 300) =>
      encodeBits(language, new Bits(400, 240), {
        ...labelPrinter,
        dpi,
        labelMm: { ...labelPrinter.labelMm, gapMm },
      })
    expect(decodeTspl(bytes('tspl', 3, 300), 400).gap).toBe('3 mm,0 mm')
    expect(decodeEpl(bytes('epl', 3, 203)).gapDots).toBe(24)
    expect(decodeEpl(bytes('epl', 2, 300)).gapDots).toBe(24)
    expect(decodeZpl(bytes('zpl', 2, 203)).media).toBe('^MNW')
    expect(decodeZpl(bytes('zpl', 0, 203)).media).toBe('^MNN')
  })

  test('a printer that prints too far left is moved to the right, in every language alike', () => {
    const drawn = renderer.drawDots(label, labelPrinter)
    const offsetMm = { x: 1, y: -0.5 }
    const moved = shifted(drawn, { offsetMm, dpi: 203 })
    expect(moved.get(100 + 8, 100 - 4)).toBe(drawn.get(100, 100))
    for (const language of labelLanguages) {
      const bytes = renderer.renderBytes(label, { ...labelPrinter, language, offsetMm }, 1)
      expect(decoders[language](bytes, 400).bits.equals(moved)).toBe(true)
    }
  })

  test.each(labelLanguages)('%s refuses copies no printer is asked for', language => {
    for (const copies of [0, 1.5, 100])
      expect(() => encodeBits(language, new Bits(8, 1), labelPrinter, copies)).toThrow(RangeError)
  })
})

describe('ZPL by a renderer that is not ours', () => {
  const graphics = [
    { zplGraphics: 'z64', dpi: 203 },
    { zplGraphics: 'hex', dpi: 203 },
    { zplGraphics: 'z64', dpi: 300 },
  ] as const
  test.each(graphics)('$zplGraphics at $dpi dpi: every dot is as drawn', async settings => {
    const printer: PrinterSettings = { ...labelPrinter, ...settings, language: 'zpl' }
    const drawn = renderer.drawDots(label, printer)
    const paper = await renderZpl(renderer.renderBytes(label, printer, 1), drawn)
    expect([paper.width, paper.height]).toEqual([drawn.width, drawn.height])
    expect(paper.equals(drawn)).toBe(true)
    expect(await readSymbols(paper)).toEqual([code])
  })

  test('compressed graphics carry the right check sum, and a changed letter is noticed', () => {
    // The value every catalogue of check sums gives for CRC-16/XMODEM.
    expect(crc16('123456789')).toBe(0x31c3)
    const bytes = renderer.renderBytes(label, { ...labelPrinter, language: 'zpl' }, 1)
    expect(bytes.length).toBeLessThan(3_000)
    const at = bytes.indexOf(':Z64:') + 20
    const changed = Buffer.from(bytes)
    changed[at] = bytes[at] === 0x41 ? 0x42 : 0x41
    expect(() => decodeZpl(changed)).toThrow('wrong check sum')
  })
})
