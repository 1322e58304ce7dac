import { certificateShape, type certificateTexts } from '../../../src/domain/document/certificate-shape'
import { type LaidOut, layOver } from '../../../src/domain/document/template'
import type { VaccinationCertificate } from '../../../src/domain/document/vaccination-certificate'
import type { RecordDose } from '../../../src/domain/document/vaccination-record'
import { type Caption, codeOnPaper } from '../../../src/domain/document/words'
import { qrSvg } from './barcode-svg'
import { html, Markup } from './markup'
import { page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead, personBars } from './page-head'
import { small, vaccineCell } from './record-captions'
import type { RecordOptions } from './record-html'

type Words = LaidOut<typeof certificateTexts>
type Say = (caption: Caption) => Markup
type Part = (certificate: VaccinationCertificate, words: Words, say: Say, options: RecordOptions) => Markup

/** The vaccination certificate as one HTML file; the province's template, kept in the paper, decides words and order. */
export function renderCertificateHtml(certificate: VaccinationCertificate, options: RecordOptions): string {
  const words = layOver(certificateShape, certificate.template)
  const say: Say = ({ vi, en }) =>
    options.bilingual ? html`${vi} <span class="en">/ ${en}</span>` : html`${vi}`
  const shown = words.parts.flatMap(part => parts[part]?.(certificate, words, say, options) ?? [])
  // The line at the foot goes with what stands above it, never alone onto a sheet of its own.
  const last = shown.at(-1) ?? null
  const body = html`
${new Markup(`<style>${certificateStyle}</style>`)}
${practiceLine(certificate)}
${shown.slice(0, -1)}
<div class="end">${last}<p class="printed">${whose(certificate)} · ${say(words.texts.printedAt)} ${certificate.printedAt}</p></div>
${watermark(certificate)}`
  return page(`${words.texts.title.vi} – ${certificate.person.name}`, body, options)
}

const certificateStyle = `
.number { margin-top: 1mm }
.statement { margin: 2.5mm 0 0 }
.count { margin-top: 1.2mm }
.cards { display: flex; flex-wrap: wrap; gap: 3mm }
.cards svg { display: block; position: relative; z-index: 2; background: #fff }
.card-note { margin-top: 3mm; break-inside: avoid }
.card-note.signed { float: left; width: 56% }
.printed { clear: both }
.card-note p { margin-top: 1mm }
.unsigned { border: .35mm solid #000; border-radius: 1mm; padding: 1.6mm 3mm; font-weight: 600 }
/* A signature never stands on a sheet of its own: the last rows go with it. */
.count, .card-note, .stamp, .end { break-before: avoid }
tbody tr:last-child { break-after: avoid }
.stamp { text-align: center; margin: 3mm 0 0 auto; width: 40%; break-inside: avoid }
.stamp p:first-child { font-weight: 400 }
.stamp .who-signs { font-weight: 600 }`

const parts: Readonly<Record<string, Part>> = {
  head: ({ point, person }, { texts }, say, { bilingual }) =>
    pageHead(point, {
      isOfficial: true,
      isBilingual: bilingual,
      phone: say(texts.phone),
      underPoint: html`<p class="number">${say(texts.number)}: <span class="dots short"></span></p>`,
      below: personBars(person.code),
    }),

  title: (certificate, { texts }, _say, { bilingual }) => html`
<h1>${texts.title.vi}</h1>${bilingual ? html`<p class="title-en en">${texts.title.en}</p>` : null}${reprintLine(certificate)}`,

  identity: ({ person, point }, { texts }, say, { bilingual }) => html`
<p class="statement"><b>${point.name}</b> ${texts.statement.vi}</p>
${bilingual ? html`<p class="en">${point.name} ${texts.statement.en}</p>` : null}
<dl class="who">
${fact(say(texts.name), person.name, 'name wide')}
${fact(say(texts.birthDate), person.birthDate)}${fact(say(texts.sex), say(person.sex))}
${fact(say(texts.nationalId), person.nationalId)}
${person.relative && fact(say(person.relative.relation), person.relative.name)}
${fact(say(texts.address), person.address, 'wide')}</dl>`,

  doses: (certificate, words, say, options) => doseTable(certificate, words, say, options),

  code: ({ signature }, { texts }, say) =>
    signature === null
      ? html`<div class="card-note"><p class="unsigned">${say(texts.codeUnsigned)}</p></div>`
      : html`<div class="card-note signed"><div class="cards">${signature.cards.map(card => qrSvg(card, cardCode))}</div><p>${say(texts.codeSigned)}</p>
<p>${say(texts.signedBy)}: <b>${signature.pointName}</b> · ${say(texts.certifiedBy)}: <b>${signature.authorityName}</b></p></div>`,

  signature: ({ issuedOn }, { texts }, say) => {
    const [year, month, dayOfMonth] = issuedOn.split('-')
    return html`<div class="stamp"><p>Ngày ${dayOfMonth ?? ''} tháng ${month ?? ''} năm ${year ?? ''}</p>
<p class="who-signs">${say(texts.head)}</p><p class="en">${say(texts.signHint)}</p><p class="room"></p></div>`
  },
}

