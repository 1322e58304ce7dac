import type { CalendarDay } from '../calendar/calendar-day'
import type { DocumentPoint, Issue } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import type { HeadLine } from './screening-checklist'
import { cleanOrNull, cleanText, dayOnPaper, momentOnPaper } from './words'

/** Whom a referral is about: a pregnant woman, a mother after birth, a newborn. */
export const referredPeople = ['pregnancy', 'mother', 'newborn'] as const
export type Referred = (typeof referredPeople)[number]

/**
 * Phiếu chuyển khám thai, sau sinh, sơ sinh: who is sent, how far she is, what was found, and room for the answer. No official template was
 * found, so the paper claims none.
 */
export type MaternalReferral = Marks & {
  readonly kind: 'maternal-referral'
  readonly about: Referred
  readonly point: DocumentPoint
  readonly person: { readonly name: string; readonly birthDate: string; readonly code: string }
  /** Where she is sent; null: written by hand. */
  readonly to: string | null
  readonly head: readonly HeadLine[]
  readonly signs: readonly string[]
  readonly risks: readonly string[]
  /** What the visit measured, in the order of the handbook. */
  readonly measures: readonly string[]
  readonly finding: string | null
  /** What was given and said before she left. */
  readonly done: string | null
  readonly visitedOn: string | null
  readonly signedBy: string | null
  readonly printedAt: string
}

/** What the paper is made of; words are Vietnamese already. */
export type MaternalReferralFacts = {
  readonly about: Referred
  readonly person: { readonly name: string; readonly birthDate: CalendarDay; readonly code: string }
  readonly to: string | null
  readonly head: readonly HeadLine[]
  readonly signs: readonly string[]
  readonly risks: readonly string[]
  readonly measures: readonly string[]
  readonly finding: string | null
  readonly done: string | null
  readonly visitedOn: CalendarDay | null
  readonly signedBy: string | null
  readonly issue: Issue
}

/** Makes the paper. Throws DocumentRefusal without a name or with a code no barcode may carry. */
export function buildMaternalReferral(facts: MaternalReferralFacts): MaternalReferral {
  const { person, issue } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  const { point } = issue
  return {
    kind: 'maternal-referral',
    about: facts.about,
    practice: issue.practice,
    reprint: null,
    point: {
      name: cleanText(point.name),
      address: cleanOrNull(point.address),
      phone: cleanOrNull(point.phone),
    },
    person: { name, birthDate: dayOnPaper(person.birthDate), code: person.code },
    to: cleanOrNull(facts.to),
    head: facts.head.map(line => ({ ...line, value: cleanText(line.value) })),
    signs: facts.signs.map(cleanText),
    risks: facts.risks.map(cleanText),
    measures: facts.measures.map(cleanText),
    finding: cleanOrNull(facts.finding),
    done: cleanOrNull(facts.done),
    visitedOn: facts.visitedOn && dayOnPaper(facts.visitedOn),
    signedBy: cleanOrNull(facts.signedBy),
    printedAt: momentOnPaper(issue.now),
  }
}
