import type { SessionSheet } from '../../../src/domain/document/session-sheet'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead } from './page-head'

const title = 'BIÊN BẢN KẾT THÚC BUỔI TIÊM'

/** The sheet of a closed session as one HTML file that needs nothing but the fonts. */
export function renderSessionSheetHtml(paper: SessionSheet, options: PageOptions): string {
  const body = html`
${practiceLine(paper)}
${pageHead(paper.point, { isOfficial: true })}
<h1>${title}</h1><p class="title-en">${paper.day}</p>${reprintLine(paper)}
<dl class="who">${paper.figures.map(({ name, value }) => html`<div><dt>${name}:</dt><dd>${value}</dd></div>`)}</dl>
${lotTable(paper)}
${noShowTable(paper)}
${list(
  'Tạm hoãn, chống chỉ định, chuyển viện, bỏ về',
  paper.held.map(({ name, why }) => `${name}: ${why}`),
)}
${list(
  'Phản ứng sau tiêm',
  paper.reactions.map(({ name, what }) => `${name}: ${what}`),
)}
${list('Diễn biến của buổi', paper.history)}
${paper.note && html`<div class="remarks"><b>Ghi chú:</b> ${paper.note}</div>`}
<div class="below"><div class="sign"><div><p>Người lập</p><p class="en">(ký, ghi rõ họ tên)</p><p class="room"></p></div>
<div><p>Người ký kết thúc buổi</p><p class="room"></p><p><b>${paper.signedBy.name}</b></p>
<p>${paper.signedBy.role} · ký bằng mã PIN lúc ${paper.signedBy.at}</p></div></div>
<p class="printed">${paper.title} · In lúc ${paper.printedAt}</p></div>
${watermark(paper)}`
  return page(paper.title, body, options)
}

function lotTable({ lots, title: foot }: SessionSheet): Markup {
  const rows = lots.map(
    ({
      vaccine,
      lot,
      vials,
      opened,
      given,
      wasted,
      left,
      difference,
      because,
    }) => html`<tr><td><b>${vaccine}</b></td>
<td>${lot}</td><td class="mid">${vials}</td><td class="mid">${opened}</td><td class="mid">${given}</td><td class="mid">${wasted}</td>
<td class="mid">${left}</td><td>${differenceWords(difference)}${because && html`<small>${because}</small>`}</td></tr>`,
  )
  const none = html`<tr class="empty"><td colspan="8">Không dùng lô nào.</td></tr>`
  return html`<table><colgroup><col style="width:25%"><col style="width:15%"><col style="width:8%"><col style="width:8%"><col style="width:9%"><col style="width:9%"><col style="width:8%"><col style="width:18%"></colgroup>
<thead><tr><th>Vắc xin</th><th>Số lô</th><th>Số lọ</th><th>Số liều</th><th>Đã tiêm</th><th>Hao phí</th><th>Còn lại</th><th>Lệch, lý do</th></tr></thead>
<tfoot><tr><td colspan="8">${foot}</td></tr></tfoot>
<tbody>${rows.length === 0 ? none : rows}</tbody></table>`
}

function noShowTable({ noShows, title: foot }: SessionSheet): Markup | null {
  if (noShows.length === 0) return null
  const rows = noShows.map(
    ({ name, birthDate, why }, index) => html`<tr><td class="mid">${index + 1}</td><td><b>${name}</b></td>
<td class="day">${birthDate}</td><td>${why}</td></tr>`,
  )
  return html`<div class="remarks"><b>Có hẹn mà không đến:</b></div>
<table><colgroup><col style="width:7%"><col style="width:43%"><col style="width:16%"><col style="width:34%"></colgroup>
<thead><tr><th>STT</th><th>Họ và tên</th><th>Ngày sinh</th><th>Lý do</th></tr></thead>
<tfoot><tr><td colspan="4">${foot}</td></tr></tfoot><tbody>${rows}</tbody></table>`
}

function list(caption: string, lines: readonly string[]): Markup | null {
  if (lines.length === 0) return null
  return html`<div class="remarks"><b>${caption}:</b><ul>${lines.map(line => html`<li>${line}</li>`)}</ul></div>`
}

function differenceWords(difference: number): string {
  if (difference === 0) return '0'
  return difference > 0 ? `thiếu ${difference}` : `dư ${-difference}`
}
