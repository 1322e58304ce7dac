import type { Marks } from '../../../src/domain/document/marks'
import type { PersonLabel } from '../../../src/domain/document/person-label'
import { dotsPerMm, type PrinterSettings } from '../../../src/domain/document/printer'
import { codeOnPaper, practiceMark } from '../../../src/domain/document/words'
import type { Bits } from '../bits'
import type { Fonts, TextStyle } from '../fonts'
import { PrintError } from '../print-error'
import { type Attempt, centredCode128, type FittedText, fitText, type Sheet, startSheet } from './raster'

/** A 203 dpi head has 8 dots a millimetre; a 300 dpi head 11.8, and dots are cut so that none lies off the label. */
export function labelDots(printer: Pick<PrinterSettings, 'dpi' | 'labelMm'>): {
  readonly width: number
  readonly height: number
  readonly perMm: number
} {
  const perMm = dotsPerMm(printer.dpi)
  return {
    width: Math.floor(printer.labelMm.widthMm * perMm),
    height: Math.floor(printer.labelMm.heightMm * perMm),
    perMm,
  }
}

/** Throws PrintError when a label is too small for what it must bear: half a bar code is none. */
export function assertRoom(
  { labelMm }: Pick<PrinterSettings, 'labelMm'>,
  needed: { readonly widthMm: number; readonly heightMm: number },
): void {
  if (labelMm.widthMm < needed.widthMm || labelMm.heightMm < needed.heightMm)
    throw new PrintError('print.label-too-small', `${needed.widthMm} × ${needed.heightMm} mm`)
}

/** Bars of a label are a quarter of a millimetre wide. */
const barMm = 0.25
const birthMm = 2.9

/** Draws the label of a person: name, birth date and sex, Code 128 at least 10 mm high, digits below. */
export function layOutLabel(
  label: PersonLabel,
  printer: Pick<PrinterSettings, 'dpi' | 'labelMm'>,
  fonts: Fonts,
): Bits {
  const { width, height, perMm } = labelDots(printer)
  assertRoom(printer, { widthMm: 40, heightMm: 25 })
  const mm = (length: number) => Math.round(length * perMm)
  const sheet = startSheet(width, fonts)
  const digits: TextStyle = { size: mm(2.75), weight: 'semibold' }
  const digitsTop = height - mm(1) - Math.round(digits.size * 1.3)
  const barHeight = mm(10)
  const barTop = digitsTop - barHeight
  const below = writeName(sheet, label, mm, barTop)
  writeLine(sheet, birthLine(label), below, { size: mm(birthMm), weight: 'medium' })
  centredCode128(sheet, label.code, barTop, Math.round(barMm * perMm), barHeight)
  writeLine(sheet, codeOnPaper(label.code), digitsTop, digits)
  writeMark(sheet, markOf(label), mm(2.25))
  return sheet.finish(height)
}

/** Writes the name in one large line or in smaller ones, and returns where the next line begins. */
function writeName(sheet: Sheet, label: PersonLabel, mm: (length: number) => number, barTop: number): number {
  const top = label.practice || label.reprint ? mm(3.2) : mm(1)
  const room = barTop - top - Math.round(mm(birthMm) * 1.4)
  const name = fitName(sheet, label.name, room, mm)
  const step = Math.round(name.style.size * 1.3)
  const free = Math.max(0, room - name.lines.length * step)
  const start = top + Math.floor(free / 3)
  for (const [index, line] of name.lines.entries()) writeLine(sheet, line, start + index * step, name.style)
  return start + name.lines.length * step + Math.floor(free / 6)
}

/** Large letters only for a name on one line: two large lines leave no room to tell the name from the date. */
function fitName(sheet: Sheet, name: string, height: number, mm: (length: number) => number): FittedText {
  const attempt = (sizeMm: number): Attempt => {
    const size = mm(sizeMm)
    return {
      size,
      lines: sizeMm > 3.7 ? 1 : Math.max(1, Math.min(3, Math.floor(height / Math.round(size * 1.3)))),
    }
  }
  const attempts: [Attempt, ...Attempt[]] = [attempt(4.75), ...[4.4, 4, 3.7, 3.4, 3.1, 2.8, 2.5].map(attempt)]
  return fitText(name, sheet.width - mm(4), attempts, 'bold', sheet.fonts)
}

function birthLine(label: PersonLabel): string {
  return `${label.birthDate}  ·  ${label.sex}`
}

/** A line in the middle of the label. */
export function writeLine(sheet: Sheet, text: string, y: number, style: TextStyle): void {
  sheet.text(text, Math.floor((sheet.width - sheet.fonts.measure(text, style)) / 2), y, style)
}

/** `THỰC HÀNH – KHÔNG CÓ GIÁ TRỊ · IN LẠI 2`; null where there is nothing to mark. */
export function markOf(label: Marks): string | null {
  const reprint = label.reprint && `IN LẠI ${label.reprint.number}`
  const marks = [label.practice ? practiceMark.vi : null, reprint].filter(part => part !== null)
  return marks.length === 0 ? null : marks.join(' · ')
}

/** White letters on a black band at the head; narrower letters where the label is narrow. */
export function writeMark(sheet: Sheet, text: string | null, size: number): void {
  if (text === null) return
  const style: TextStyle = { size, weight: 'bold' }
  // Letters at the edge are lost where the roll runs a hair askew.
  if (sheet.fonts.measure(text, style) > sheet.width - size) {
    writeMark(sheet, text, size - 1)
    return
  }
  writeLine(sheet, text, 0, style)
  sheet.invert(0, 0, sheet.width, Math.round(size * 1.38))
}
