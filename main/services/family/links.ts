import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { lastPossibleDay } from '../../../src/domain/immunization/dose-date'
import { type FamilyLink, holdsOn, motherIn } from '../../../src/domain/person/family'
import type { Person } from '../../../src/domain/person/person'
import type { GivenCell } from '../../../src/domain/schedule/chart-types'
import { type Protection, protectedAtBirth } from '../../../src/domain/schedule/protected-at-birth'
import type { ReadStore } from '../../db'
import type { Stored } from '../../db/record-store'
import { type ChartSources, chartOf } from '../immunization/chart'
import { currentSchedule } from '../schedule/current-book'
import type { ServiceContext } from '../service'

type Reading = { readonly store: Pick<ReadStore, 'records'> }

/** Links from and to somebody, what was taken back left out. */
export function linksOf({ store }: Reading, personId: string): readonly Stored<FamilyLink>[] {
  const up = store.records.list('family-link', { person_id: personId }, 'id')
  const down = store.records.list('family-link', { relative_id: personId }, 'id')
  return [...up, ...down]
}

/** Links of somebody and of everybody these lead to: what a household is read from. */
export function linksAround(ports: Reading, personId: string): readonly Stored<FamilyLink>[] {
  const own = linksOf(ports, personId)
  const others = new Set(own.flatMap(link => [link.personId, link.relativeId]))
  others.delete(personId)
  const all = [...own, ...[...others].flatMap(otherId => linksOf(ports, otherId))]
  return [...new Map(all.map(link => [link.id, link])).values()]
}

/** The registered mother of somebody; null while nobody is linked. */
export function motherOf(ports: Reading, personId: string, on: CalendarDay): string | null {
  return motherIn(ports.store.records.list('family-link', { person_id: personId }, 'id'), personId, on)
}

/** Links that hold on a day. */
export function holdingLinks(links: readonly Stored<FamilyLink>[], on: CalendarDay) {
  return links.filter(link => holdsOn(link, on))
}

/** The antigen whose doses to the mother protect her newborn: the rules are about nothing else. */
export const protectingAntigen = 'Tetanus'

/**
 * What the mother's doses say of a child's birth; null without a linked mother, or with one about whose doses nothing
 * is known. Doses that the schedule found not valid do not count; of a month or a year the last day is taken.
 */
export function protectionOf(
  context: Pick<ServiceContext, 'store' | 'resources' | 'today'>,
  personId: string,
  child: Person,
): { readonly protection: Protection; readonly mother: Stored<Person> } | null {
  const { store, today } = context
  const motherId = motherOf(context, personId, today)
  const mother = motherId === null ? null : store.records.find('person', motherId)
  if (!mother || mother.voided) return null
  const days = tetanusDosesOf(context, mother)
  if (days.length === 0) return null
  const rules = currentSchedule(context, today).protectedAtBirth
  return { protection: protectedAtBirth(rules, days, child.birthDate), mother }
}

/** The days of somebody's tetanus doses that count, sorted; of a month or a year the last day is taken. */
export function tetanusDosesOf(
  context: ChartSources & { readonly today: CalendarDay },
  mother: Stored<Person>,
): readonly CalendarDay[] {
  const { store, resources, today } = context
  const cells = chartOf(context, mother.id, mother, today).rows.flatMap(row => row.cells)
  const refused = new Set(cells.filter(isRefused).map(({ doseId }) => doseId))
  return store.records
    .list('dose', { person_id: mother.id }, 'given_on')
    .filter(dose => resources.vaccines.get(dose.vaccineCode)?.antigens.includes(protectingAntigen))
    .filter(dose => !refused.has(dose.id))
    .map(dose => lastPossibleDay(dose) ?? dose.givenOn)
    .toSorted()
}

function isRefused(cell: { readonly kind: string }): cell is GivenCell {
  return cell.kind === 'given' && (cell as GivenCell).status === 'not-valid'
}
