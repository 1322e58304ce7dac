import { frameInsetMm, type TestPage } from '../../../src/domain/document/test-page'
import { html, Markup } from './markup'
import { type PageOptions, page, practiceLine } from './page-frame'
import { personBars } from './page-head'

/** The test page of a page printer: all letters, a frame of 100 mm to measure, and the symbol. */
export function renderTestHtml(test: TestPage, options: PageOptions): string {
  const rows = test.alphabet.map(row => html`<p>${row}</p>`)
  const body = html`
${practiceLine(test)}
<h1>IN THỬ</h1><p class="marks">${test.printerName} · ${test.pointName}</p>
<div class="alphabet">${rows}</div>
${personBars(test.code)}
<div class="ruler"></div><p>Thước này phải dài đúng 100 mm, mỗi khoảng 10 mm. Khổ giấy: ${options.paper}.</p>
<p class="printed">${test.printedAt}</p>`
  return page('In thử', body, options)
}

/** Two lines that belong 20 mm from the left and the upper edge of the sheet: what a ruler shows instead is the offset. */
export function renderCalibrationHtml(test: TestPage, options: PageOptions): string {
  const { x, y } = options.offsetMm ?? { x: 0, y: 0 }
  const inset = frameInsetMm.page
  const style = `@page { margin: 0 }
.cross { position: fixed; background: #000 }
.upright { left: ${inset + x}mm; top: 12mm; width: .3mm; bottom: 12mm }
.level { top: ${inset + y}mm; left: 12mm; right: 12mm; height: .3mm }
.what { margin: ${inset + y + 12}mm 12mm 0 ${inset + x + 8}mm; font-size: 1.2em }`
  const body = html`${new Markup(`<style>${style}</style>`)}
<div class="cross upright"></div><div class="cross level"></div>
<div class="what"><h1>CĂN TRANG</h1><p class="marks">${test.printerName} · ${options.paper} · ${test.printedAt}</p>
<p>Vạch đứng phải cách mép trái tờ giấy đúng ${inset} mm, vạch ngang cách mép trên đúng ${inset} mm.</p>
<p>Đo bằng thước rồi ghi hai số đo vào màn hình. Đang dịch: sang phải ${x} mm, xuống dưới ${y} mm.</p></div>`
  return page('Căn trang', body, options)
}
