import { type CalendarDay, vietnamDayOf } from '../calendar/calendar-day'
import type { DocumentPerson, Issue } from './facts'
import { DocumentRefusal, type Marks } from './marks'
import { cleanText, dayOnPaper } from './words'

/**
 * A label that proves the doses of somebody: for a handbook or a school's card. Which code it bears is settled where it is
 * drawn, by what fits the label: a card of the standard, else the compact form.
 */
export type CertificateLabel = Marks & {
  readonly kind: 'certificate-label'
  readonly name: string
  readonly birthDate: string
  readonly pointName: string
  readonly issuedOn: CalendarDay
  readonly doseCount: number
  /** Texts of the standard's codes; several when one cannot hold all doses. */
  readonly cards: readonly string[]
  /** Digits of the compact form, which always holds all. */
  readonly compact: string
}

/** Makes a label of a signature. Throws DocumentRefusal without a name. */
export function buildCertificateLabel(facts: {
  readonly person: Pick<DocumentPerson, 'name' | 'birthDate'>
  readonly signature: {
    readonly cards: readonly string[]
    readonly compact: string
    readonly pointName: string
  }
  readonly doseCount: number
  readonly issue: Issue
}): CertificateLabel {
  const { person, signature, doseCount, issue } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  return {
    kind: 'certificate-label',
    practice: issue.practice,
    reprint: null,
    name,
    birthDate: dayOnPaper(person.birthDate),
    pointName: cleanText(signature.pointName),
    issuedOn: vietnamDayOf(issue.now),
    doseCount,
    cards: signature.cards,
    compact: signature.compact,
  }
}
