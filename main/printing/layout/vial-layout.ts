import type { PrinterSettings } from '../../../src/domain/document/printer'
import type { VialLabel } from '../../../src/domain/document/vial-label'
import type { Bits } from '../bits'
import type { Fonts, TextStyle } from '../fonts'
import { assertRoom, labelDots, markOf, writeMark } from './label-layout'
import { fitText, type Sheet, startSheet } from './raster'

/** One line of the label: a caption in small letters, its value in large ones. */
type VialLine = { readonly text: string; readonly sizeMm: number; readonly weight: TextStyle['weight'] }

/**
 * Draws the label of a vial or syringe at least 30 × 20 mm: the vaccine as large as it fits, then lot and expiry, the person,
 * and when to throw it away, white on black so that it is seen first.
 */
export function layOutVialLabel(
  label: VialLabel,
  printer: Pick<PrinterSettings, 'dpi' | 'labelMm'>,
  fonts: Fonts,
): Bits {
  assertRoom(printer, { widthMm: 30, heightMm: 20 })
  const { width, height, perMm } = labelDots(printer)
  const mm = (length: number) => Math.round(length * perMm)
  const margin = mm(1.2)
  const sheet = startSheet(width, fonts)
  const mark = markOf(label)
  writeMark(sheet, mark, mm(1.9))
  let y = mark === null ? mm(0.6) : mm(2.8)
  const band = label.discardAt === null ? 0 : mm(4)
  const lines = linesOf(label)
  const room = height - y - band - mm(0.4) - lines.reduce((sum, line) => sum + step(mm(line.sizeMm)), 0)
  y = writeVaccine(sheet, label.vaccine, { y, room, margin, mm })
  for (const line of lines) {
    const fitted = fitText(
      line.text,
      width - 2 * margin,
      attempts(mm(line.sizeMm), mm(2)),
      line.weight,
      fonts,
    )
    sheet.text(fitted.lines[0] ?? '', margin, y, fitted.style)
    y += step(mm(line.sizeMm))
  }
  if (label.discardAt !== null) writeDiscard(sheet, label.discardAt, height - band, band, mm(2.9))
  return sheet.finish(height)
}

const step = (size: number) => Math.round(size * 1.32)

/** One line at ever smaller sizes down to the smallest that can be read. */
function attempts(size: number, least: number) {
  const smaller = Array.from({ length: Math.max(0, size - least) }, (_, index) => size - index - 1)
  return [{ size, lines: 1 }, ...smaller.map(it => ({ size: it, lines: 1 }))] as const
}

function linesOf({ lot, expires, openedAt, forName }: VialLabel): readonly VialLine[] {
  const lines: readonly (VialLine | null)[] = [
    forName === null ? null : { text: forName, sizeMm: 2.4, weight: 'semibold' },
    { text: `Lô ${lot}`, sizeMm: 2.4, weight: 'semibold' },
    { text: `HD ${expires}`, sizeMm: 2.25, weight: 'medium' },
    openedAt === null ? null : { text: `Mở ${openedAt}`, sizeMm: 2.25, weight: 'medium' },
  ]
  return lines.filter(line => line !== null)
}

function writeVaccine(
  sheet: Sheet,
  vaccine: string,
  place: {
    readonly y: number
    readonly room: number
    readonly margin: number
    readonly mm: (length: number) => number
  },
): number {
  const { y, room, margin, mm } = place
  const sizes = [3.6, 3.3, 3, 2.7, 2.4, 2.2].map(mm)
  const attempt = (size: number) => ({ size, lines: Math.max(1, Math.min(2, Math.floor(room / step(size)))) })
  const [first = mm(2.2), ...rest] = sizes
  const fitted = fitText(
    vaccine,
    sheet.width - 2 * margin,
    [attempt(first), ...rest.map(attempt)],
    'bold',
    sheet.fonts,
  )
  for (const [index, line] of fitted.lines.entries())
    sheet.text(line, margin, y + index * step(fitted.style.size), fitted.style)
  const used = fitted.lines.length * step(fitted.style.size)
  return y + used + Math.max(0, Math.floor((room - used) / 3))
}

function writeDiscard(sheet: Sheet, at: string, y: number, band: number, size: number): void {
  const style: TextStyle = { size, weight: 'bold' }
  const text = `BỎ ${at}`
  if (sheet.fonts.measure(text, style) > sheet.width - 8) {
    writeDiscard(sheet, at, y, band, size - 1)
    return
  }
  sheet.text(text, Math.floor((sheet.width - sheet.fonts.measure(text, style)) / 2), y, style)
  sheet.invert(0, y, sheet.width, band)
}
