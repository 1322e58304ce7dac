import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeWorkbook, { type CellObject, type Feature, type Row } from 'write-excel-file/node'
import type { ReportPaper, ReportPaperLine, ReportPaperSection } from '../../src/domain/document/report-paper'
import type { CellValue } from '../../src/domain/report/counted-report'

/*
 * A report as a spreadsheet in the shape of its form: head of an administrative paper, merged heads, borders, formats of
 * numbers, signatures; A4 as wide as the page, the heads repeated. Text is text whatever it looks like: nothing is computed.
 */

const font = 'Times New Roman'
const bold = { fontWeight: 'bold' } as const
const framed = { borderStyle: 'thin', borderColor: '#000000' } as const
const middle = { align: 'center', alignVertical: 'center', wrap: true } as const

/** Changes to what the library writes; it sets no page of its own. */
type LayoutFeature = Feature<Stream | Buffer | Blob>

/** Where a row of the table begins and ends, so that pages repeat its heads. Rows count from 1. */
type HeadRows = { readonly from: number; readonly to: number }

/** The bytes of an .xlsx of one sheet. */
export async function writeReport(paper: ReportPaper): Promise<Uint8Array> {
  const width = Math.max(4, ...paper.sections.map(({ columns }) => columns.length))
  const top = topOf(paper, width)
  const widths = widthsOf(paper, width)
  const tables = paper.sections.map((section, index) =>
    sectionOf(section, paper.sections.length > 1 ? index + 1 : null, widths),
  )
  const heads = headRowsOf(paper, top.length)
  const data = [...top, ...tables.flat(), ...closingOf(paper, width)]
  const made = writeWorkbook(
    data,
    {
      // A sheet's name is at most 31 signs and none of these.
      sheet: paper.fileName.replace(/[\\/?*[\]:]/gu, ' ').slice(0, 31),
      columns: widths.map(wide => ({ width: wide })),
    },
    { fontFamily: font, fontSize: 11, features: [pageLayout(paper, heads)] },
  )
  return new Uint8Array(await made.toBuffer())
}

/** Text over so many columns from one; the rest of the row follows it. */
function over(value: string, columns: number, style: Omit<CellObject, 'value'> = {}): Row {
  return [{ value, type: String, columnSpan: columns, ...style }, ...Array(columns - 1).fill(null)]
}

function topOf(paper: ReportPaper, width: number): readonly Row[] {
  const left = Math.max(2, Math.floor(width / 2))
  const beside = (a: string, b: string, style: Omit<CellObject, 'value'> = {}): Row => [
    ...over(a, left, { align: 'center', wrap: true, alignVertical: 'top', ...style }),
    ...over(b, width - left, { align: 'center', ...style }),
  ]
  const full = (text: string, style: Omit<CellObject, 'value'> = {}): Row =>
    over(text, width, { align: 'center', wrap: true, alignVertical: 'center', ...style })
  return [
    beside(paper.point.name.toUpperCase(), 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold),
    beside('Số: ………/BC', 'Độc lập – Tự do – Hạnh phúc', bold),
    beside('', paper.placeAndDay, { fontStyle: 'italic' }),
    [],
    full(paper.title.toUpperCase(), { ...bold, fontSize: 14, height: 24 }),
    full([paper.period, paper.basis].filter(part => part !== '').join(' · ')),
    ...(paper.practice ? [full('BẢN THỰC HÀNH, KHÔNG CÓ GIÁ TRỊ', bold)] : []),
    ...(paper.notice === null ? [] : [full(paper.notice, bold)]),
    full(`Kính gửi: ${paper.to}`),
    full(paper.form, { fontStyle: 'italic' }),
    [],
  ]
}

/** Where the heads of the first table stand; a form with several tables repeats none. */
function headRowsOf({ sections }: ReportPaper, above: number): HeadRows | null {
  const [only] = sections
  return only && sections.length === 1 ? { from: above + 1, to: above + only.heads.length } : null
}

function sectionOf(
  section: ReportPaperSection,
  number: number | null,
  widths: readonly number[],
): readonly Row[] {
  const { title, columns, heads, lines } = section
  const none: ReportPaperLine = { kind: 'group', label: 'Không có.' }
  return [
    ...(number === null ? [] : [over(`${number}. ${title}`, widths.length, { ...bold, height: 22 })]),
    ...headsOf(heads, columns.length).map(row => tall(row, widths)),
    ...(lines.length === 0 ? [none] : lines).map(line => tall(lineOf(line, columns), widths)),
    [],
  ]
}

/** Points of one line of text. */
const lineHeight = 15.5

/** A row as high as its longest text needs: not every program finds that out by itself. */
function tall(row: Row, widths: readonly number[]): Row {
  const lines = row.map((cell, at) => {
    if (cell === null || typeof cell !== 'object' || !('value' in cell) || typeof cell.value !== 'string')
      return 1
    const room = widths.slice(at, at + (cell.columnSpan ?? 1)).reduce((sum, width) => sum + width, 0)
    // A head that reaches over two rows has the room of both; letters in bold are wider.
    return (
      Math.ceil((cell.value.length * (cell.fontWeight ? 1.15 : 1)) / Math.max(1, room - 1)) /
      (cell.rowSpan ?? 1)
    )
  })
  const height = Math.ceil(Math.max(1, ...lines)) * lineHeight + 1
  // A cell that one above reaches into is none of its own.
  const at = row.findIndex(cell => cell !== null)
  return row.map((cell, index) => (index === at ? { ...(cell as CellObject), height } : cell))
}

