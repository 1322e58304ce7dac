import type { MaternalReferral, Referred } from '../../../src/domain/document/maternal-referral'
import { codeOnPaper } from '../../../src/domain/document/words'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead, personBars } from './page-head'

const titles: Readonly<Record<Referred, string>> = {
  pregnancy: 'PHIẾU CHUYỂN KHÁM THAI',
  mother: 'PHIẾU CHUYỂN KHÁM SAU SINH',
  newborn: 'PHIẾU CHUYỂN KHÁM TRẺ SƠ SINH',
}
const dots = html`<span class="dots"></span>`

/** The referral slip of a pregnant woman, a mother after birth or a newborn, with room for the answer. */
export function renderMaternalReferralHtml(paper: MaternalReferral, options: PageOptions): string {
  const title = titles[paper.about]
  const body = html`${practiceLine(paper)}
${pageHead(paper.point, { isOfficial: true, below: personBars(paper.person.code) })}
<h1>${title}</h1>${reprintLine(paper)}
<p class="to">Kính gửi: ${paper.to ?? dots}</p>
<dl class="who"><div class="name wide"><dt>Họ và tên:</dt><dd>${paper.person.name}</dd></div>
${paper.head.map(
  line =>
    html`<div class="${line.isWide ? 'wide' : ''}"><dt>${line.caption}:</dt><dd>${line.value}</dd></div>`,
)}</dl>
<div class="conclusion">${reasons(paper)}</div>
<div class="sign one"><div></div><div><p class="by">Người chuyển</p><p class="en">(ký, ghi rõ họ và tên)</p><p class="room"></p><p><b>${paper.signedBy ?? ''}</b></p></div></div>
<p class="part">Trả lời của nơi nhận (xin gửi lại)</p>
<div class="conclusion"><p>Chẩn đoán ${dots}</p><p>Đã xử trí ${dots}</p><p>Hẹn khám lại ${dots}</p></div>
<div class="sign one"><div></div><div><p>Bác sĩ khám</p><p class="en">(ký, ghi rõ họ và tên)</p><p class="room"></p></div></div>
<p class="printed">${whose(paper)} · In lúc ${paper.printedAt}</p>
${watermark(paper)}`
  return page(`${title} – ${paper.person.name}`, body, options)
}

function reasons({ signs, risks, measures, finding, done, visitedOn }: MaternalReferral): Markup {
  return html`
${signs.length > 0 ? html`<p><b>Dấu hiệu nguy hiểm: ${signs.join('; ')}</b></p>` : null}
${risks.length > 0 ? html`<p><b>Nguy cơ:</b> ${risks.join('; ')}</p>` : null}
${measures.length > 0 ? html`<p><b>Khám${visitedOn && ` ngày ${visitedOn}`}:</b> ${measures.join('; ')}</p>` : null}
<p><b>Nhận định:</b> ${finding ?? dots}</p>
<p><b>Đã xử trí:</b> ${done ?? dots}</p>`
}

/** Says whose a sheet is: sheets get separated. */
function whose({ person }: MaternalReferral): string {
  return `${person.name} · ${person.birthDate} · ${codeOnPaper(person.code)}`
}
