import {
  columnSigns,
  type ReportPaper,
  type ReportPaperLine,
  type ReportPaperSection,
  sectionSigns,
} from '../../../src/domain/document/report-paper'
import type { CellValue } from '../../../src/domain/report/counted-report'
import { cellText } from '../../../src/domain/report/report-sheet'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead } from './page-head'

/** A report as one HTML file: head of an administrative paper, its tables with their heads on every page, signatures. */
export function renderReportHtml(paper: ReportPaper, options: PageOptions): string {
  const body = html`
${practiceLine(paper)}
${pageHead(paper.point, { isOfficial: true, underPoint: html`<p>Số: ………/BC</p>` })}
<p class="place">${paper.placeAndDay}</p>
<h1>${paper.title.toUpperCase()}</h1>
<p class="title-en">${[paper.period, paper.basis].filter(part => part !== '').join(' · ')}</p>
${paper.notice && html`<p class="marks">${paper.notice}</p>`}${reprintLine(paper)}
<p class="basis">Kính gửi: ${paper.to}</p>
${paper.sections.map((section, index) => sectionOf(section, paper.sections.length > 1 ? index + 1 : null, paper.isLandscape))}
${closing(paper)}
${watermark(paper)}`
  return page(paper.title, body, {
    ...options,
    isLandscape: paper.isLandscape,
    foot: `${paper.title} · ${paper.form} · in lúc ${paper.printedAt}`,
  })
}

/** Millimetres between the margins of an A4 page. */
const roomMm = { upright: 190, landscape: 277 } as const
/** A sign is about this wide, in parts of the size of its font; a point in millimetres. */
const signWidth = 0.56
const pointMm = 0.3528

/** The usual size of a table's letters, in points, and the least that is read without trouble. */
const usualPt = 8.4
const leastPt = 4.8

type Fitted = { readonly sizePt: number; readonly isDense: boolean; readonly widths: readonly string[] }

/**
 * A table with more columns than the page has room for is written smaller, and its days without the century. Where there is
 * room to spare, all but the numbers of the rows have of it.
 */
function fitted(section: ReportPaperSection, isLandscape: boolean): Fitted {
  const room = isLandscape ? roomMm.landscape : roomMm.upright
  const wanted = sectionSigns(section)
  const sizePt = Math.min(usualPt, Math.max(leastPt, room / (wanted * signWidth * pointMm)))
  const there = Math.max(wanted, room / (sizePt * signWidth * pointMm))
  const [order = 0, ...others] = section.columns.map(each => columnSigns(each))
  const scale = (there - order) / others.reduce((sum, signs) => sum + signs, 0)
  const widths = [order, ...others.map(signs => signs * scale)].map(signs =>
    ((signs * 100) / there).toFixed(2),
  )
  return { sizePt: Number(sizePt.toFixed(2)), isDense: sizePt < 7, widths }
}

/** Sections of a form with several are numbered; a form with one needs no second title. */
function sectionOf(section: ReportPaperSection, number: number | null, isLandscape: boolean): Markup {
  const { title, columns, heads, lines } = section
  const { sizePt, isDense, widths } = fitted(section, isLandscape)
  return html`${number && html`<p class="part">${number}. ${title}</p>`}
<table class="${isDense ? 'report dense' : 'report'}" style="font-size:${sizePt}pt"><colgroup>${widths.map(width => html`<col style="width:${width}%">`)}</colgroup>
<thead>${heads.map(head => html`<tr>${head.map(({ text, columns: wide, rows }) => html`<th colspan="${wide}" rowspan="${rows}">${text}</th>`)}</tr>`)}</thead>
<tbody>${lines.length === 0 ? html`<tr class="empty"><td colspan="${columns.length}">Không có.</td></tr>` : lines.map(line => lineOf(line, columns, isDense))}</tbody></table>`
}

function lineOf(line: ReportPaperLine, columns: ReportPaperSection['columns'], isDense: boolean): Markup {
  if (line.kind === 'group')
    return html`<tr class="group"><td colspan="${columns.length}"><b>${line.label}</b></td></tr>`
  return html`<tr>${columns.map(({ shape }, index) => cellOf(line.cells[index] ?? null, shape, isDense))}</tr>`
}

function cellOf(
  value: CellValue,
  shape: ReportPaperSection['columns'][number]['shape'],
  isDense: boolean,
): Markup {
  const written = cellText(value, shape === 'share' ? 'share' : 'any')
  if (shape === 'order') return html`<td class="mid">${written}</td>`
  if (typeof value === 'number') return html`<td class="amount">${written}</td>`
  return typeof value === 'object' && value !== null
    ? html`<td class="day">${isDense ? written.replace(/\d\d(\d\d)$/u, '$1') : written}</td>`
    : html`<td>${written}</td>`
}

function closing({ madeBy, signed, to }: ReportPaper): Markup {
  return html`<div class="below"><div class="sign"><div><p>NGƯỜI LẬP BIỂU</p><p class="en">(ký, ghi rõ họ tên)</p><p class="room"></p>${madeBy && html`<p><b>${madeBy}</b></p>`}</div>
<div><p>TRƯỞNG TRẠM</p><p class="en">(ký, ghi rõ họ tên, đóng dấu)</p><p class="room"></p>${signed && html`<p><b>${signed.name}</b></p><p>Ký bằng mã PIN lúc ${signed.at}</p>`}</div></div>
<p class="received"><i>Nơi nhận:</i> ${to}; lưu hồ sơ.</p></div>`
}
