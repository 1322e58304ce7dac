import type { FeeReceipt } from '../../../src/domain/document/fee-receipt'
import type { PrinterSettings } from '../../../src/domain/document/printer'
import { layOver } from '../../../src/domain/document/template'
import { templateShapes } from '../../../src/domain/document/template-shapes'
import type { Bits } from '../bits'
import type { Fonts } from '../fonts'
import { type Flow, startFlow } from './flow'
import { startSheet } from './raster'
import { type Scale, scales, writeCode, writeHead, writeMarks, writePerson } from './slip-layout'

type Texts = (typeof templateShapes)['fee-receipt']['texts']

/** An amount nobody entered: room to write it. */
const openAmount = '................ đ'

/** Draws the receipt of paid doses for a roll of 576 (80 mm) or 384 dots (58 mm). */
export function layOutReceipt(receipt: FeeReceipt, width: PrinterSettings['widthDots'], fonts: Fonts): Bits {
  const scale = scales[width]
  const { texts } = layOver(templateShapes['fee-receipt'], receipt.template)
  const sheet = startSheet(width, fonts)
  const flow = startFlow(sheet, scale.margin, 8)
  writeMarks(flow, receipt, scale)
  writeHead(flow, receipt, texts.title.vi, scale)
  writePerson(flow, receipt.name, `Sinh ngày ${receipt.birthDate}`, scale)
  flow.rule(2)
  flow.gap(6)
  for (const line of receipt.lines) {
    flow.ends(line.vaccine, line.amount === null ? openAmount : `${line.amount} đ`, scale.strong)
    if (line.detail !== '') flow.paragraph(line.detail, scale.small, { leading: 1.4 })
  }
  if (receipt.lines.length === 0) flow.paragraph(texts.none.vi, scale.body)
  flow.gap(4)
  flow.rule(2)
  flow.gap(6)
  writeTotal(flow, receipt, texts, scale)
  writeCode(flow, sheet, { ...receipt, note: texts.note.vi }, scale)
  return sheet.finish(flow.y() + 8)
}

function writeTotal(flow: Flow, { total, cashier }: FeeReceipt, texts: Texts, scale: Scale): void {
  flow.ends(texts.total.vi, total === null ? openAmount : `${total.amount} đ`, scale.title)
  if (total !== null) flow.paragraph(`${texts.inWords.vi}: ${total.words}`, scale.body)
  flow.gap(8)
  flow.paragraph(cashier === null ? texts.cashier.vi : `${texts.cashier.vi}: ${cashier}`, scale.body)
  flow.gap(cashier === null ? 60 : 20)
}
