import type { HandbookSticker } from '../../../src/domain/document/handbook-sticker'
import type { PrinterSettings } from '../../../src/domain/document/printer'
import { codeOnPaper } from '../../../src/domain/document/words'
import type { Bits } from '../bits'
import type { Fonts, TextStyle } from '../fonts'
import { assertRoom, labelDots, markOf, writeLine, writeMark } from './label-layout'
import { fitText, type Sheet, startSheet } from './raster'
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
  writeWho(sheet, sticker, { top, bottom: digitsTop, right: left, mm })
  writeLine(sheet, codeOnPaper(sticker.code), digitsTop, digits)
  return sheet.finish(height)
}

type Room = {
  readonly top: number
  readonly bottom: number
  readonly right: number
  readonly mm: (length: number) => number
}

/** The name takes what the other lines leave, down to letters of 2.25 mm. */
function writeWho(sheet: Sheet, sticker: HandbookSticker, { top, bottom, right, mm }: Room): void {
  const margin = mm(2)
  const width = right - margin
  const small: TextStyle = { size: mm(2.4), weight: 'medium' }
  const step = (size: number) => Math.round(size * 1.3)
  const below = [
    `${sticker.birthDate} · ${sticker.sex}`,
    ...(sticker.relative === null ? [] : [sticker.relative]),
    sticker.pointName,
  ]
  const room = bottom - top - below.length * step(small.size) - mm(0.5)
  const attempt = (sizeMm: number) => ({
    size: mm(sizeMm),
    lines: Math.max(1, Math.min(4, Math.floor(room / step(mm(sizeMm))))),
  })
  const name = fitText(
    sticker.name,
    width,
    [attempt(3.7), ...[3.4, 3.1, 2.8, 2.5, 2.25].map(attempt)],
    'bold',
    sheet.fonts,
  )
  let y = top + Math.max(0, Math.floor((room - name.lines.length * step(name.style.size)) / 3))
  for (const line of name.lines) {
    sheet.text(line, margin, y, name.style)
    y += step(name.style.size)
  }
  y += mm(0.5)
  for (const line of below) {
    const sizes = [small.size, mm(2.2), mm(2)] as const
    const [first, ...rest] = sizes.map(size => ({ size, lines: 1 }))
    const fitted = fitText(
      line,
      width,
      [first ?? { size: small.size, lines: 1 }, ...rest],
      'medium',
      sheet.fonts,
    )
    sheet.text(fitted.lines[0] ?? '', margin, y, fitted.style)
    y += step(small.size)
  }
}
