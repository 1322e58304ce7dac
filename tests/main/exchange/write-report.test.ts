import { read, type WorkSheet } from '@e965/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeReport } from '../../../main/exchange/write-report'
import type { CellValue } from '../../../src/domain/report/counted-report'
import { mixedCounted, monthCounted, samplePaper } from '../../helpers/report-samples'

/*
 * What was written is read back by another library than the one that wrote it: what only the writer understands would not be
 * understood in Excel either.
 */

type Read = { readonly t: string; readonly v?: unknown; readonly z?: string; readonly f?: string }
type Sheet = { readonly sheet: WorkSheet; readonly rows: readonly (readonly (Read | undefined)[])[] }

async function readBack(kind: 'month' | 'mixed'): Promise<Sheet & { readonly printTitles: string }> {
  const book = read(await writeReport(samplePaper(kind)), {
    type: 'array',
    dense: true,
    cellNF: true,
    cellFormula: true,
  })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet) throw new Error('no sheet')
  const names = book.Workbook?.Names ?? []
  return {
    sheet,
    rows: (sheet['!data'] ?? []) as Sheet['rows'],
    printTitles: names.find(({ Name }) => Name === '_xlnm.Print_Titles')?.Ref ?? '',
  }
}

/** A row that was read has holes where a cell is empty. */
const texts = (row: readonly (Read | undefined)[] | undefined) =>
  Array.from(row ?? [], cell => cell?.v ?? null)

describe('the file of a month', () => {
  let file: Awaited<ReturnType<typeof readBack>>
  beforeAll(async () => {
    file = await readBack('month')
  }, 60_000)

  test('every cell of the form holds the number that was counted, and no formula', () => {
    const [counted] = monthCounted().sections
    const numbered = file.rows.filter(row => typeof row?.[0]?.v === 'number')
    expect(numbered.map(row => texts(row).slice(2))).toEqual(counted?.rows.map(({ cells }) => cells))
    expect(file.rows.flat().filter(cell => cell?.f !== undefined)).toEqual([])
  })

  test('numbers have their format: whole with thousands, shares with one decimal', () => {
    const row = file.rows.filter(each => typeof each?.[0]?.v === 'number')[1] ?? []
    expect(row[2]?.z).toBe('#,##0')
    expect(row[7]?.z).toBe('0.0')
  })

  test('the head of an administrative paper stands above, the title across the whole width', () => {
    const said = file.rows.slice(0, 12).flatMap(texts).filter(Boolean)
    expect(said).toEqual(
      expect.arrayContaining([
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập – Tự do – Hạnh phúc',
        'Vĩnh Phúc, ngày 02 tháng 11 năm 2026',
        'BÁO CÁO KẾT QUẢ TIÊM CHỦNG MỞ RỘNG THÁNG',
        'Kính gửi: Trạm Y tế xã',
        'BẢN NHÁP, CHƯA KÝ',
      ]),
    )
    expect(file.rows.flat().map(cell => cell?.v)).toEqual(
      expect.arrayContaining(['NGƯỜI LẬP BIỂU', 'TRƯỞNG TRẠM']),
    )
  })

  test('columns that share a heading stand under a merged one; pages repeat the heads', () => {
    const at = file.rows.findIndex(row => row?.[0]?.v === 'STT')
    const merged = (file.sheet['!merges'] ?? []).map(({ s, e }) => `${s.r - at},${s.c}:${e.r - at},${e.c}`)
    expect(merged).toEqual(expect.arrayContaining(['0,0:1,0', '0,1:1,1', '0,2:1,2', '0,3:0,4', '0,5:0,7']))
    expect(file.printTitles).toMatch(new RegExp(`!\\$${at + 1}:\\$${at + 2}$`, 'u'))
  })
})

test('every part of the file is well-formed: a bare sign in the foot made LibreOffice lose the layout', async () => {
  const paper = { ...samplePaper('month'), title: 'Mẹ & bé <1>', form: 'A && B' }
  const book = read(await writeReport(paper), { type: 'array', bookFiles: true })
  const files = Reflect.get(book, 'files') as Readonly<Record<string, { readonly content: Uint8Array }>>
  const parts = Object.entries(files).filter(([name]) => name.endsWith('.xml'))
  const xmls = parts.map(([, { content }]) => new TextDecoder().decode(content))
  expect(xmls.length).toBeGreaterThan(3)
  for (const xml of xmls) expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/u)
  const sheet = xmls.find(xml => xml.includes('<oddFooter>')) ?? ''
  expect(sheet).toContain(
    '&amp;L&amp;8Mẹ &amp;&amp; bé &lt;1&gt; · A &amp;&amp;&amp;&amp; B&amp;R&amp;8Trang',
  )
  expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/u)
})

describe('a file of several sections', () => {
  let file: Awaited<ReturnType<typeof readBack>>
  beforeAll(async () => {
    file = await readBack('mixed')
  }, 60_000)

  test('what looks like a formula stays text', () => {
    const wanted = ['=HYPERLINK("x","+84")', '=1+1', '@SUM(A1) & <b>sốt</b>', '-mạng chậm']
    const cells = wanted.map(value => file.rows.flat().find(cell => cell?.v === value))
    expect(cells.map(cell => [cell?.t, cell?.f, cell?.z])).toEqual(wanted.map(() => ['s', undefined, '@']))
  })

  test('days are dates, and every section has its rows in order', () => {
    const numbered = file.rows.filter(row => typeof row?.[0]?.v === 'number')
    const read = numbered.map(row => Array.from(row, writtenIn).slice(1))
    const [lots, cases, answers] = mixedCounted.sections
    const labelled = (rows: typeof lots) => rows?.rows.map(({ label, cells }) => [label, ...cells]) ?? []
    expect(read.slice(0, 2).map(row => [...row, null].slice(0, 4))).toEqual(labelled(lots))
    expect(read[2]?.slice(0, 3)).toEqual(cases?.rows[0]?.cells)
    expect(read.slice(3).map(row => row[1])).toEqual(answers?.rows.map(({ cells }) => cells[0]))
  })
})

function writtenIn(cell: Read | undefined): CellValue {
  if (!cell || cell.v === undefined) return null
  if (cell.z !== 'dd/mm/yyyy') return cell.v as CellValue
  return { day: new Date(Date.UTC(1899, 11, 30 + Number(cell.v))).toISOString().slice(0, 10) }
}
