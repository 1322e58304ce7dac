import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { avatarOf, displayName } from '../../../../src/domain/person/display-name'
import {
  foldWithOrigin,
  givenKey,
  initialsOf,
  markedKey,
  nameKey,
  tidyName,
} from '../../../../src/domain/person/name-key'
import type { Relative } from '../../../../src/domain/person/person'
import { unTelex } from '../../../../src/domain/person/telex'

const vietnamese = fc.string({
  unit: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậỳýỷỹỵĐÂƯỜỮ  ’'-H"),
  maxLength: 40,
})

describe('nameKey', () => {
  test.each([
    ['Đặng Thị  HÒA', 'dang thi hoa'],
    ['  nguyễn\u00a0thị ánh ngọc ', 'nguyen thi anh ngoc'],
    ['H’Linh Niê', 'hlinh nie'],
    ["K'Brơi", 'kbroi'],
    ['Y-Moan Ênuôl', 'y moan enuol'],
    ['ĐƯỜNG', 'duong'],
    ['', ''],
  ])('%j is looked up as %j', (name, key) => expect(nameKey(name)).toBe(key))

  test('NFC and NFD, and folding twice, give the same key', () => {
    fc.assert(
      fc.property(vietnamese, name => {
        const key = nameKey(name)
        expect(nameKey(name.normalize('NFD'))).toBe(key)
        expect(nameKey(key)).toBe(key)
        expect(key).toMatch(/^[a-z]*(?: [a-z]+)*$/u)
      }),
    )
  })

  test('every folded character leads back to its source, marks included', () => {
    const name = 'Nguyễn Thị Ngọc'.normalize('NFD')
    const { key, starts, ends } = foldWithOrigin(name)
    const at = key.indexOf('ngoc')
    expect(name.slice(starts[at], ends[at + 3]).normalize('NFC')).toBe('Ngọc')
    expect(starts).toHaveLength(key.length)
    expect(ends).toHaveLength(key.length)
  })

  test('the given name is the last word', () => {
    expect(givenKey('Nguyễn Thị Ánh Ngọc')).toBe('ngoc')
    expect(givenKey('')).toBe('')
  })
})

describe('markedKey', () => {
  test.each([
    ['Hòa', 'Hoà', true],
    ['Thủy Uý', 'Thuỷ Úy', true],
    ['Hòa', 'Hoa', false],
    ['Đức', 'Dức', false],
    ['Bảo', 'Bạo', false],
  ])('%s and %s are the same written name: %s', (a, b, same) =>
    expect(markedKey(a) === markedKey(b)).toBe(same),
  )
})

describe('what is shown', () => {
  const mother: Relative = {
    relation: 'mother',
    name: 'Trần Thị Phượng',
    nationalId: null,
    phone: null,
    birthYear: null,
  }

  test('initials are those of the last two words, with marks', () => {
    expect(initialsOf('nguyễn thị ánh ngọc')).toBe('ÁN')
    expect(initialsOf('Đạt')).toBe('Đ')
    expect(initialsOf('')).toBe('')
  })

  test('a newborn without a name is the child of the mother', () => {
    expect(displayName({ name: ' ', relatives: [mother] })).toBe('Con bà Trần Thị Phượng')
    expect(
      displayName({ name: '', relatives: [{ ...mother, relation: 'father', name: 'Lê Văn Bảy' }] }),
    ).toBe('Con ông Lê Văn Bảy')
    expect(displayName({ name: 'Lê An', relatives: [mother] })).toBe('Lê An')
    expect(avatarOf({ name: '', relatives: [mother] })).toBe('CB')
  })

  test.each([
    ['nguyễn  thị ánh', 'Nguyễn Thị Ánh'],
    ['NGUYỄN ĐỨC ANH', 'Nguyễn Đức Anh'],
    ['h’linh niê', 'H’Linh Niê'],
    ['y-moan', 'Y-Moan'],
    ['Tôn Nữ thị Ngọc', 'Tôn Nữ thị Ngọc'],
    ['McDonald An', 'McDonald An'],
  ])('%j is tidied to %j', (typed, name) => expect(tidyName(typed)).toBe(name))
})

describe('unTelex', () => {
  test.each([
    ['nguyeenx', 'nguyen'],
    ['ddawng thij', 'dang thi'],
    ['phuowngf', 'phuong'],
    ['tws anhs', 'tu anh'],
    ['hoaf', 'hoa'],
    ['dduwcs', 'duc'],
    ['nguye6n4 hoa2', 'nguyen hoa'],
    ['quoocs', 'quoc'],
    ['nguyen thi', 'nguyen thi'],
    ['ksor', 'kso'],
    ['nghieem', 'nghiem'],
    ['john', 'john'],
  ])('%j becomes %j', (typed, plain) => expect(unTelex(typed)).toBe(plain))
})
