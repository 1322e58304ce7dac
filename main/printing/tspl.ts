import type { Bits } from './bits'
import { assertCopies, type LabelPaper, whiteAsOne } from './label-job'

/**
 * The bytes of a label job in TSPL: size and gap in millimetres, heat and speed where they are set here, one bitmap, a
 * number of copies. A 0 bit is black.
 */
export function tsplLabel(bits: Bits, paper: LabelPaper, copies: number): Buffer {
  assertCopies(copies)
  const { labelMm, darkness, speed } = paper
  const head = [
    `SIZE ${labelMm.widthMm} mm,${labelMm.heightMm} mm`,
    `GAP ${labelMm.gapMm} mm,0 mm`,
    ...(speed === null ? [] : [`SPEED ${speed}`]),
    ...(darkness === null ? [] : [`DENSITY ${darkness}`]),
    'DIRECTION 1',
    'CLS',
    `BITMAP 0,0,${bits.bytesPerRow},${bits.height},0,`,
  ].join('\r\n')
  const tail = `\r\nPRINT 1,${copies}\r\n`
  return Buffer.concat([Buffer.from(head, 'ascii'), whiteAsOne(bits), Buffer.from(tail, 'ascii')])
}
