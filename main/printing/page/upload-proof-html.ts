import type { UploadProof } from '../../../src/domain/document/upload-proof'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead } from './page-head'

/** The proof of timeliness as one HTML file that needs nothing but the fonts. */
export function renderUploadProofHtml(paper: UploadProof, options: PageOptions): string {
  const { point, sums, server, more } = paper
  const body = html`
${practiceLine(paper)}
${pageHead(point)}
<h1>BẰNG CHỨNG GỬI DỮ LIỆU KỊP THỜI</h1><p class="title-en">${paper.title}</p>${reprintLine(paper)}
<div class="remarks"><b>Máy chủ nhận:</b> ${server ?? 'chưa nối'}</div>
<div class="remarks">${sums.map(({ words, doses }) => `${words}: ${doses}`).join(' · ')}</div>
${doseTable(paper)}
${more > 0 ? html`<div class="remarks">Còn ${more} mũi nữa, đã tính trong các số trên; in theo từng ngày để xem đủ.</div>` : null}
<div class="remarks">Giờ lưu theo đồng hồ máy của điểm tiêm; giờ nhận theo đồng hồ máy chủ. Biên nhận là số bản ghi và số bản trên máy chủ.</div>
<div class="below"><div class="sign"><div><p>Người lập</p><p class="en">(ký, ghi rõ họ tên)</p></div>
<div><p>Phụ trách điểm tiêm</p><p class="en">(ký, đóng dấu)</p></div></div><div class="room"></div>
<p class="printed">${paper.title} · In lúc ${paper.printedAt}</p></div>
${watermark(paper)}`
  return page(paper.title, body, options)
}

const heads: readonly (readonly [string, number])[] = [
  ['STT', 5],
  ['Lưu lúc', 15],
  ['Họ tên, ngày sinh', 22],
  ['Mũi tiêm, ngày tiêm', 20],
  ['Tỉnh nhận lúc', 15],
  ['Sau', 9],
  ['Biên nhận', 14],
]

function doseTable({ rows, title }: UploadProof): Markup {
  const cells = rows.map(
    (row, index) => html`<tr><td class="mid">${index + 1}</td><td class="day">${row.saved}</td>
<td><b>${row.name}</b><small>${row.birthDate}</small></td><td>${row.dose}</td><td class="day">${row.taken}</td>
<td class="mid">${row.after}</td><td><small>${row.receipt}</small></td></tr>`,
  )
  const none = html`<tr class="empty"><td colspan="${heads.length}">Không có mũi nào lưu trong những ngày này.</td></tr>`
  return html`<table><colgroup>${heads.map(([, width]) => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr>${heads.map(([name]) => html`<th>${name}</th>`)}</tr></thead>
<tfoot><tr><td colspan="${heads.length}">${title}</td></tr></tfoot>
<tbody>${rows.length === 0 ? none : cells}</tbody></table>`
}
