import type { ScreeningChecklist } from '../../../src/domain/document/screening-checklist'
import type { ScreeningReferral } from '../../../src/domain/document/screening-referral'
import { codeOnPaper, spokenMoment } from '../../../src/domain/document/words'
import type { Conclusion } from '../../../src/domain/screening/form'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead, personBars } from './page-head'

/** A box of the paper form: ticked or not. */
const box = (isTicked: boolean): Markup => html`<span class="box">${isTicked ? '×' : ''}</span>`

/** The signed checklist as one HTML file that needs nothing but the fonts. */
export function renderChecklistHtml(paper: ScreeningChecklist, options: PageOptions): string {
  const note = paper.isUnconfirmed ? ' · mẫu chưa đối chiếu với phụ lục gốc' : ''
  const body = html`
${top(paper)}
<h1>${paper.title.toUpperCase()}</h1><p class="basis">${paper.legalBasis}${note}</p>${reprintLine(paper)}
${who(paper)}
<p class="part">I. Khám sàng lọc</p>
${itemTable(paper)}
${paper.hasSpecialist ? specialist() : null}
<p class="part">II. Kết luận</p>
${conclusions(paper)}
${signatures(paper)}
${watermark(paper)}`
  return page(`${paper.title} – ${paper.person.name}`, body, options)
}

const referralTitle = 'PHIẾU CHUYỂN KHÁM SÀNG LỌC TẠI BỆNH VIỆN'

/** The referral slip, with room for the hospital's answer. */
export function renderReferralHtml(paper: ScreeningReferral, options: PageOptions): string {
  const { vaccines, reasons, perVaccine } = paper
  const body = html`
${top(paper)}
<h1>${referralTitle}</h1>${reprintLine(paper)}
<p class="to">Kính gửi: Bệnh viện <span class="dots"></span></p>
${who(paper)}
<div class="conclusion">
<p><b>Lý do chuyển:</b> ${reasons ?? 'theo quyết định của người khám sàng lọc'}</p>
${perVaccine.map(line => html`<p><b>${line.what}</b> – ${line.why}</p>`)}
<p><b>Vắc xin đang chờ:</b> ${vaccines.length > 0 ? vaccines.join(', ') : 'chưa có mũi đến hạn'}</p>
${paper.next && html`<p><b>Hẹn trở lại điểm tiêm:</b> ${paper.next}</p>`}
<p class="basis">${paper.legalBasis}</p></div>
<div class="sign one"><div></div><div><p class="en">${spokenMoment(paper.signedAt)}</p><p class="by">Người thực hiện sàng lọc</p><p class="en">(ký, ghi rõ họ và tên)</p><p class="room"></p><p><b>${paper.signedBy}</b></p></div></div>
<p class="part">Ý kiến của bệnh viện (xin gửi lại điểm tiêm)</p>
<div class="conclusion">
<p>${box(false)} Đủ điều kiện tiêm tại điểm tiêm &nbsp; ${box(false)} Tiêm tại bệnh viện</p>
<p>${box(false)} Tạm hoãn đến ngày <span class="dots short"></span> lý do <span class="dots"></span></p>
<p>${box(false)} Chống chỉ định với vắc xin <span class="dots"></span></p>
<p>Kết quả khám <span class="dots"></span></p></div>
<div class="sign one"><div></div><div><p>Bác sĩ khám</p><p class="en">(ký, ghi rõ họ và tên)</p><p class="room"></p></div></div>
<p class="printed">${whose(paper)} · In lúc ${paper.printedAt}</p>
${watermark(paper)}`
  return page(`${referralTitle} – ${paper.person.name}`, body, options)
}

type Paper = ScreeningChecklist | ScreeningReferral

function top(paper: Paper): Markup {
  return html`${practiceLine(paper)}
${pageHead(paper.point, { isOfficial: true, below: personBars(paper.person.code) })}`
}

function who({ person, head }: Paper): Markup {
  return html`<dl class="who">
<div class="name wide"><dt>Họ và tên:</dt><dd>${person.name}</dd></div>
${head.map(
  line =>
    html`<div class="${line.isWide ? 'wide' : ''}"><dt>${line.caption}:</dt><dd>${line.value}</dd></div>`,
)}</dl>`
}