/** A signed card fills up to 105 modules a side: at 0.42 mm each it is 48 mm, ten dots of a page printer a module. */
const cardCode = { level: 'L', moduleMm: 0.42 } as const

function fact(caption: Markup, value: Markup | string | null, className = ''): Markup | null {
  return value === null ? null : html`<div class="${className}"><dt>${caption}:</dt><dd>${value}</dd></div>`
}

type CellOf = {
  readonly caption: (texts: Words['texts']) => Caption
  readonly className: string
  readonly show: (dose: RecordDose, bilingual: boolean) => Markup
}

const cells: Readonly<Record<string, CellOf>> = {
  order: { caption: it => it.columnOrder, className: 'mid', show: dose => html`${dose.order}` },
  vaccine: { caption: it => it.columnVaccine, className: '', show: vaccineCell },
  number: { caption: it => it.columnNumber, className: 'mid', show: dose => html`<b>${dose.number}</b>` },
  givenOn: {
    caption: it => it.columnGivenOn,
    className: 'day',
    show: dose => html`<b>${dose.givenOn}</b>${dose.historical ? '*' : ''}`,
  },
  lot: {
    caption: it => it.columnLot,
    className: '',
    show: dose => html`${dose.lot}${small(dose.expires === '' ? '' : `HD ${dose.expires}`)}`,
  },
  place: { caption: it => it.columnPlace, className: '', show: dose => html`${dose.place}` },
  givenBy: { caption: it => it.columnGivenBy, className: '', show: dose => html`${dose.givenBy}` },
  reaction: { caption: it => it.columnReaction, className: '', show: dose => html`${dose.reaction}` },
}

/** Codes of every column a template of the certificate may name. */
export const certificateColumns: readonly string[] = Object.keys(cells)

function doseTable(
  certificate: VaccinationCertificate,
  { texts, columns }: Words,
  say: Say,
  { bilingual }: RecordOptions,
): Markup {
  const { doses, hasHistorical } = certificate
  const shown = columns.flatMap(({ column, widthPercent }) => {
    const cell = cells[column]
    return cell ? [{ ...cell, widthPercent }] : []
  })
  const heads = shown.map(({ caption }) => {
    const { vi, en } = caption(texts)
    return html`<th>${vi}${bilingual ? html`<span class="en">${en}</span>` : null}</th>`
  })
  const rows = doses.map(
    dose =>
      html`<tr>${shown.map(({ className, show }) => html`<td class="${className}">${show(dose, bilingual)}</td>`)}</tr>`,
  )
  const none = html`<tr class="empty"><td colspan="${shown.length}">${say(texts.noDoses)}</td></tr>`
  return html`<table><colgroup>${shown.map(({ widthPercent }) => html`<col style="width:${widthPercent}%">`)}</colgroup>
<thead><tr>${heads}</tr></thead><tfoot><tr><td colspan="${shown.length}">${whose(certificate)}</td></tr></tfoot>
<tbody>${rows.length === 0 ? none : rows}</tbody></table>
<p class="count">${say(texts.closed)}: <b>${doses.length}</b> ${say(texts.doseCount)}.</p>
${hasHistorical ? html`<p class="count">* ${say(texts.historical)}</p>` : null}`
}

/** Says at the foot of every sheet whose it is: sheets get separated. */
function whose({ person }: VaccinationCertificate): string {
  return `${person.name} · ${person.birthDate} · ${codeOnPaper(person.code)}`
}
