import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import { create } from 'fontkit'
import { PrintError } from './print-error'

/** Weights for dots. The regular weight is for pages: at 203 dpi its hairlines vanish at the threshold. */
export type Weight = 'medium' | 'semibold' | 'bold'

/** How a piece of text looks: height of the letters' em in dots, and weight. */
export type TextStyle = { readonly size: number; readonly weight: Weight }

/** Our own fonts, ready to draw with. */
export type Fonts = {
  /** CSS font of a style, for a canvas. */
  readonly cssFont: (style: TextStyle) => string
  /** Width in dots, rounded up. */
  readonly measure: (text: string, style: TextStyle) => number
  /** Throws PrintError 'print.missing-glyph' naming the characters that the font cannot draw. */
  readonly assertDrawable: (text: string, weight: Weight) => void
}

/** Widths of lines that are kept, some megabytes; names come and go. */
const widthsKept = 20_000

/** File names in `resources/fonts`. */
export const fontFiles: Readonly<Record<Weight, string>> = {
  medium: 'NotoSans-Medium.ttf',
  semibold: 'NotoSans-SemiBold.ttf',
  bold: 'NotoSans-Bold.ttf',
}

/**
 * Loads the fonts of a folder under names of our own, so that no font of the machine can take their place: the same
 * text gives the same dots on Linux and Windows.
 */
export function loadFonts(folder: string): Fonts {
  const medium = loadFont(folder, 'medium')
  const semibold = loadFont(folder, 'semibold')
  const bold = loadFont(folder, 'bold')
  const fonts = { medium, semibold, bold }
  const ruler: SKRSContext2D = createCanvas(8, 8).getContext('2d')
  const cssFont = ({ size, weight }: TextStyle) => `${size}px "${fonts[weight].family}"`
  return {
    cssFont,
    measure: rememberWidths((text, font) => {
      ruler.font = font
      return Math.ceil(ruler.measureText(text).width)
    }, cssFont),
    assertDrawable(text, weight) {
      const missing = [...text.normalize('NFC')].filter(
        letter => !fonts[weight].covers(letter.codePointAt(0) ?? 0),
      )
      if (missing.length > 0) throw new PrintError('print.missing-glyph', [...new Set(missing)].join(' '))
    },
  }
}

/** Words that are the same on every slip are measured once: wrapping asks for the width of each line many times. */
function rememberWidths(
  measure: (text: string, font: string) => number,
  cssFont: (style: TextStyle) => string,
): Fonts['measure'] {
  const known = new Map<string, number>()
  return (text, style) => {
    const line = text.normalize('NFC')
    const font = cssFont(style)
    const key = `${font}\n${line}`
    const before = known.get(key)
    if (before !== undefined) return before
    const width = measure(line, font)
    if (known.size >= widthsKept) known.clear()
    known.set(key, width)
    return width
  }
}

function loadFont(folder: string, weight: Weight) {
  const file = readFileSync(join(folder, fontFiles[weight]))
  const family = `Diem Tiem ${weight}`
  if (!GlobalFonts.has(family) && !GlobalFonts.register(file, family)) {
    throw new Error(`font ${fontFiles[weight]} cannot be read`)
  }
  const known = create(file)
  return { family, covers: (codePoint: number) => known.hasGlyphForCodePoint(codePoint) }
}
