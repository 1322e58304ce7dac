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
  const inset = mm(frameInsetMm)
  sheet.frame(inset, inset, width - 2 * inset, height - 2 * inset, 2)
  const { widthMm, heightMm } = printer.labelMm
  for (let at = frameInsetMm + 1; at < widthMm - frameInsetMm; at++)
    sheet.fill(mm(at), inset, 1, mm(tickMm(at)))
  for (let at = frameInsetMm + 1; at < heightMm - frameInsetMm; at++)
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
  const style: TextStyle = { size: mm(2.4), weight: 'medium' }
  const { widthMm, heightMm } = printer.labelMm
  const heat = [
    printer.darkness === null ? null : `đậm ${printer.darkness}`,
    printer.speed === null ? null : `nhanh ${printer.speed}`,
  ].filter(word => word !== null)
  const above = [`CĂN CHỈNH ${widthMm} × ${heightMm} mm`, ...heat].join(' · ')
  const lines = [above, `Khung cách mép ${frameInsetMm} mm`, page.printedAt]
  const step = Math.round(style.size * 1.4)
  const below = mm(heightMm / 2 + 2)
  for (const [index, line] of lines.entries()) {
    const room = sheet.width - mm(2 * frameInsetMm + 6)
    const text = fitWords(sheet, line, style, room)
    const x = Math.floor((sheet.width - sheet.fonts.measure(text, style)) / 2)
    // One line above the cross, the others below it, as far as the label reaches.
    const y = index === 0 ? mm(heightMm / 2 - 2) - step : below + (index - 1) * step
    if (y >= mm(frameInsetMm + 3) && y + step <= mm(heightMm - frameInsetMm)) sheet.text(text, x, y, style)
  }
}

/** A narrow label takes the words that fit; the rulers are what it is for. */
function fitWords(sheet: Sheet, text: string, style: TextStyle, room: number): string {
  let words = text.split(' ')
  while (words.length > 1 && sheet.fonts.measure(words.join(' '), style) > room) words = words.slice(0, -1)
  return words.join(' ')
}
