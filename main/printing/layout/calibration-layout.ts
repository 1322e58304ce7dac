import type { PrinterSettings } from '../../../src/domain/document/printer'
import { frameInsetMm, type TestPage } from '../../../src/domain/document/test-page'
import type { Bits } from '../bits'
import type { Fonts, TextStyle } from '../fonts'
import { labelDots } from './label-layout'
import { type Sheet, startSheet } from './raster'

/**
 * Draws the label that sets a printer straight: a frame two millimetres from every edge, a ruler in millimetres along the
 * left and the top of it, and a cross in the middle.
 */
export function layOutCalibration(page: TestPage, printer: PrinterSettings, fonts: Fonts): Bits {
  const { width, height, perMm } = labelDots(printer)
  const mm = (length: number) => Math.round(length * perMm)
  const sheet = startSheet(width, fonts)
  const inset = mm(frameInsetMm.label)
  sheet.frame(inset, inset, width - 2 * inset, height - 2 * inset, 2)
  const { widthMm, heightMm } = printer.labelMm
  for (let at = frameInsetMm.label + 1; at < widthMm - frameInsetMm.label; at++)
    sheet.fill(mm(at), inset, 1, mm(tickMm(at)))
  for (let at = frameInsetMm.label + 1; at < heightMm - frameInsetMm.label; at++)
    sheet.fill(inset, mm(at), mm(tickMm(at)), 1)
  const arm = mm(1.5)
  const [middle, centre] = [Math.floor(width / 2), Math.floor(height / 2)]
  sheet.fill(middle - arm, centre, 2 * arm, 1)
  sheet.fill(middle, centre - arm, 1, 2 * arm)
  writeWords(sheet, page, printer, mm)
  return sheet.finish(height)
}

/** Every fifth millimetre is longer, every tenth longest. */
function tickMm(at: number): number {
  if (at % 10 === 0) return 2.5
  return at % 5 === 0 ? 1.8 : 1
}

function writeWords(
  sheet: Sheet,
  page: TestPage,
  printer: PrinterSettings,
  mm: (length: number) => number,
): void {
  const { labelMm, darkness, speed } = printer
  const heat = [darkness === null ? null : `đậm ${darkness}`, speed === null ? null : `nhanh ${speed}`]
  const above = `CĂN CHỈNH ${labelMm.widthMm} × ${labelMm.heightMm} mm`
  const below = [
    `Khung cách mép ${frameInsetMm.label} mm`,
    heat.filter(word => word !== null).join(' · '),
    page.printedAt,
  ].filter(line => line !== '')
  const room = sheet.width - mm(2 * frameInsetMm.label + 6)
  const style = sizeThatFits(sheet, [above, ...below], room, mm)
  const step = Math.round(style.size * 1.4)
  const write = (line: string, y: number) =>
    sheet.text(line, Math.floor((sheet.width - sheet.fonts.measure(line, style)) / 2), y, style)
  write(above, mm(labelMm.heightMm / 2 - 2) - step)
  const floor = mm(labelMm.heightMm - frameInsetMm.label - 0.5)
  for (const [index, line] of below.entries()) {
    const y = mm(labelMm.heightMm / 2 + 2) + index * step
    // A low label keeps the first lines; the rulers are what it is for.
    if (y + step <= floor) write(line, y)
  }
}

function sizeThatFits(
  sheet: Sheet,
  lines: readonly string[],
  room: number,
  mm: (length: number) => number,
): TextStyle {
  const sizes = [2.6, 2.4, 2.2, 2, 1.8, 1.6, 1.4].map(size => ({ size: mm(size), weight: 'medium' }) as const)
  const fits = (style: TextStyle) => lines.every(line => sheet.fonts.measure(line, style) <= room)
  return sizes.find(fits) ?? { size: mm(1.2), weight: 'medium' }
}
