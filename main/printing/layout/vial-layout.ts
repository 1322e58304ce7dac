import type { PrinterSettings } from '../../../src/domain/document/printer'
import { layOver } from '../../../src/domain/document/template'
import { templateShapes } from '../../../src/domain/document/template-shapes'
import type { VialLabel } from '../../../src/domain/document/vial-label'
import type { Bits } from '../bits'
import type { Fonts, TextStyle } from '../fonts'
import { PrintError } from '../print-error'
import { assertRoom, labelDots, markOf, writeMark } from './label-layout'
import { type FittedText, fitText, lineHeight, type Sheet, startSheet } from './raster'

/** A label of 30 × 20 mm has no room for more; the marks of two lines still stay apart. */
const leading = 1.28
const bandMm = 3.6
const leastMm = 2

type Texts = (typeof templateShapes)['vial-label']['texts']
type Millimetres = (length: number) => number
type Part = {
  readonly text: string
  readonly sizesMm: readonly number[]
  readonly lines: number
  readonly weight: TextStyle['weight']
}

/**
 * Draws the label of a vial or syringe at least 30 × 20 mm: the vaccine as large as it fits, then the person, lot and expiry,
 * and when to throw it away, white on black so that it is seen first.
 */
export function layOutVialLabel(
  label: VialLabel,
  printer: Pick<PrinterSettings, 'dpi' | 'labelMm'>,
  fonts: Fonts,
): Bits {
  assertRoom(printer, { widthMm: 30, heightMm: 20 })
  const { width, height, perMm } = labelDots(printer)
  const mm: Millimetres = length => Math.round(length * perMm)
  const margin = mm(1.2)
  const sheet = startSheet(width, fonts)
  const { texts } = layOver(templateShapes['vial-label'], label.template)
  const mark = markOf(label)
  writeMark(sheet, mark, mm(1.85))
  const top = mark === null ? mm(0.4) : mm(2.6)
  const bottom = height - (label.discardAt === null ? 0 : mm(bandMm))
  const room = bottom - top - step(mm(leastMm))
  const below = fittedParts(partsOf(label, texts), { width: width - 2 * margin, room, mm, fonts })
  const taken = sumOf(below)
  const vaccine = fitVaccine(sheet, label.vaccine, { room: bottom - top - taken, margin, mm })
  const free = Math.max(0, bottom - top - taken - heightOf(vaccine))
  let y = write(sheet, vaccine, margin, top + Math.floor(free / 3)) + Math.floor(free / 4)
  for (const part of below) y = write(sheet, part, margin, y)
  if (label.discardAt !== null)
    writeDiscard(sheet, `${texts.discard.vi} ${label.discardAt}`, bottom, height - bottom, mm(2.5))
  return sheet.finish(height)
}

type Place = {
  readonly width: number
  readonly room: number
  readonly mm: Millimetres
  readonly fonts: Fonts
}

/** The lines below the vaccine, as large as all of them fit above the band; none may run under it. */
function fittedParts(parts: readonly Part[], { width, room, mm, fonts }: Place): readonly FittedText[] {
  for (const most of [2.4, 2.25, 2.1, leastMm]) {
    const sized = parts.map(part => ({ ...part, sizesMm: part.sizesMm.filter(sizeMm => sizeMm <= most) }))
    const below = sized.map(part => fitted(part, width, mm, fonts))
    if (sumOf(below) <= room) return below
  }
  throw new PrintError('print.text-too-wide', parts.map(({ text }) => text).join(', '))
}

const step = (size: number) => Math.round(size * leading)
const sumOf = (parts: readonly FittedText[]) => parts.reduce((sum, part) => sum + heightOf(part), 0)
const heightOf = ({ lines, style }: FittedText) => lines.length * step(style.size)

/** A syringe says whose it is instead of when its vial was opened. */
function partsOf({ lot, expires, openedAt, forName }: VialLabel, texts: Texts): readonly Part[] {
  const line = (text: string, sizeMm: number, weight: TextStyle['weight']): Part => ({
    text,
    sizesMm: [sizeMm, 2.1, leastMm],
    lines: 1,
    weight,
  })
  return [
    ...(forName === null
      ? []
      : [{ text: forName, sizesMm: [2.4, 2.2, leastMm], lines: 2, weight: 'semibold' } as const]),
    // A lot that is cut is another lot.
    { ...line(`${texts.lot.vi} ${lot}`, 2.25, 'semibold'), lines: 2 },
    line(`${texts.expires.vi} ${expires}`, 2.25, 'medium'),
    ...(openedAt === null || forName !== null
      ? []
      : [line(`${texts.opened.vi} ${openedAt}`, 2.25, 'medium')]),
  ]
}

/** A text in as few lines as it takes, at the largest size that shows all of it. */
function fitted(part: Part, width: number, mm: Millimetres, fonts: Fonts): FittedText {
  const attempts = Array.from({ length: part.lines }, (_, lines) =>
    part.sizesMm.map(sizeMm => ({ size: mm(sizeMm), lines: lines + 1 })),
  ).flat()
  const [first = { size: mm(leastMm), lines: 1 }, ...rest] = attempts
  return fitText(part.text, width, [first, ...rest], part.weight, fonts)
}

function fitVaccine(
  sheet: Sheet,
  vaccine: string,
  { room, margin, mm }: { readonly room: number; readonly margin: number; readonly mm: Millimetres },
): FittedText {
  const attempt = (sizeMm: number) => {
    const size = mm(sizeMm)
    return { size, lines: Math.max(1, Math.min(2, Math.floor(room / step(size)))) }
  }
  const fitting = [3.6, 3.3, 3, 2.7, 2.4].filter(sizeMm => step(mm(sizeMm)) <= room).map(attempt)
  const [first = attempt(2.2), ...rest] = fitting
  return fitText(
    vaccine,
    sheet.width - 2 * margin,
    [first, ...rest, attempt(2.2), attempt(leastMm)],
    'bold',
    sheet.fonts,
  )
}

/** Writes the lines from `y` down, and returns where the next ones begin. */
function write(sheet: Sheet, { lines, style }: FittedText, x: number, y: number): number {
  for (const [index, line] of lines.entries()) sheet.text(line, x, y + index * step(style.size), style)
  return y + lines.length * step(style.size)
}

function writeDiscard(sheet: Sheet, text: string, y: number, band: number, size: number): void {
  const style: TextStyle = { size, weight: 'bold' }
  if (sheet.fonts.measure(text, style) > sheet.width - 8) {
    writeDiscard(sheet, text, y, band, size - 1)
    return
  }
  // The mark of "Ỏ" stays inside the band: white on white it would be gone.
  const above = Math.max(0, Math.floor((band - Math.ceil(size * lineHeight)) / 2))
  sheet.text(text, Math.floor((sheet.width - sheet.fonts.measure(text, style)) / 2), y + above, style)
  sheet.invert(0, y, sheet.width, band)
}
