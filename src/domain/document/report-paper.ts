import { vietnamDayOf } from '../calendar/calendar-day'
import type { CellValue, CountedReport } from '../report/counted-report'
import type { ReportForm, ReportKey } from '../report/report-form'
import { daysOfPeriod } from '../report/report-period'
import type { Report } from '../report/report-record'
import {
  type CellShape,
  cellText,
  numberHead,
  type SheetColumn,
  type SheetLine,
  type SheetSection,
  sheetOf,
} from '../report/report-sheet'
import type { DocumentPoint, Issue } from './facts'
import type { Marks } from './marks'
import { pointOf } from './vaccination-record'
import { cleanText, dayOnPaper, momentOnPaper, signsInWords } from './words'

/** A report as an administrative paper (Nghị định 30/2020/NĐ-CP): page and spreadsheet are drawn from it. Decision 0047. */
export type ReportPaper = Marks & {
  readonly kind: 'report'
  readonly point: DocumentPoint
  /** `bao-cao epi-month 2026-10`, without what a file system refuses. */
  readonly fileName: string
  readonly title: string
  /** `Tháng 10 năm 2026 (từ 01/10/2026 đến 31/10/2026)`; empty for a case. */
  readonly period: string
  readonly basis: string
  /** To whom it goes. */
  readonly to: string
  /** The form and its version, and that nobody has confirmed it, where nobody has. */
  readonly form: string
  /** What a reader must not overlook: not signed, an amendment; null on a signed first version. */
  readonly notice: string | null
  /** Where and on which day: `An Hòa, ngày 03 tháng 11 năm 2026`. */
  readonly placeAndDay: string
  readonly isLandscape: boolean
  readonly sections: readonly ReportPaperSection[]
  readonly madeBy: string | null
  /** Null until it is signed: there is room to write. */
  readonly signed: { readonly name: string; readonly at: string } | null
  readonly printedAt: string
}

export type ReportPaperSection = {
  readonly title: string
  /** STT and what a row is, then the columns, with the room each wants in signs. */
  readonly columns: readonly {
    readonly id: string
    readonly shape: CellShape | 'label' | 'order'
    readonly signs: number
  }[]
  readonly heads: readonly (readonly {
    readonly text: string
    readonly columns: number
    readonly rows: number
  }[])[]
  readonly lines: readonly ReportPaperLine[]
}

export type ReportPaperLine =
  | { readonly kind: 'group'; readonly label: string }
  | { readonly kind: 'row'; readonly cells: readonly CellValue[] }

/** What the paper says of the version it shows; null: counted, and no version of it exists. */
export type ReportStanding = Pick<
  Report,
  'state' | 'version' | 'amends' | 'amendReason' | 'checkedByName' | 'signedByName' | 'signedAt'
>

/** So many signs stand beside each other on the short side of a page; more need the wide one. */
const mostUpright = 95

/** Makes the paper of a report; `placeName`: the commune of the point. */
export function buildReportPaper(facts: {
  readonly form: ReportForm
  readonly key: ReportKey
  readonly counted: CountedReport | null
  readonly standing: ReportStanding | null
  readonly placeName: string | null
  readonly issue: Issue
}): ReportPaper {
  const { form, key, counted, standing, placeName, issue } = facts
  const sections = sheetOf(form, counted).map(paperSection)
  return {
    kind: 'report',
    practice: issue.practice,
    reprint: null,
    point: pointOf(issue),
    fileName: `${form.id}-${key.period.replaceAll('..', '-den-')}${key.basis === 'residence' ? '-noi-o' : ''}`,
    title: paperText(form.title.vi),
    period: periodOnPaper(key.period),
    basis: basisWords[key.basis],
    to: paperText(form.to.vi),
    form: `Mẫu ${form.id}, bản ${form.version}${form.confirmation === 'unverified' ? ' (chưa được cơ quan chỉ đạo xác nhận)' : ''}`,
    notice: noticeOf(standing),
    placeAndDay: placeAndDay(placeName, issue),
    isLandscape: sections.some(section => sectionSigns(section) > mostUpright),
    sections,
    madeBy: standing?.checkedByName ?? null,
    signed:
      standing?.signedByName && standing.signedAt
        ? { name: cleanText(standing.signedByName), at: momentOnPaper(standing.signedAt) }
        : null,
    printedAt: momentOnPaper(issue.now),
  }
}

const basisWords = {
  place: 'Tính theo nơi tiêm',
  residence: 'Tính theo nơi ở của người được tiêm',
} as const

const paperText = (text: string) => signsInWords(cleanText(text))

