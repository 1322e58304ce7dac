import { describe, expect, test } from 'vitest'
import { Bits } from '../../../main/printing/bits'
import { loadFonts, type Weight } from '../../../main/printing/fonts'
import { startSheet, wrap } from '../../../main/printing/layout/raster'
import { vietnameseRows } from '../../../src/domain/document/test-page'
import { fontFolder, longName } from '../../helpers/document-samples'

const fonts = loadFonts(fontFolder)
const letters = [...new Set(vietnameseRows.join(''))].filter(letter => /[^A-Za-z ]/u.test(letter))

/** The same letter with its tone and shape marks taken off: ấ → a, Đ → D. */
function bare(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd').replace('Đ', 'D')
}

function drawn(letter: string, size: number, weight: Weight): Bits {
  const sheet = startSheet(60, fonts)
  sheet.text(letter, 10, 4, { size, weight })
  return sheet.finish(70)
}

describe('the bundled fonts', () => {
  test('Vietnamese has 134 letters with marks', () => {
    expect(letters).toHaveLength(134)
  })

  test.each([
    [18, 'medium'],
    [20, 'medium'],
    [24, 'semibold'],
    [38, 'bold'],
  ] as const)('at %i dots in %s every letter has its own dots', (size, weight) => {
    const pictures = new Map<string, string>()
    for (const letter of letters) {
      const bits = drawn(letter, size, weight)
      expect(bits.equals(drawn(bare(letter), size, weight)), `${letter} looks like ${bare(letter)}`).toBe(
        false,
      )
      const picture = bits.data.toString('base64')
      expect(pictures.get(picture), `${letter} looks like another letter`).toBeUndefined()
      pictures.set(picture, letter)
    }
  })

  test('marks of two lines never touch: a line of Ậ under a line of ỵ stays apart at 1.5 em', () => {
    const style = { size: 24, weight: 'medium' } as const
    const sheet = startSheet(300, fonts)
    sheet.text('ỵ ợ ậ ự g', 10, 0, style)
    sheet.text('Ễ Ẫ Ỗ Ẵ', 10, 36, style)
    const bits = sheet.finish(90)
    const empty = new Bits(300, 1).data
    const whiteRows = Array.from({ length: 12 }, (_, row) => row + 30).filter(row =>
      bits.rows(row, 1).equals(empty),
    )
    expect(whiteRows.length).toBeGreaterThan(0)
  })
})

describe('wrap', () => {
  const style = { size: 30, weight: 'bold' } as const

  test('no line is wider than its room, and nothing is lost', () => {
    for (const width of [120, 200, 376]) {
      const lines = wrap(longName, width, style, fonts)
      expect(lines.join(' ')).toBe(longName)
      for (const line of lines) expect(fonts.measure(line, style)).toBeLessThanOrEqual(width)
    }
  })

  test('a word wider than its room is broken between letters', () => {
    const word = 'W'.repeat(40)
    const lines = wrap(word, 200, style, fonts)
    expect(lines.join('')).toBe(word)
    for (const line of lines) expect(fonts.measure(line, style)).toBeLessThanOrEqual(200)
  })

  test('text that would run off the paper is refused', () => {
    expect(() => startSheet(100, fonts).text(longName, 0, 0, style)).toThrow('print.text-too-wide')
  })
})
