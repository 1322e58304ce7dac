import type { TransferPaper } from '../../../src/domain/document/transfer-slip'
import { codeOnPaper } from '../../../src/domain/document/words'
import { qrSvg } from './barcode-svg'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead, personBars } from './page-head'

const title = 'GIẤY CHUYỂN NƠI TIÊM'

/** The transfer slip as one HTML file that needs nothing but the fonts. */
export function renderTransferHtml(paper: TransferPaper, options: PageOptions): string {
  const { person } = paper
  const body = html`
${practiceLine(paper)}
${pageHead(paper.point, { isOfficial: true, below: personBars(paper.person.code) })}
<h1>${title}</h1>${reprintLine(paper)}
${who(paper)}
${doseTable(paper)}
${closing(paper)}
${watermark(paper)}`
  return page(`${title} – ${person.name}`, body, options)
}

function who({ person }: TransferPaper): Markup {
  const line = (caption: string, value: string | null) =>
    value && html`<div class="wide"><dt>${caption}:</dt><dd>${value}</dd></div>`
  return html`<dl class="who">
<div class="name wide"><dt>Họ và tên:</dt><dd>${person.name}</dd></div>
<div><dt>Ngày sinh:</dt><dd>${person.birthDate}</dd></div>
<div><dt>Giới tính:</dt><dd>${person.sex}</dd></div>
${line('Số định danh', person.nationalId)}
${line('Người thân', person.relative)}
${line('Nơi ở trước khi chuyển', person.address)}
</dl>`
}

function doseTable(paper: TransferPaper): Markup {
  const rows = paper.doses.map(
    (dose, index) => html`<tr><td class="mid">${index + 1}</td><td><b>${dose.vaccine}</b></td>
<td class="mid">${dose.number}</td><td class="day">${dose.givenOn}</td><td>${dose.lot}</td><td>${dose.place}</td></tr>`,
  )
  const none = html`<tr class="empty"><td colspan="6">Chưa ghi mũi tiêm nào.</td></tr>`
  return html`<table><colgroup><col style="width:6%"><col style="width:32%"><col style="width:7%"><col style="width:14%"><col style="width:14%"><col style="width:27%"></colgroup>
<thead><tr><th>STT</th><th>Vắc xin</th><th>Mũi</th><th>Ngày tiêm</th><th>Số lô</th><th>Nơi tiêm</th></tr></thead>
<tfoot><tr><td colspan="6">${whose(paper)}</td></tr></tfoot>
<tbody>${rows.length === 0 ? none : rows}</tbody></table>`
}

function closing(paper: TransferPaper): Markup {
  const { next, codes, handbook = null, leftOut = [] } = paper
  const caption =
    codes.length === 1
      ? 'Nơi nhận: quét mã này, hồ sơ và các mũi tiêm tự vào máy.'
      : `Nơi nhận: quét lần lượt ${codes.length} mã, hồ sơ và các mũi tiêm tự vào máy.`
  return html`<div class="below">
${next && html`<div class="next">Mũi tới: <b>${next.day}</b> · ${next.reasons.join(', ')}</div>`}
<div class="transfer"><p><b>${caption}</b></p>${handbook && html`<p>Trong mã có cả Sổ mẹ và bé: ${handbook}.</p>`}${leftOut.length === 0 ? null : html`<p><b>Không vừa mã, xem sổ giấy:</b> ${leftOut.join('; ')}.</p>`}<div class="codes">${codes.map(code => qrSvg(code))}</div></div>
<div class="sign"><div><p>Gia đình</p><p class="en">(ký, ghi rõ họ tên)</p><p class="room"></p></div><div><p>Người lập giấy</p><p class="en">(ký, ghi rõ họ tên)</p><p class="room"></p></div></div>
<p class="printed">${whose(paper)} · In lúc ${paper.printedAt}</p></div>`
}

/** Says whose a sheet is: sheets get separated. */
function whose({ person }: TransferPaper): string {
  return `${person.name} · ${person.birthDate} · ${codeOnPaper(person.code)}`
}
