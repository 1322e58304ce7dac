import type { IndicatorSheet, SheetBar, SheetShare } from '../../../src/domain/document/indicator-sheet'
import { curvesSvg } from './curves-svg'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead } from './page-head'

/** The sheet of indicators as one HTML file that needs nothing but the fonts. */
export function renderIndicatorSheetHtml(sheet: IndicatorSheet, options: PageOptions): string {
  const { point, title, about, bars, panels, byMonth, note, printedAt } = sheet
  const body = html`
${practiceLine(sheet)}
${pageHead(point)}
<h1>${title}</h1>${reprintLine(sheet)}
${about.map(line => html`<p class="basis">${line}</p>`)}
<p class="part">Bao phủ từng mũi (vạch đứng: chỉ tiêu)</p>
${bars.map(bar => barLine(bar))}
<p class="part" style="break-before:page">Trẻ đã tiêm khi đến từng tuổi (đứng: %; ngang: tháng tuổi; vạch chấm: tuổi phải tiêm)</p>
<div style="display:flex;flex-wrap:wrap;gap:3mm">${panels.map(panel => curvesSvg(panel))}</div>
<div style="break-before:page"></div>
${byMonth.map(each => monthColumns(each, sheet.months))}
${placeTable(sheet)}
<div class="remarks">${note}</div>
<p class="printed">${title} · In lúc ${printedAt}</p>
${watermark(sheet)}`
  return page(title, body, options)
}

function percent({ counted, of }: SheetShare): number | null {
  return of === 0 ? null : (counted / of) * 100
}

function percentWord(share: SheetShare): string {
  const value = percent(share)
  if (value === null) return '–'
  const digits = value > 0 && value < 10 && !Number.isInteger(value) ? 1 : 0
  return `${value.toFixed(digits).replace('.', ',')} %`
}

function isWell(share: SheetShare, { aim, isLimit }: Pick<SheetBar, 'aim' | 'isLimit'>): boolean {
  const value = percent(share)
  if (aim === null || value === null) return true
  return isLimit ? value <= aim : value >= aim
}

/** Plainly filled where the target is reached, hatched where it is not, and said in a word: paper has no signs but its font's. */
function barLine(bar: SheetBar): Markup {
  const { label, counted, of, aim } = bar
  const value = percent(bar)
  const good = isWell(bar, bar)
  const sign = aim === null || value === null ? '' : good ? 'đạt' : 'chưa'
  return html`<div style="display:grid;grid-template-columns:52mm 1fr 13mm 18mm 9mm;gap:2mm;align-items:center;margin-top:.9mm;break-inside:avoid">
<span>${label}</span>${barSvg(value, aim, good)}<b style="text-align:right">${percentWord(bar)}</b><span>${counted}/${of}</span><span>${sign}</span></div>`
}

function barSvg(value: number | null, aim: number | null, isGood: boolean): Markup {
  const width = Math.min(100, Math.max(0, value ?? 0)) * 10
  const hatch = Array.from({ length: Math.floor(width / 14) }, (_, index) => index * 14 + 10)
  const fill = isGood
    ? html`<rect x="0" y="6" width="${width}" height="28" fill="#555"/>`
    : html`<rect x="0" y="6" width="${width}" height="28" fill="#fff" stroke="#000" stroke-width="2"/>${hatch.map(
        x => html`<path d="M${x} 6L${Math.max(0, x - 8)} 34" stroke="#000" stroke-width="2.5"/>`,
      )}`
  return html`<svg viewBox="0 0 1004 40" preserveAspectRatio="none" style="width:100%;height:4mm"><rect x="1" y="6" width="1000" height="28" fill="none" stroke="#777" stroke-width="2"/>${fill}${
    aim === null ? null : html`<path d="M${aim * 10} 0V40" stroke="#000" stroke-width="4"/>`
  }</svg>`
}

function monthColumns(each: IndicatorSheet['byMonth'][number], months: IndicatorSheet['months']): Markup {
  const { label, shares, aim, isLimit } = each
  const step = 1890 / Math.max(1, months.length)
  const columns = months.map((name, index) => {
    const share = shares[index] ?? { counted: 0, of: 0 }
    const height = (Math.min(100, percent(share) ?? 0) / 100) * 150
    const left = index * step
    const middle = left + step / 2
    return html`<rect x="${left + step * 0.14}" y="${190 - height}" width="${step * 0.72}" height="${height}" fill="${isWell(share, each) ? '#777' : '#bbb'}" stroke="#000" stroke-width="1.5"/>
<text x="${middle}" y="${182 - height}" text-anchor="middle">${percentWord(share)}</text><text x="${middle}" y="218" text-anchor="middle">${name}</text>`
  })
  const line = aim === null ? null : 190 - aim * 1.5
  const aimWords = aim === null ? '' : `; ${isLimit ? 'không quá' : 'chỉ tiêu'} ${aim} %`
  return html`<div style="break-inside:avoid"><p class="part">${label}: ${percentWord(each)} (${each.counted}/${each.of})${aimWords}; theo tháng sinh</p>
<svg viewBox="0 -10 1890 236" style="display:block;width:100%" font-size="24"><path d="M0 190H1890" stroke="#000" stroke-width="2"/>${columns}${
    line === null
      ? null
      : html`<path d="M0 ${line}H1890" stroke="#000" stroke-width="3" stroke-dasharray="14 8"/>`
  }</svg></div>`
}

function placeTable({ places: { heads, rows, more } }: IndicatorSheet): Markup | null {
  if (rows.length === 0) return null
  const width = 70 / Math.max(1, heads.length)
  return html`<p class="part">Theo nơi ở</p>
<table><colgroup><col style="width:30%">${heads.map(() => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr><th>Nơi</th>${heads.map(head => html`<th>${head}</th>`)}</tr></thead><tbody>${rows.map(
    ({ name, shares }) =>
      html`<tr><td>${name}</td>${shares.map(
        share => html`<td class="day"><b>${percentWord(share)}</b> (${share.counted}/${share.of})</td>`,
      )}</tr>`,
  )}</tbody></table>${more > 0 ? html`<div class="remarks">Còn ${more} nơi không in ở đây; xem trên màn hình hoặc xuất ra tệp.</div>` : null}`
}
