import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type ExtractTable, readNiisExtract } from '../../../../src/domain/exchange/niis-import'
import {
  isGarbled,
  readNiisDate,
  readNiisProgramme,
  readNiisSex,
} from '../../../../src/domain/exchange/niis-values'
import { context, vaccineAliases, vaccines } from './resources'

const fixture = (file: string) => readFileSync(new URL(`../../../fixtures/niis/${file}`, import.meta.url))

function tableOf(text: string): ExtractTable {
  const records = parse(text, { columns: true, bom: true }) as Record<string, string>[]
  return { headers: Object.keys(records[0] ?? {}), records }
}

const base: Readonly<Record<string, string>> = {
  MA_DOI_TUONG: '138163782500001',
  HO_TEN: 'NGUYỄN THỊ ÁNH NGỌC',
  GIOI_TINH: '1',
  NGAY_SINH: '18/05/2025',
  TEN_ME: 'Trần Thị Phượng',
  DIEN_THOAI: '0912 345 678',
  DAN_TOC: 'Kinh',
  TEN_TINH_DANG_KY: 'Thanh Hóa',
  TEN_HUYEN_DANG_KY: '',
  TEN_XA_DANG_KY: 'Phường Đông Sơn',
  THON_AP: 'Thôn 4',
  TEN_VACXIN: 'BCG',
  NGAY_TIEM: '20/05/2025',
  HINH_THUC_TIEM_CHUNG: 'Tiêm chủng mở rộng',
  SO_LO: '1234',
}
const read = (...changes: Record<string, string>[]) => {
  const records = changes.map(change => ({ ...base, ...change }))
  return readNiisExtract({ headers: Object.keys(base), records }, context)
}
const said = (report: ReturnType<typeof read>) =>
  report.problems.map(({ row, severity, code, column }) => `${row} ${severity} ${code} ${column}`)

describe('the fixture', () => {
  const report = readNiisExtract(tableOf(fixture('extract-300.csv').toString('utf8')), context)
  const expected = JSON.parse(fixture('extract-300.expected.json').toString('utf8')) as {
    due: { sourceCode: string }[]
  }

  test('is taken whole: 300 children and 3,000 doses without a problem', () => {
    expect(report.problems).toEqual([])
    expect(report).toMatchObject({ isAcceptable: true, rowCount: 3000, doseCount: 3000, unknownVaccines: [] })
    expect(report.persons).toHaveLength(300)
    expect(new Set(report.persons.map(({ person }) => person.addresses.current?.communeCode))).toEqual(
      new Set(['16378']),
    )
    expect(new Set(report.persons.map(({ person }) => person.addresses.current?.hamlet)).size).toBe(8)
    expect(new Set(report.persons.map(({ person }) => person.ethnicGroupCode)).size).toBeGreaterThan(2)
    expect(report.persons.some(({ person }) => person.name === '')).toBe(true)
  })

  test('sixty of them have something due', () => {
    const codes = new Set(report.persons.map(person => person.sourceCode))
    expect(expected.due).toHaveLength(60)
    expect(expected.due.every(({ sourceCode }) => codes.has(sourceCode))).toBe(true)
  })
})

describe('a broken file is refused', () => {
  const broken: readonly [string, string][] = [
    ['missing-column', '1 blocking import.missing-column NGAY_TIEM'],
    ['bad-date', '16 blocking import.bad-date NGAY_TIEM'],
    ['dose-before-birth', '22 blocking import.dose-before-birth NGAY_TIEM'],
    ['unknown-vaccine', '32 blocking import.unknown-vaccine TEN_VACXIN'],
    ['future-dose', '10 blocking import.dose-in-future NGAY_TIEM'],
    ['duplicate-row', '62 blocking import.duplicate-row TEN_VACXIN'],
  ]
  test.each(broken)('%s: %s', (name, problem) => {
    const report = readNiisExtract(tableOf(fixture(`extract-broken-${name}.csv`).toString('utf8')), context)
    expect(report.isAcceptable).toBe(false)
    expect(said(report)).toEqual([problem])
  })

  test('a file in the old Vietnamese code page is not UTF-8, and read so anyway it is noticed', () => {
    const bytes = fixture('extract-broken-encoding-1258.csv')
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
    const report = readNiisExtract(tableOf(bytes.toString('utf8')), context)
    expect(report.problems[0]).toMatchObject({ code: 'import.bad-encoding', severity: 'blocking' })
  })

  test('a file encoded twice is noticed', () => {
    const report = readNiisExtract(
      tableOf(fixture('extract-broken-encoding-twice.csv').toString('utf8')),
      context,
    )
    expect(report.problems[0]).toMatchObject({ code: 'import.bad-encoding', row: 2 })
  })

  test('headers without rows', () => {
    expect(readNiisExtract({ headers: Object.keys(base), records: [] }, context).problems[0]?.code).toBe(
      'import.empty-file',
    )
  })
})

