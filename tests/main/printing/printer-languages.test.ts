import { describe, expect, test } from 'vitest'
import { Bits } from '../../../main/printing/bits'
import { escposSlip } from '../../../main/printing/escpos'
import { tsplLabel } from '../../../main/printing/tspl'
import { labelPrinter } from '../../helpers/document-samples'
import { decodeEscpos } from '../../helpers/escpos-decoder'
import { decodeTspl } from '../../helpers/tspl-decoder'

describe('Bits', () => {
  test('the first dot is the highest bit, and dots off the paper are refused', () => {
    const bits = new Bits(10, 2)
    bits.set(0, 0)
    bits.set(9, 1)
    expect([...bits.data]).toEqual([0x80, 0, 0, 0x40])
    expect(() => bits.set(10, 0)).toThrow(RangeError)
    expect(() => new Bits(0, 5)).toThrow(RangeError)
  })

  test('inverting twice changes nothing', () => {
    const bits = new Bits(16, 4)
    bits.fill(3, 1, 5, 2)
    const before = Buffer.from(bits.data)
    bits.invert(1, 0, 9, 3)
    expect(bits.get(1, 0)).toBe(true)
    expect(bits.get(3, 1)).toBe(false)
    bits.invert(1, 0, 9, 3)
    expect(bits.data).toEqual(before)
  })
})

describe('escposSlip', () => {
  test('begins with a reset, ends with feed, cut and reset, and holds rasters alone', () => {
    const bytes = escposSlip(new Bits(576, 300))
    expect(bytes.subarray(0, 10).toString('hex')).toBe('1b401d76300048008000')
    expect(bytes.subarray(-8).toString('hex')).toBe('1b64041d56001b40')
    expect(bytes.length).toBe(2 + 3 * 8 + 300 * 72 + 8)
  })

  test.each([1, 127, 128, 129, 1_000])('%i rows come back as drawn', height => {
    const bits = new Bits(384, height)
    for (let y = 0; y < height; y++) bits.set((y * 7) % 384, y)
    expect(decodeEscpos(escposSlip(bits)).bits.equals(bits)).toBe(true)
  })

  test('the strict printer refuses what a slip must not contain', () => {
    expect(() => decodeEscpos(Buffer.from('Nguyễn'))).toThrow('no command')
    expect(() => decodeEscpos(escposSlip(new Bits(576, 10)).subarray(0, 100))).toThrow('cut short')
  })
})

describe('tsplLabel', () => {
  test('a black dot is a 0 bit, and white fills the row', () => {
    const bits = new Bits(12, 1)
    bits.set(0, 0)
    const bytes = tsplLabel(bits, labelPrinter, 3)
    const head = 'SIZE 50 mm,30 mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nCLS\r\nBITMAP 0,0,2,1,0,'
    expect(bytes.toString('latin1')).toBe(`${head}\x7f\xff\r\nPRINT 1,3\r\n`)
    expect(decodeTspl(bytes, 12).bits.equals(bits)).toBe(true)
  })

  test.each([0, 1.5, 100])('%f copies are refused', copies => {
    expect(() => tsplLabel(new Bits(8, 1), labelPrinter, copies)).toThrow(RangeError)
  })
})
