import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

let isReady: Promise<void> | null = null

/** The reader is in the page, packed: nothing is fetched. */
async function prepare(): Promise<void> {
  const packed = document.getElementById('reader')?.textContent?.trim() ?? ''
  const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  const wasmBinary = await new Response(stream).arrayBuffer()
  prepareZXingModule({ overrides: { wasmBinary } })
}

/** The texts of the QR codes in a picture; empty when there are none or it is no picture. */
export async function readPicture(picture: Blob): Promise<readonly string[]> {
  isReady ??= prepare()
  await isReady
  const options = { formats: ['QRCode' as const], tryHarder: true, maxNumberOfSymbols: 20 }
  const found = await readBarcodes(picture, options).catch(() => [])
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}
