import type { CalendarDay, Instant } from '../calendar/calendar-day'
import type { DocumentPoint, Issue } from './facts'
import type { Marks } from './marks'
import { cleanOrNull, cleanText, dayOnPaper, momentOnPaper } from './words'

/** Whom to call and what came of it: a recall, those beside a severe case, or the calls of the following day. */
export type ContactListPaper = Marks & {
  readonly kind: 'contact-list'
  readonly point: DocumentPoint
  readonly title: string
  readonly lines: readonly string[]
  readonly rows: readonly ContactRow[]
  /** So many more there are than a paper has room for. */
  readonly more: number
  readonly printedAt: string
}

export type ContactRow = {
  readonly number: number
  readonly name: string
  readonly birthDate: string
  readonly code: string
  readonly phone: string
  readonly address: string
  readonly dose: string
  readonly state: string
}

/** One line of the list as it is known. */
export type ContactFacts = {
  readonly name: string
  readonly birthDate: CalendarDay
  readonly code: string | null
  readonly contactName: string | null
  readonly phone: string | null
  readonly address: string
  readonly doses: readonly string[]
  readonly givenOn: CalendarDay
  readonly givenTime: string | null
  readonly state: string | null
}

/** Makes the paper; what is not known stays empty, to be written by hand. */
export function buildContactList(facts: {
  readonly title: string
  readonly lines: readonly string[]
  readonly people: readonly ContactFacts[]
  readonly total: number
  readonly issue: Issue
}): ContactListPaper {
  const { issue, people, total } = facts
  return {
    kind: 'contact-list',
    practice: issue.practice,
    reprint: null,
    point: {
      name: cleanText(issue.point.name),
      address: cleanOrNull(issue.point.address),
      phone: cleanOrNull(issue.point.phone),
    },
    title: cleanText(facts.title),
    lines: facts.lines.map(cleanText),
    rows: people.map(rowOf),
    more: Math.max(0, total - people.length),
    printedAt: momentOnPaper(issue.now as Instant),
  }
}

function rowOf(person: ContactFacts, index: number): ContactRow {
  const when = [dayOnPaper(person.givenOn), person.givenTime].filter(Boolean).join(' ')
  return {
    number: index + 1,
    name: cleanText(person.name),
    birthDate: dayOnPaper(person.birthDate),
    code: person.code ?? '',
    phone: [person.phone, person.contactName].filter(Boolean).join(' · '),
    address: cleanText(person.address),
    dose: `${person.doses.map(cleanText).join(', ')} · ${when}`,
    state: person.state ?? '',
  }
}