/** Cells that a head above reaches down into stay empty: they belong to it. */
function headsOf(heads: ReportPaperSection['heads'], width: number): readonly Row[] {
  const taken = new Set<number>()
  return heads.map((head, level) => {
    const row: Row = Array(width).fill(null)
    let at = 0
    for (const { text, columns, rows } of head) {
      while (level > 0 && taken.has(at)) at += 1
      row[at] = { value: text, type: String, ...bold, ...middle, ...framed, backgroundColor: '#E9E9E9' }
      if (columns > 1) row[at] = { ...(row[at] as CellObject), columnSpan: columns }
      if (rows > 1) row[at] = { ...(row[at] as CellObject), rowSpan: rows }
      if (rows > 1) for (let column = at; column < at + columns; column++) taken.add(column)
      at += columns
    }
    return row
  })
}

function lineOf(line: ReportPaperLine, columns: ReportPaperSection['columns']): Row {
  if (line.kind === 'group') return over(line.label, columns.length, { ...bold, ...framed, wrap: true })
  return columns.map(({ shape }, index) => cellOf(line.cells[index] ?? null, shape))
}

const zeroDay = Date.UTC(1899, 11, 30)

function cellOf(value: CellValue, shape: ReportPaperSection['columns'][number]['shape']): CellObject {
  const style = { ...framed, alignVertical: 'center' } as const
  if (value === null || value === '') return { ...style }
  if (typeof value === 'string') return { value, type: String, format: '@', wrap: true, ...style }
  if (typeof value === 'object') {
    // The count of days, not a moment: no time zone can move it.
    const serial = (Date.parse(`${value.day}T00:00:00Z`) - zeroDay) / 86_400_000
    return { value: serial, type: Number, format: 'dd/mm/yyyy', align: 'center', ...style }
  }
  if (shape === 'order') return { value, type: Number, format: '0', align: 'center', ...style }
  const whole = Number.isInteger(value) ? '#,##0' : '#,##0.0#'
  return { value, type: Number, format: shape === 'share' ? '0.0' : whole, align: 'right', ...style }
}

function closingOf({ madeBy, signed, to, printedAt }: ReportPaper, width: number): readonly Row[] {
  const left = Math.max(2, Math.floor(width / 2))
  const beside = (a: string, b: string, style: Omit<CellObject, 'value'> = {}): Row => [
    ...over(a, left, { align: 'center', ...style }),
    ...over(b, width - left, { align: 'center', ...style }),
  ]
  return [
    beside('NGƯỜI LẬP BIỂU', 'TRƯỞNG TRẠM', bold),
    beside('(ký, ghi rõ họ tên)', '(ký, ghi rõ họ tên, đóng dấu)', { fontStyle: 'italic' }),
    ...[[], [], []],
    beside(madeBy ?? '', signed?.name ?? '', bold),
    ...(signed ? [beside('', `Ký bằng mã PIN lúc ${signed.at}`)] : []),
    [],
    over(`Nơi nhận: ${to}; lưu hồ sơ.`, width, { fontStyle: 'italic' }),
    over(`In lúc ${printedAt}`, width, { fontStyle: 'italic' }),
  ]
}

/** Widths in signs: sections share the columns of one sheet, so the widest wish counts. */
function widthsOf({ sections }: ReportPaper, width: number): readonly number[] {
  return Array.from({ length: width }, (_, at) =>
    Math.max(6, ...sections.map(({ columns }) => (columns[at]?.signs ?? 0) + 2)),
  )
}

/** As wide as an A4 page and as many pages long as it needs; page x of y; the heads on every page. */
function pageLayout({ title, form, isLandscape }: ReportPaper, heads: HeadRows | null): LayoutFeature {
  const foot = safeXml(`&L&8${doubled(title)} · ${doubled(form)}&R&8Trang &P/&N`)
  const page = [
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${isLandscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${foot}</oddFooter></headerFooter>`,
  ].join('')
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // The order of these parts is fixed: what fits the page first, the page itself last.
          insert: () => page,
          transform: xml =>
            xml.replace(
              /<worksheet[^>]*>/u,
              root => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
            ),
        },
        'xl/workbook.xml': {
          transform: xml => (heads === null ? xml : xml.replace('<definedNames/>', printTitles(xml, heads))),
        },
      },
    },
  }
}

function printTitles(xml: string, { from, to }: HeadRows): string {
  const sheet = /<sheet [^>]*name="([^"]*)"/u.exec(xml)?.[1] ?? ''
  const quoted = `'${sheet.replaceAll("'", "''")}'`
  return `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$${from}:$${to}</definedName></definedNames>`
}

/** `&` begins an instruction in the foot of a page; two of them are one that is printed. */
function doubled(text: string): string {
  return text.replaceAll('&', '&&')
}

function safeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
