import type { AefiCasePaper, CaseLineOnPaper } from '../../../src/domain/document/aefi-case-paper'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead } from './page-head'

/** What is not known is left to be written by hand. */
const dots = '……………………………'

/** The form of a severe event as one HTML file, with two signatures. */
export function renderCaseHtml(paper: AefiCasePaper, options: PageOptions): string {
  const body = html`
${practiceLine(paper)}
${pageHead(paper.point, { isOfficial: true })}
<h1>${paper.title.toUpperCase()}</h1><p class="title-en">Mã số trường hợp tai biến nặng sau tiêm chủng: <b>${paper.caseNumber}</b></p>${reprintLine(paper)}
${partsOf(paper.sections)}
<div class="below"><div class="next">${reportLines(paper)}</div>
<div class="sign"><div><p>Người lập báo cáo</p><p class="en">(ký, ghi rõ họ tên)</p><div class="room"></div></div>
<div><p>Thủ trưởng đơn vị</p><p class="en">(ký, đóng dấu)</p><div class="room"></div></div></div>
${paper.source && html`<p class="printed">Mẫu chưa đối chiếu với phụ lục chính thức. ${paper.source}</p>`}
<p class="printed">${paper.person.name} · ${paper.caseNumber} · In lúc ${paper.printedAt}</p></div>
${watermark(paper)}`
  return page(`${paper.title} – ${paper.caseNumber}`, body, options)
}

type Section = AefiCasePaper['sections'][number]

/** Numbered headings as the national form has them: sections of one part stand under one number. */
function partsOf(sections: readonly Section[]): readonly Markup[] {
  let number = 0
  return sections.map((section, index) => {
    const { part = null, title } = section
    const goesOn = part !== null && sections[index - 1]?.part === part
    if (!goesOn) number += 1
    const heading = goesOn ? null : html`<p class="part">${number}. ${part ?? title}</p>`
    return sectionOf(section, heading, part === null ? null : title)
  })
}

/** Who was told; while nobody was, room to write it by hand. */
function reportLines({ reports }: AefiCasePaper): readonly Markup[] {
  const open = ['Đã báo Sở Y tế lúc', 'Đã báo Trung tâm Kiểm soát bệnh tật tỉnh lúc']
  return reports.length > 0
    ? reports.map(line => html`<p>${line}</p>`)
    : open.map(line => html`<p>${line} <span class="dots"></span></p>`)
}

function sectionOf({ lines, doses }: Section, heading: Markup | null, title: string | null): Markup {
  return html`<div class="remarks">${heading}${title === null ? null : html`<p><b>${title}</b></p>`}
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
