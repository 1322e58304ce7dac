import type { HandbookChart } from '../../../src/domain/document/mother-child-handbook'
import { html, type Markup } from './markup'

/** How WHO draws its lines: the middle green, two away orange, three away red; on paper told apart by dashes as well. */
function strokeOf(z: number): { readonly colour: string; readonly dash: string } {
  if (z === 0) return { colour: '#00703c', dash: 'none' }
  return Math.abs(z) >= 3
    ? { colour: '#000000', dash: 'none' }
    : Math.abs(z) === 2
      ? { colour: '#b3261e', dash: '14 7' }
      : { colour: '#b36b00', dash: '4 6' }
}

/** A growth chart as SVG, in the unit of its data (tenths of a millimetre). */
export function growthChartSvg(chart: HandbookChart): Markup {
  const { width, height, plot } = chart
  const middle = (plot.left + plot.right) / 2
  return html`<svg viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg" font-family="Diem Tiem" font-size="26">
<rect x="${plot.left}" y="${plot.top}" width="${plot.right - plot.left}" height="${plot.bottom - plot.top}" fill="none" stroke="#000" stroke-width="2"/>
${chart.across.map(({ at, label }) => html`<line x1="${at}" x2="${at}" y1="${plot.top}" y2="${plot.bottom}" stroke="#ccc" stroke-width="1"/>${label && html`<text x="${at}" y="${plot.bottom + 28}" text-anchor="middle">${label}</text>`}`)}
${chart.upward.map(({ at, label }) => html`<line y1="${at}" y2="${at}" x1="${plot.left}" x2="${plot.right}" stroke="#ccc" stroke-width="1"/>${label && html`<text x="${plot.left - 8}" y="${at + 9}" text-anchor="end">${label}</text>`}`)}
${chart.curves.map(curve => {
  const { colour, dash } = strokeOf(curve.z)
  return html`<path d="${curve.path}" fill="none" stroke="${colour}" stroke-width="3" stroke-dasharray="${dash}"/><text x="${curve.x}" y="${curve.y + 9}" fill="${colour}">${curve.label}</text>`
})}
<path d="${chart.trail}" fill="none" stroke="#000" stroke-width="4"/>
${chart.points.map(({ x, y, isCorrected }) => html`<circle cx="${x}" cy="${y}" r="9" fill="${isCorrected ? '#fff' : '#000'}" stroke="#000" stroke-width="4"/>`)}
<text x="${middle}" y="${height - 4}" text-anchor="middle">${chart.axes[0]}</text>
<text x="4" y="${plot.top - 8}">${chart.axes[1]}</text></svg>`
}
