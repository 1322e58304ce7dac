import { formFor } from '../../../src/domain/certificate/fitting-form'
import type { CertificateLabel } from '../../../src/domain/document/certificate-label'
import type { PrinterSettings } from '../../../src/domain/document/printer'
import { dayOnPaper } from '../../../src/domain/document/words'
import type { Bits } from '../bits'
import type { Fonts, TextStyle } from '../fonts'
import { PrintError } from '../print-error'
import { assertRoom, labelDots, markOf, writeMark } from './label-layout'
import { type Attempt, fitText, type Sheet, startSheet } from './raster'
import { qrModules, qrQuiet } from './symbols'

/** So much of a label's width stays for the words. */
const wordsMm = 17

/** Draws the label of a certificate: the signed code at the right, who it is about at the left. */
export function layOutCertificateLabel(
  label: CertificateLabel,
  printer: Pick<PrinterSettings, 'dpi' | 'labelMm'>,
  fonts: Fonts,
): Bits {
  assertRoom(printer, { widthMm: 40, heightMm: 25 })
  const { width, height, perMm } = labelDots(printer)
  const mm = (length: number) => Math.round(length * perMm)
  const sheet = startSheet(width, fonts)
  const mark = markOf(label)
  writeMark(sheet, mark, mm(2.25))
  const top = mark === null ? 0 : mm(3.2)
  const code = codeFor(label, printer, (height - top) / perMm)
  const side = (qrModules(code.text, 'L').size + 2 * qrQuiet) * code.dots
  const left = width - side - mm(1)
  const above = top + Math.floor((height - top - side) / 2)
  sheet.qr(code.text, left + qrQuiet * code.dots, above + qrQuiet * code.dots, code.dots, 'L')
  writeWho(sheet, label, { top: top + mm(1.2), bottom: height - mm(1), right: left, mm })
  return sheet.finish(height)
}

/** The standard's card where it fits beside the words, else the compact form. Throws PrintError when neither does. */
function codeFor(
  { cards, compact }: CertificateLabel,
  { dpi, labelMm }: Pick<PrinterSettings, 'dpi' | 'labelMm'>,
  heightMm: number,
) {
  // Dots of a 300 dpi head are 11.8 a millimetre: what is cut off must not be counted on.
  const place = { widthMm: labelMm.widthMm - wordsMm, heightMm: heightMm - (dpi === 300 ? 0.4 : 0), dpi }
  const fitting = formFor({ shc: cards, compact }, place, text => qrModules(text, 'L').size)
  if (!fitting) throw new PrintError('print.label-too-small', '50 × 30 mm')
  return fitting
}

type Room = {
  readonly top: number
  readonly bottom: number
  readonly right: number
  readonly mm: (length: number) => number
}

/** The name takes what the other lines leave. */
function writeWho(sheet: Sheet, label: CertificateLabel, { top, bottom, right, mm }: Room): void {
  const margin = mm(1.5)
  const width = right - margin
  const small: TextStyle = { size: mm(2), weight: 'medium' }
  const step = (size: number) => Math.round(size * 1.3)
  const facts = [`Sinh ${label.birthDate}`, `${label.doseCount} mũi`, `Cấp ${dayOnPaper(label.issuedOn)}`]
  const point = fitText(
    label.pointName,
    width,
    [attemptOf(mm(2), 3), attemptOf(mm(1.75), 4)],
    'medium',
    sheet.fonts,
  )
  const lower = [
    ...facts.map(line => ({ line, style: small })),
    ...point.lines.map(line => ({ line, style: point.style })),
  ]
  const used = lower.reduce((sum, { style }) => sum + step(style.size), mm(0.5))
  const room = bottom - top - used
  const sizes = [3.4, 3, 2.75, 2.5, 2.25, 2].map(size =>
    attemptOf(mm(size), Math.max(1, Math.floor(room / step(mm(size))))),
  )
  const [first = attemptOf(mm(2), 1), ...rest] = sizes
  const name = fitText(label.name, width, [first, ...rest], 'bold', sheet.fonts)
  let y = top
  for (const line of name.lines) {
    sheet.text(line, margin, y, name.style)
    y += step(name.style.size)
  }
  y += mm(0.5)
  for (const { line, style } of lower) {
    sheet.text(line, margin, y, style)
    y += step(style.size)
  }
}

const attemptOf = (size: number, lines: number): Attempt => ({ size, lines })
