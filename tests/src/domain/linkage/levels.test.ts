import { describe, expect, test } from 'vitest'
import { readBirthName } from '../../../../src/domain/linkage/birth-name'
import { birthDayOf, compareBirthDays } from '../../../../src/domain/linkage/compare-dates'
import { compareNames, mayBeTwinNames } from '../../../../src/domain/linkage/compare-names'
import { createNameWriter } from '../../../../src/domain/linkage/written-name'
import { relative } from '../person/people'
import { evidenceOf, girl, modelWith, score, weights } from './linkage-setting'

const write = createNameWriter()
const isNameWord = (word: string) => weights.wordShares[word] !== undefined

describe('two written names', () => {
  test.each([
    ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà', 'same'],
    ['Nguyễn Thị Hòa'.normalize('NFD'), 'NGUYỄN THỊ HÒA', 'same'],
    ['Nguyễn Thị Ánh', 'Nguyen Thi Anh', 'same-without-marks'],
    ['Nguyễn Thị Ánh', 'Nguyễn Thị Anh', 'one-slip'],
    ['Vũ Thùy Tâm', 'Thùy Tâm Vũ', 'reordered'],
    ['Trần Thị Hồng Nhung', 'Trần Hồng Nhung', 'shortened'],
    ['Trần Thị Phượng', 'Trần T. Phượng', 'shortened'],
    ['Nguyễn Văn Khánh', 'Nguyễn Văn Khánhj', 'one-slip'],
    ['Nguyễn Văn An', 'Nguyeenx Vawn An', 'one-slip'],
    ['Phạm Quốc Bảo', 'Phạm Quốc Bả', 'one-slip'],
    ['Phạm Quốc Bảo', 'Phạm Qucố Bảo', 'one-slip'],
    ['Lê Ngọc Hân', 'Lê Minh Hân', 'partly'],
    ['Lê Ngọc Hân', 'Lê Ngọc Trâm', 'different'],
    ['Lê Ngọc Hân', '', 'missing'],
  ])('%s / %s: %s, both ways', (a, b, level) => {
    expect(compareNames(write(a), write(b))).toBe(level)
    expect(compareNames(write(b), write(a))).toBe(level)
  })

  test.each([
    ['Nguyễn Minh An', 'Nguyễn Minh Anh', true],
    ['Nguyễn Bảo An', 'Nguyễn Bảo Ân', true],
    ['Nguyễn Mai Anh', 'Nguyễn Ngọc Anh', true],
    ['Nguyễn Ngọc Anh', 'Nguyễn Anh Ngọc', true],
    ['Lê Gia Phúc', 'Lê Gia Hân', true],
    ['Nguyễn Thị Ngọc', 'Nguyễn Thị Ngọcc', false],
    ['Nguyễn Thị Ngọc', 'Nguyen Thi Ngoc', false],
    ['Nguyễn Thị Ngọc', 'Nguyễn Ngọc', false],
    ['Nguyễn Thị Ngọc', 'Nguyễn Thị Ngocj', false],
    ['Vũ Thùy Tâm', 'Thùy Tâm Vũ', false],
  ])('%s and %s may be the names of twins: %s', (a, b, answer) => {
    expect(mayBeTwinNames(write(a), write(b), isNameWord)).toBe(answer)
    expect(mayBeTwinNames(write(b), write(a), isNameWord)).toBe(answer)
  })
})

describe('a name given before the birth is registered', () => {
  test.each([
    ['Con bà Trần Thị Phượng', 'Trần Thị Phượng', null],
    ['CB Trần Thị Phượng', 'Trần Thị Phượng', null],
    ['con ba tran thi phuong 2', 'tran thi phuong', '2'],
    ['Con bà Trần Thị Phượng (B)', 'Trần Thị Phượng', '2'],
    ['Con bà Trần Thị Phượng 1/2', 'Trần Thị Phượng', '1'],
    ['Bé 1', '', '1'],
    ['bé A', '', '1'],
    ['', '', null],
  ])('%s: %s, order %s', (name, parentName, order) => {
    expect(readBirthName(name)).toEqual({ parentName, order })
  })
  test.each(['Nguyễn Thị Bé', 'Bế Văn Đàn', 'Cao Bá Quát'])('%s is a name of its own', name => {
    expect(readBirthName(name)).toBeNull()
  })
})

test.each([
  ['2025-05-18', '2025-05-18', 'same'],
  ['2025-05-18', '2025-05-21', 'near'],
  ['2025-12-31', '2026-01-02', 'near'],
  ['2025-05-08', '2025-08-05', 'swapped-day-month'],
  ['2025-05-18', '2025-05-28', 'one-slip'],
  ['2025-05-18', '2024-05-18', 'one-slip'],
  ['2025-05-18', '2025-05-23', 'same-in-part'],
  ['2025-05-18', '2025-12-18', 'same-in-part'],
  ['2025-05-18', '2024-07-19', 'different'],
])('birth dates %s / %s: %s', (a, b, level) => {
  expect(compareBirthDays(birthDayOf(a), birthDayOf(b))).toBe(level)
  expect(compareBirthDays(birthDayOf(b), birthDayOf(a))).toBe(level)
})

