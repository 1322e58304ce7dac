import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { Bits } from '../../main/printing/bits'
import { previewPng } from '../../main/printing/preview-png'

/** Whether this machine can read Vietnamese off a picture. Set-up installs it where it may install Debian packages. */
export const canReadText = hasVietnamese()

function hasVietnamese(): boolean {
  try {
    return execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).split('\n').includes('vie')
  } catch {
    return false
  }
}

/** Dots of white around and between the pictures, in dots of the print. */
const gap = 24

/** Bitmaps below one another. */
export function stacked(pictures: readonly Bits[]): Bits {
  const width = Math.max(...pictures.map(picture => picture.width)) + 2 * gap
  const height = pictures.reduce((sum, picture) => sum + picture.height + gap, gap)
  const sheet = new Bits(width, height)
  let top = gap
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y++)
      for (let x = 0; x < picture.width; x++) if (picture.get(x, y)) sheet.set(x + gap, y + top)
    top += picture.height + gap
  }
  return sheet
}

/** Some rows of a bitmap. */
export function rowsOf(bits: Bits, from: number, to: number): Bits {
  const part = new Bits(bits.width, to - from)
  bits.rows(from, to - from).copy(part.data)
  return part
}

/** Letters this high, in pixels, are what the reader was trained on; larger or smaller ones it takes for others. */
const trainedHeight = 25

/** Lines of text that tesseract reads off a print whose letters have an em of so many dots. */
export async function readText(
  bits: Bits,
  letterDots: number,
  height = trainedHeight,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-ocr-'))
  try {
    const image = await loadImage(previewPng(bits))
    const scale = height / letterDots
    const canvas = createCanvas(Math.round(bits.width * scale), Math.round(bits.height * scale))
    const pen = canvas.getContext('2d')
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    const file = join(folder, 'print.png')
    writeFileSync(file, canvas.toBuffer('image/png'))
    const args = [file, '-', '-l', 'vie', '--psm', '6', '--dpi', String(Math.round(203 * scale))]
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
    const text = execFileSync('tesseract', args, {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return text
      .normalize('NFC')
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
