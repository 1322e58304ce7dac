import {
  chartNameOf,
  type GrowthChartData,
  type GrowthChartName,
} from '../../../src/domain/child/growth-curves'
import type { GrowthChartPaper, GrowthPaperCell } from '../../../src/domain/document/growth-chart-paper'
import { codeOnPaper } from '../../../src/domain/document/words'
import { growthChartSvg } from './growth-chart-svg'
import { html, type Markup } from './markup'
import { type PageOptions, page, practiceLine, reprintLine, watermark } from './page-frame'
import { pageHead, personBars } from './page-head'

const title = 'BIỂU ĐỒ TĂNG TRƯỞNG'

/** The growth chart as one HTML file that needs nothing but the fonts. */
export function renderGrowthChartHtml(paper: GrowthChartPaper, options: PageOptions): string {
  const { point, person, charts, more, hasCorrected, printedAt } = paper
  const body = html`
${practiceLine(paper)}
${pageHead(point, { below: personBars(person.code) })}
<h1>${title}</h1>${reprintLine(paper)}
${who(paper)}
${charts.map(chart => growthFigure(chart, options.paper))}
${table(paper)}
${more > 0 ? html`<div class="remarks">Còn ${more} lần đo cũ hơn không in ở đây.</div>` : null}
<div class="remarks">Điểm z và bách phân vị (P) theo chuẩn tăng trưởng WHO 2006–2007 (dưới 60 tháng) và tham chiếu WHO 2007 (từ 60 tháng).
(?): số đo khó tin, cần cân đo lại.${
    hasCorrected
      ? ' HC, hình thoi rỗng: theo tuổi hiệu chỉnh của trẻ sinh non, không thay cho tuổi thật.'
      : null
  }</div>
<p class="printed">${person.name} · ${codeOnPaper(person.code)} · In lúc ${printedAt}</p>
${watermark(paper)}`
  return page(`${title} – ${person.name}`, body, options)
}

function who({ person, head }: GrowthChartPaper): Markup {
  return html`<dl class="who">
<div class="name wide"><dt>Họ và tên:</dt><dd>${person.name}</dd></div>
${head.map(
  line =>
    html`<div class="${line.isWide ? 'wide' : ''}"><dt>${line.caption}:</dt><dd>${line.value}</dd></div>`,
)}</dl>`
}

const chartWords: Readonly<Record<GrowthChartName, string>> = {
  'weight-for-age': 'Cân nặng theo tuổi',
  'length-for-age': 'Chiều dài theo tuổi',
  'height-for-age': 'Chiều cao theo tuổi',
  'length-height-for-age': 'Chiều dài/chiều cao theo tuổi',
  'weight-for-length': 'Cân nặng theo chiều dài',
  'weight-for-height': 'Cân nặng theo chiều cao',
  'bmi-for-age': 'BMI theo tuổi',
  'head-for-age': 'Vòng đầu theo tuổi',
  'arm-for-age': 'Vòng cánh tay theo tuổi',
}
const rangeWords: Readonly<Record<GrowthChartData['range'], string>> = {
  '0-6m': '0–6 tháng',
  '0-2y': '0–2 tuổi',
  '2-5y': '2–5 tuổi',
  '0-5y': '0–5 tuổi',
  '5-19y': '5–19 tuổi',
}

/** A chart with its name and its axes. */
export function growthFigure(data: GrowthChartData, paper: PageOptions['paper']): Markup {
  const { indicator, range, sex, xUnit, yUnit } = data
  const until = indicator === 'weight-for-age' && range === '5-19y' ? '5–10 tuổi' : rangeWords[range]
  const across =
    xUnit === 'cm'
      ? range === '2-5y'
        ? 'chiều cao đứng, cm'
        : 'chiều dài nằm, cm'
      : range === '5-19y'
        ? 'tuổi, năm'
        : 'tháng tuổi'
  return html`<div class="end"><p class="part">${chartWords[chartNameOf(data)]}, ${sex === 'male' ? 'trẻ trai' : 'trẻ gái'}, ${until}
<span class="en">(đứng: ${yUnit}; ngang: ${across})</span></p>${growthChartSvg(data, paper)}</div>`
}

const heads: readonly (readonly [string, number])[] = [
  ['Ngày đo, tuổi', 16],
  ['Cân nặng (kg)', 13],
  ['Dài/cao (cm)', 13],
  ['Cân theo dài/cao; BMI từ 5 tuổi', 13],
  ['Vòng đầu (cm)', 13],
  ['Vòng cánh tay (cm)', 13],
  ['Nhận xét', 19],
]

function table({ rows }: GrowthChartPaper): Markup {
  const none = html`<tr class="empty"><td colspan="${heads.length}">Chưa có số đo nào.</td></tr>`
  const lines = rows.map(
    row => html`<tr><td><b>${row.on}</b><small>${row.age}</small>${row.correctedAge && html`<small>${row.correctedAge}</small>`}</td>
${[row.weight, row.length, row.thinness, row.head, row.arm].map(cellOf)}
<td>${row.remarks.map(remark => html`<div>${remark}</div>`)}</td></tr>`,
  )
  return html`<p class="part">Các lần đo</p>
<table><colgroup>${heads.map(([, width]) => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr>${heads.map(([name]) => html`<th>${name}</th>`)}</tr></thead>
<tbody>${rows.length === 0 ? none : lines}</tbody></table>`
}

function cellOf({ value, score, corrected }: GrowthPaperCell): Markup {
  return html`<td class="day">${value && html`<b>${value}</b>`}<small>${score}</small>${corrected && html`<small>${corrected}</small>`}</td>`
}
