import type { AppointmentSlip } from '../../src/domain/document/appointment-slip'
import type { PersonLabel } from '../../src/domain/document/person-label'
import type { PrinterSettings } from '../../src/domain/document/printer'
import type { TestPage } from '../../src/domain/document/test-page'
import type { Bits } from './bits'
import { escposSlip } from './escpos'
import { loadFonts } from './fonts'
import { layOutLabel } from './layout/label-layout'
import { layOutSlip } from './layout/slip-layout'
import { layOutTestLabel, layOutTestSlip } from './layout/test-layout'
import { previewPng } from './preview-png'
import { PrintError } from './print-error'
import { tsplLabel } from './tspl'

/** Papers that are drawn in dots. */
export type DotDocument = AppointmentSlip | PersonLabel | TestPage

/** Turns documents into dots and bytes. All of it throws PrintError 'print.missing-glyph' or 'print.text-too-wide'. */
export type DocumentRenderer = {
  readonly drawDots: (document: DotDocument, printer: PrinterSettings) => Bits
  /** Bytes for an ESC/POS printer. */
  readonly renderSlip: (slip: AppointmentSlip | TestPage, printer: PrinterSettings) => Buffer
  /** Bytes for a TSPL printer. */
  readonly renderLabel: (label: PersonLabel | TestPage, printer: PrinterSettings, copies: number) => Buffer
  /** The same dots as a PNG for the screen. */
  readonly renderPreviewPng: (document: DotDocument, printer: PrinterSettings) => Buffer
}

/** Loads fonts and canvas, which takes a quarter of a second: open it at the first print, not at the start. */
export function openDocumentRenderer(fontFolder: string): DocumentRenderer {
  const fonts = loadFonts(fontFolder)

  function drawDots(document: DotDocument, printer: PrinterSettings): Bits {
    switch (document.kind) {
      case 'appointment-slip':
        return layOutSlip(document, printer.widthDots, fonts)
      case 'person-label':
        return layOutLabel(document, printer, fonts)
      case 'test-page':
        if (document.role === 'page') throw new PrintError('print.wrong-printer', document.role)
        return document.role === 'slip'
          ? layOutTestSlip(document, printer.widthDots, fonts)
          : layOutTestLabel(document, printer, fonts)
    }
  }

  return {
    drawDots,
    renderSlip(slip, printer) {
      if (printer.language !== 'escpos') throw new PrintError('print.wrong-printer', printer.language)
      return escposSlip(drawDots(slip, printer))
    },
    renderLabel(label, printer, copies) {
      if (printer.language !== 'tspl') throw new PrintError('print.wrong-printer', printer.language)
      return tsplLabel(drawDots(label, printer), printer.labelMm, copies)
    },
    renderPreviewPng: (document, printer) => previewPng(drawDots(document, printer)),
  }
}
