import type { StockSheet } from '../../../src/domain/document/stock-sheet'
import { layOver } from '../../../src/domain/document/template'
import { templateShapes } from '../../../src/domain/document/template-shapes'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead } from './page-head'

/** The stock sheet as one HTML file that needs nothing but the fonts. */
export function renderStockSheetHtml(paper: StockSheet, options: PageOptions): string {
  const { point, totals } = paper
  const { texts } = layOver(templateShapes['stock-sheet'], paper.template)
  const body = html`
${practiceLine(paper)}
${pageHead(point)}
<h1>${texts.title.vi}</h1><p class="title-en">${paper.title}</p>${reprintLine(paper)}
<div class="remarks"></div>
${lotTable(paper, texts.none.vi)}
${totals.length > 0 ? html`<div class="remarks"><b>${texts.usable.vi}:</b> ${totals.map(({ vaccine, doses }) => `${vaccine}: ${doses}`).join(' · ')}</div>` : null}
<div class="below"><div class="sign"><div><p>${texts.countedBy.vi}</p><p class="en">(ký, ghi rõ họ tên)</p></div>
<div><p>${texts.head.vi}</p><p class="en">(ký, đóng dấu)</p></div></div><div class="room"></div>
<p class="printed">${paper.title} · In lúc ${paper.printedAt}</p></div>
${watermark(paper)}`
  return page(paper.title, body, options)
}

const heads: readonly (readonly [string, number])[] = [
  ['STT', 5],
  ['Vắc xin, vật tư', 22],
  ['Số lô', 12],
  ['Hạn dùng', 11],
  ['Nguồn', 9],
  ['Tồn sổ', 7],
  ['Kho', 6.5],
  ['Hòm', 6.5],
  ['Biệt trữ', 7],
  ['Thực đếm', 14],
]

function lotTable({ rows, title }: StockSheet, nothing: string): Markup {
  const cells = rows.map(
    (
      row,
      index,
    ) => html`<tr><td class="mid">${index + 1}</td><td><b>${row.vaccine}</b>${row.trouble && html`<small><b>${row.trouble}</b></small>`}</td>
<td>${row.lot}</td><td class="day">${row.expires}</td><td class="mid">${row.programme}</td>
<td class="mid"><b>${row.balance}</b>${row.open > 0 ? html`<small>mở ${row.open}</small>` : null}</td><td class="mid">${row.store}</td><td class="mid">${row.session}</td>
<td class="mid">${row.quarantine}</td><td></td></tr>`,
  )
  const none = html`<tr class="empty"><td colspan="${heads.length}">${nothing}</td></tr>`
  return html`<table><colgroup>${heads.map(([, width]) => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr>${heads.map(([name]) => html`<th>${name}</th>`)}</tr></thead>
<tfoot><tr><td colspan="${heads.length}">${title}</td></tr></tfoot>
<tbody>${rows.length === 0 ? none : cells}</tbody></table>`
}
