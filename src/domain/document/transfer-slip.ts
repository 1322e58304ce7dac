import type { CalendarDay } from '../calendar/calendar-day'
import { isTransferSlip } from '../exchange/digit-frame'
import type { LeftOut } from '../exchange/fit-thread'
import { writtenDate } from '../immunization/dose-date'
import type { DocumentDose, DocumentPerson, DocumentPoint, Issue } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import { cleanOrNull, cleanText, dayOnPaper, momentOnPaper, relationWord, sexWord } from './words'

/** Giấy chuyển nơi tiêm: who goes to another point, with every dose in words and once more in a code to scan. */
export type TransferPaper = Marks & {
  readonly kind: 'transfer-slip'
  readonly point: DocumentPoint
  readonly person: {
    readonly name: string
    readonly birthDate: string
    readonly sex: string
    readonly code: string
    readonly nationalId: string | null
    readonly address: string | null
    readonly relative: string | null
  }
  readonly doses: readonly {
    readonly vaccine: string
    readonly number: string
    readonly givenOn: string
    readonly lot: string
    readonly place: string
  }[]
  readonly next: { readonly day: string; readonly reasons: readonly string[] } | null
  /** The mother-and-child handbook in the codes, in words; null or absent: none. */
  readonly handbook?: string | null
  /** What the codes leave out. */
  readonly leftOut?: readonly string[]
  /** Digits only; every one is a QR code of its own. */
  readonly codes: readonly string[]
  readonly printedAt: string
}

const leftOutWords: Readonly<Record<LeftOut, string>> = {
  words: 'lời dặn, ghi chú',
  signs: 'dấu hiệu phát triển và cách nuôi dưỡng từng lần',
  'older-checks': 'các lần cân đo cũ (còn 6 lần mới nhất)',
  'older-visits': 'các lần khám thai, khám sau sinh cũ (còn 6 lần mới nhất)',
  handbook: 'toàn bộ sổ mẹ và bé',
}

/** Makes the paper. Throws DocumentRefusal without a name, or with a code that is none of a transfer slip. */
export function buildTransferPaper(facts: {
  readonly person: DocumentPerson
  readonly doses: readonly DocumentDose[]
  readonly next: { readonly on: CalendarDay; readonly reasons: readonly string[] } | null
  readonly codes: readonly string[]
  readonly handbook: string | null
  readonly leftOut: readonly LeftOut[]
  readonly issue: Issue
}): TransferPaper {
  const { person, doses, next, codes, handbook, leftOut, issue } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  if (codes.length === 0 || !codes.every(isTransferSlip)) throw new DocumentRefusal('document.bad-code')
  return {
    kind: 'transfer-slip',
    practice: issue.practice,
    reprint: null,
    point: {
      name: cleanText(issue.point.name),
      address: cleanOrNull(issue.point.address),
      phone: cleanOrNull(issue.point.phone),
    },
    person: {
      name,
      birthDate: dayOnPaper(person.birthDate),
      sex: sexWord(person.sex).vi,
      code: person.code,
      nationalId: cleanOrNull(person.nationalId),
      address: cleanOrNull(person.address),
      relative: person.relative && relativeOnPaper(person.relative),
    },
    doses: doses
      .toSorted((a, b) => (a.givenOn < b.givenOn ? -1 : a.givenOn > b.givenOn ? 1 : 0))
      .map(doseOnPaper),
    next: next && { day: dayOnPaper(next.on), reasons: next.reasons.map(cleanText) },
    codes,
    handbook: cleanOrNull(handbook),
    leftOut: leftOut.map(kind => leftOutWords[kind]),
    printedAt: momentOnPaper(issue.now),
  }
}

function relativeOnPaper(relative: NonNullable<DocumentPerson['relative']>): string {
  const parts = [relative.birthYear, cleanOrNull(relative.phone)].filter(part => part !== null)
  return [`${relationWord(relative.relation).vi} ${cleanText(relative.name)}`, ...parts].join(' · ')
}

function doseOnPaper(dose: DocumentDose): TransferPaper['doses'][number] {
  const name = [cleanText(dose.vaccine), cleanOrNull(dose.tradeName)].filter(part => part !== null)
  return {
    vaccine: [...new Set(name)].join(' – '),
    number: dose.number === null ? '' : String(dose.number),
    givenOn: writtenDate(dose),
    lot: cleanOrNull(dose.lotNumber) ?? '',
    place: cleanOrNull(dose.placeName) ?? '',
  }
}
