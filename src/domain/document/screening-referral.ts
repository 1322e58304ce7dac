import type { DocumentPoint } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import { type HeadLine, headOf, holdOnPaper, pointOnPaper, reasonOf } from './screening-checklist'
import type { ScreeningFacts } from './screening-facts'
import { cleanText, dayOnPaper, momentOnPaper } from './words'

/**
 * Phiếu chuyển khám sàng lọc tại bệnh viện: who is sent, why, and room for the answer. No official template was found, so
 * the paper claims none.
 */
export type ScreeningReferral = Marks & {
  readonly kind: 'screening-referral'
  readonly point: DocumentPoint
  readonly person: { readonly name: string; readonly birthDate: string; readonly code: string }
  readonly head: readonly HeadLine[]
  /** What was found; empty where the signer gave no item. */
  readonly reasons: string | null
  readonly perVaccine: readonly { readonly what: string; readonly why: string }[]
  /** Vaccines that wait for the answer. */
  readonly vaccines: readonly string[]
  readonly next: string | null
  readonly legalBasis: string
  readonly signedBy: string
  readonly signedAt: string
  readonly printedAt: string
}

/** Makes the paper. Throws DocumentRefusal without a name or with a code no barcode may carry. */
export function buildScreeningReferral(facts: ScreeningFacts): ScreeningReferral {
  const { person, screening, form, issue } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  return {
    kind: 'screening-referral',
    practice: issue.practice,
    reprint: null,
    point: pointOnPaper(facts),
    person: { name, birthDate: dayOnPaper(person.birthDate), code: person.code },
    head: headOf(facts),
    reasons: reasonOf(facts),
    perVaccine: facts.holds.map(holdOnPaper),
    vaccines: facts.vaccines.map(cleanText),
    next: facts.nextOn && dayOnPaper(facts.nextOn),
    legalBasis: form.legalBasis,
    signedBy: cleanText(screening.signedByName),
    signedAt: momentOnPaper(screening.signedAt),
    printedAt: momentOnPaper(issue.now),
  }
}
