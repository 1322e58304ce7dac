import type { PrinterSettings } from '../../../src/domain/document/printer'
import type { QueueTicket } from '../../../src/domain/document/queue-ticket'
import { layOver } from '../../../src/domain/document/template'
import { templateShapes } from '../../../src/domain/document/template-shapes'
import type { Bits } from '../bits'
import type { Fonts, TextStyle } from '../fonts'
import { startFlow } from './flow'
import { startSheet } from './raster'
import { scales, writeCode, writeMarks, writePerson } from './slip-layout'

/** The number is read from a seat in the waiting room. */
const numberSize: Readonly<Record<PrinterSettings['widthDots'], number>> = { 576: 150, 384: 110 }

/** Draws the ticket for a roll of 576 (80 mm) or 384 dots (58 mm). */
export function layOutTicket(ticket: QueueTicket, width: PrinterSettings['widthDots'], fonts: Fonts): Bits {
  const scale = scales[width]
  const { texts } = layOver(templateShapes['queue-ticket'], ticket.template)
  const sheet = startSheet(width, fonts)
  const flow = startFlow(sheet, scale.margin, 8)
  const number: TextStyle = { size: numberSize[width], weight: 'bold' }
  writeMarks(flow, ticket, scale)
  flow.paragraph(ticket.pointName, scale.strong, { align: 'centre', leading: 1.4 })
  flow.paragraph(ticket.day, scale.small, { align: 'centre', leading: 1.4 })
  flow.gap(6)
  flow.rule(3)
  flow.gap(6)
  flow.paragraph(texts.title.vi, scale.heading, { align: 'centre', leading: 1.2 })
  flow.paragraph(String(ticket.ticket), number, { align: 'centre', leading: 1.25 })
  writePerson(flow, ticket.name, `Sinh ngày ${ticket.birthDate}`, scale)
  writeCode(flow, sheet, { ...ticket, note: texts.note.vi }, scale)
  return sheet.finish(flow.y() + 8)
}
