import { dotsPerMm, type PrinterSettings } from '../../src/domain/document/printer'
import { Bits } from './bits'

/** What a label language is told beside the dots. */
export type LabelPaper = Pick<
  PrinterSettings,
  'labelMm' | 'dpi' | 'darkness' | 'speed' | 'zplGraphics' | 'offsetMm'
>

/** Refuses a number of labels that no printer of ours is asked for: throws RangeError outside 1 to 99. */
export function assertCopies(copies: number): void {
  if (!Number.isInteger(copies) || copies < 1 || copies > 99)
    throw new RangeError(`cannot print ${copies} labels`)
}

/** Millimetres in whole dots of this head. */
export function mmInDots(mm: number, dpi: PrinterSettings['dpi']): number {
  return Math.round(mm * dotsPerMm(dpi))
}

/**
 * The dots moved by what the calibration page showed; dots that would leave the label are cut off, as they would be by
 * the edge of the paper.
 */
export function shifted(bits: Bits, { offsetMm, dpi }: Pick<PrinterSettings, 'offsetMm' | 'dpi'>): Bits {
  const [right, down] = [mmInDots(offsetMm.x, dpi), mmInDots(offsetMm.y, dpi)]
  if (right === 0 && down === 0) return bits
  const moved = new Bits(bits.width, bits.height)
  for (let y = Math.max(0, down); y < Math.min(bits.height, bits.height + down); y++) {
    for (let x = Math.max(0, right); x < Math.min(bits.width, bits.width + right); x++) {
      if (bits.get(x - right, y - down)) moved.set(x, y)
    }
  }
  return moved
}

/** Bytes in which a 0 is a black dot, as TSPL and EPL want them; what fills a row up is white. */
export function whiteAsOne(bits: Bits): Buffer {
  return Buffer.from(bits.data.map(byte => byte ^ 0xff))
}
