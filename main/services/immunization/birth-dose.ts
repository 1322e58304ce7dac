import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import {
  type BirthDoseWait,
  birthDoseWait,
  isBirthDose,
} from '../../../src/domain/immunization/birth-dose-hours'
import type { Person } from '../../../src/domain/person/person'
import type { ChartSources } from './chart'
import type { DueWord } from './due-labels'

/** What the clock of a newborn's birth dose needs; null for anybody else, and once it was given or is held back. */
export function waitsForBirthDose(
  { resources: { birthDose: rule } }: Pick<ChartSources, 'resources'>,
  person: Person,
  on: CalendarDay,
  due: readonly DueWord[],
): BirthDoseWait | null {
  return due.some(each => isBirthDose(rule, person.birthDate, each, on)) ? birthDoseWait(rule, person) : null
}
