import { deflateRawSync } from 'node:zlib'
import { CFB, utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { refuseZipBomb } from '../../../main/exchange/check-zip'
import { readWorkbook } from '../../../main/exchange/read-workbook'
import { writeSheet } from '../../../main/exchange/write-sheet'
import { Trouble } from '../../../src/contract/errors'
import { typeLegacy } from '../../helpers/legacy-text'

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'nothing refused'
  } catch (error) {
    return error instanceof Trouble ? (error.problems[0]?.code ?? '') : String(error)
  }
}

const rowsOf = (bytes: Uint8Array) => readWorkbook(bytes).sheets[0]?.rows

describe('what we write is read again', () => {
  const rows = [
    ['Họ tên', 'Ngày sinh', 'Mã', 'Số'],
    ['=HYPERLINK("x")', { day: '2024-02-29' }, '012345678901', 3],
    ['Đặng, "Hòa"', { day: '1900-03-01' }, '0912345678', null],
  ]
  test('xlsx: days, numbers, codes with their zeros, and a formula that is text', () => {
    expect(rowsOf(writeSheet('xlsx', 'Sổ/người: tất cả các thôn của phường', rows))).toEqual([
      ['Họ tên', 'Ngày sinh', 'Mã', 'Số'],
      ['=HYPERLINK("x")', '2024-02-29', '012345678901', 3],
      ['Đặng, "Hòa"', '1900-03-01', '0912345678'],
    ])
  })
  test('csv: marked for Excel, and nothing Excel would compute', () => {
    const bytes = writeSheet('csv', 'Sổ', rows)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(rowsOf(bytes)?.[1]?.slice(0, 2)).toEqual(['\'=HYPERLINK("x")', '29/02/2024'])
    for (const start of ['=', '+', '-', '@', '\t=', ' =']) {
      const [, cells] = rowsOf(writeSheet('csv', 'Sổ', [['a'], [`${start}1`]])) ?? []
      expect(String(cells?.[0])).toMatch(/^'/u)
    }
  })
})

describe('spreadsheets', () => {
  function book(
    fill: (sheet: ReturnType<typeof utils.aoa_to_sheet>) => void,
    bookType: 'xlsx' | 'xls' | 'biff5' = 'xlsx',
    is1904 = false,
  ) {
    const sheet = utils.aoa_to_sheet([
      ['Họ tên', 'Ngày sinh'],
      [typeLegacy('Nguyễn Thị Hòa', 'tcvn3'), 45_000],
    ])
    fill(sheet)
    const made = utils.book_new()
    utils.book_append_sheet(made, sheet, 'A')
    if (is1904) made.Workbook = { WBProps: { date1904: true } }
    return new Uint8Array(write(made, { type: 'buffer', bookType, cellStyles: true }) as Uint8Array)
  }
  const dated = (sheet: ReturnType<typeof utils.aoa_to_sheet>) => {
    sheet.B2 = { t: 'n', v: 45_000, z: 'dd/mm/yyyy' }
  }
  test.each(['xlsx', 'xls', 'biff5'] as const)(
    '%s: date cells become days, signs of old fonts stay as they are',
    type => {
      const [, row] = rowsOf(book(dated, type)) ?? []
      expect(row?.[1]).toBe('2023-03-15')
      if (type !== 'biff5') expect(row?.[0]).toBe(typeLegacy('Nguyễn Thị Hòa', 'tcvn3'))
    },
  )
  test('days counted from 1904', () => {
    const bytes = book(
      sheet => {
        sheet.B2 = { t: 'n', v: 45_000 - 1_462, z: 'dd/mm/yyyy' }
      },
      'xlsx',
      true,
    )
    expect(rowsOf(bytes)?.[1]?.[1]).toBe('2023-03-15')
  })
  test('a number without a date format stays a number; a formula keeps its stored result', () => {
    const bytes = book(sheet => {
      sheet.B2 = { t: 'n', v: 42, f: 'A1*2' }
    })
    expect(rowsOf(bytes)?.[1]?.[1]).toBe(42)
  })
  test('merged cells say the same in each row, hidden columns are known', () => {
    const bytes = book(sheet => {
      utils.sheet_add_aoa(
        sheet,
        [
          ['Lê A', 1],
          [null, 2],
        ],
        { origin: 'A2' },
      )
      sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
      sheet['!cols'] = [{}, { hidden: true }]
    })
    const [sheet] = readWorkbook(bytes).sheets
    expect(sheet?.rows.slice(1).map(row => row[0])).toEqual(['Lê A', 'Lê A'])
    expect(sheet?.hiddenColumns).toEqual([1])
  })
})

describe('text files', () => {
  const text = 'Họ tên;Ngày sinh\nNguyễn Thị Hòa;01/02/2024\n'
  const expected = [
    ['Họ tên', 'Ngày sinh'],
    ['Nguyễn Thị Hòa', '01/02/2024'],
  ]
  const utf16 = (order: 'le' | 'be', isMarked: boolean) => {
    const bytes = Buffer.from((isMarked ? '\uFEFF' : '') + text, 'utf16le')
    return new Uint8Array(order === 'le' ? bytes : bytes.swap16())
  }
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16 LE', utf16('le', true)],
    ['UTF-16 BE', utf16('be', true)],
  ])('%s', (_name, bytes) => expect(rowsOf(bytes)).toEqual(expected))
  test.each([',', ';', '\t', '|'])('separated by %j', mark => {
    const bytes = new TextEncoder().encode(text.replaceAll(';', mark))
    expect(rowsOf(bytes)).toEqual(expected)
  })
  test('one byte a letter, in an old font: the signs are kept for the font to be known', () => {
    const typed = typeLegacy('Nguyễn Thị Hòa', 'tcvn3')
    expect(rowsOf(new Uint8Array(Buffer.from(`ten;ngay\n${typed};1\n`, 'latin1')))?.[1]?.[0]).toBe(typed)
  })
})

describe('what is no list is refused with a code', () => {
  test('a workbook behind a password: its parts are there, encrypted', () => {
    const locked = CFB.utils.cfb_new()
    const part = new Uint8Array(600) as unknown as string
    CFB.utils.cfb_add(locked, '/EncryptionInfo', part)
    CFB.utils.cfb_add(locked, '/EncryptedPackage', part)
    const bytes = new Uint8Array(CFB.write(locked, { type: 'buffer' }) as unknown as Uint8Array)
    expect(codeOf(() => readWorkbook(bytes))).toBe('import.password-protected')
  })
  test.each([
    ['a torn zip', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'import.unreadable'],
    ['a torn old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'import.unreadable'],
    ['nothing', new Uint8Array(), 'import.empty-file'],
  ])('%s', (_name, bytes, code) => expect(codeOf(() => readWorkbook(bytes))).toBe(code))

  test('a small file that unpacks to more than is allowed, whatever its directory says', () => {
    const packed = deflateRawSync(Buffer.alloc(2_000_000))
    expect(codeOf(() => refuseZipBomb(zipOf(packed, 10), 1_000_000))).toBe('import.too-large')
    expect(codeOf(() => refuseZipBomb(zipOf(packed, 10), 3_000_000))).toBe('nothing refused')
  })
})

/** A zip file of one part whose directory names another size. */
function zipOf(packed: Buffer, said: number): Uint8Array {
  const local = Buffer.alloc(31)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(1, 26)
  const entry = Buffer.alloc(47)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(said, 24)
  entry.writeUInt16LE(1, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, packed, entry, end]))
}