describe('evidence field by field', () => {
  const home = { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 4', line: null }
  const cases = [
    {
      field: 'identifier',
      level: 'missing',
      why: 'two codes of the national system',
      left: { identifiers: [{ system: 'niis-code', value: '381630020250001' }] },
      right: { identifiers: [{ system: 'niis-code', value: '381630020250002' }] },
      sign: 0,
    },
    {
      field: 'identifier',
      level: 'one-slip',
      why: 'one digit of the personal number',
      left: { identifiers: [{ system: 'national-id', value: '038325000123' }] },
      right: { identifiers: [{ system: 'national-id', value: '038325000128' }] },
      sign: 1,
    },
    {
      field: 'identifier',
      level: 'missing',
      why: "the mother's number stands for the child",
      left: {
        identifiers: [{ system: 'national-id', value: '038197000001' }],
        relatives: [relative({ nationalId: '038197000001' })],
      },
      right: {
        identifiers: [{ system: 'national-id', value: '038197000001' }],
        relatives: [relative({ nationalId: '038197000001' })],
      },
      sign: 0,
    },
    {
      field: 'sex',
      level: 'missing',
      why: 'one sex is not known',
      left: { sex: 'unknown' },
      right: {},
      sign: 0,
    },
    {
      field: 'mother',
      level: 'different',
      why: 'mothers of one name with two numbers',
      left: { relatives: [relative({ nationalId: '038197000001' })] },
      right: { relatives: [relative({ nationalId: '038197999992' })] },
      sign: -1,
    },
    {
      field: 'phone',
      level: 'one-slip',
      why: 'a digit of the phone',
      left: { phone: null, relatives: [relative({ phone: '0912345678' })] },
      right: { phone: null, relatives: [relative({ phone: '0912345679' })] },
      sign: 1,
    },
    {
      field: 'phone',
      level: 'different',
      why: 'another phone',
      left: { phone: null, relatives: [relative({ phone: '0912345678' })] },
      right: { phone: null, relatives: [relative({ phone: '0987001122' })] },
      sign: -1,
    },
    {
      field: 'address',
      level: 'same-in-part',
      why: 'another hamlet of the commune',
      left: { addresses: { current: home } },
      right: { addresses: { current: { ...home, hamlet: 'Thôn 9' } } },
      sign: 1,
    },
    {
      field: 'address',
      level: 'same',
      why: 'a place of birth where the other lives',
      left: { addresses: { current: { ...home, communeCode: '14758' }, birth: home } },
      right: { addresses: { current: home } },
      sign: 1,
    },
  ] as const
  test.each(cases)('$field $level: $why', ({ field, level, left, right, sign }) => {
    const found = evidenceOf(score({ person: girl(left) }, { person: girl(right) }), field)
    expect(found.level).toBe(level)
    expect(Math.sign(found.bits)).toBe(sign)
  })

  test('a family that moved to another commune loses two bits at most', () => {
    const moved = girl({ addresses: { current: { ...home, communeCode: '14758' } } })
    const { bits } = evidenceOf(score({ person: girl() }, { person: moved }), 'address')
    expect(bits).toBeGreaterThan(-2.1)
  })

  test('a rare name says more than a common one', () => {
    const asShipped = modelWith({ name: () => null })
    const bitsOf = (name: string) =>
      evidenceOf(score({ person: girl({ name }) }, { person: girl({ name }) }, asShipped), 'name').bits
    expect(bitsOf('Quàng Thị Xiên')).toBeGreaterThan(bitsOf('Nguyễn Thị Anh') + 3)
  })

  test('a phone that hundreds have says little', () => {
    const alone = { phone: '0912345678', relatives: [] }
    const bitsOf = (count: number) =>
      evidenceOf(
        score({ person: girl(alone) }, { person: girl(alone) }, modelWith({ phone: () => count })),
        'phone',
      ).bits
    expect(bitsOf(2)).toBeGreaterThan(bitsOf(400) + 5)
  })

  test('what brothers and sisters share as well counts up to a limit', () => {
    const person = girl({
      relatives: [
        relative({ nationalId: '038197000001' }),
        relative({ relation: 'father', name: 'Nguyễn Cát Uy' }),
      ],
    })
    const { evidence } = score({ person }, { person })
    const family = evidence.filter(({ field }) =>
      ['mother', 'father', 'guardian', 'phone', 'address'].includes(field),
    )
    expect(family.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(weights.caps.family, 6)
  })
})

describe('doses', () => {
  const bcg = { vaccineCode: 'BCG_IVAC', on: '2025-06-01', lot: 'L1' }
  const penta = { vaccineCode: 'SII_PENTA', on: '2025-07-20', lot: 'L2' }
  const bitsOf = (left: readonly (typeof bcg)[], right: readonly (typeof bcg)[], common = 20) =>
    evidenceOf(
      score(
        { person: girl(), doses: left },
        { person: girl(), doses: right },
        modelWith({ dose: () => common }),
      ),
      'doses',
    )
  test('the same product on the same day speaks for one child, the more the rarer', () => {
    expect(bitsOf([bcg], [bcg])).toMatchObject({ level: 'same' })
    expect(bitsOf([bcg], [bcg], 2).bits).toBeGreaterThan(bitsOf([bcg], [bcg], 5_000).bits)
    expect(bitsOf([bcg, penta], [bcg])).toMatchObject({ level: 'same' })
    expect(bitsOf([bcg, penta], [bcg, { ...penta, vaccineCode: 'HEXAXIM' }])).toMatchObject({
      level: 'partly',
    })
  })
  test('doses that complete one another say nearly nothing', () => {
    const { level, bits } = bitsOf([bcg], [penta])
    expect(level).toBe('complementary')
    expect(Math.abs(bits)).toBeLessThan(1)
  })
  test('the same product a week apart is against one child', () => {
    const found = bitsOf([bcg], [{ ...bcg, on: '2025-06-08' }])
    expect(found.level).toBe('different')
    expect(found.bits).toBeLessThan(-1)
  })
  test('two products of one day count once', () => {
    const second = { ...bcg, vaccineCode: 'GENEHBVAX_05' }
    expect(bitsOf([bcg, second], [bcg, second]).bits).toBeCloseTo(bitsOf([bcg], [bcg]).bits, 6)
  })
})
