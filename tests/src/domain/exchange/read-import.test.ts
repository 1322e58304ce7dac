import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import {
  dateOrderOf,
  readDay,
  readDoseDate,
  readPhoneText,
} from '../../../../src/domain/exchange/cell-values'
import { findHeaderRow, guessColumns } from '../../../../src/domain/exchange/guess-columns'
import { fieldOfHeader } from '../../../../src/domain/exchange/import-fields'
import { applyProfile, recognizeProfile } from '../../../../src/domain/exchange/import-profile'
import { isGarbled, readNiisProgramme, readNiisSex } from '../../../../src/domain/exchange/niis-values'
import { type Cell, cellText } from '../../../../src/domain/exchange/table'
import { context, readRows } from './resources'

const reading = { order: 'day-first', epoch1904: false, today: context.today } as const
const header = [
  'MA_DOI_TUONG',
  'HO_TEN',
  'GIOI_TINH',
  'NGAY_SINH',
  'TEN_ME',
  'DIEN_THOAI',
  'MA_DINH_DANH',
  'TEN_VACXIN',
  'NGAY_TIEM',
]
const base: readonly Cell[] = [
  '138163782500001',
  'NGUYỄN THỊ ÁNH NGỌC',
  '1',
  '18/05/2025',
  'Trần Thị Phượng',
  '0912 345 678',
  '',
  'BCG',
  '20/05/2025',
]
const row = (changes: Readonly<Record<string, Cell>> = {}) =>
  base.map((cell, at) => changes[header[at] ?? ''] ?? cell)
const read = (...rows: (readonly Cell[])[]) => readRows([header, ...rows])

describe('cells', () => {
  test.each<[Cell, string | null]>([
    ['18/5/2025', '2025-05-18'],
    ['18-05-2025 08:30', '2025-05-18'],
    ['18.05.25', '2025-05-18'],
    ['18/05/57', '1957-05-18'],
    ['18052025', '2025-05-18'],
    ['2025-05-18', '2025-05-18'],
    [45_795, '2025-05-18'],
    ['30/02/2025', null],
    ['2025', null],
    [3, null],
    [Number.NaN, null],
    ['', null],
  ])('%j is the day %s', (cell, expected) => expect(readDay(cell, reading)).toBe(expected))

  test('a column with a date that cannot be day first is month first; one that contradicts it decides', () => {
    expect(dateOrderOf(['05/18/2025', '01/02/2025'])).toBe('month-first')
    expect(dateOrderOf(['05/18/2025', '18/05/2025'])).toBe('day-first')
    expect(dateOrderOf(['01/02/2025'])).toBe('day-first')
  })
  test('a dose may be known by month or year', () => {
    expect(readDoseDate('03/2024', reading, day('2023-01-05'))).toEqual({
      givenOn: '2024-03-01',
      givenOnAccuracy: 'month',
    })
    expect(readDoseDate(2024, reading, day('2024-02-03'))).toEqual({
      givenOn: '2024-02-03',
      givenOnAccuracy: 'year',
    })
  })
  test.each<[Cell, string]>([
    [912_345_678, '0912345678'],
    ['912 345 678', '0912 345 678'],
    ['0912345678; 0987654321', '0912345678'],
  ])('%j is the phone %s', (cell, expected) =>
    expect(readPhoneText(cell).replaceAll(' ', '')).toBe(expected.replaceAll(' ', '')),
  )
  test('sex, programme, garbled text', () => {
    expect(['0', 'Nữ', '', '7'].map(readNiisSex)).toEqual(['male', 'female', 'unknown', null])
    expect(['1', 'Tiêm dịch vụ', 'chiến dịch', 'x'].map(readNiisProgramme)).toEqual([
      'epi',
      'fee',
      'campaign',
      null,
    ])
    expect([isGarbled('Nguyá»…n'), isGarbled('Nguyễn')]).toEqual([true, false])
  })
})

