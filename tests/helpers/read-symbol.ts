import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Bits } from '../../main/printing/bits'

const reader = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
// Given the file, the reader asks no network for it.
prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(readFileSync(reader)).buffer,
  },
})

/** The texts of the symbols that a scanner finds on a paper, as `Code128:1234`. */
export async function readSymbols(bits: Bits): Promise<readonly string[]> {
  const border = 24
  const [width, height] = [bits.width + 2 * border, bits.height + 2 * border]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < bits.height; y++) {
    for (let x = 0; x < bits.width; x++) {
      if (bits.get(x, y))
        data.fill(0, ((y + border) * width + x + border) * 4, ((y + border) * width + x + border) * 4 + 3)
    }
  }
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, {
    formats: ['Code128', 'QRCode'],
    tryHarder: true,
  })
  return found.map(symbol => `${symbol.format}:${symbol.text}`)
}

/** The texts of the symbols in a picture of a page, as a scanner gives them. */
export async function readPicture(
  picture: { readonly data: Uint8Array; readonly width: number; readonly height: number },
  formats: readonly ('QRCode' | 'Code128')[] = ['QRCode'],
): Promise<readonly string[]> {
  const { width, height } = picture
  const data = new Uint8ClampedArray(picture.data)
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, {
    formats: [...formats],
    tryHarder: true,
  })
  return found.map(({ text }) => text)
}
