import type { CalendarDay } from '../calendar/calendar-day'
import type { DocumentPerson, DocumentPoint, Issue } from './facts'
import type { HandbookSection } from './handbook-line'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import { cleanOrNull, cleanText, dayOnPaper, momentOnPaper, sexWord, weekdayOnPaper } from './words'

/** Which row of the handbook was filled. */
export type HandbookVisitKind = 'antenatal' | 'postpartum' | 'newborn' | 'child'

/** One visit of the handbook, whichever it was. */
export type HandbookVisitFacts = {
  readonly of: HandbookVisitKind
  readonly on: CalendarDay
  /** `thai 26 tuần 2 ngày`, `ngày thứ 4 sau sinh`, `3 tháng 2 ngày`. */
  readonly about: string | null
  /** Null: here. */
  readonly placeName: string | null
  readonly sections: readonly HandbookSection[]
  /** At most three short facts for the sticker: weight, blood pressure or scores. */
  readonly brief: readonly string[]
  readonly nextOn: CalendarDay | null
  readonly byName: string | null
}

type Facts = {
  readonly person: DocumentPerson
  readonly visit: HandbookVisitFacts
  readonly issue: Issue
}

const titles: Readonly<Record<HandbookVisitKind, string>> = {
  antenatal: 'Khám thai',
  postpartum: 'Khám mẹ sau sinh',
  newborn: 'Khám trẻ sơ sinh',
  child: 'Khám sức khỏe trẻ em',
}

/** What one visit of the handbook is called. */
export const handbookVisitTitle = (kind: HandbookVisitKind): string => titles[kind]

/** A page for the mother-and-child handbook, printed after a visit: rows with the white and the yellow box. */
export type HandbookVisitPage = Marks & {
  readonly kind: 'handbook-visit'
  readonly point: DocumentPoint
  readonly person: {
    readonly name: string
    readonly birthDate: string
    readonly sex: string
    readonly code: string
    readonly mother: string | null
  }
  readonly title: string
  readonly day: string
  readonly about: string | null
  readonly place: string | null
  readonly sections: readonly HandbookSection[]
  readonly next: string | null
  readonly by: string | null
  readonly printedAt: string
}

/** Makes the page. Throws DocumentRefusal without a name or with a code that cannot be printed. */
export function buildHandbookVisit({ person, visit, issue }: Facts): HandbookVisitPage {
  return {
    kind: 'handbook-visit',
    practice: issue.practice,
    reprint: null,
    point: {
      name: cleanText(issue.point.name),
      address: cleanOrNull(issue.point.address),
      phone: cleanOrNull(issue.point.phone),
    },
    person: {
      ...whoOf(person),
      sex: sexWord(person.sex).vi,
      mother: person.relative?.relation === 'mother' ? cleanOrNull(person.relative.name) : null,
    },
    title: titles[visit.of],
    day: weekdayOnPaper(visit.on),
    about: cleanOrNull(visit.about),
    place: cleanOrNull(visit.placeName),
    sections: visit.sections,
    next: visit.nextOn && weekdayOnPaper(visit.nextOn),
    by: cleanOrNull(visit.byName),
    printedAt: momentOnPaper(issue.now),
  }
}

/** The same visit as a sticker for the paper book: what is read at the next visit, and the code to scan. */
export type HandbookVisitLabel = Marks & {
  readonly kind: 'handbook-visit-label'
  readonly name: string
  readonly birthDate: string
  readonly code: string
  readonly title: string
  readonly day: string
  readonly about: string | null
  readonly facts: readonly string[]
  readonly next: string | null
  readonly place: string
}

/** Makes the sticker. Throws DocumentRefusal without a name or with a code that cannot be printed. */
export function buildHandbookVisitLabel({ person, visit, issue }: Facts): HandbookVisitLabel {
  return {
    kind: 'handbook-visit-label',
    practice: issue.practice,
    reprint: null,
    ...whoOf(person),
    title: titles[visit.of],
    day: dayOnPaper(visit.on),
    about: cleanOrNull(visit.about),
    facts: visit.brief.map(cleanText).filter(text => text !== ''),
    next: visit.nextOn && dayOnPaper(visit.nextOn),
    place: cleanOrNull(visit.placeName) ?? cleanText(issue.point.name),
  }
}

function whoOf({ name: written, birthDate, code }: DocumentPerson) {
  const name = cleanText(written)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(code)
  return { name, birthDate: dayOnPaper(birthDate), code }
}
