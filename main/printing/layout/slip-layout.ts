import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { AppointmentSlip } from '../../../src/domain/document/appointment-slip'
import type { Marks, ReprintMark } from '../../../src/domain/document/marks'
import type { PrinterSettings } from '../../../src/domain/document/printer'
import { layOver } from '../../../src/domain/document/template'
import { templateShapes } from '../../../src/domain/document/template-shapes'
import { codeOnPaper, dayOnPaper, practiceMark } from '../../../src/domain/document/words'
import type { Bits } from '../bits'
import type { Fonts, TextStyle } from '../fonts'
import { type Flow, startFlow } from './flow'
import { centredCode128, fitText, type Sheet, startSheet } from './raster'

/** Letter sizes in dots of a roll; nothing below 18 dots (2.25 mm), which tired eyes cannot read. */
export type Scale = {
  readonly margin: number
  readonly small: TextStyle
  readonly body: TextStyle
  readonly strong: TextStyle
  readonly heading: TextStyle
  readonly title: TextStyle
  readonly nameSizes: readonly [number, ...number[]]
  readonly date: TextStyle
  readonly barHeight: number
}

export const scales: Readonly<Record<PrinterSettings['widthDots'], Scale>> = {
  576: {
    margin: 16,
    small: { size: 20, weight: 'medium' },
    body: { size: 24, weight: 'medium' },
    strong: { size: 24, weight: 'semibold' },
    heading: { size: 24, weight: 'bold' },
    title: { size: 32, weight: 'bold' },
    nameSizes: [38, 34, 30],
    date: { size: 38, weight: 'bold' },
    barHeight: 88,
  },
  384: {
    margin: 6,
    small: { size: 18, weight: 'medium' },
    body: { size: 20, weight: 'medium' },
    strong: { size: 20, weight: 'semibold' },
    heading: { size: 20, weight: 'bold' },
    title: { size: 27, weight: 'bold' },
    nameSizes: [31, 28, 25],
    date: { size: 28, weight: 'bold' },
    barHeight: 72,
  },
}

/** Draws the appointment slip for a roll of 576 (80 mm) or 384 dots (58 mm). */
export function layOutSlip(slip: AppointmentSlip, width: PrinterSettings['widthDots'], fonts: Fonts): Bits {
  const scale = scales[width]
  const { texts } = layOver(templateShapes['appointment-slip'], slip.template)
  const sheet = startSheet(width, fonts)
  const flow = startFlow(sheet, scale.margin, 8)
  writeMarks(flow, slip, scale)
  writeHead(flow, slip, texts.title.vi, scale)
  writePerson(flow, slip.name, `Sinh ngày ${slip.birthDate}  ·  ${slip.sex}`, scale)
  writeGiven(flow, slip, texts.given.vi, scale)
  writeNext(flow, slip, texts.next.vi, scale)
  writeAdvice(flow, slip, scale)
  writeCode(flow, sheet, { ...slip, note: texts.note.vi }, scale)
  return sheet.finish(flow.y() + 8)
}

/** The line a reprint carries: `BẢN IN LẠI 2 · 12/01/2026`. */
export function reprintLine(reprint: ReprintMark): string {
  return `BẢN IN LẠI ${reprint.number} · ${dayOnPaper(vietnamDayOf(reprint.at))}`
}

/** What a slip of practice or a reprint bears at its head. */
export function writeMarks(flow: Flow, slip: Marks, scale: Scale): void {
  if (slip.practice) {
    flow.band(practiceMark.vi, scale.heading, 4)
    flow.gap(10)
  }
  if (slip.reprint) flow.paragraph(reprintLine(slip.reprint), scale.strong, { align: 'centre' })
}

type HeadOfSlip = {
  readonly pointName: string
  readonly pointAddress?: string | null
  readonly pointPhone: string | null
  readonly ticket: number | null
}

/** The point, the title, and the number somebody waits with. */
export function writeHead(flow: Flow, slip: HeadOfSlip, title: string, scale: Scale): void {
  flow.paragraph(slip.pointName, scale.strong, { align: 'centre', leading: 1.4 })
  if (slip.pointAddress) flow.paragraph(slip.pointAddress, scale.small, { align: 'centre', leading: 1.4 })
  if (slip.pointPhone !== null) {
    flow.paragraph(`Điện thoại: ${slip.pointPhone}`, scale.small, { align: 'centre', leading: 1.4 })
  }
  flow.gap(8)
  flow.rule(3)
  flow.gap(6)
  if (slip.ticket === null) flow.paragraph(title, scale.title, { align: 'centre', leading: 1.4 })
  else flow.ends(title, `Số ${slip.ticket}`, scale.title)
}

/** The name as large as it fits, and a line below it. */
export function writePerson(flow: Flow, person: string, below: string, scale: Scale): void {
  const [large, ...smaller] = scale.nameSizes
  const name = fitText(person, flow.space, [attempt(large), ...smaller.map(attempt)], 'bold', flow.fonts)
  for (const line of name.lines) flow.paragraph(line, name.style, { leading: 1.35 })
  flow.paragraph(below, scale.body)
  flow.gap(6)
}

const attempt = (size: number) => ({ size, lines: 3 })

function writeGiven(flow: Flow, slip: AppointmentSlip, heading: string, scale: Scale): void {
  if (slip.given.length === 0) return
  writeHeading(flow, heading, scale)
  for (const dose of slip.given) flow.ends(dose.vaccine, dose.detail, scale.strong, scale.small)
  flow.gap(8)
}

function writeNext(flow: Flow, slip: AppointmentSlip, heading: string, scale: Scale): void {
  if (!slip.next) return
  const { day, slot, reasons } = slip.next
  flow.gap(4)
  flow.framed(4, 12, inner => {
    inner.paragraph(heading, scale.small, { align: 'centre', leading: 1.4 })
    inner.paragraph(day, scale.date, { align: 'centre', leading: 1.4 })
    if (slot !== '') inner.paragraph(slot, scale.strong, { align: 'centre', leading: 1.4 })
    if (reasons.length > 0) inner.gap(6)
    for (const reason of reasons) inner.bullet(reason, scale.body)
  })
  flow.gap(12)
}

function writeAdvice(flow: Flow, slip: AppointmentSlip, scale: Scale): void {
  writeHeading(flow, slip.homeMonitoring.title, scale)
  for (const line of slip.homeMonitoring.lines) flow.bullet(line, scale.body)
  flow.gap(10)
  flow.band(slip.returnAtOnce.title, scale.heading, 3)
  flow.gap(6)
  for (const line of slip.returnAtOnce.lines) flow.bullet(line, scale.strong)
  flow.gap(8)
}

/** The person code to scan, its digits, what to do with the slip, and when it was printed. */
export function writeCode(
  flow: Flow,
  sheet: Sheet,
  slip: { readonly code: string; readonly printedAt: string; readonly note: string | null },
  scale: Scale,
): void {
  flow.rule(2)
  flow.gap(12)
  centredCode128(sheet, slip.code, flow.y(), 3, scale.barHeight)
  flow.gap(scale.barHeight + 4)
  flow.paragraph(codeOnPaper(slip.code), scale.strong, { align: 'centre', leading: 1.4 })
  if (slip.note !== null) flow.paragraph(slip.note, scale.small, { align: 'centre', leading: 1.4 })
  flow.paragraph(`In lúc ${slip.printedAt}`, scale.small, { align: 'centre', leading: 1.4 })
}

function writeHeading(flow: Flow, text: string, scale: Scale): void {
  flow.paragraph(text, scale.heading, { leading: 1.4 })
  flow.rule(2)
  flow.gap(6)
}
