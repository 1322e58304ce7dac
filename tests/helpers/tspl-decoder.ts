import { Bits } from '../../main/printing/bits'

/** What a label printer understood of a job. */
export type TsplJob = {
  readonly size: string
  readonly gap: string
  readonly copies: number
  /** The lines about speed and heat, where they stand. */
  readonly settings: readonly string[]
  readonly bits: Bits
}

/**
 * A strict label printer: SIZE, GAP, SPEED and DENSITY where they stand, DIRECTION, CLS, one BITMAP and PRINT, in this order, CRLF after each. Throws on
 * anything else. `width` tells how many dots of a row lie on the label; dots beyond must be white.
 */
export function decodeTspl(bytes: Buffer, width: number): TsplJob {
  let at = 0
  const line = () => {
    const end = bytes.indexOf('\r\n', at)
    if (end < 0) throw new Error('no end of line')
    const text = bytes.toString('latin1', at, end)
    at = end + 2
    return text
  }
  const size = must(/^SIZE ([\d.]+ mm,[\d.]+ mm)$/u, line())
  const gap = must(/^GAP ([\d.]+ mm,[\d.]+ mm)$/u, line())
  const settings: string[] = []
  let next = line()
  while (/^(SPEED|DENSITY) \d+$/u.test(next)) {
    settings.push(next)
    next = line()
  }
  must(/^(DIRECTION 1)$/u, next)
  must(/^(CLS)$/u, line())
  const head = /^BITMAP 0,0,(\d+),(\d+),0,/u.exec(bytes.toString('latin1', at, at + 40))
  if (!head) throw new Error('no bitmap')
  const [bytesPerRow, height] = [Number(head[1]), Number(head[2])]
  at += head[0].length
  const data = bytes.subarray(at, at + bytesPerRow * height)
  at += bytesPerRow * height
  if (line() !== '') throw new Error('bytes after the bitmap')
  const copies = Number(must(/^PRINT 1,(\d+)$/u, line()))
  if (at !== bytes.length) throw new Error('bytes after the job')
  return { size, gap, copies, settings, bits: toBits(data, bytesPerRow, height, width) }
}

function toBits(data: Buffer, bytesPerRow: number, height: number, width: number): Bits {
  const bits = new Bits(width, height)
  if (bits.bytesPerRow !== bytesPerRow || data.length !== bytesPerRow * height)
    throw new Error('the bitmap is cut short')
  for (const [index, byte] of data.entries()) bits.data[index] = byte ^ 0xff
  for (let y = 0; y < height; y++) {
    const last = bits.data[(y + 1) * bytesPerRow - 1] ?? 0
    const beyond = bytesPerRow * 8 - width
    if ((last & ((1 << beyond) - 1)) !== 0) throw new Error('black dots beyond the label')
  }
  return bits
}

function must(shape: RegExp, text: string): string {
  const found = shape.exec(text)?.[1]
  if (found === undefined) throw new Error(`not understood: ${text.slice(0, 40)}`)
  return found
}
