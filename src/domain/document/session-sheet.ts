import type { CalendarDay } from '../calendar/calendar-day'
import type { SessionClosing, SessionFigures } from '../session/session-closing'
import type { SessionChange } from '../session/session-day'
import type { DocumentPoint, Issue } from './facts'
import type { Marks } from './marks'
import { cleanOrNull, cleanText, dayOnPaper, momentOnPaper, weekdayOnPaper } from './words'

/** The sheet of a closed session (biên bản kết thúc buổi tiêm): the numbers, vials, who did not come, and the signature. */
export type SessionSheet = Marks & {
  readonly kind: 'session-close'
  readonly title: string
  readonly point: DocumentPoint
  readonly day: string
  readonly figures: readonly { readonly name: string; readonly value: number }[]
  readonly lots: readonly {
    readonly vaccine: string
    readonly lot: string
    readonly vials: number
    readonly opened: number
    readonly given: number
    readonly wasted: number
    readonly left: number
    readonly difference: number
    readonly because: string | null
  }[]
  readonly noShows: readonly { readonly name: string; readonly birthDate: string; readonly why: string }[]
  readonly held: readonly { readonly name: string; readonly why: string }[]
  readonly reactions: readonly { readonly name: string; readonly what: string }[]
  /** Stops and openings of the day, in words. */
  readonly history: readonly string[]
  readonly note: string | null
  readonly signedBy: { readonly name: string; readonly role: string; readonly at: string }
  readonly printedAt: string
}

const figureWords: Readonly<Record<keyof SessionFigures, string>> = {
  expected: 'Có hẹn',
  arrived: 'Đã đến',
  vaccinated: 'Đã tiêm',
  doses: 'Số mũi tiêm',
  deferred: 'Tạm hoãn',
  contraindicated: 'Chống chỉ định',
  referred: 'Chuyển bệnh viện',
  left: 'Bỏ về',
  noShows: 'Có hẹn không đến',
  commonReactions: 'Phản ứng thông thường',
  severeReactions: 'Phản ứng nặng',
}

const stateWords = { open: 'Mở lại', stopped: 'Tạm dừng', closed: 'Kết thúc' }

export type SheetLists = Pick<SessionSheet, 'held' | 'reactions'> & {
  readonly noShows: readonly {
    readonly name: string
    readonly birthDate: CalendarDay
    readonly why: string
  }[]
}

/** Makes the sheet of what was signed. Numbers and vials are those of the signature, not of a later day. */
export function buildSessionSheet(facts: {
  readonly signed: SessionChange & { readonly closing: SessionClosing }
  readonly changes: readonly SessionChange[]
  readonly roleName: string
  readonly vaccineName: (code: string) => string
  readonly lists: SheetLists
  readonly issue: Issue
}): SessionSheet {
  const { signed, changes, vaccineName, lists, issue } = facts
  const { closing } = signed
  const names = Object.keys(figureWords) as (keyof SessionFigures)[]
  return {
    kind: 'session-close',
    practice: issue.practice,
    reprint: null,
    title: `Biên bản buổi tiêm ${dayOnPaper(signed.on)}`,
    point: {
      name: cleanText(issue.point.name),
      address: cleanOrNull(issue.point.address),
      phone: cleanOrNull(issue.point.phone),
    },
    day: weekdayOnPaper(signed.on),
    figures: names.map(name => ({ name: figureWords[name], value: closing.figures[name] })),
    lots: closing.lots.map(({ lotId: _id, vaccineCode, lotNumber, differsBecause, ...numbers }) => ({
      vaccine: cleanText(vaccineName(vaccineCode)),
      lot: cleanText(lotNumber),
      ...numbers,
      because: cleanOrNull(differsBecause),
    })),
    noShows: lists.noShows.map(({ name, birthDate, why }) => ({
      name: cleanText(name),
      birthDate: dayOnPaper(birthDate),
      why: cleanText(why),
    })),
    held: lists.held.map(({ name, why }) => ({ name: cleanText(name), why: cleanText(why) })),
    reactions: lists.reactions.map(({ name, what }) => ({ name: cleanText(name), what: cleanText(what) })),
    history: changes.map(historyLine),
    note: cleanOrNull(closing.note),
    signedBy: { name: cleanText(signed.byName), role: facts.roleName, at: momentOnPaper(signed.at) },
    printedAt: momentOnPaper(issue.now),
  }
}

function historyLine({ state, at, byName, reason }: SessionChange): string {
  const why = reason === null ? '' : `: ${cleanText(reason)}`
  return `${stateWords[state]} lúc ${momentOnPaper(at)}, ${cleanText(byName)}${why}`
}
