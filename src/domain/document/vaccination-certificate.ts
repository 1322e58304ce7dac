import { type CalendarDay, vietnamDayOf } from '../calendar/calendar-day'
import type { DocumentDose, DocumentPerson, DocumentPoint, Issue } from './facts'
import type { Marks } from './marks'
import { identityOf, pointOf, type RecordDose, rowsOf, type VaccinationRecord } from './vaccination-record'
import { cleanText, momentOnPaper } from './words'

/**
 * Giấy xác nhận tiêm chủng: what a school, another country or another point asks for. No official template of it was
 * found (clinical reference §6), so the paper names no circular; its columns are those of the usual card. Decision 0023.
 */
export type VaccinationCertificate = Marks & {
  readonly kind: 'vaccination-certificate'
  readonly point: DocumentPoint
  readonly person: VaccinationRecord['person']
  readonly doses: readonly RecordDose[]
  /** Whether a row was copied from a card, so that the note under the table is needed. */
  readonly hasHistorical: boolean
  /** Null: the paper says that it bears no digital signature. */
  readonly signature: PaperSignature | null
  readonly issuedOn: CalendarDay
  readonly printedAt: string
}

/** A digital signature as a paper shows it. */
export type PaperSignature = {
  /** Texts of QR codes, each a whole card by itself; several when one could not hold all doses. */
  readonly cards: readonly string[]
  readonly pointName: string
  /** Who certified the point's key. */
  readonly authorityName: string
}

/** Makes a certificate with the oldest dose first. Throws DocumentRefusal without a name or with a code that cannot be printed. */
export function buildVaccinationCertificate(facts: {
  readonly person: DocumentPerson
  readonly doses: readonly DocumentDose[]
  readonly signature: PaperSignature | null
  readonly issue: Issue
}): VaccinationCertificate {
  const { person, doses, signature, issue } = facts
  return {
    kind: 'vaccination-certificate',
    practice: issue.practice,
    reprint: null,
    point: pointOf(issue),
    person: identityOf(person),
    doses: rowsOf(doses),
    hasHistorical: doses.some(dose => dose.historical),
    signature: signature && {
      ...signature,
      pointName: cleanText(signature.pointName),
      authorityName: cleanText(signature.authorityName),
    },
    issuedOn: vietnamDayOf(issue.now),
    printedAt: momentOnPaper(issue.now),
  }
}
