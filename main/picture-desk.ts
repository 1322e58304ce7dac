import type { BrowserWindow, NativeImage } from 'electron'
import type { Answer } from '../src/contract/call'
import { takePicture } from '../src/contract/difficulty-calls'
import { type Colour, type Pixels, showsCover } from '../src/domain/supervision/cover-proof'

/** Wide enough to read a heading, small enough to travel over a thin line. */
const widthPx = 1_000
/** A busy machine draws late: so often, so many ms apart, it is looked again. */
const looks = 12
const betweenMs = 120

/**
 * The window as it is and the end of the log. The window covers everything about people before it asks; a picture that does
 * not show the cover is thrown away, and a difficulty is reported without one.
 */
export function pictureCalls(
  window: () => Pick<BrowserWindow, 'webContents'> | null,
  lines: () => readonly string[],
): readonly (readonly [string, (payload: unknown) => Promise<Answer<unknown>>])[] {
  return [
    [
      takePicture.name,
      async payload => {
        const { colour } = takePicture.request.parse(payload)
        const image = await coveredImage(window, colour)
        const picture = image?.resize({ width: widthPx }).toPNG().toString('base64') ?? null
        return { ok: true, value: { picture, log: [...lines()] } }
      },
    ],
  ]
}

async function coveredImage(
  window: () => Pick<BrowserWindow, 'webContents'> | null,
  colour: Colour,
): Promise<NativeImage | null> {
  for (let look = 0; look < looks; look++) {
    const image = await window()?.webContents.capturePage()
    if (image && !image.isEmpty() && showsCover(pixelsOf(image), colour)) return image
    await new Promise(resolve => setTimeout(resolve, betweenMs))
  }
  return null
}

/** Electron gives blue, green, red and opacity, a byte each. */
function pixelsOf(image: NativeImage): Pixels {
  const bytes = image.toBitmap()
  const { width, height } = bitmapSize(image, bytes.length)
  return {
    width,
    height,
    at(x, y) {
      const from = (y * width + x) * 4
      return [bytes[from + 2] ?? 0, bytes[from + 1] ?? 0, bytes[from] ?? 0]
    },
  }
}

/** On screens with more than one pixel a CSS pixel the bitmap is larger than the size that is told. */
function bitmapSize(image: NativeImage, length: number) {
  const { width, height } = image.getSize()
  const scale = Math.sqrt(length / 4 / Math.max(width * height, 1))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
