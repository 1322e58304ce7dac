import { ageOf } from '../../../src/domain/calendar/age'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'
import type { PersonTab } from '../../frame/navigation'
import { isChildTab } from '../child/child-tab'

/** Years within which a woman may be pregnant; `resources/handbook/pregnancy.json` refuses outside the same. */
const childBearing = { from: 10, to: 60 }

/** What a record shows: growth for those who grow, and a woman who may be pregnant has the tab for it. */
export function tabsOf(person: Pick<Person, 'sex' | 'birthDate'>, today: CalendarDay): readonly PersonTab[] {
  return [
    'immunization',
    'catch-up',
    ...(isChildTab(person.birthDate, today) ? ['child' as const] : []),
    ...(mayBePregnant(person, today) ? ['pregnancy' as const] : []),
    'papers',
    'family',
    'history',
  ]
}

function mayBePregnant({ sex, birthDate }: Pick<Person, 'sex' | 'birthDate'>, today: CalendarDay): boolean {
  if (sex === 'male' || today < birthDate) return false
  const { years } = ageOf(birthDate, today)
  return years >= childBearing.from && years <= childBearing.to
}
