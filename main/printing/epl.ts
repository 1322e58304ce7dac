import type { Bits } from './bits'
import { assertCopies, type LabelPaper, mmInDots, whiteAsOne } from './label-job'

/** EPL counts speed in steps, of which a desktop printer has four: 1.5, 2, 2.5 and 3.5 inches a second. */
const stepOfSpeed = [1, 1, 2, 3, 4, 4, 4] as const

/**
 * The bytes of a label job in EPL2: width, height and gap in dots, heat and speed where they are set here, one graphic,
 * a number of copies. A 0 bit is black. The printer clears its memory at `N`, which comes after an empty line because a
 * half-read command of somebody else may stand before it.
 */
export function eplLabel(bits: Bits, paper: LabelPaper, copies: number): Buffer {
  assertCopies(copies)
  const { labelMm, dpi, darkness, speed } = paper
  const head = [
    '',
    'N',
    `q${bits.width}`,
    `Q${bits.height},${mmInDots(labelMm.gapMm, dpi)}`,
    ...(speed === null ? [] : [`S${stepOfSpeed[speed] ?? 4}`]),
    ...(darkness === null ? [] : [`D${darkness}`]),
    // The comma before the data is not in the manual; without it the label is garbage.
    `GW0,0,${bits.bytesPerRow},${bits.height},`,
  ].join('\r\n')
  const tail = `\r\nP${copies}\r\n`
  return Buffer.concat([Buffer.from(head, 'ascii'), whiteAsOne(bits), Buffer.from(tail, 'ascii')])
}
