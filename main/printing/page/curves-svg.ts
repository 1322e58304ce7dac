import type { SheetPanel } from '../../../src/domain/document/indicator-sheet'
import {
  type CurveDrawing,
  curveDashes,
  curveDrawing,
} from '../../../src/domain/report/indicators/curve-drawing'
import { html, type Markup } from './markup'

/** Two pictures beside each other, on A4 in tenths of a millimetre; a smaller page has them smaller. */
const room = { width: 920, height: 470, letters: 26 }

/** The curves of one panel; lines differ by dash and by the number at their end. */
export function curvesSvg({ label, untilMonths, lines }: SheetPanel): Markup {
  const drawing = curveDrawing(
    lines.map(({ dueDays, points }, index) => ({ doseId: String(index), dueDays, points })),
    untilMonths,
    room,
  )
  const { width, height, curves, plot } = drawing
  return html`<div style="width:calc(50% - 1.5mm);break-inside:avoid"><p class="part">${label}</p>
<svg viewBox="0 0 ${width} ${height}" style="display:block;width:100%" font-size="${room.letters}">${grid(drawing)}${curves.map(
    ({ path, endX, endY, dueX }, line) => html`
<path d="M${dueX} ${plot.top}V${plot.bottom}" stroke="#555" stroke-width="2" stroke-dasharray="4 7"/>
<path d="${path}" fill="none" stroke="#000" stroke-width="5" stroke-dasharray="${dashes(line)}"/>${
      path === '' ? null : html`<text x="${endX + 6}" y="${endY + 9}" font-weight="700">${line + 1}</text>`
    }`,
  )}</svg>
${lines.map((line, index) => html`<p class="en">${sign(index)} ${index + 1}. ${line.label}</p>`)}</div>`
}

function grid({ across, upward, plot }: CurveDrawing): Markup {
  const columns = across.map(
    ({ at, label }) => html`<path d="M${at} ${plot.top}V${plot.bottom}" stroke="#ccc" stroke-width="1.5"/>
<text x="${at}" y="${plot.bottom + 30}" text-anchor="middle">${label}</text>`,
  )
  const rows = upward.map(
    ({ at, label }) => html`<path d="M${plot.left} ${at}H${plot.right}" stroke="#ccc" stroke-width="1.5"/>
<text x="${plot.left - 9}" y="${at + 9}" text-anchor="end">${label}</text>`,
  )
  return html`${columns}${rows}`
}

function dashes(line: number): string {
  return (curveDashes[line % curveDashes.length] ?? []).map(length => length * room.letters).join(' ')
}

function sign(line: number): Markup {
  return html`<svg viewBox="0 0 90 20" style="width:9mm;height:2mm"><path d="M0 10H90" stroke="#000" stroke-width="5" stroke-dasharray="${dashes(line)}"/></svg>`
}
