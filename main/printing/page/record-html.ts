import { layOver } from '../../../src/domain/document/template'
import { templateShapes } from '../../../src/domain/document/template-shapes'
import type { VaccinationRecord } from '../../../src/domain/document/vaccination-record'
import { type Caption, codeOnPaper } from '../../../src/domain/document/words'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead, personBars } from './page-head'
import { columnsOf } from './record-captions'

/** The same with a second language. */
export type RecordOptions = PageOptions & { readonly bilingual: boolean }

/** Writes a caption in one language or two. */
type Say = (caption: Caption) => Markup
type Texts = (typeof templateShapes)['vaccination-record']['texts']

/** The personal vaccination record as one HTML file that needs nothing but the fonts. */
export function renderRecordHtml(record: VaccinationRecord, options: RecordOptions): string {
  const { texts: captions } = layOver(templateShapes['vaccination-record'], record.template)
  const say: Say = ({ vi, en }) =>
    options.bilingual ? html`${vi} <span class="en">/ ${en}</span>` : html`${vi}`
  const titleEn = options.bilingual ? html`<p class="title-en en">${captions.title.en}</p>` : null
  const body = html`
${practiceLine(record)}
${pageHead(record.point, { phone: say(captions.phone), below: personBars(record.person.code) })}
<h1>${captions.title.vi}</h1>${titleEn}${reprintLine(record)}
${identity(record, captions, say)}
${doseTable(record, captions, options, say)}
${closing(record, captions, say)}
${watermark(record)}`
  return page(`${captions.title.vi} – ${record.person.name}`, body, options)
}

function identity({ person }: VaccinationRecord, captions: Texts, say: Say): Markup {
  const line = (caption: Caption, value: Markup | string | null, className = '') =>
    value === null ? null : html`<div class="${className}"><dt>${say(caption)}:</dt><dd>${value}</dd></div>`
  const { relative } = person
  const relativeText = relative && [relative.name, relative.detail].filter(part => part !== '').join(' · ')
  return html`<dl class="who">
${line(captions.name, person.name, 'name wide')}
${line(captions.birthDate, person.birthDate)}
${line(captions.sex, say(person.sex))}
${relative && line(relative.relation, relativeText)}
${line(captions.nationalId, person.nationalId)}
${line(captions.address, person.address, 'wide')}
</dl>`
}

function doseTable(record: VaccinationRecord, captions: Texts, options: RecordOptions, say: Say): Markup {
  const columns = columnsOf(options.paper)
  const widths = columns.map(column => html`<col style="width:${column.widthPercent}%">`)
  const heads = columns.map(({ caption }) => {
    return html`<th>${caption.vi}${options.bilingual ? html`<span class="en">${caption.en}</span>` : null}</th>`
  })
  const rows = record.doses.map(dose => {
    return html`<tr>${columns.map(column => cell(column.className, column.show(dose, options.bilingual)))}</tr>`
  })
  const none = html`<tr class="empty"><td colspan="${columns.length}">${say(captions.noDoses)}</td></tr>`
  return html`<table><colgroup>${widths}</colgroup><thead><tr>${heads}</tr></thead>
<tfoot><tr><td colspan="${columns.length}">${whose(record)}</td></tr></tfoot>
<tbody>${rows.length === 0 ? none : rows}</tbody></table>`
}

/** Says at the foot of every sheet whose it is: sheets get separated. */
function whose({ person }: VaccinationRecord): string {
  return `${person.name} · ${person.birthDate} · ${codeOnPaper(person.code)}`
}

function cell(className: string, content: Markup): Markup {
  return html`<td class="${className}">${content}</td>`
}

function closing(record: VaccinationRecord, captions: Texts, say: Say): Markup {
  const note = record.hasHistorical ? html`<p>* ${say(captions.historical)}</p>` : null
  const remarks = record.remarks.map(remark => html`<li>${remark}</li>`)
  const next = record.next
  const [year, month, dayOfMonth] = record.issuedOn.split('-')
  return html`<div class="below">${note}
${remarks.length > 0 ? html`<div class="remarks"><b>${say(captions.remarks)}:</b><ul>${remarks}</ul></div>` : null}
${next && html`<div class="next">${say(captions.next)}: <b>${next.day}</b>${next.reasons.length > 0 ? ` – ${next.reasons.join('; ')}` : ''}</div>`}
<div class="sign"><div></div><div><span>Ngày ${dayOfMonth ?? ''} tháng ${month ?? ''} năm ${year ?? ''}</span></div>
<div><p>${say(captions.preparedBy)}</p><p class="en">(ký, ghi rõ họ tên)</p></div>
<div><p>${say(captions.head)}</p><p class="en">(ký, đóng dấu)</p></div></div>
<div class="room"></div>
<p class="printed">${whose(record)} · ${say(captions.printedAt)} ${record.printedAt}</p></div>`
}
