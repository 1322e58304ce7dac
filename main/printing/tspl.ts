import type { LabelSize } from '../../src/domain/document/printer'
import type { Bits } from './bits'

/** The bytes of a label job in TSPL: size and gap in millimetres, one bitmap, a number of copies. A 0 bit is black here. */
export function tsplLabel(bits: Bits, label: LabelSize, copies: number): Buffer {
  if (!Number.isInteger(copies) || copies < 1 || copies > 99)
    throw new RangeError(`cannot print ${copies} labels`)
  const head = [
    `SIZE ${label.widthMm} mm,${label.heightMm} mm`,
    `GAP ${label.gapMm} mm,0 mm`,
    'DIRECTION 1',
    'CLS',
    `BITMAP 0,0,${bits.bytesPerRow},${bits.height},0,`,
  ].join('\r\n')
  const white = Buffer.from(bits.data.map(byte => byte ^ 0xff))
  return Buffer.concat([Buffer.from(head, 'ascii'), white, Buffer.from(`\r\nPRINT 1,${copies}\r\n`, 'ascii')])
}