describe('rows', () => {
  test('of one code become one person with doses in order, filled from each other', () => {
    const { people } = read(row({ TEN_VACXIN: 'MVVAC', NGAY_TIEM: '18/03/2026', DIEN_THOAI: '' }), row())
    expect(people).toHaveLength(1)
    expect(people[0]?.doses.map(({ vaccineCode, row: at }) => [vaccineCode, at])).toEqual([
      ['BCG_IVAC', 3],
      ['MVVAC', 2],
    ])
    expect(people[0]?.person).toMatchObject({ name: 'Nguyễn Thị Ánh Ngọc', phone: '0912345678' })
  })
  test.each<[string, Readonly<Record<string, Cell>>, string[]]>([
    ['a code of letters', { MA_DOI_TUONG: 'ABC' }, ['import.bad-source-code']],
    ['a code that a spreadsheet rounded', { MA_DOI_TUONG: 1.381637825e19 }, ['import.bad-source-code']],
    ['a birth date in the future', { NGAY_SINH: '23/11/2026' }, ['import.birth-in-future']],
    ['neither name nor mother', { HO_TEN: ' ', TEN_ME: ' ' }, ['import.no-name']],
    ['a sex that is none', { GIOI_TINH: '7' }, ['import.bad-sex']],
  ])('%s is refused', (_why, changes, codes) => {
    const { people, unread } = read(row(changes))
    expect(people).toEqual([])
    expect(unread[0]?.problems.map(({ code }) => code)).toEqual(codes)
  })
  test('two birth dates under one code are a conflict, whoever is right', () => {
    const { people } = read(row(), row({ NGAY_SINH: '19/05/2025' }))
    expect(people[0]?.problems.map(({ code }) => code)).toContain('import.person-conflict')
  })
  test('a personal number keeps the zero a spreadsheet dropped', () => {
    const { people } = read(row({ MA_DINH_DANH: 38_226_641_115 }))
    expect(people[0]?.person.identifiers).toContainEqual({ system: 'national-id', value: '038226641115' })
  })
  test('a newborn is called by the mother', () => {
    const { people } = read(row({ HO_TEN: 'Con bà Lê Thị Thủy', TEN_ME: ' ' }))
    expect(people[0]?.person).toMatchObject({
      name: '',
      relatives: [{ relation: 'mother', name: 'Lê Thị Thủy' }],
    })
  })
})

describe('columns', () => {
  const text = (cell: Cell | undefined) => cellText(cell)
  test('headers of lists, and the order they come in, do not matter', () => {
    expect(
      ['Họ và tên', 'SĐT', 'Ngày tháng năm sinh', 'CMT/CCCD', 'Thôn/xóm', 'STT'].map(fieldOfHeader),
    ).toEqual(['name', 'phone', 'birthDate', 'nationalId', 'hamlet', null])
  })
  test('the header below a title is found; dates below a vaccine are its doses; the rest is known by content', () => {
    const rows: Cell[][] = [
      ['DANH SÁCH'],
      ['Tên trẻ', 'Ngày sinh', 'BCG', 'MR mũi 1', '', ''],
      ['Lê Văn An', '01/02/2024', '02/02/2024', null, '0912345678', '038226641115'],
      ['Lê Thị Bình', '01/03/2024', '02/03/2024', null, '0912345679', '038226641116'],
    ]
    const table = { name: 'A', rows, hiddenColumns: [], epoch1904: false }
    expect(findHeaderRow(rows, text, context)).toBe(1)
    expect(guessColumns(table, 1, text, context).map(({ meaning }) => meaning)).toEqual([
      'name',
      'birthDate',
      'vaccine:BCG_IVAC',
      'vaccine:MRVAC',
      'phone',
      'nationalId',
    ])
  })
  test('a kind of list is known again by its headers, and says what they mean', () => {
    const kind = {
      name: 'Thôn',
      columns: [
        { header: 'Cột A', meaning: 'name' },
        { header: 'Cột B', meaning: '' },
      ],
    }
    expect(recognizeProfile(['cot b', 'CỘT A', 'khác'], [kind])).toBe(kind)
    expect(recognizeProfile(['Cột A', 'khác'], [kind])).toBe(null)
    const guessed = [
      { index: 0, header: 'Cột A', meaning: null },
      { index: 1, header: 'Cột B', meaning: 'phone' as const },
      { index: 2, header: 'Tên', meaning: 'name' as const },
    ]
    expect(applyProfile(guessed, kind).map(({ meaning }) => meaning)).toEqual(['name', null, null])
  })
})
