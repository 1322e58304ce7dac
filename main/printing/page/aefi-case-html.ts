import type { AefiCasePaper, CaseLineOnPaper } from '../../../src/domain/document/aefi-case-paper'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'

/** What is not known is left to be written by hand. */
const dots = '……………………………'

/** The form of a severe event as one HTML file, with two signatures. */
export function renderCaseHtml(paper: AefiCasePaper, options: PageOptions): string {
  const { point } = paper
  const body = html`
${practiceLine(paper)}
<div class="head"><div class="point"><p><b>${point.name}</b></p><p>${point.address}</p>
${point.phone && html`<p>Điện thoại: ${point.phone}</p>`}</div>
<div class="code"><span>Mã số trường hợp: ${paper.caseNumber}</span></div></div>
<h1>${paper.title.toUpperCase()}</h1>${reprintLine(paper)}
${paper.sections.map((section, index) => sectionOf(section, index + 1))}
<div class="below"><div class="next">${paper.reports.map(line => html`<p>${line}</p>`)}</div>
<div class="sign"><div><p>Người lập báo cáo</p><p>(ký, ghi rõ họ tên)</p><div class="room"></div></div>
<div><p>Thủ trưởng đơn vị</p><p>(ký, đóng dấu)</p><div class="room"></div></div></div>
${paper.source && html`<p class="printed">Mẫu chưa đối chiếu với phụ lục chính thức. ${paper.source}</p>`}
<p class="printed">${paper.person.name} · ${paper.caseNumber} · In lúc ${paper.printedAt}</p></div>
${watermark(paper)}`
  return page(`${paper.title} – ${paper.caseNumber}`, body, options)
}

function sectionOf({ title, lines, doses }: AefiCasePaper['sections'][number], number: number): Markup {
  return html`<div class="remarks"><b>${number}. ${title}</b>
${lines.length === 0 ? null : table(lines)}
${doses.map(dose => html`<p><b>${dose.title}</b></p>${table(dose.lines)}`)}</div>`
}

/** Two values a row; long ones have a row of their own. */
function table(lines: readonly CaseLineOnPaper[]): Markup {
  const short = lines.filter(({ long }) => !long)
  const pairs = short.flatMap((line, index) => (index % 2 === 0 ? [[line, short[index + 1]] as const] : []))
  const longs = lines.filter(({ long }) => long)
  return html`<table><colgroup><col style="width:18%"><col style="width:32%"><col style="width:18%"><col style="width:32%"></colgroup><tbody>
${pairs.map(([a, b]) => html`<tr>${cells(a)}${b ? cells(b) : html`<td></td><td></td>`}</tr>`)}
${longs.map(line => html`<tr><td>${label(line)}</td><td colspan="3">${line.value ?? dots}</td></tr>`)}
</tbody></table>`
}

function cells(line: CaseLineOnPaper): Markup {
  return html`<td>${label(line)}</td><td><b>${line.value ?? dots}</b></td>`
}

function label({ label: words, critical }: CaseLineOnPaper): string {
  return critical ? `${words} *` : words
}