function noticeOf(standing: ReportStanding | null): string | null {
  if (!standing || standing.state === 'draft' || standing.state === 'checked') return 'BẢN NHÁP, CHƯA KÝ'
  if (standing.amends === null) return null
  const reason = standing.amendReason ? `: ${paperText(standing.amendReason)}` : ''
  return `Báo cáo bổ sung, thay bản ${standing.version - 1}${reason}`
}

/** `Tháng 10 năm 2026 (từ 01/10/2026 đến 31/10/2026)`. */
function periodOnPaper(period: string): string {
  const days = daysOfPeriod(period)
  if (!days) return ''
  const { from, to } = days
  if (from === to) return `Ngày ${dayOnPaper(from)}`
  const span = `(từ ${dayOnPaper(from)} đến ${dayOnPaper(to)})`
  if (/^\d{4}$/u.test(period)) return `Năm ${period} ${span}`
  const month = (on: string) => `tháng ${on.slice(5, 7)} năm ${on.slice(0, 4)}`
  if (!period.includes('..')) return `Tháng ${from.slice(5, 7)} năm ${from.slice(0, 4)} ${span}`
  return `Từ ${month(from)} đến ${month(to)} ${span}`
}

function placeAndDay(placeName: string | null, { now }: Issue): string {
  const [year, month, date] = vietnamDayOf(now).split('-')
  const place =
    placeName === null ? '' : cleanText(placeName).replace(/^(?:Xã|Phường|Thị trấn|Đặc khu)\s+/u, '')
  return `${place === '' ? '……………' : place}, ngày ${date} tháng ${month} năm ${year}`
}

function paperSection(section: SheetSection): ReportPaperSection {
  const { title, rowHead, columns, heads, lines } = section
  const rows = lines.flatMap(line => (line.kind === 'row' ? [line.cells] : []))
  const lead = [
    { text: numberHead.vi, columns: 1, rows: heads.length },
    ...(rowHead ? [{ text: rowHead.vi, columns: 1, rows: heads.length }] : []),
  ]
  return {
    title: paperText(title.vi),
    columns: [
      { id: 'stt', shape: 'order', signs: 4 },
      ...(rowHead ? [{ id: 'row', shape: 'label' as const, signs: labelSigns(lines) }] : []),
      ...columns.map((column, index) => ({
        ...{ id: column.id, shape: column.shape },
        signs: signsOf(
          column,
          rows.map(cells => cells[index] ?? null),
        ),
      })),
    ],
    heads: heads.map((head, level) => [
      ...(level === 0 ? lead : []),
      ...head.map(({ label, columns: wide, rows: deep }) => ({
        ...{ text: paperText(label.vi), columns: wide, rows: deep },
      })),
    ]),
    lines: lines.map(line => paperLine(line, rowHead !== null)),
  }
}

/** Text is broken into lines beyond this; of a number or a day nothing is. */
const widest = { label: 38, any: 20 } as const
const narrowest = { label: 14, any: 5, answer: 30 } as const

/** The room of a column: the longest word of its head, and its longest cell, as far as text is not broken. */
function signsOf({ id, label, shape }: SheetColumn, values: readonly CellValue[]): number {
  // Letters of a head are bold, and no line breaks within a word.
  const head = longest(paperText(label.vi).split(' ')) + 1
  const cells = longest(values.map(value => cellText(value, shape)))
  if (shape !== 'any') return Math.max(head, cells, 5)
  return Math.max(head, Math.min(cells + 1, widest.any), id === 'answer' ? narrowest.answer : narrowest.any)
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0)
}

function labelSigns(lines: readonly SheetLine[]): number {
  const labels = lines.map(({ label }) => label?.vi ?? '')
  return Math.min(Math.max(longest(labels), narrowest.label), widest.label)
}

/** How wide a column is on a page, in signs: with the margins beside its text. */
export function columnSigns({ signs }: { readonly signs: number }): number {
  return signs + 1.2
}

/** How wide a section is on a page, in signs. */
export function sectionSigns({ columns }: Pick<ReportPaperSection, 'columns'>): number {
  return columns.reduce((sum, column) => sum + columnSigns(column), 0)
}

function paperLine(line: SheetLine, hasLabel: boolean): ReportPaperLine {
  if (line.kind === 'group') return { kind: 'group', label: paperText(line.label.vi) }
  const label = hasLabel ? [line.label === null ? null : paperText(line.label.vi)] : []
  return { kind: 'row', cells: [line.number, ...label, ...line.cells.map(cleanCell)] }
}

function cleanCell(value: CellValue): CellValue {
  return typeof value === 'string' ? paperText(value) : value
}
