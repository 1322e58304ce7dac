import {
  type ChartGeometry,
  type ChartRoom,
  chartGeometry,
  type DrawnPoint,
  lineStyles,
} from '../../../src/domain/child/growth-chart'
import type { GrowthChartData } from '../../../src/domain/child/growth-curves'
import { html, type Markup } from './markup'
import type { Paper } from './page-style'

/** Room for a chart on each paper, in tenths of a millimetre: two of them stand under the head of the first page. */
const rooms: Readonly<Record<Paper, ChartRoom>> = {
  A4: { width: 1890, height: 930, letters: 30 },
  A5: { width: 1310, height: 660, letters: 24 },
}
/** A pixel of a screen, in tenths of a millimetre. */
const pixel = 2.2

/** One of WHO's charts with a child's points, as SVG that needs nothing but the page's font. */
export function growthChartSvg(data: GrowthChartData, paper: Paper): Markup {
  const room = rooms[paper]
  const geometry = chartGeometry(data, room, { decimalComma: true })
  const { width, height, points, trail, correctedTrail } = geometry
  return html`<svg class="growth" viewBox="0 0 ${width} ${height}" style="width:${width / 10}mm;height:${height / 10}mm"
 font-size="${room.letters}">${grid(geometry, room)}${curves(geometry, room)}
<path d="${correctedTrail}" fill="none" stroke="#000" stroke-width="3" stroke-dasharray="3 12"/>
<path d="${trail}" fill="none" stroke="#fff" stroke-width="14"/>
<path d="${trail}" fill="none" stroke="#000" stroke-width="5"/>
${points.map(drawn)}</svg>`
}

function grid({ plot, across, upward }: ChartGeometry, { letters }: ChartRoom): Markup {
  const { left, top, right, bottom } = plot
  const look = (isMajor: boolean) => (isMajor ? ['#999', 2] : ['#d4d4d4', 1])
  const columns = across.map(({ at, label, isMajor }) => {
    const [colour, thick] = look(isMajor)
    return html`<path d="M${at} ${top}V${bottom}" stroke="${colour ?? null}" stroke-width="${thick ?? null}"/>${
      label !== null && label !== ''
        ? html`<text x="${at}" y="${bottom + letters * 1.2}" text-anchor="middle">${label}</text>`
        : null
    }`
  })
  const lines = upward.map(({ at, label, isMajor }) => {
    const [colour, thick] = look(isMajor)
    return html`<path d="M${left} ${at}H${right}" stroke="${colour ?? null}" stroke-width="${thick ?? null}"/>${
      label !== null && label !== ''
        ? html`<text x="${left - letters * 0.4}" y="${at + letters * 0.35}" text-anchor="end">${label}</text>`
        : null
    }`
  })
  return html`${columns}${lines}<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="none" stroke="#555" stroke-width="3"/>`
}

function curves({ curves: all }: ChartGeometry, { letters }: ChartRoom): readonly Markup[] {
  return all.map(({ z, path, label, labelX, labelY }) => {
    const { colour, width, dashes } = lineStyles[Math.abs(z)] ?? { colour: '#000', width: 1, dashes: '' }
    const strokes = dashes
      .split(' ')
      .filter(Boolean)
      .map(length => Number(length) * pixel)
    return html`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width * pixel}" stroke-dasharray="${strokes.join(' ')}"/><text x="${labelX}" y="${labelY + letters * 0.35}" fill="${colour}" font-weight="700">${label}</text>`
  })
}

/** A disc by age since birth, a diamond by corrected age, a crossed ring where nobody believes the number. */
function drawn({ left, top, isCorrected, isImplausible }: DrawnPoint): Markup {
  const at = `translate(${left} ${top})`
  const shape = isCorrected ? 'M0 -14L14 0L0 14L-14 0Z' : 'M-12 0A12 12 0 1 0 12 0A12 12 0 1 0 -12 0Z'
  const isHollow = isCorrected || isImplausible
  return html`<g transform="${at}"><path d="${shape}" fill="${isHollow ? '#fff' : '#000'}" stroke="${isHollow ? '#000' : '#fff'}" stroke-width="4"/>${
    isImplausible ? html`<path d="M-8 -8L8 8M-8 8L8 -8" stroke="#000" stroke-width="4"/>` : null
  }</g>`
}
