import { createCanvas } from '@napi-rs/canvas'
import { Bits } from '../bits'
import type { Fonts, TextStyle } from '../fonts'
import { PrintError } from '../print-error'
import { code128Modules, code128Quiet, qrModules } from './symbols'

/** Letters with stacked marks (Ễ, Ậ) reach this far above the baseline and below it, in ems of Noto Sans. */
const ascent = 1.07
const descent = 0.22
/** How much of its size a line takes with all its marks. */
export const lineHeight = ascent + descent
const blackBelow = 128

type Mark = (bits: Bits) => void
type Words = { readonly text: string; readonly x: number; readonly y: number; readonly style: TextStyle }

/**
 * A paper that is drawn in dots from the top down. Text is collected and set on one canvas at the end; lines, boxes and
 * symbols are put into the bits themselves, so that each module is a whole number of dots.
 */
export type Sheet = {
  readonly width: number
  readonly fonts: Fonts
  /** Writes one line whose top is at `y`; throws PrintError when it would run off the paper or lacks a glyph. */
  readonly text: (text: string, x: number, y: number, style: TextStyle) => void
  readonly fill: (x: number, y: number, width: number, height: number) => void
  readonly frame: (x: number, y: number, width: number, height: number, thickness: number) => void
  readonly invert: (x: number, y: number, width: number, height: number) => void
  /** Draws Code 128; the caller keeps the quiet zones free. */
  readonly code128: (digits: string, x: number, y: number, dot: number, height: number) => void
  readonly qr: (text: string, x: number, y: number, dot: number, level?: 'Q' | 'L') => void
  /** Ends the paper at this height; throws PrintError when a line would run off its foot. */
  readonly finish: (height: number) => Bits
}

/** Starts an empty paper of this many dots across. */
export function startSheet(width: number, fonts: Fonts): Sheet {
  const words: Words[] = []
  const shapes: Mark[] = []
  const inversions: Mark[] = []
  return {
    width,
    fonts,
    text(text, x, y, style) {
      const line = text.normalize('NFC')
      fonts.assertDrawable(line, style.weight)
      if (x < 0 || x + fonts.measure(line, style) > width) throw new PrintError('print.text-too-wide', line)
      words.push({ text: line, x: Math.round(x), y: Math.round(y), style })
    },
    fill: (x, y, w, h) => shapes.push(bits => bits.fill(x, y, w, h)),
    frame: (x, y, w, h, thickness) => shapes.push(bits => drawFrame(bits, x, y, w, h, thickness)),
    invert: (x, y, w, h) => inversions.push(bits => bits.invert(x, y, w, h)),
    code128(digits, x, y, dot, height) {
      const modules = code128Modules(digits)
      shapes.push(bits => drawBars(bits, modules, x, y, dot, height))
    },
    qr(text, x, y, dot, level = 'Q') {
      const symbol = qrModules(text, level)
      shapes.push(bits => drawSquares(bits, symbol, x, y, dot))
    },
    finish(height) {
      const over = words.find(({ y, style }) => y < 0 || y + Math.ceil(style.size * lineHeight) > height)
      if (over) throw new PrintError('print.text-too-wide', over.text)
      const bits = drawWords(words, width, height, fonts)
      for (const draw of shapes) draw(bits)
      for (const draw of inversions) draw(bits)
      return bits
    },
  }
}

/**
 * Draws Code 128 in the middle of a paper, with bars as wide as the paper and `largestDot` allow. Throws RangeError when
 * not even one dot a module leaves room for the quiet zones.
 */
export function centredCode128(
  sheet: Sheet,
  digits: string,
  y: number,
  largestDot: number,
  height: number,
): void {
  const modules = code128Modules(digits).length
  const dot = Math.min(largestDot, Math.floor(sheet.width / (modules + 2 * code128Quiet)))
  if (dot < 1) throw new RangeError('the barcode is wider than the paper')
  sheet.code128(digits, Math.floor((sheet.width - modules * dot) / 2), y, dot, height)
}

