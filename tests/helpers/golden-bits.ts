import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import type { Bits } from '../../main/printing/bits'
import { previewPng } from '../../main/printing/preview-png'

const folder = new URL('../fixtures/printing/', import.meta.url)

/**
 * How many dots differ from the picture kept in `tests/fixtures/printing`; -1 when the sizes differ. With
 * UPDATE_GOLDEN=1 the picture is written anew: look at it before it is committed.
 */
export function differingDots(name: string, bits: Bits): number {
  const file = new URL(`${name}.png`, folder)
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, previewPng(bits))
  if (!existsSync(file)) throw new Error(`no golden picture ${name}; make it with UPDATE_GOLDEN=1`)
  const golden = PNG.sync.read(readFileSync(file))
  if (golden.width !== bits.width || golden.height !== bits.height) return -1
  let differing = 0
  for (let y = 0; y < bits.height; y++) {
    for (let x = 0; x < bits.width; x++) {
      if ((golden.data[(y * bits.width + x) * 4] === 0) !== bits.get(x, y)) differing += 1
    }
  }
  return differing
}
