import type { Bits } from '../../main/printing/bits'
import type { DotDocument } from '../../main/printing/document-renderer'
import type { DocumentKind } from '../../src/contract/print-calls'
import { roleOf } from '../../src/domain/document/document'
import { formatsOf, labelSizeOf } from '../../src/domain/document/formats'
import { languages, newPrinter, type PrinterSettings } from '../../src/domain/document/printer'
import { decodeEscpos } from './escpos-decoder'
import { decodeEpl, decodeZpl } from './label-decoders'
import { decodeTspl } from './tspl-decoder'

/** Every printer a document of a roll or a label may come out of: both widths, or each language at both resolutions. */
export function dotPrintersOf(kind: DocumentKind, document: DotDocument): readonly PrinterSettings[] {
  const printer = newPrinter('matrix', 'matrix', roleOf(document))
  if (printer.role === 'slip') return ([576, 384] as const).map(widthDots => ({ ...printer, widthDots }))
  return languages
    .filter(language => formatsOf(kind).includes(language))
    .flatMap(language => ([203, 300] as const).map(dpi => ({ language, dpi })))
    .map(head => ({ ...printer, ...head, labelMm: { ...labelSizeOf(kind), gapMm: 2 } }))
}

/** The dots a strict printer understood of these bytes; throws on anything it does not expect. */
export function readBack(bytes: Buffer, printer: PrinterSettings, width: number): Bits {
  switch (printer.language) {
    case 'escpos':
      return decodeEscpos(bytes).bits
    case 'tspl':
      return decodeTspl(bytes, width).bits
    case 'zpl':
      return decodeZpl(bytes).bits
    case 'epl':
      return decodeEpl(bytes).bits
    default:
      throw new Error(`no reader for ${printer.language}`)
  }
}
