import { type CalendarDay, type Instant, vietnamDayOf, vietnamTimeOf } from '../calendar/calendar-day'
import type { Issue } from './facts'
import type { Marks } from './marks'
import { cleanOrNull, cleanText, dayOnPaper } from './words'

/**
 * The label of an open vial or a drawn syringe, 30 × 20 mm: which vaccine, which lot, when opened, when it must be thrown
 * away. It bears no bar code: what is scanned is the maker's own code on the vial.
 */
export type VialLabel = Marks & {
  readonly kind: 'vial-label'
  readonly vaccine: string
  readonly lot: string
  readonly expires: string
  /** `08:05 22/11`; null for a syringe drawn from a vial of one dose. */
  readonly openedAt: string | null
  readonly discardAt: string | null
  /** Whose syringe it is; null for a vial. */
  readonly forName: string | null
}

/** Makes a label. */
export function buildVialLabel(facts: {
  readonly vaccine: string
  readonly lotNumber: string
  readonly lotExpiresOn: CalendarDay
  readonly openedAt: Instant | null
  readonly discardAt: Instant | null
  readonly forName: string | null
  readonly issue: Pick<Issue, 'practice'>
}): VialLabel {
  const { openedAt, discardAt } = facts
  return {
    kind: 'vial-label',
    practice: facts.issue.practice,
    reprint: null,
    vaccine: cleanText(facts.vaccine),
    lot: cleanText(facts.lotNumber),
    expires: dayOnPaper(facts.lotExpiresOn),
    openedAt: openedAt && shortMoment(openedAt),
    discardAt: discardAt && shortMoment(discardAt),
    forName: cleanOrNull(facts.forName),
  }
}

/** A vial never lives into another year's same day, and a small label has no room for the year. */
function shortMoment(at: Instant): string {
  return `${vietnamTimeOf(at)} ${dayOnPaper(vietnamDayOf(at)).slice(0, 5)}`
}
