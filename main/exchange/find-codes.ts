import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** How files of the kinds that can be read begin: PNG, JPEG, BMP. */
const beginnings = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x42, 0x4d],
]

/**
 * The texts of the QR codes in a picture (PNG, JPEG, BMP), from top to bottom; null for bytes that are no picture.
 * `wasmBinary` is the reader's own file: given it, it asks no network for it.
 */
export async function findCodes(
  picture: Uint8Array,
  wasmBinary: ArrayBuffer,
): Promise<readonly string[] | null> {
  // The reader finds no code in what is no picture, and says no more.
  if (!beginnings.some(bytes => bytes.every((byte, at) => picture[at] === byte))) return null
  prepareZXingModule({ overrides: { wasmBinary } })
  const options = { formats: ['QRCode' as const], tryHarder: true, maxNumberOfSymbols: 20 }
  const found = await readBarcodes(picture, options).catch(() => null)
  return found?.filter(({ isValid }) => isValid).map(({ text }) => text) ?? null
}
