import type { CallError } from '../../../src/contract/errors'
import type { PregnancyView } from '../../../src/contract/pregnancy-views'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { PregnancyRules } from '../../../src/domain/maternal/pregnancy-rules'
import type { VisitDraft } from './visit-draft'

/** What every part of the visit's form works with. */
export type VisitPart = {
  readonly rules: PregnancyRules
  readonly view: PregnancyView
  readonly draft: VisitDraft
  readonly today: CalendarDay
  readonly error: CallError | null
  readonly onChange: (changes: Partial<VisitDraft>) => void
}
