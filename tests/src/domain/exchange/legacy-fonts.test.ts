import { describe, expect, test } from 'vitest'
import { fontTables, legacyFonts } from '../../../../src/domain/exchange/legacy-font-tables'
import { decodeLegacy, detectFont, readCellText } from '../../../../src/domain/exchange/legacy-fonts'
import { isVietnameseSyllable } from '../../../../src/domain/exchange/vietnamese-syllable'
import { capitalLetters, smallLetters, typeLegacy } from '../../../helpers/legacy-text'

const names = [
  'Nguyễn Thị Ánh Ngọc',
  'Đặng Văn Hòa',
  'Lê Xuân Ngân',
  'Trần Thị Phượng',
  'Vũ Đức Kỹ',
  'Hồ Ý Mỹ',
]

describe.each(legacyFonts)('%s', font => {
  test('all 134 letters come back, capitals inside a word of capitals', () => {
    expect(smallLetters).toHaveLength(67)
    for (const letter of smallLetters)
      expect(decodeLegacy(typeLegacy(`n${letter}n`, font), font)).toBe(`n${letter}n`)
    for (const letter of capitalLetters)
      expect(decodeLegacy(typeLegacy(`NB${letter}N`, font), font)).toBe(`NB${letter}N`)
  })

  test('no sign means two letters', () => {
    const letters = [...fontTables[font].values()]
    expect(new Set(letters).size).toBe(font === 'tcvn3' ? 67 + 7 : 134)
  })

  test('a column of names is known and read', () => {
    const typed = names.map(name => typeLegacy(name, font))
    expect(detectFont(typed)).toBe(font)
    // A capital with a tone at the beginning of a word has no sign in TCVN3: it comes back small.
    const expected = font === 'tcvn3' ? names.map(name => name.replace('Á', 'á').replace('Ý', 'ý')) : names
    expect(typed.map(text => readCellText(text, font))).toEqual(expected)
  })

  test('cells that are Unicode already stay, in a column of both', () => {
    const mixed = [...names.map(name => typeLegacy(name, font)), 'Bùi Thị Hạnh', 'Hà', 'Lan']
    expect(detectFont(mixed)).toBe(font)
    expect(mixed.slice(-3).map(text => readCellText(text, font))).toEqual(['Bùi Thị Hạnh', 'Hà', 'Lan'])
  })
})

test('capitals of .VnTimeH: typed with capital keys they are capitals, with small keys small', () => {
  expect(decodeLegacy('NGUYÔN THÞ H¶I §¡NG', 'tcvn3')).toBe('NGUYỄN THỊ HẢI ĐĂNG')
  expect(decodeLegacy('nguyÔn thÞ h¶i', 'tcvn3')).toBe('nguyễn thị hải')
})

test('Unicode, ASCII and what reads as nothing are never touched', () => {
  expect(detectFont(names)).toBe(null)
  expect(detectFont(names.map(name => name.normalize('NFD')))).toBe(null)
  expect(detectFont(['Hà', 'Cà Mau', 'Tô Hân', 'Lê Ân'])).toBe(null)
  expect(detectFont(['Nguyen Van A', '0912345678', ''])).toBe(null)
  expect(detectFont(['25°C', '±0,5', '½ liều', '€ 12'])).toBe(null)
  expect(detectFont([])).toBe(null)
})

test.each(['nguyễn', 'Ánh', 'ĐẶNG', 'quý', 'giặt', 'khuyên', 'nghiêng', 'y', 'xoong', 'thuở'])(
  '%s can be Vietnamese',
  word => expect(isVietnameseSyllable(word)).toBe(true),
)
test.each(['nguyôn', 'thÞ', 'nguyeãn', 'h¶i', 'krông', 'ñaëng', 'àà', ''])('%s cannot', word =>
  expect(isVietnameseSyllable(word)).toBe(false),
)
