import type { CatchUpPaper, PaperVisit } from '../../../src/domain/document/catch-up-paper'
import { codeOnPaper } from '../../../src/domain/document/words'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead, personBars } from './page-head'

const title = 'KẾ HOẠCH TIÊM BÙ'

/** The catch-up plan as one HTML file that needs nothing but the fonts. */
export function renderCatchUpHtml(paper: CatchUpPaper, options: PageOptions): string {
  const { person, point } = paper
  const body = html`
${practiceLine(paper)}
${pageHead(point, { below: personBars(person.code) })}
<h1>${title}</h1>${reprintLine(paper)}${draftLine(paper)}
<dl class="who">
<div class="name wide"><dt>Họ và tên:</dt><dd>${person.name}</dd></div>
<div><dt>Ngày sinh:</dt><dd>${person.birthDate}</dd></div>
<div><dt>Giới tính:</dt><dd>${person.sex}</dd></div>
</dl>
${visitTable(paper)}
${closing(paper)}
${watermark(paper)}`
  return page(`${title} – ${person.name}`, body, options)
}

function draftLine({ isDraft }: CatchUpPaper): Markup | null {
  return isDraft
    ? html`<p class="marks">Lịch dự thảo, chưa có bác sĩ xác nhận. Nhân viên y tế quyết định khi tiêm.</p>`
    : null
}

function visitTable(paper: CatchUpPaper): Markup {
  const rows = paper.visits.map(visitRow)
  const none = html`<tr class="empty"><td colspan="4">Đã đủ theo lịch. Không cần buổi tiêm bù nào.</td></tr>`
  return html`<table><colgroup><col style="width:8%"><col style="width:27%"><col style="width:52%"><col style="width:13%"></colgroup>
<thead><tr><th>Buổi</th><th>Ngày đến</th><th>Vắc xin</th><th>Số mũi tiêm</th></tr></thead>
<tfoot><tr><td colspan="4">${whose(paper)}</td></tr></tfoot>
<tbody>${rows.length === 0 ? none : rows}</tbody></table>`
}

function visitRow(visit: PaperVisit): Markup {
  const doses = visit.doses.map(({ label, diseases, isDrops }) => {
    return html`<p><span class="box"></span> <b>${label}</b>${isDrops ? ' (uống)' : ''}${diseases === '' ? null : html`<small>Phòng: ${diseases}</small>`}</p>`
  })
  return html`<tr><td class="mid"><b>${visit.order}</b></td>
<td class="day"><b>${visit.day}</b><small>${visit.age}</small></td>
<td>${doses}</td><td class="mid">${visit.injections}</td></tr>`
}

function closing(paper: CatchUpPaper): Markup {
  const list = (caption: string, lines: readonly string[]) =>
    lines.length === 0
      ? null
      : html`<div class="remarks"><b>${caption}:</b><ul>${lines.map(line => html`<li>${line}</li>`)}</ul></div>`
  return html`<div class="below">
<div class="next">Ngày của buổi sau chỉ đúng khi buổi trước đến đúng ngày. Lỡ hẹn thì đến sớm nhất có thể:
điểm tiêm tính lại ngày, không phải tiêm lại từ đầu. Mang theo phiếu này và sổ tiêm.</div>
${list('Mũi sau kế hoạch này', paper.later)}
${list('Không tiêm bù được', paper.never)}
<p class="printed">${whose(paper)} · Tính theo ${paper.scheduleName} · In lúc ${paper.printedAt}</p></div>`
}

/** Says whose a sheet is: sheets get separated. */
function whose({ person }: CatchUpPaper): string {
  return `${person.name} · ${person.birthDate} · ${codeOnPaper(person.code)}`
}
