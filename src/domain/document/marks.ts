import type { Instant } from '../calendar/calendar-day'
import type { PaperTemplate } from './template'

/** Which printing this is: null for the original, otherwise the number and moment of the reprint. */
export type ReprintMark = { readonly number: number; readonly at: Instant }

/** Parts every paper has. */
export type Marks = {
  readonly practice: boolean
  readonly reprint: ReprintMark | null
  /** The province's template as it was when the paper was made; a reprint looks like its original. */
  readonly template?: PaperTemplate | null
  /** Size and languages a page was ordered in, so that a reprint has them too. */
  readonly layout?: PageLayout
}

/** How a page was ordered. */
export type PageLayout = { readonly paper: 'A4' | 'A5'; readonly bilingual: boolean }

/** A paper that cannot be made of these facts; the code is in the catalog. */
export class DocumentRefusal extends Error {
  constructor(readonly code: 'document.no-name' | 'document.bad-code' | 'document.bad-text') {
    super(code)
    this.name = 'DocumentRefusal'
  }
}

/** Refuses a code that a printed barcode must not carry: letters, an odd count, too short or too long. */
export function assertPrintableCode(code: string): void {
  if (!/^(\d{2}){4,10}$/u.test(code)) throw new DocumentRefusal('document.bad-code')
}