function itemTable({ items, questions, ...paper }: ScreeningChecklist): Markup {
  const row = (item: ScreeningChecklist['items'][number]) =>
    html`<tr><td class="mid">${item.number}</td><td>${item.text}${item.detail && html`<small>${item.detail}</small>`}</td>
<td class="mid">${box(item.yes === false)}</td><td class="mid">${box(item.yes === true)}</td></tr>`
  const more =
    questions.length === 0
      ? null
      : html`<tr><td colspan="4"><b>Hỏi thêm về từng vắc xin</b></td></tr>${questions.map(row)}`
  return html`<table class="checks"><colgroup><col style="width:6%"><col style="width:74%"><col style="width:10%"><col style="width:10%"></colgroup>
<thead><tr><th>STT</th><th>Nội dung</th><th>Không</th><th>Có</th></tr></thead>
<tfoot><tr><td colspan="4">${whose({ ...paper, items, questions })}</td></tr></tfoot>
<tbody>${items.map(row)}${more}</tbody></table>`
}

/** Left open for the specialist's hand. */
function specialist(): Markup {
  return html`<div class="conclusion"><p><b>Khám sàng lọc theo chuyên khoa:</b> ${box(false)} Không &nbsp; ${box(false)} Có, chuyên khoa <span class="dots"></span></p>
<p>Lý do <span class="dots"></span> Kết quả <span class="dots"></span></p><p>Kết luận <span class="dots"></span></p></div>`
}

function conclusions(paper: ScreeningChecklist): Markup {
  const { vaccines, perVaccine, reason, differsBecause, next, consent } = paper
  const isEligible = paper.conclusion === 'eligible'
  const line = (conclusion: Conclusion, words: string) => {
    const when = paper.when?.[conclusion]
    return html`<p>${box(paper.conclusion === conclusion)} <b>${words}</b>${when === undefined ? null : html` <span class="en">(${when})</span>`}</p>`
  }
  // The forms of a hospital send nobody to a hospital.
  const canRefer = !paper.hasSpecialist || paper.conclusion === 'refer-hospital'
  return html`<div class="conclusion">
${line('eligible', 'Đủ điều kiện tiêm chủng ngay')}
${isEligible ? html`<p class="under">Loại vắc xin tiêm chủng lần này: <b>${vaccines.join(', ')}</b></p>` : null}
${line('contraindicated', 'Chống chỉ định tiêm chủng')}
${line('deferred', 'Tạm hoãn tiêm chủng')}
${canRefer ? line('refer-hospital', 'Đề nghị khám sàng lọc tại bệnh viện') : null}
${reason && html`<p class="under">Lý do: ${reason}</p>`}
${differsBecause && html`<p class="under">Người khám quyết định khác đề nghị: ${differsBecause}</p>`}
${perVaccine.length > 0 ? html`<p><b>Với từng vắc xin:</b></p>` : null}
${perVaccine.map(line => html`<p class="under"><b>${line.what}</b> – ${line.why}</p>`)}
${next && html`<p>Hẹn khám lại: <b>${next}</b></p>`}
${consent && html`<p>${consent}.</p>`}</div>`
}

function signatures(paper: ScreeningChecklist): Markup {
  return html`<div class="end"><div class="sign"><div><p class="en"> </p><p class="by">Cha, mẹ hoặc người được tiêm</p><p class="en">(ký, ghi rõ họ và tên)</p><p class="room"></p></div>
<div><p class="en">${spokenMoment(paper.signedAt)}</p><p class="by">Người thực hiện sàng lọc</p><p class="en">(ký, ghi rõ họ và tên)</p><p class="room"></p><p><b>${paper.signedBy}</b></p></div></div>
<p class="printed">${whose(paper)} · In lúc ${paper.printedAt}</p></div>`
}

/** Says whose a sheet is: sheets get separated. */
function whose({ person }: Paper): string {
  return `${person.name} · ${person.birthDate} · ${codeOnPaper(person.code)}`
}
