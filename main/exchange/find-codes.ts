import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?inline'

// Given the bytes, the reader asks no network for them.
prepareZXingModule({
  overrides: { wasmBinary: new Uint8Array(Buffer.from(wasm.slice(wasm.indexOf(',') + 1), 'base64')).buffer },
})

/** The texts of the QR codes in a picture, from top to bottom; null for bytes that are no picture. */
export async function findCodes(picture: Uint8Array): Promise<readonly string[] | null> {
  const found = await readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder: true,
    tryRotate: true,
    tryDownscale: true,
    maxNumberOfSymbols: 20,
  }).catch(() => null)
  return found?.filter(({ isValid }) => isValid).map(({ text }) => text) ?? null
}
