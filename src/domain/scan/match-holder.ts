import type { CalendarDay } from '../calendar/calendar-day'
import { identifierOf } from '../person/identifiers'
import { nameKey } from '../person/name-key'
import type { Identifier, Person } from '../person/person'
import type { CardReading, ScanReading } from './scan-types'

/** In what a card and a record cannot be the same person. */
export type Contradiction = 'name' | 'birth-date' | 'sex' | 'number' | 'age'

/** Numbers of which there is one for everybody; an insurance number of a newborn may be the mother's. */
const uniqueSystems = ['national-id', 'old-national-id'] as const

/** Children under six have cards of their own group, valid until the end of the year in which they turn six. */
const lastYearOfChildCard = 7

/**
 * Everything in which a scan contradicts a record that carries its number. Empty when nothing does: what a card does not
 * say contradicts nothing. Names are compared without marks, because records are typed without them.
 */
export function contradictionsOf(
  scan: CardReading | Extract<ScanReading, { readonly kind: 'number' | 'person-code' }>,
  person: Person,
  today: CalendarDay,
): readonly Contradiction[] {
  if (scan.kind === 'person-code') return []
  const identifiers: readonly Identifier[] =
    scan.kind === 'number'
      ? scan.systems.slice(0, 1).map(system => ({ system, value: scan.value }))
      : scan.identifiers
  const contradictions: Contradiction[] = []
  if (scan.kind !== 'number') {
    if (scan.name !== null && nameKey(scan.name) !== nameKey(person.name)) contradictions.push('name')
    if (scan.birthDate !== null && scan.birthDate !== person.birthDate) contradictions.push('birth-date')
    const differInSex = scan.sex !== 'unknown' && person.sex !== 'unknown' && scan.sex !== person.sex
    if (differInSex) contradictions.push('sex')
    if (uniqueSystems.some(system => differ(scan, person, system))) contradictions.push('number')
  }
  if (isChildCard(identifiers) && yearsBetween(person.birthDate, today) > lastYearOfChildCard)
    contradictions.push('age')
  return contradictions
}

function differ(scan: CardReading, person: Person, system: (typeof uniqueSystems)[number]): boolean {
  const [theirs, ours] = [identifierOf(scan, system), identifierOf(person, system)]
  return theirs !== null && ours !== null && theirs !== ours
}

function isChildCard(identifiers: readonly Identifier[]): boolean {
  return identifiers.some(({ system, value }) => system === 'health-insurance' && value.startsWith('TE'))
}

function yearsBetween(from: CalendarDay, to: CalendarDay): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4))
}
