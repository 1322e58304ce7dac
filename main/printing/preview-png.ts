import { PNG } from 'pngjs'
import type { Bits } from './bits'

/** A grey PNG of the dots, one pixel a dot. */
export function previewPng(bits: Bits): Buffer {
  const png = new PNG({ width: bits.width, height: bits.height, colorType: 0, inputColorType: 6 })
  for (let y = 0; y < bits.height; y++) {
    for (let x = 0; x < bits.width; x++) {
      const grey = bits.get(x, y) ? 0 : 255
      png.data.set([grey, grey, grey, 255], (y * bits.width + x) * 4)
    }
  }
  return PNG.sync.write(png, { colorType: 0, inputColorType: 6 })
}
