import { deflateSync } from 'node:zlib'
import type { Bits } from './bits'
import { assertCopies, type LabelPaper } from './label-job'

/** ZPL counts heat to 30 where the others count to 15. */
const heatSteps = 2

/**
 * The bytes of a label job in ZPL: width and length in dots, media with gaps or without, heat and speed where they are set
 * here, one graphic, a number of copies. A 1 bit is black. No text commands: their Vietnamese needs a font on the printer.
 */
export function zplLabel(bits: Bits, paper: LabelPaper, copies: number): Buffer {
  assertCopies(copies)
  const { labelMm, darkness, speed, zplGraphics } = paper
  const total = bits.data.length
  const graphic = zplGraphics === 'z64' ? z64(bits.data) : bits.data.toString('hex').toUpperCase()
  const parts = [
    '^XA',
    ...(darkness === null ? [] : [`~SD${String(darkness * heatSteps).padStart(2, '0')}`]),
    labelMm.gapMm > 0 ? '^MNW' : '^MNN',
    `^PW${bits.width}`,
    `^LL${bits.height}`,
    '^LH0,0',
    ...(speed === null ? [] : [`^PR${Math.max(2, speed)}`]),
    `^FO0,0^GFA,${total},${total},${bits.bytesPerRow},${graphic}^FS`,
    `^PQ${copies}`,
    '^XZ',
  ]
  return Buffer.from(`${parts.join('\r\n')}\r\n`, 'ascii')
}

/** Compressed graphics of ZPL: zlib, base64, and a check sum over the text. */
function z64(data: Buffer): string {
  const text = deflateSync(data, { level: 6 }).toString('base64')
  return `:Z64:${text}:${crc16(text).toString(16).toUpperCase().padStart(4, '0')}`
}

/** What each byte does to the check sum, worked out once. */
const crcOfByte = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1
  return crc & 0xffff
})

/** CRC-16 of a text with polynomial 0x1021 and start 0, as ZPL wants it. */
export function crc16(text: string): number {
  let crc = 0
  for (const byte of Buffer.from(text, 'ascii'))
    crc = ((crc << 8) & 0xffff) ^ (crcOfByte[(crc >> 8) ^ byte] ?? 0)
  return crc
}
