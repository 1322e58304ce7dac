import type { PrinterSettings } from '../../../src/domain/document/printer'
import type { TestPage } from '../../../src/domain/document/test-page'
import { codeOnPaper, practiceMark } from '../../../src/domain/document/words'
import type { Bits } from '../bits'
import type { Fonts, TextStyle } from '../fonts'
import { startFlow } from './flow'
import { labelDots } from './label-layout'
import { centredCode128, type Sheet, startSheet } from './raster'
import { qrQuiet } from './symbols'

/** Draws the test slip: all letters, both symbols, and stripes that show a dead dot of the head. */
export function layOutTestSlip(page: TestPage, printer: PrinterSettings, fonts: Fonts): Bits {
  const width = printer.widthDots
  const body: TextStyle = { size: width === 576 ? 24 : 20, weight: 'medium' }
  const title: TextStyle = { size: width === 576 ? 34 : 28, weight: 'bold' }
  const sheet = startSheet(width, fonts)
  const flow = startFlow(sheet, 8, 8)
  if (page.practice) flow.band(practiceMark.vi, { ...body, weight: 'bold' }, 4)
  flow.paragraph('IN THỬ', title, { align: 'centre' })
  flow.paragraph(page.printerName, { ...body, weight: 'semibold' }, { align: 'centre' })
  flow.paragraph(page.pointName, body, { align: 'centre' })
  flow.gap(6)
  drawWidth(sheet, flow.y(), width)
  flow.gap(34)
  const rollMm = width === 576 ? 80 : 58
  flow.paragraph(`Hai vạch ở hai mép phải thấy đủ: giấy ${rollMm} mm, ${width} điểm.`, body)
  flow.gap(6)
  for (const row of page.alphabet) flow.paragraph(row, body)
  flow.gap(8)
  centredCode128(sheet, page.code, flow.y(), 3, 80)
  flow.gap(84)
  flow.paragraph(codeOnPaper(page.code), body, { align: 'centre' })
  const dot = 5
  flow.gap(qrQuiet * dot)
  sheet.qr(page.code, Math.floor((width - 21 * dot) / 2), flow.y(), dot)
  flow.gap((21 + qrQuiet) * dot)
  drawHeadTest(sheet, 0, flow.y(), width)
  flow.gap(40)
  flow.paragraph(page.printedAt, body, { align: 'centre' })
  flow.paragraph(
    printer.cutter ? 'Dao cắt: giấy phải đứt ở cuối tờ.' : 'Không có dao: xé giấy ở mép máy.',
    body,
  )
  flow.paragraph('Bảng mã của máy (chỉ để biết, phần mềm không dùng):', body)
  return sheet.finish(flow.y() + 8)
}

/** Draws the test label: a frame at the edge, letters, the symbol and the stripes. */
export function layOutTestLabel(page: TestPage, printer: PrinterSettings, fonts: Fonts): Bits {
  const { width, height, perMm } = labelDots(printer)
  const mm = (length: number) => Math.round(length * perMm)
  const sheet = startSheet(width, fonts)
  sheet.frame(0, 0, width, height, 2)
  const flow = startFlow(sheet, mm(2), mm(1))
  // A syringe label is as wide as a word: letters and bars shrink with it.
  const share = Math.min(1, printer.labelMm.widthMm / 45, printer.labelMm.heightMm / 28)
  const small: TextStyle = { size: mm(2.4 * share), weight: 'medium' }
  const barMm = 10 * share
  const title: TextStyle = { size: mm(3.2 * share), weight: 'bold' }
  flow.paragraph('IN THỬ · Ễ Ậ Ẵ Ợ ữ ị đ', title, { align: 'centre', leading: 1.4 })
  flow.paragraph(page.printedAt, small, { align: 'centre', leading: 1.3 })
  flow.gap(mm(0.75 * share))
  centredCode128(sheet, page.code, flow.y(), Math.round(0.25 * perMm), mm(barMm))
  flow.gap(mm(barMm))
  flow.paragraph(codeOnPaper(page.code), small, { align: 'centre', leading: 1.3 })
  drawHeadTest(sheet, mm(2), height - mm(3.5), width - mm(4))
  return sheet.finish(height)
}

/** A ruler from the first dot of the head to the last, in steps of ten millimetres: what is cut off is seen at once. */
function drawWidth(sheet: Sheet, top: number, width: number): void {
  sheet.fill(0, top + 12, width, 2)
  sheet.fill(0, top, 3, 28)
  sheet.fill(width - 3, top, 3, 28)
  for (let at = 80; at < width - 20; at += 80) sheet.fill(at, top + 6, 1, 14)
}

/** Diagonal steps of eight dots: every dot of the head prints in one of eight rows, so a dead one leaves a gap. */
function drawHeadTest(sheet: Sheet, left: number, top: number, width: number): void {
  for (let column = 0; column < width; column++) sheet.fill(left + column, top + (column % 8) * 2, 1, 2)
  sheet.fill(left, top + 18, width, 2)
}
