import type { BrowserWindow } from 'electron'
import type { Answer } from '../src/contract/call'
import { takePicture } from '../src/contract/difficulty-calls'

/** Wide enough to read a heading, small enough to travel over a thin line. */
const widthPx = 1_000

/**
 * The window as it is and the end of the log. The window has covered everything about people before it asks; without a
 * picture a difficulty is reported all the same.
 */
export function pictureCalls(
  window: () => Pick<BrowserWindow, 'webContents'> | null,
  lines: () => readonly string[],
): readonly (readonly [string, () => Promise<Answer<unknown>>])[] {
  return [
    [
      takePicture.name,
      async () => {
        const image = await window()?.webContents.capturePage()
        const picture =
          image && !image.isEmpty() ? image.resize({ width: widthPx }).toPNG().toString('base64') : null
        return { ok: true, value: { picture, log: [...lines()] } }
      },
    ],
  ]
}
