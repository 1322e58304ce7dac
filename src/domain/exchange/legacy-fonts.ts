import { fontTables, type LegacyFont, legacyFonts } from './legacy-font-tables'
import { isVietnameseSyllable } from './vietnamese-syllable'

/** Letters of Unicode Vietnamese that no old font's file can hold: who writes one has left the old fonts behind. */
const onlyUnicode =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300\u0301\u0303\u0309\u0323]/u
const foreignSign = /[^ -~\s]/u
const between = /[\s!-/:-@[-`{-~]+/u

/** How well a text reads: words with a sign beyond ASCII, and how many of them can be Vietnamese. */
type Reading = { readonly words: number; readonly fits: number }

/**
 * Turns signs of an old font into letters. What the font does not know stays. Capitals of TCVN3 carry no tone: a word
 * whose other letters are all capitals was typed in a capital font, and becomes all capitals.
 */
export function decodeLegacy(text: string, font: LegacyFont): string {
  const table = fontTables[font]
  let decoded = ''
  for (let at = 0; at < text.length; ) {
    const pair = font === 'vni' ? table.get(text.slice(at, at + 2)) : undefined
    const letter = pair ?? table.get(text.charAt(at)) ?? text.charAt(at)
    at += pair === undefined ? 1 : 2
    decoded += letter
  }
  return font === 'tcvn3' ? decoded.replace(/[\p{L}\p{M}]+/gu, asWritten) : decoded
}

/** `NGUYễN` was `NGUYÔN` in a capital font. One capital alone, or one small ASCII letter, says nothing of the kind. */
function asWritten(word: string): string {
  const plain = word.match(/[A-Za-zĂÂÊÔƠƯĐ]/gu) ?? []
  const isCapital = plain.length > 0 && plain.every(letter => letter === letter.toUpperCase())
  // `Hµ` is Hà: in a name the first letter alone is a capital.
  const isName = plain.length === 1 && /^[A-ZĂÂÊÔƠƯĐ]/u.test(word)
  return isCapital && !isName ? word.toUpperCase() : word
}

function readingOf(original: string, decoded: string): Reading {
  const words = decoded.split(between).filter(word => foreignSign.test(word))
  const kept = words.length > 0 || !foreignSign.test(original)
  return { words: kept ? words.length : 1, fits: words.filter(isVietnameseSyllable).length }
}

function add(a: Reading, b: Reading): Reading {
  return { words: a.words + b.words, fits: a.fits + b.fits }
}

const share = ({ words, fits }: Reading) => (words === 0 ? 0 : fits / words)

/** So much of a column must read as Vietnamese once it is decoded. */
const leastShare = 0.75
/** Cells looked at; more tell nothing new. */
const mostCells = 2_000

/**
 * The old font a column was typed in, judged by what its cells read as; null for Unicode, for a column without marks and
 * for one that reads as Vietnamese in no font.
 */
export function detectFont(texts: Iterable<string>): LegacyFont | null {
  const sample: string[] = []
  for (const text of texts) {
    if (sample.length >= mostCells) break
    if (foreignSign.test(text) && !onlyUnicode.test(text)) sample.push(text)
  }
  const sum = (decode: (text: string) => string) =>
    sample.map(text => readingOf(text, decode(text))).reduce(add, { words: 0, fits: 0 })
  const asIs = share(sum(text => text))
  const found = legacyFonts
    .map(font => ({ font, share: share(sum(text => decodeLegacy(text, font))) }))
    .toSorted((a, b) => b.share - a.share)[0]
  return found && found.share >= leastShare && found.share > asIs ? found.font : null
}

/**
 * The text of one cell of a column typed in a font. A cell that is Unicode already, or reads better as it stands, is left
 * alone: files were put together from several.
 */
export function readCellText(text: string, font: LegacyFont | null): string {
  if (font === null || !foreignSign.test(text) || onlyUnicode.test(text)) return text
  const decoded = decodeLegacy(text, font)
  const [before, after] = [readingOf(text, text), readingOf(text, decoded)]
  return share(before) >= share(after) && before.fits > 0 ? text : decoded.normalize('NFC')
}

/** How well a text reads as Unicode Vietnamese, from 0 to 1; 1 for a text without marks. */
export function vietnameseShare(text: string): number {
  const reading = readingOf(text, text)
  return reading.words === 0 ? 1 : share(reading)
}
