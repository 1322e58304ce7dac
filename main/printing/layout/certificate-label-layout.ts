import { formFor } from '../../../src/domain/certificate/fitting-form'
import type { CertificateLabel } from '../../../src/domain/document/certificate-label'
import type { PrinterSettings } from '../../../src/domain/document/printer'
import { dayOnPaper } from '../../../src/domain/document/words'
import type { Bits } from '../bits'
import type { Fonts } from '../fonts'
import { PrintError } from '../print-error'
import { fitBeside, type Room, writeBeside } from './beside-code'
import { assertRoom, labelDots, markOf, writeMark } from './label-layout'
import { type Sheet, startSheet } from './raster'
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
  writeWho(sheet, label, { top: top + mm(1.2), bottom: height - mm(1), right: left, marginMm: 1.5, mm })
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

const nameSizesMm = [3.4, 3, 2.75, 2.5, 2.25, 2] as const

function writeWho(sheet: Sheet, label: CertificateLabel, room: Room): void {
  const { mm } = room
  const facts = [`Sinh ${label.birthDate}`, `${label.doseCount} mũi`, `Cấp ${dayOnPaper(label.issuedOn)}`]
  const line = { size: mm(2), lines: 1 }
  const smaller = { size: mm(1.75), lines: 4 }
  const below = [
    ...facts.map(fact => fitBeside(sheet, fact, [line], room)),
    fitBeside(sheet, label.pointName, [{ ...line, lines: 3 }, smaller], room),
  ]
  writeBeside(sheet, { text: label.name, sizesMm: nameSizesMm, mostLines: 9, sinks: false }, below, room)
}
