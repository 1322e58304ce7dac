import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { Bits } from '../../main/printing/bits'

// Its module build names a map that is not in the package; as CommonJS it loads quietly.
const { ready } = createRequire(import.meta.url)('zpl-renderer-js') as typeof import('zpl-renderer-js')

/** What a label printer understood of a job; `settings` are the lines about heat and speed as they came. */
export type LabelPrint = {
  readonly copies: number
  readonly settings: readonly string[]
  readonly bits: Bits
}

/**
 * A strict EPL2 printer: N, q, Q, then S and D where they stand, one GW and P, CRLF after each. Throws on anything else,
 * on short data and on black dots beyond the width of the label.
 */
export function decodeEpl(bytes: Buffer): LabelPrint & { readonly gapDots: number } {
  const lines = readLines(bytes)
  if (lines.next() !== '' || lines.next() !== 'N') throw new Error('the memory is not cleared first')
  const width = Number(must(/^q(\d+)$/u, lines.next()))
  const [height, gapDots] = must(/^Q(\d+,\d+)$/u, lines.next())
    .split(',')
    .map(Number)
  const settings: string[] = []
  while (/^[SD]\d+\r/u.test(lines.peek(5))) settings.push(lines.next())
  const head = /^GW0,0,(\d+),(\d+),/u.exec(lines.peek(30))
  if (!head || height === undefined || gapDots === undefined) throw new Error('no graphic')
  lines.skip(head[0].length)
  const [bytesPerRow, rows] = [Number(head[1]), Number(head[2])]
  if (rows !== height) throw new Error('the graphic is not as high as the label')
  const bits = inverted(lines.take(bytesPerRow * rows), bytesPerRow, rows, width)
  if (lines.next() !== '') throw new Error('bytes after the graphic')
  const copies = Number(must(/^P(\d+)$/u, lines.next()))
  lines.end()
  return { copies, settings, bits, gapDots }
}

/**
 * A strict ZPL printer of our own, beside the independent one: takes the commands we send in our order, checks the check
 * sum that the independent renderer ignores, and gives the dots.
 */
export function decodeZpl(bytes: Buffer): LabelPrint & { readonly media: string } {
  const lines = readLines(bytes)
  if (lines.next() !== '^XA') throw new Error('no start')
  const settings: string[] = []
  const setting = (shape: RegExp) => {
    if (shape.test(lines.peek(10))) settings.push(lines.next())
  }
  setting(/^~SD\d\d\r/u)
  const media = must(/^(\^MN[WN])$/u, lines.next())
  const width = Number(must(/^\^PW(\d+)$/u, lines.next()))
  const height = Number(must(/^\^LL(\d+)$/u, lines.next()))
  must(/^(\^LH0,0)$/u, lines.next())
  setting(/^\^PR\d+\r/u)
  const graphic = /^\^FO0,0\^GFA,(\d+),(\d+),(\d+),([^^]*)\^FS$/u.exec(lines.next())
  if (!graphic || graphic[1] !== graphic[2]) throw new Error('no graphic')
  const bytesPerRow = Number(graphic[3])
  const data = graphicData(graphic[4] ?? '')
  if (data.length !== Number(graphic[1]) || data.length !== bytesPerRow * height)
    throw new Error('the graphic is cut short')
  const copies = Number(must(/^\^PQ(\d+)$/u, lines.next()))
  if (lines.next() !== '^XZ') throw new Error('no end')
  lines.end()
  return { copies, settings, media, bits: asBits(data, bytesPerRow, height, width) }
}

/**
 * The same bytes as the independent renderer of `zpl-renderer-js` prints them; black where it is darker than grey. It
 * counts whole dots a millimetre and centres what is narrower than its paper, so the paper is given as the dots are.
 */
export async function renderZpl(bytes: Buffer, { width, height }: Pick<Bits, 'width' | 'height'>) {
  const { api } = await ready
  const dotsPerMm = 12
  const base64 = await api.zplToBase64Async(
    bytes.toString('ascii'),
    width / dotsPerMm,
    height / dotsPerMm,
    dotsPerMm,
  )
  const png = PNG.sync.read(Buffer.from(base64, 'base64'))
  const bits = new Bits(png.width, png.height)
  for (let y = 0; y < png.height; y++)
    for (let x = 0; x < png.width; x++) if ((png.data[(y * png.width + x) * 4] ?? 255) < 128) bits.set(x, y)
  return bits
}

function graphicData(text: string): Buffer {
  const packed = /^:Z64:([A-Za-z0-9+/=]+):([0-9A-F]{4})$/u.exec(text)
  if (!packed) {
    if (!/^([0-9A-F]{2})+$/u.test(text)) throw new Error('neither compressed nor hexadecimal')
    return Buffer.from(text, 'hex')
  }
  if (checkSum(packed[1] ?? '') !== Number.parseInt(packed[2] ?? '', 16)) throw new Error('wrong check sum')
  return inflateSync(Buffer.from(packed[1] ?? '', 'base64'))
}

/** CRC-16/XMODEM by polynomial division of the whole text, written apart from the encoder's. */
function checkSum(text: string): number {
  let rest = 0
  const message = [...Buffer.from(text, 'ascii'), 0, 0]
  for (const byte of message)
    for (let bit = 7; bit >= 0; bit--) {
      rest = (rest << 1) | ((byte >> bit) & 1)
      if (rest & 0x10000) rest ^= 0x11021
    }
  return rest
}

function inverted(data: Buffer, bytesPerRow: number, height: number, width: number): Bits {
  return asBits(Buffer.from(data.map(byte => byte ^ 0xff)), bytesPerRow, height, width)
}

function asBits(data: Buffer, bytesPerRow: number, height: number, width: number): Bits {
  const bits = new Bits(width, height)
  if (bits.bytesPerRow !== bytesPerRow || data.length !== bytesPerRow * height)
    throw new Error('the bitmap is cut short')
  data.copy(bits.data)
  const beyond = (1 << (bytesPerRow * 8 - width)) - 1
  for (let y = 0; y < height; y++)
    if (((data[(y + 1) * bytesPerRow - 1] ?? 0) & beyond) !== 0)
      throw new Error('black dots beyond the label')
  return bits
}

function readLines(bytes: Buffer) {
  let at = 0
  return {
    next(): string {
      const end = bytes.indexOf('\r\n', at)
      if (end < 0) throw new Error('no end of line')
      const line = bytes.toString('latin1', at, end)
      at = end + 2
      return line
    },
    peek: (count: number) => bytes.toString('latin1', at, at + count),
    skip(count: number): void {
      at += count
    },
    take(count: number): Buffer {
      const data = bytes.subarray(at, at + count)
      if (data.length < count) throw new Error('the bitmap is cut short')
      at += count
      return data
    },
    end(): void {
      if (at !== bytes.length) throw new Error('bytes after the job')
    },
  }
}

function must(shape: RegExp, text: string): string {
  const found = shape.exec(text)?.[1]
  if (found === undefined) throw new Error(`not understood: ${text.slice(0, 40)}`)
  return found
}
