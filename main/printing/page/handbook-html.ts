import type { HandbookLine, HandbookSection } from '../../../src/domain/document/handbook-line'
import type { HandbookVisitPage } from '../../../src/domain/document/handbook-visit'
import type {
  HandbookPart,
  HandbookTable,
  MotherChildHandbook,
} from '../../../src/domain/document/mother-child-handbook'
import { codeOnPaper } from '../../../src/domain/document/words'
import { growthFigure } from './growth-chart-html'
import { html, Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead, personBars } from './page-head'

const book = 'SỔ THEO DÕI SỨC KHỎE BÀ MẸ VÀ TRẺ EM'
/** The lists were taken from a draft: nobody could read the pages of the decision. */
const unverified =
  'Danh mục và ô trắng, ô vàng theo bản nháp, chưa đối chiếu với sổ in theo Quyết định 140/QĐ-BYT.'
const legend = 'Ô trắng: bình thường. Ô vàng: cần khám tại cơ sở y tế (không phải lúc nào cũng là bệnh).'

const style = new Markup(`<style>
.hb td.yes { background: #fff } .hb td.care { background: #ffe9a3 } .hb th.care { background: #ffdf7a }
.hb td.mark { text-align: center; font-weight: 700 }
.hb tr.group td { background: #e9e9e9; font-weight: 700 }
.hb { margin-bottom: 2.5mm }
.sub { text-align: center; font-weight: 600; font-size: 1.15em; margin-top: .5mm }
.legend { font-size: .86em; color: #333; margin: 1mm 0 }
.part-page { break-before: page }
.cover { margin-top: 10mm; text-align: center }
.cover h1 { font-size: 1.9em; margin: 8mm 0 2mm }
.cover dl { text-align: left; margin: 8mm auto 6mm; max-width: 120mm; border: .35mm solid #000; border-radius: 1mm; padding: 4mm }
.cover dl div { display: flex; gap: 2mm; margin: 1.4mm 0 } .cover dt { flex: none; color: #333 } .cover dd { font-weight: 600; overflow-wrap: anywhere }
.cover .carry { font-weight: 600; margin-top: 6mm }
h2 { font-size: 1.25em; margin: 0 0 1mm; border-bottom: .5mm solid #000; padding-bottom: .8mm }
h3 { font-size: 1em; margin: 2.4mm 0 .8mm; break-after: avoid }
.whose { font-weight: 600; margin: 0 0 1mm }
</style>`)

/** The page of one visit as one HTML file that needs nothing but the fonts. */
export function renderHandbookVisitHtml(paper: HandbookVisitPage, options: PageOptions): string {
  const { person } = paper
  const facts: readonly (readonly [string, string | null])[] = [
    ['Ngày khám', paper.day],
    ['Tuổi', paper.about],
    ['Nơi khám', paper.place ?? paper.point.name],
    ['Người khám', paper.by],
  ]
  const body = html`${style}
${practiceLine(paper)}
${pageHead(paper.point, { isOfficial: true, below: personBars(person.code) })}
<h1>${book}</h1><p class="sub">${paper.title}</p>${reprintLine(paper)}
<dl class="who">
<div class="name wide"><dt>Họ và tên:</dt><dd>${person.name}</dd></div>
<div><dt>Ngày sinh:</dt><dd>${person.birthDate}</dd></div><div><dt>Giới tính:</dt><dd>${person.sex}</dd></div>
${person.mother && html`<div class="wide"><dt>Mẹ:</dt><dd>${person.mother}</dd></div>`}
${facts.map(([caption, value]) => (value === null ? new Markup('') : html`<div><dt>${caption}:</dt><dd>${value}</dd></div>`))}
</dl>
${boxTable(paper.sections, whose(paper))}
<p class="legend">${legend} ${unverified}</p>
<div class="below">${paper.next && html`<div class="next">Hẹn khám lại: <b>${paper.next}</b></div>`}
<div class="sign"><div><p>Gia đình</p><p class="en">(ký, ghi rõ họ tên)</p><p class="room"></p></div><div><p>Người khám</p><p class="en">(ký, ghi rõ họ tên)</p><p class="room"></p></div></div>
<p class="printed">${whose(paper)} · In lúc ${paper.printedAt}</p></div>
${watermark(paper)}`
  return page(`${paper.title} – ${person.name}`, body, options)
}

/** The whole handbook: a cover, and each part on a sheet of its own. */
export function renderHandbookHtml(paper: MotherChildHandbook, options: PageOptions): string {
  const body = html`${style}
${practiceLine(paper)}
${cover(paper)}
${paper.parts.map(each => partOf(each, paper, options.paper))}
${watermark(paper)}`
  return page(`${book} – ${paper.person.name}`, body, options)
}

