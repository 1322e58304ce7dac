import { type CalendarDay, vietnamDayOf } from '../calendar/calendar-day'
import { writtenDate } from '../immunization/dose-date'
import type { DocumentDose, DocumentPerson, DocumentPoint, Issue } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import {
  type Caption,
  cleanOrNull,
  cleanText,
  dayOnPaper,
  momentOnPaper,
  relationWord,
  sexWord,
} from './words'

/** The personal vaccination record (giấy xác nhận tiêm chủng cá nhân): who, and every dose with its lot. */
export type VaccinationRecord = Marks & {
  readonly kind: 'vaccination-record'
  readonly point: DocumentPoint
  readonly person: {
    readonly name: string
    readonly birthDate: string
    readonly sex: Caption
    readonly code: string
    readonly nationalId: string | null
    readonly address: string | null
    readonly relative: { readonly relation: Caption; readonly name: string; readonly detail: string } | null
  }
  readonly doses: readonly RecordDose[]
  /** Whether a row was copied from a card, so that the note under the table is needed. */
  readonly hasHistorical: boolean
  readonly remarks: readonly string[]
  readonly next: { readonly day: string; readonly reasons: readonly string[] } | null
  /** Day of issue in words of the paper, and the moment of printing. */
  readonly issuedOn: CalendarDay
  readonly printedAt: string
}

/** One row of the table, in the order given. An empty text is an empty cell. */
export type RecordDose = {
  readonly order: number
  readonly vaccine: string
  readonly tradeName: string | null
  readonly diseases: string | null
  readonly diseasesEn: string | null
  readonly number: string
  readonly givenOn: string
  readonly lot: string
  readonly expires: string
  readonly place: string
  readonly givenBy: string
  readonly reaction: string
  readonly nextOn: string
  readonly historical: boolean
}

/** Makes a record with the oldest dose first. Throws DocumentRefusal without a name or with a code that cannot be printed. */
export function buildVaccinationRecord(facts: {
  readonly person: DocumentPerson
  readonly doses: readonly DocumentDose[]
  readonly remarks: readonly string[]
  readonly next: { readonly on: CalendarDay; readonly reasons: readonly string[] } | null
  readonly issue: Issue
}): VaccinationRecord {
  const { issue, next } = facts
  return {
    kind: 'vaccination-record',
    practice: issue.practice,
    reprint: null,
    point: pointOf(issue),
    person: identityOf(facts.person),
    doses: rowsOf(facts.doses),
    hasHistorical: facts.doses.some(dose => dose.historical),
    remarks: facts.remarks.map(cleanText).filter(remark => remark !== ''),
    next: next && { day: dayOnPaper(next.on), reasons: next.reasons.map(cleanText) },
    issuedOn: vietnamDayOf(issue.now),
    printedAt: momentOnPaper(issue.now),
  }
}

/** The point that issues a paper, in words that print. */
export function pointOf({ point }: Pick<Issue, 'point'>): DocumentPoint {
  return {
    name: cleanText(point.name),
    address: cleanOrNull(point.address),
    phone: cleanOrNull(point.phone),
  }
}

/** Who a record or a certificate is about. Throws DocumentRefusal without a name or with a code that cannot be printed. */
export function identityOf(person: DocumentPerson): VaccinationRecord['person'] {
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  return {
    name,
    birthDate: dayOnPaper(person.birthDate),
    sex: sexWord(person.sex),
    code: person.code,
    nationalId: cleanOrNull(person.nationalId),
    address: cleanOrNull(person.address),
    relative: person.relative && relativeOf(person.relative),
  }
}

function relativeOf(relative: NonNullable<DocumentPerson['relative']>) {
  const detail = [
    relative.birthYear === null ? null : String(relative.birthYear),
    cleanOrNull(relative.phone),
  ]
  return {
    relation: relationWord(relative.relation),
    name: cleanText(relative.name),
    detail: detail.filter(part => part !== null).join(' · '),
  }
}

/** The rows of a table of doses, the oldest first. */
export function rowsOf(doses: readonly DocumentDose[]): readonly RecordDose[] {
  return doses.toSorted((a, b) => (a.givenOn < b.givenOn ? -1 : a.givenOn > b.givenOn ? 1 : 0)).map(toRow)
}

function toRow(dose: DocumentDose, index: number): RecordDose {
  return {
    order: index + 1,
    vaccine: cleanText(dose.vaccine),
    tradeName: cleanOrNull(dose.tradeName),
    diseases: cleanOrNull(dose.diseases),
    diseasesEn: cleanOrNull(dose.diseasesEn),
    number: dose.number === null ? '' : String(dose.number),
    givenOn: writtenDate(dose),
    lot: cleanOrNull(dose.lotNumber) ?? '',
    expires: dose.lotExpiresOn === null ? '' : dayOnPaper(dose.lotExpiresOn),
    place: cleanOrNull(dose.placeName) ?? '',
    givenBy: cleanOrNull(dose.givenByName) ?? '',
    reaction: cleanOrNull(dose.reaction) ?? '',
    nextOn: dose.nextOn === null ? '' : dayOnPaper(dose.nextOn),
    historical: dose.historical,
  }
}
