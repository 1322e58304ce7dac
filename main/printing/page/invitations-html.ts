import type { SessionInvitations } from '../../../src/domain/document/session-invitations'
import { codeOnPaper } from '../../../src/domain/document/words'
import { html, Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead } from './page-head'

const listTitle = 'DANH SÁCH MỜI TIÊM CHỦNG'
const slipTitle = 'GIẤY MỜI TIÊM CHỦNG'

/** Lists and slips have rules of their own besides those of every page: a hamlet a sheet, two slips side by side. */
const style = new Markup(`<style>
.hamlet { break-after: page }
.hamlet h2 { font-size: 1.15em; margin: 3mm 0 1mm }
.hamlet .told { margin: 0 0 2mm }
.bring { columns: 2; margin: 2mm 0; padding: 1.6mm 3mm; border: .35mm solid #000; border-radius: 1mm }
.bring li { margin-left: 4mm; break-inside: avoid }
.slips { display: grid; grid-template-columns: 1fr 1fr; padding-right: .4mm }
.slip { break-inside: avoid; min-height: 62mm; padding: 4mm 4mm 3mm; border: .25mm dashed #555; margin: 0 -.25mm -.25mm 0;
  display: flex; flex-direction: column; gap: .8mm }
.slip h3 { font-size: 1.05em; text-align: center; margin: 0 }
.slip .who { margin: 0; padding: 0; border: 0; display: block }
.slip .who p { overflow-wrap: anywhere }
.slip .big { font-size: 1.2em; font-weight: 700 }
.slip .foot { margin-top: auto; font-size: .88em; color: #333 }
.slip .practice { padding: .3mm 1mm; margin: 0; font-size: .8em }
</style>`)

/** The lists of all hamlets and the slips to cut off, as one HTML file that needs nothing but the fonts. */
export function renderInvitationsHtml(paper: SessionInvitations, options: PageOptions): string {
  const body = html`${style}
${paper.groups.length === 0 ? emptySheet(paper) : paper.groups.map(group => hamletSheet(paper, group))}
<div class="slips">${paper.groups.flatMap(group => group.lines.map(line => slip(paper, group, line)))}</div>
${watermark(paper)}`
  return page(paper.title, body, options)
}

type Group = SessionInvitations['groups'][number]
type Line = Group['lines'][number]

/** A list nobody stands on says so: a blank sheet looks like a printer's fault. */
function emptySheet(paper: SessionInvitations): Markup {
  return html`${practiceLine(paper)}${pageHead(paper.point)}
<h1>${listTitle}</h1><p class="title-en">Ngày ${paper.day}</p>${reprintLine(paper)}
<p class="marks">Không có người nào trong danh sách.</p><p class="printed">In lúc ${paper.printedAt}</p>`
}

function hamletSheet(paper: SessionInvitations, group: Group): Markup {
  const { point } = paper
  const isFirst = paper.groups[0] === group
  return html`<section class="hamlet">${practiceLine(paper)}
${pageHead(point)}
<h1>${listTitle}</h1><p class="title-en">Ngày ${paper.day}</p>${reprintLine(paper)}
<h2>${group.hamlet} (${group.lines.length} người)</h2>
<p class="told">Y tế thôn: <b>${group.worker ?? '………………………………'}</b></p>
${table(paper, group)}
${isFirst && paper.bring.length > 0 ? html`<div class="below"><p><b>Mang theo buổi tiêm</b></p><ul class="bring">${paper.bring.map(line => html`<li>${line}</li>`)}</ul></div>` : null}
<p class="printed">In lúc ${paper.printedAt}</p></section>`
}

function table(paper: SessionInvitations, { hamlet, lines }: Group): Markup {
  const rows = lines.map(
    (line, index) => html`<tr><td class="mid">${index + 1}</td>
<td>${line.code && codeOnPaper(line.code)}</td><td><b>${line.name}</b><small>${line.birthDate}</small></td>
<td>${line.mother}<small>${line.phone}</small></td><td>${line.address}</td><td class="mid">${line.when}</td>
<td>${line.vaccines}</td><td></td></tr>`,
  )
  return html`<table><colgroup><col style="width:5%"><col style="width:13%"><col style="width:19%"><col style="width:16%"><col style="width:18%"><col style="width:9%"><col style="width:13%"><col style="width:7%"></colgroup>
<thead><tr><th>STT</th><th>Mã</th><th>Họ tên, ngày sinh</th><th>Tên mẹ, điện thoại</th><th>Địa chỉ</th><th>Giờ</th><th>Vắc xin</th><th>Đã báo</th></tr></thead>
<tfoot><tr><td colspan="8">${hamlet} · ${paper.title}</td></tr></tfoot><tbody>${rows}</tbody></table>`
}

function slip(paper: SessionInvitations, { hamlet }: Group, line: Line): Markup {
  const { point } = paper
  return html`<div class="slip">${practiceLine(paper)}<p><b>${point.name}</b></p><h3>${slipTitle}</h3>
<div class="who"><p>Mời cháu/ông/bà: <span class="big">${line.name}</span></p>
<p>Sinh ngày ${line.birthDate}${line.mother && html` · Mẹ, người giám hộ: ${line.mother}`}</p>
<p>${hamlet}</p>
<p>Đến tiêm: <b>${line.vaccines === '' ? 'theo lịch' : line.vaccines}</b></p>
<p>Thời gian: <span class="big">${line.when}, ngày ${paper.day}</span></p>
<p>Tại: ${point.name}${point.address && html`, ${point.address}`}</p></div>
<p class="foot">Mang theo sổ tiêm chủng. Nếu người được mời đang ốm hoặc không đến được, xin báo${point.phone ? html` ${point.phone}` : ' y tế thôn'}.${line.code && html` Mã ${codeOnPaper(line.code)}.`}</p></div>`
}
