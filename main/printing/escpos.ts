import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import type { Bits } from './bits'

/** Rows of one raster command: cheap buffers garble a long one. */
export const bandRows = 128

/** Lines fed past the head when nobody cuts, so that the last row can be torn off whole. */
const feedToTear = 5

/**
 * The bytes of one slip: reset, the bitmap in bands of `GS v 0`, feed and cut. Only `append(Buffer)` and `cut()` of
 * the library are used: its code pages have no Vietnamese, its barcodes and images have faults, and
 * its transports report success for slips that never printed (§2.3).
 */
export function escposSlip(bits: Bits, cutter = true): Buffer {
  const printer = newThermalPrinter()
  printer.append(Buffer.from([0x1b, 0x40]))
  for (let row = 0; row < bits.height; row += bandRows) printer.append(band(bits, row))
  if (cutter) printer.cut({ verticalTabAmount: 1 })
  else printer.append(Buffer.from([0x1b, 0x64, feedToTear, 0x1b, 0x40]))
  return printer.getBuffer()
}

/** Pages of letters that makers gave to Vietnamese, one maker this, another that. Only ever shown, never used. */
const codePages = [0, 16, 27, 30, 39, 52, 94] as const

/** "Tiếng Việt" in TCVN 5712: right on the paper only where the printer has this very page. */
const sampleWords = Buffer.from([0x54, 0x69, 0xd5, 0x6e, 0x67, 0x20, 0x56, 0x69, 0xd6, 0x74])

/**
 * The test slip: the bitmap, then the same two words in the printer's own letters, once for each page of letters, so that
 * whoever sets the printer up sees which it has. It is the one place where a printer writes by itself.
 */
export function escposTestSlip(bits: Bits, cutter: boolean): Buffer {
  const slip = escposSlip(bits, cutter)
  const end = slip.lastIndexOf(Buffer.from([0x1b, 0x64]))
  const lines = codePages.map(page =>
    Buffer.concat([
      Buffer.from([0x1b, 0x74, page]),
      Buffer.from(`${page}: `),
      sampleWords,
      Buffer.from('\n'),
    ]),
  )
  const back = Buffer.from([0x1b, 0x74, 0x00])
  return Buffer.concat([slip.subarray(0, end), ...lines, back, slip.subarray(end)])
}

function band(bits: Bits, from: number): Buffer {
  const rows = Math.min(bandRows, bits.height - from)
  const { bytesPerRow } = bits
  const head = [0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8]
  return Buffer.concat([Buffer.from(head), bits.rows(from, rows)])
}

/** The library's types know only an address here, its code also an object; given one, it opens nothing by itself. */
function newThermalPrinter(): ThermalPrinter {
  const noTransport = {
    execute: () => Promise.reject(new Error('bytes are sent by our own transport')),
    isPrinterConnected: () => Promise.resolve(false),
  }
  return new ThermalPrinter({ type: PrinterTypes.EPSON, interface: noTransport as unknown as string })
}
