import { Bits } from '../../main/printing/bits'

/**
 * A strict printer: takes only the ESC/POS commands we send and gives the dots that reach the paper. Throws on anything
 * else, on short data, on text outside a raster, and on a band of more than 128 rows. Only where it is said to, as on the
 * test slip, it takes lines of its own letters below the raster, and gives them with the page they are in.
 */
export function decodeEscpos(
  bytes: Buffer,
  takesText = false,
): {
  readonly bits: Bits
  readonly lines: readonly { readonly page: number; readonly text: Buffer }[]
  readonly cuts: number
  readonly resets: number
} {
  const bands: { readonly bytesPerRow: number; readonly data: Buffer }[] = []
  const lines: { readonly page: number; readonly text: Buffer }[] = []
  let [cuts, resets, at] = [0, 0, 0]
  const startsWith = (...command: number[]) => command.every((byte, index) => bytes[at + index] === byte)
  while (at < bytes.length) {
    if (startsWith(0x1b, 0x40)) [resets, at] = [resets + 1, at + 2]
    else if (startsWith(0x1b, 0x64)) at += 3
    else if (takesText && startsWith(0x1b, 0x74)) {
      const next = bytes.indexOf('\n', at)
      const isLast = bytes.subarray(at + 3, at + 5).equals(Buffer.from([0x1b, 0x64]))
      if (!isLast) lines.push({ page: bytes[at + 2] ?? 0, text: bytes.subarray(at + 3, next) })
      at = isLast ? at + 3 : next + 1
    } else if (startsWith(0x1d, 0x56, 0x00)) [cuts, at] = [cuts + 1, at + 3]
    else if (startsWith(0x1d, 0x76, 0x30, 0x00)) {
      const bytesPerRow = bytes.readUInt16LE(at + 4)
      const rows = bytes.readUInt16LE(at + 6)
      if (rows < 1 || rows > 128) throw new Error(`a band of ${rows} rows`)
      const data = bytes.subarray(at + 8, at + 8 + bytesPerRow * rows)
      if (data.length < bytesPerRow * rows) throw new Error('the raster is cut short')
      if (cuts > 0) throw new Error('a raster after the cut')
      bands.push({ bytesPerRow, data })
      at += 8 + data.length
    } else throw new Error(`no command at byte ${at}: ${bytes.subarray(at, at + 4).toString('hex')}`)
  }
  const bytesPerRow = bands[0]?.bytesPerRow ?? 0
  if (bands.some(band => band.bytesPerRow !== bytesPerRow)) throw new Error('bands of different widths')
  const data = Buffer.concat(bands.map(band => band.data))
  const bits = new Bits(bytesPerRow * 8, data.length / bytesPerRow)
  data.copy(bits.data)
  return { bits, lines, cuts, resets }
}