function cover(paper: MotherChildHandbook): Markup {
  const { cover: facts, point } = paper
  const row = (caption: string, value: string | null) =>
    html`<div><dt>${caption}:</dt><dd>${value ?? html`<span class="dots"></span>`}</dd></div>`
  const children = facts.children.length === 0 ? [null] : facts.children
  return html`${pageHead(point, { isOfficial: true, below: personBars(paper.person.code) })}
<div class="cover"><h1>${book}</h1><p class="sub">Bản in từ hồ sơ điện tử của ${point.name}</p>${reprintLine(paper)}
<dl>${row('Họ tên mẹ', facts.mother)}
${children.map((child, index) => row(children.length === 1 ? 'Họ tên con' : `Họ tên con thứ ${index + 1}`, child))}
${row('Địa chỉ', facts.address)}${row('Điện thoại', facts.phone)}${row('Số sổ', facts.number)}</dl>
<p class="carry">Bà mẹ luôn nhớ mang theo sổ này khi đi khám thai, sinh đẻ, khi đưa con đi tiêm chủng, khám sức khỏe hoặc khám bệnh.</p>
<p class="legend">${legend}</p><p class="legend">${unverified}</p>
<p class="printed">${codeOnPaper(paper.person.code)} · In lúc ${paper.printedAt}</p></div>`
}

function partOf(part: HandbookPart, paper: MotherChildHandbook, sheet: PageOptions['paper']): Markup {
  const foot = part.whose ?? `${paper.person.name} · ${codeOnPaper(paper.person.code)}`
  return html`<section class="part-page"><h2>Phần ${part.number}. ${part.title}</h2>
${part.whose && html`<p class="whose">${part.whose}</p>`}
${part.sections.length === 0 ? null : boxTable(part.sections, foot)}
${part.charts.map(chart => growthFigure(chart, sheet))}
${part.tables.map(table => tableOf(table, foot))}</section>`
}

/** Rows with the white and the yellow box; without boxes where there is nothing to judge. */
function boxTable(sections: readonly HandbookSection[], foot: string): Markup {
  const hasBoxes = sections.some(({ lines }) => lines.some(({ box }) => box !== null))
  const columns = hasBoxes ? 4 : 2
  const widths = hasBoxes ? [34, 44, 11, 11] : [34, 66]
  const boxHeads = html`<th>Trắng</th><th class="care">Vàng</th>`
  const none = html`<tr class="empty"><td colspan="${columns}">Không ghi gì.</td></tr>`
  return html`<table class="hb"><colgroup>${widths.map(width => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr><th>Nội dung</th><th>Kết quả</th>${hasBoxes ? boxHeads : null}</tr></thead>
<tfoot><tr><td colspan="${columns}">${foot}</td></tr></tfoot>
<tbody>${sections.length === 0 ? none : sections.map(section => sectionOf(section, hasBoxes))}</tbody></table>`
}

function sectionOf({ title, lines }: HandbookSection, hasBoxes: boolean): Markup {
  return html`<tr class="group"><td colspan="${hasBoxes ? 4 : 2}">${title}</td></tr>${lines.map(each => rowOf(each, hasBoxes))}`
}

function rowOf({ caption, value, box }: HandbookLine, hasBoxes: boolean): Markup {
  const mark = (of: HandbookLine['box'], name: string) =>
    html`<td class="mark ${box === of && of === 'yellow' ? 'care' : name}">${box === of ? '×' : ''}</td>`
  return html`<tr><td>${caption}</td><td><b>${value}</b></td>${hasBoxes ? html`${mark('white', 'yes')}${mark('yellow', 'yes')}` : null}</tr>`
}

function tableOf({ title, columns, rows, empty }: HandbookTable, foot: string): Markup {
  const none = html`<tr class="empty"><td colspan="${columns.length}">${empty}</td></tr>`
  return html`<h3>${title}</h3><table class="hb"><colgroup>${columns.map(column => html`<col style="width:${column.widthPercent}%">`)}</colgroup>
<thead><tr>${columns.map(({ caption }) => html`<th>${caption}</th>`)}</tr></thead>
<tfoot><tr><td colspan="${columns.length}">${foot}</td></tr></tfoot>
<tbody>${rows.length === 0 ? none : rows.map(row => html`<tr>${row.map(cell => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`
}

/** Says whose a sheet is: sheets get separated. */
function whose({ person }: HandbookVisitPage): string {
  return `${person.name} · ${person.birthDate} · ${codeOnPaper(person.code)}`
}
