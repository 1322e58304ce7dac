import type { CalendarDay } from '../calendar/calendar-day'
import type { DocumentPerson, Issue } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import { cleanText, dayOnPaper, momentOnPaper, weekdayOnPaper } from './words'

/** Số thứ tự: the number a family waits with, and the code the next desk scans. */
export type QueueTicket = Marks & {
  readonly kind: 'queue-ticket'
  readonly pointName: string
  readonly ticket: number
  readonly day: string
  readonly name: string
  readonly birthDate: string
  readonly code: string
  readonly printedAt: string
}

/** Makes a ticket. Throws DocumentRefusal without a name or with a code that cannot be printed. */
export function buildQueueTicket(facts: {
  readonly person: Pick<DocumentPerson, 'name' | 'birthDate' | 'code'>
  readonly ticket: number
  readonly sessionOn: CalendarDay
  readonly issue: Issue
}): QueueTicket {
  const { person, issue } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  return {
    kind: 'queue-ticket',
    practice: issue.practice,
    reprint: null,
    pointName: cleanText(issue.point.name),
    ticket: facts.ticket,
    day: weekdayOnPaper(facts.sessionOn),
    name,
    birthDate: dayOnPaper(person.birthDate),
    code: person.code,
    printedAt: momentOnPaper(issue.now),
  }
}
