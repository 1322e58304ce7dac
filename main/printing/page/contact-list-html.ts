import type { ContactListPaper, ContactRow } from '../../../src/domain/document/contact-list'
import { codeOnPaper } from '../../../src/domain/document/words'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead } from './page-head'

/** A list of people to be called as one HTML file; the last column has room to write. */
export function renderContactListHtml(paper: ContactListPaper, options: PageOptions): string {
  const rows = paper.rows.map(rowOf)
  const none = html`<tr class="empty"><td colspan="6">Không có ai.</td></tr>`
  const body = html`
${practiceLine(paper)}
${pageHead(paper.point)}
<h1>${paper.title.toUpperCase()}</h1>${reprintLine(paper)}
${paper.lines.map(line => html`<p class="marks">${line}</p>`)}
<table><colgroup><col style="width:5%"><col style="width:24%"><col style="width:17%"><col style="width:20%"><col style="width:17%"><col style="width:17%"></colgroup>
<thead><tr><th>STT</th><th>Họ tên, ngày sinh, mã</th><th>Điện thoại</th><th>Địa chỉ</th><th>Mũi</th><th>Kết quả liên hệ</th></tr></thead>
<tfoot><tr><td colspan="6">${paper.title} · In lúc ${paper.printedAt}</td></tr></tfoot>
<tbody>${rows.length === 0 ? none : rows}</tbody></table>
${paper.more === 0 ? null : html`<p class="marks">Còn ${paper.more} dòng nữa: xuất ra tệp để có đủ.</p>`}
<div class="below"><div class="sign"><div></div><div><p>Người gọi</p><p class="en">(ký, ghi rõ họ tên)</p><div class="room"></div></div></div></div>
${watermark(paper)}`
  return page(paper.title, body, options)
}

function rowOf(row: ContactRow): Markup {
  return html`<tr><td class="mid">${row.number}</td><td><b>${row.name}</b><small>${row.birthDate}</small>${row.code === '' ? null : html`<small>${codeOnPaper(row.code)}</small>`}</td>
<td>${row.phone}</td><td>${row.address}</td><td>${row.dose}</td><td>${row.state}</td></tr>`
}
