import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import {
  type BirthDoseWait,
  birthDoseWait,
  isBirthDose,
  isOfAge,
} from '../../../src/domain/immunization/birth-dose-hours'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ChartSources } from './chart'
import { dueInShort } from './due-labels'

/** What the clock of a newborn's birth dose needs; null for anybody else, and once it was given or is held back. */
export function waitsForBirthDose(
  sources: ChartSources,
  person: Stored<Person>,
  on: CalendarDay,
): BirthDoseWait | null {
  const rule = sources.resources.birthDose
  if (!isOfAge(rule, person.birthDate, on)) return null
  const due = dueInShort(sources, person.id, person, on)
  return due.some(each => isBirthDose(rule, person.birthDate, each, on)) ? birthDoseWait(rule, person) : null
}