/** Breaks text at spaces into lines of at most this width; a word that is wider by itself is broken between letters. */
export function wrap(text: string, width: number, style: TextStyle, fonts: Fonts): readonly string[] {
  const fits = (line: string) => fonts.measure(line, style) <= width
  const lines: string[] = []
  let line = ''
  for (const word of text
    .normalize('NFC')
    .split(' ')
    .flatMap(word => breakWord(word, fits))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
    } else {
      lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  return lines
}

/** Breaks text into as few lines as `wrap`, but of about the same width: a last line of one word looks like a mistake. */
export function wrapEvenly(text: string, width: number, style: TextStyle, fonts: Fonts): readonly string[] {
  const fewest = wrap(text, width, style, fonts)
  let even = fewest
  for (let narrower = width; narrower > width / 2 && even.length === fewest.length; narrower -= style.size) {
    const lines = wrap(text, narrower, style, fonts)
    if (lines.length > fewest.length) break
    even = lines
  }
  return even
}

/** A text broken into lines at one size, and whether all of it is there. */
export type FittedText = {
  readonly style: TextStyle
  readonly lines: readonly string[]
  readonly whole: boolean
}

/** One way to set a text: a size, and the most lines there is room for. */
export type Attempt = { readonly size: number; readonly lines: number }

/** The first attempt that shows the whole text; when none does, the last one, cut with an ellipsis that can be seen. */
export function fitText(
  text: string,
  width: number,
  attempts: readonly [Attempt, ...Attempt[]],
  weight: TextStyle['weight'],
  fonts: Fonts,
): FittedText {
  let fitted = fitOnce(text, width, attempts[0], weight, fonts)
  for (const attempt of attempts.slice(1)) {
    if (fitted.whole) return fitted
    fitted = fitOnce(text, width, attempt, weight, fonts)
  }
  return fitted
}

function fitOnce(
  text: string,
  width: number,
  attempt: Attempt,
  weight: TextStyle['weight'],
  fonts: Fonts,
): FittedText {
  const style: TextStyle = { size: attempt.size, weight }
  const lines = wrapEvenly(text, width, style, fonts)
  if (lines.length <= attempt.lines) return { style, lines, whole: true }
  const kept = wrap(text, width, style, fonts).slice(0, attempt.lines)
  return { style, lines: kept.with(-1, shorten(kept.at(-1) ?? '', width, style, fonts)), whole: false }
}

function shorten(line: string, width: number, style: TextStyle, fonts: Fonts): string {
  let letters = [...line]
  while (letters.length > 0 && fonts.measure(`${letters.join('')}…`, style) > width)
    letters = letters.slice(0, -1)
  return `${letters.join('')}…`
}

function breakWord(word: string, fits: (part: string) => boolean): readonly string[] {
  if (fits(word)) return [word]
  const parts: string[] = []
  let part = ''
  for (const letter of word) {
    if (part !== '' && !fits(part + letter)) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return part === '' ? parts : [...parts, part]
}

function drawWords(words: readonly Words[], width: number, height: number, fonts: Fonts): Bits {
  const pen = createCanvas(width, height).getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#000'
  pen.textBaseline = 'alphabetic'
  for (const { text, x, y, style } of words) {
    pen.font = fonts.cssFont(style)
    pen.fillText(text, x, y + Math.round(style.size * ascent))
  }
  return darkBits(pen.getImageData(0, 0, width, height).data, width, height)
}

/** Black where the red of a pixel is dark, put together byte by byte: a slip has half a million pixels. */
function darkBits(pixels: Uint8ClampedArray, width: number, height: number): Bits {
  const bits = new Bits(width, height)
  const { data, bytesPerRow } = bits
  let pixel = 0
  for (let y = 0; y < height; y++) {
    let at = y * bytesPerRow
    for (let x = 0; x < width; x += 8, at++) {
      let byte = 0
      const end = Math.min(8, width - x)
      for (let dot = 0; dot < end; dot++, pixel += 4)
        if ((pixels[pixel] ?? 255) < blackBelow) byte |= 0x80 >> dot
      data[at] = byte
    }
  }
  return bits
}

function drawFrame(bits: Bits, x: number, y: number, width: number, height: number, thickness: number): void {
  bits.fill(x, y, width, thickness)
  bits.fill(x, y + height - thickness, width, thickness)
  bits.fill(x, y, thickness, height)
  bits.fill(x + width - thickness, y, thickness, height)
}

function drawBars(bits: Bits, modules: string, x: number, y: number, dot: number, height: number): void {
  for (const [index, module] of [...modules].entries())
    if (module === '1') bits.fill(x + index * dot, y, dot, height)
}

function drawSquares(
  bits: Bits,
  symbol: ReturnType<typeof qrModules>,
  x: number,
  y: number,
  dot: number,
): void {
  for (let row = 0; row < symbol.size; row++) {
    for (let column = 0; column < symbol.size; column++) {
      if (symbol.dark(column, row)) bits.fill(x + column * dot, y + row * dot, dot, dot)
    }
  }
}
