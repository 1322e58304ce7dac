import type { Language, PrinterSettings } from '../../src/domain/document/printer'
import type { Bits } from './bits'
import { eplLabel } from './epl'
import { escposSlip } from './escpos'
import { type LabelPaper, shifted } from './label-job'
import { tsplLabel } from './tspl'
import { zplLabel } from './zpl'

/** What an encoder has to know of a printer. */
export type DotPrinter = LabelPaper & Pick<PrinterSettings, 'cutter'>

/**
 * The bytes of a bitmap in a printer's language: the same dots in each of them. Labels are moved by the printer's offset
 * and repeated by the printer; a roll gets the slip as often as it is wanted. Throws RangeError for copies outside 1–99.
 */
export function encodeBits(language: Language, bits: Bits, printer: DotPrinter, copies = 1): Buffer {
  switch (language) {
    case 'escpos': {
      const slip = escposSlip(bits, printer.cutter)
      return Buffer.concat(Array.from({ length: copies }, () => slip))
    }
    case 'tspl':
      return tsplLabel(shifted(bits, printer), printer, copies)
    case 'zpl':
      return zplLabel(shifted(bits, printer), printer, copies)
    case 'epl':
      return eplLabel(shifted(bits, printer), printer, copies)
  }
}