describe('rows', () => {
  test('of one code become one person with doses in order', () => {
    const report = read(
      { TEN_VACXIN: 'DPT-VGB-HIB (SII)', NGAY_TIEM: '18/07/2025' },
      {},
      { TEN_VACXIN: 'Hexaxim', NGAY_TIEM: '2025-08-18 08:30', HINH_THUC_TIEM_CHUNG: '2' },
    )
    expect(said(report)).toEqual([])
    expect(report.persons).toHaveLength(1)
    expect(
      report.persons[0]?.doses.map(({ vaccineCode, givenOn, programme, row }) => [
        vaccineCode,
        givenOn,
        programme,
        row,
      ]),
    ).toEqual([
      ['BCG_IVAC', '2025-05-20', 'epi', 3],
      ['SII_PENTA', '2025-07-18', 'epi', 2],
      ['HEXAXIM', '2025-08-18', 'fee', 4],
    ])
    expect(report.persons[0]?.person).toMatchObject({
      kind: 'child',
      name: 'Nguyễn Thị Ánh Ngọc',
      sex: 'female',
      phone: '0912345678',
      identifiers: [{ system: 'niis-code', value: '138163782500001' }],
      addresses: { current: { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 4', line: null } },
      relatives: [{ relation: 'mother', name: 'Trần Thị Phượng' }],
    })
  })

  const cases: readonly [string, Record<string, string>[], string[]][] = [
    ['a code of letters', [{ MA_DOI_TUONG: 'ABC' }], ['2 blocking import.bad-source-code MA_DOI_TUONG']],
    [
      'a birth date in the future',
      [{ NGAY_SINH: '23/11/2026' }],
      ['2 blocking import.birth-in-future NGAY_SINH'],
    ],
    ['an unreadable birth date', [{ NGAY_SINH: '2025' }], ['2 blocking import.bad-date NGAY_SINH']],
    ['neither name nor mother', [{ HO_TEN: '', TEN_ME: '' }], ['2 blocking import.no-name HO_TEN']],
    ['a sex that is none', [{ GIOI_TINH: '7' }], ['2 blocking import.bad-sex GIOI_TINH']],
    [
      'two birth dates under one code',
      [{}, { NGAY_SINH: '19/05/2025', TEN_VACXIN: 'OPV', NGAY_TIEM: '18/07/2025' }],
      ['3 blocking import.person-conflict NGAY_SINH'],
    ],
    [
      'two names for one product on one day',
      [{ TEN_VACXIN: 'OPV' }, { TEN_VACXIN: 'bOPV - Polyvac' }],
      ['3 blocking import.duplicate-row TEN_VACXIN'],
    ],
    ['two products on one day', [{}, { TEN_VACXIN: 'VGB' }], []],
    ['a phone that is none', [{ DIEN_THOAI: '123' }], ['2 warning import.bad-phone DIEN_THOAI']],
    [
      'a place that is none',
      [{ TEN_XA_DANG_KY: 'Xã Không Có' }],
      ['2 warning import.unknown-place TEN_XA_DANG_KY'],
    ],
    ['an unknown group', [{ DAN_TOC: 'Sao Hỏa' }], ['2 warning import.unknown-ethnic-group DAN_TOC']],
    [
      'an unknown programme',
      [{ HINH_THUC_TIEM_CHUNG: 'X' }],
      ['2 warning import.unknown-programme HINH_THUC_TIEM_CHUNG'],
    ],
    ['a person without doses', [{ TEN_VACXIN: '', NGAY_TIEM: '' }], []],
    [
      'warnings of one person, once',
      [{ DIEN_THOAI: '123' }, { DIEN_THOAI: '123', TEN_VACXIN: 'VGB' }],
      ['2 warning import.bad-phone DIEN_THOAI'],
    ],
  ]
  test.each(cases)('%s', (_, changes, problems) => {
    const report = read(...changes)
    expect(said(report)).toEqual(problems)
    expect(report.isAcceptable).toBe(!problems.some(problem => problem.includes('blocking')))
  })

  test('con bà is a newborn without a name', () => {
    const person = read({ HO_TEN: 'CON BÀ LÊ THỊ HOA', TEN_ME: '' }).persons[0]?.person
    expect(person?.name).toBe('')
    expect(person?.relatives[0]?.name).toBe('Lê Thị Hoa')
  })

  test('unknown vaccines are counted, the most frequent first', () => {
    const report = read(
      { TEN_VACXIN: 'A' },
      { TEN_VACXIN: 'B' },
      { TEN_VACXIN: 'B', NGAY_TIEM: '21/05/2025' },
    )
    expect(report.unknownVaccines).toEqual([
      { text: 'B', count: 2 },
      { text: 'A', count: 1 },
    ])
  })

  test('the profile says which column is which', () => {
    const { TEN_VACXIN, ...rest } = base
    const profile = { ...context.profile, vaccine: 'Vắc xin' }
    const record = { ...rest, 'vac xin': TEN_VACXIN ?? '' }
    const report = readNiisExtract(
      { headers: Object.keys(record), records: [record] },
      { ...context, profile },
    )
    expect(report.persons[0]?.doses[0]?.vaccineCode).toBe('BCG_IVAC')
  })
})

describe('names of vaccines, places and groups', () => {
  test('every shipped alias names a shipped product', () => {
    const codes = vaccines.map(({ code }) => code)
    for (const { vaccineCode } of vaccineAliases.aliases) expect(codes).toContain(vaccineCode)
  })

  test.each([
    ['OPV', '2015-01-10', 'TOPV_POLYVAC'],
    ['OPV', '2016-06-01', 'BOPV_POLYVAC'],
    ['VA - MENGOC - BC', '2020-01-01', 'VAMENGOC_BC'],
    ['viêm gan b SƠ SINH', '2020-01-01', 'GENEHBVAX_05'],
    ['UV-BH (Td)', '2025-01-01', 'TD_IVAC'],
    ['Jevax (Lọ 5 liều 5ml)', '2020-01-01', 'JEVAX'],
    ['5 trong 1', '2020-01-01', null],
    ['Phế cầu', '2020-01-01', null],
    ['6 trong 1', '2020-01-01', 'GENERIC_6IN1'],
    ['Viêm não Nhật Bản', '2020-01-01', 'GENERIC_JE'],
    ['VNNB', '2020-01-01', 'JEVAX'],
    ['Rota', '2020-01-01', 'GENERIC_ROTA'],
    ['Vắc xin 5 trong 1', '2020-01-01', null],
    ['HEXAXIM', '2020-01-01', 'HEXAXIM'],
    ['', '2020-01-01', null],
  ])('%j on %s is %s', (text, on, code) => expect(context.findVaccine(text, readNiisDate(on))).toBe(code))

  test.each([
    ['Tỉnh Thanh Hóa', '', 'Phường Đông Sơn', { provinceCode: '38', communeCode: '16378' }],
    ['Hà Nội', 'Quận Ba Đình', 'Phường Trúc Bạch', { provinceCode: '01', communeCode: '00004' }],
    ['Tỉnh Hà Giang', '', 'Xã Không Có', { provinceCode: '08', communeCode: null }],
    ['Thiên Đường', '', 'Đông Sơn', null],
  ])('%s, %s, %s', (province, district, commune, place) =>
    expect(context.findPlace(province, district, commune)).toEqual(place),
  )

  test.each([
    ['Mường', '06'],
    ['hmông', '08'],
    ['Ba-na', '13'],
    ['01', '01'],
    ['', null],
  ])('group %j is %s', (text, code) => expect(context.findEthnicGroup(text)).toBe(code))
})

describe('cells', () => {
  test.each([
    ['18/05/2025', '2025-05-18'],
    ['8-5-2025', '2025-05-08'],
    ['18/05/2025 08:30:00', '2025-05-18'],
    ['2025-05-18T08:30', '2025-05-18'],
    ['31/02/2025', null],
    ['05/18/2025', null],
    ['45795', null],
    ['', null],
  ])('date %j is %s', (text, date) => expect(readNiisDate(text)).toBe(date))

  test('sex and programme come as code or word', () => {
    expect(['0', '1', '2', 'Nam', 'nữ', '', '3'].map(readNiisSex)).toEqual([
      'male',
      'female',
      'unknown',
      'male',
      'female',
      'unknown',
      null,
    ])
    expect(['1', '2', 'TCMR', 'Dịch vụ', 'Chiến dịch', '', 'X'].map(readNiisProgramme)).toEqual([
      'epi',
      'fee',
      'epi',
      'fee',
      'campaign',
      null,
      null,
    ])
  })

  test.each(['Nguyễn Thị Ánh Ngọc', 'ĐÀO DUY TỪ', 'Ái Ãi', 'H’Linh'])('%s is not garbled', text =>
    expect(isGarbled(text)).toBe(false),
  )
})
