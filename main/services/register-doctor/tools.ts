import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import { growthScores } from '../../../src/domain/child/growth-scores'
import { growthSexOf } from '../../../src/domain/child/growth-tables'
import type { CheckTools, LotFacts } from '../../../src/domain/register-doctor/examined'
import type { ReadStore } from '../../db'
import type { Resources } from '../../resources/load'

/** What the checks are made with on a day; lots are asked once each. */
export function checkTools(
  { store, resources }: { readonly store: Pick<ReadStore, 'examination'>; readonly resources: Resources },
  today: CalendarDay,
): CheckTools {
  const lots = new Map<string, LotFacts | null>()
  const { vaccines, doctorLimits: limits, growth } = resources
  return {
    today,
    vaccines,
    limits,
    lotOf(lotId) {
      const known = lots.get(lotId)
      if (known !== undefined) return known
      const facts = store.examination.lotFacts(lotId)
      lots.set(lotId, facts)
      return facts
    },
    weightScore({ sex, birthDate }, on, weightKg) {
      const age = { unit: 'days', value: daysBetween(birthDate, on) } as const
      const alone = { lengthCm: null, position: null, hasOedema: false, headCm: null, armCm: null }
      return growthScores(growth, { sex: growthSexOf(sex), age, weightKg, ...alone })['weight-for-age']
    },
  }
}
