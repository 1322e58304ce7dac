import type { HandbookVisitLabel } from '../../../src/domain/document/handbook-visit'
import type { PrinterSettings } from '../../../src/domain/document/printer'
import { codeOnPaper } from '../../../src/domain/document/words'
import type { Bits } from '../bits'
import type { Fonts, TextStyle } from '../fonts'
import { fitBeside, type Room, writeBeside } from './beside-code'
import { assertRoom, labelDots, markOf, writeLine, writeMark } from './label-layout'
import { type Sheet, startSheet } from './raster'
import { qrModules, qrQuiet } from './symbols'

/** A module is half a millimetre: four dots at 203 dpi. */
const moduleMm = 0.5

/** Draws the sticker of a visit: what was measured at the left, the code of the person at the right, its digits below. */
export function layOutVisitLabel(
  label: HandbookVisitLabel,
  printer: Pick<PrinterSettings, 'dpi' | 'labelMm'>,
  fonts: Fonts,
): Bits {
  assertRoom(printer, { widthMm: 40, heightMm: 25 })
  const { width, height, perMm } = labelDots(printer)
  const mm = (length: number) => Math.round(length * perMm)
  const sheet = startSheet(width, fonts)
  const mark = markOf(label)
  writeMark(sheet, mark, mm(2.25))
  const top = mark === null ? mm(0.8) : mm(3.3)
  const digits: TextStyle = { size: mm(2.4), weight: 'semibold' }
  const digitsTop = height - mm(0.6) - Math.round(digits.size * 1.3)
  const dot = Math.round(moduleMm * perMm)
  const side = (qrModules(label.code).size + 2 * qrQuiet) * dot
  const left = width - side
  const free = Math.max(0, digitsTop - top - side)
  sheet.qr(label.code, left + qrQuiet * dot, top + Math.floor(free / 2) + qrQuiet * dot, dot)
  writeVisit(sheet, label, { top, bottom: digitsTop, right: left, marginMm: 1.5, mm })
  writeLine(sheet, codeOnPaper(label.code), digitsTop, digits)
  return sheet.finish(height)
}

function writeVisit(sheet: Sheet, label: HandbookVisitLabel, room: Room): void {
  const sizes = [2.3, 2.1, 1.95].map(sizeMm => ({ size: room.mm(sizeMm), lines: 1 }))
  const [first = { size: room.mm(2), lines: 1 }, ...rest] = sizes
  const when = label.about === null ? label.day : `${label.day} · ${label.about}`
  const next = label.next === null ? [] : [`Hẹn ${label.next}`]
  const lines = [when, ...label.facts, ...next, label.place]
  const isBold = (text: string) => text === next[0]
  const below = lines.map(text =>
    fitBeside(sheet, text, [first, ...rest], room, isBold(text) ? 'bold' : 'medium'),
  )
  const name = { text: label.name, sizesMm: [2.8, 2.5, 2.25] as const, mostLines: 2, sinks: true }
  writeBeside(sheet, name, below, room)
}
