import type { CalendarDay } from '../calendar/calendar-day'
import type { DocumentPoint, Issue } from './facts'
import { DocumentRefusal, type Marks } from './marks'
import { cleanOrNull, cleanText, dayOnPaper, momentOnPaper } from './words'

/** One person who is asked to come. */
export type InvitationFacts = {
  readonly code: string | null
  readonly name: string
  readonly birthDate: CalendarDay
  readonly mother: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly when: string
  readonly vaccines: readonly string[]
}

/** A hamlet with the health worker who tells its families. */
export type InvitationGroup<Line = InvitationFacts> = {
  readonly hamlet: string
  readonly worker: string | null
  readonly lines: readonly Line[]
}

type PaperLine = Omit<InvitationFacts, 'birthDate' | 'vaccines'> & {
  readonly birthDate: string
  readonly vaccines: string
}

/** Danh sách mời and giấy mời of one session: a list for each hamlet, then a slip for each family to cut off. */
export type SessionInvitations = Marks & {
  readonly kind: 'session-invitations'
  readonly title: string
  readonly point: DocumentPoint
  readonly day: string
  readonly groups: readonly InvitationGroup<PaperLine>[]
  /** What to take along, in words; a line each. */
  readonly bring: readonly string[]
  readonly printedAt: string
}

/** Makes the paper. Throws DocumentRefusal for somebody without a name. */
export function buildSessionInvitations(facts: {
  readonly on: CalendarDay
  readonly groups: readonly InvitationGroup[]
  readonly bring: readonly string[]
  readonly issue: Issue
}): SessionInvitations {
  const { on, groups, bring, issue } = facts
  return {
    kind: 'session-invitations',
    practice: issue.practice,
    reprint: null,
    title: `Danh sách mời tiêm ngày ${dayOnPaper(on)}`,
    point: {
      name: cleanText(issue.point.name),
      address: cleanOrNull(issue.point.address),
      phone: cleanOrNull(issue.point.phone),
    },
    day: dayOnPaper(on),
    groups: groups.map(({ hamlet, worker, lines }) => ({
      hamlet: cleanText(hamlet) === '' ? 'Chưa ghi thôn' : cleanText(hamlet),
      worker: cleanOrNull(worker),
      lines: lines.map(lineOnPaper),
    })),
    bring: bring.map(cleanText),
    printedAt: momentOnPaper(issue.now),
  }
}

function lineOnPaper(line: InvitationFacts): PaperLine {
  const name = cleanText(line.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  return {
    code: line.code,
    name,
    birthDate: dayOnPaper(line.birthDate),
    mother: cleanOrNull(line.mother),
    phone: cleanOrNull(line.phone),
    address: cleanOrNull(line.address),
    when: cleanText(line.when),
    vaccines: line.vaccines.map(cleanText).join(', '),
  }
}
