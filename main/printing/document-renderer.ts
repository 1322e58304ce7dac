import type { AppointmentSlip } from '../../src/domain/document/appointment-slip'
import type { CertificateLabel } from '../../src/domain/document/certificate-label'
import { roleOf } from '../../src/domain/document/document'
import type { FeeReceipt } from '../../src/domain/document/fee-receipt'
import type { HandbookSticker } from '../../src/domain/document/handbook-sticker'
import type { HandbookVisitLabel } from '../../src/domain/document/handbook-visit'
import type { PersonLabel } from '../../src/domain/document/person-label'
import { languagesOf, type PrinterSettings } from '../../src/domain/document/printer'
import type { QueueTicket } from '../../src/domain/document/queue-ticket'
import type { TestPage } from '../../src/domain/document/test-page'
import type { VialLabel } from '../../src/domain/document/vial-label'
import type { Bits } from './bits'
import { encodeBits } from './encode'
import { escposTestSlip } from './escpos'
import { loadFonts } from './fonts'
import { layOutCalibration } from './layout/calibration-layout'
import { layOutCertificateLabel } from './layout/certificate-label-layout'
import { layOutLabel } from './layout/label-layout'
import { layOutReceipt } from './layout/receipt-layout'
import { layOutSlip } from './layout/slip-layout'
import { layOutSticker } from './layout/sticker-layout'
import { layOutTestLabel, layOutTestSlip } from './layout/test-layout'
import { layOutTicket } from './layout/ticket-layout'
import { layOutVialLabel } from './layout/vial-layout'
import { layOutVisitLabel } from './layout/visit-label-layout'
import { previewPng } from './preview-png'
import { PrintError } from './print-error'

/** Papers of a roll. */
export type SlipDocument = AppointmentSlip | FeeReceipt | QueueTicket
/** Papers of a label printer. */
export type LabelDocument = PersonLabel | HandbookSticker | CertificateLabel | VialLabel | HandbookVisitLabel
/** Papers that are drawn in dots. */
export type DotDocument = SlipDocument | LabelDocument | TestPage

/** Turns documents into dots and bytes. All of it throws PrintError 'print.missing-glyph' or 'print.text-too-wide'. */
export type DocumentRenderer = {
  readonly drawDots: (document: DotDocument, printer: PrinterSettings) => Bits
  /** Bytes in the language of the printer; PrintError 'print.wrong-printer' when the paper does not belong on it. */
  readonly renderBytes: (document: DotDocument, printer: PrinterSettings, copies: number) => Buffer
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
      case 'fee-receipt':
        return layOutReceipt(document, printer.widthDots, fonts)
      case 'queue-ticket':
        return layOutTicket(document, printer.widthDots, fonts)
      case 'person-label':
        return layOutLabel(document, printer, fonts)
      case 'handbook-sticker':
        return layOutSticker(document, printer, fonts)
      case 'certificate-label':
        return layOutCertificateLabel(document, printer, fonts)
      case 'vial-label':
        return layOutVialLabel(document, printer, fonts)
      case 'handbook-visit-label':
        return layOutVisitLabel(document, printer, fonts)
      case 'test-page':
        if (document.role === 'page') throw new PrintError('print.wrong-printer', document.role)
        if (document.role === 'slip') return layOutTestSlip(document, printer, fonts)
        return document.purpose === 'calibration'
          ? layOutCalibration(document, printer, fonts)
          : layOutTestLabel(document, printer, fonts)
    }
  }

  return {
    drawDots,
    renderBytes(document, printer, copies) {
      const { language } = printer
      if (language === 'page' || !languagesOf[roleOf(document)].includes(language))
        throw new PrintError('print.wrong-printer', language)
      const bits = drawDots(document, printer)
      if (language === 'escpos' && document.kind === 'test-page') return escposTestSlip(bits, printer.cutter)
      return encodeBits(language, bits, printer, copies)
    },
    renderPreviewPng: (document, printer) => previewPng(drawDots(document, printer)),
  }
}
