import type { HandbookSticker } from '../../../src/domain/document/handbook-sticker'
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

/** Draws the sticker of a handbook: a QR code of the person code at the right, who it is at the left, the digits below. */
export function layOutSticker(
  sticker: HandbookSticker,
  printer: Pick<PrinterSettings, 'dpi' | 'labelMm'>,
  fonts: Fonts,
): Bits {
  assertRoom(printer, { widthMm: 40, heightMm: 25 })
  const { width, height, perMm } = labelDots(printer)
  const mm = (length: number) => Math.round(length * perMm)
  const sheet = startSheet(width, fonts)
  const mark = markOf(sticker)
  writeMark(sheet, mark, mm(2.25))
  const top = mark === null ? mm(1) : mm(3.4)
  const digits: TextStyle = { size: mm(2.75), weight: 'semibold' }
  const digitsTop = height - mm(0.8) - Math.round(digits.size * 1.3)
  const dot = Math.round(moduleMm * perMm)
  const side = (qrModules(sticker.code).size + 2 * qrQuiet) * dot
  const left = width - side
  sheet.qr(
    sticker.code,
    left + qrQuiet * dot,
    top + Math.max(qrQuiet * dot, Math.floor((digitsTop - top - side) / 2) + qrQuiet * dot),
    dot,
  )
  writeWho(sheet, sticker, { top, bottom: digitsTop, right: left, marginMm: 2, mm })
  writeLine(sheet, codeOnPaper(sticker.code), digitsTop, digits)
  return sheet.finish(height)
}

const nameSizesMm = [3.7, 3.4, 3.1, 2.8, 2.5, 2.25] as const

function writeWho(sheet: Sheet, sticker: HandbookSticker, room: Room): void {
  const sizes = [2.4, 2.2, 2].map(sizeMm => ({ size: room.mm(sizeMm), lines: 1 }))
  const [first = { size: room.mm(2), lines: 1 }, ...rest] = sizes
  const facts = [
    `${sticker.birthDate} · ${sticker.sex}`,
    ...(sticker.relative === null ? [] : [sticker.relative]),
    sticker.pointName,
  ]
  const below = facts.map(line => fitBeside(sheet, line, [first, ...rest], room))
  const name = { text: sticker.name, sizesMm: nameSizesMm, mostLines: 4, sinks: true }
  writeBeside(sheet, name, below, room)
}
