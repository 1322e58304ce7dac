import type { Instant } from '../calendar/calendar-day'

/** Which printing this is: null for the original, otherwise the number and moment of the reprint. */
export type ReprintMark = { readonly number: number; readonly at: Instant }

/** Parts every paper has. */
export type Marks = { readonly practice: boolean; readonly reprint: ReprintMark | null }

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
