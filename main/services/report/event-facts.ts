import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import { addOffset } from '../../../src/domain/calendar/offset'
import { lastPossibleDay } from '../../../src/domain/immunization/dose-date'
import { isResidentOn } from '../../../src/domain/person/residence'
import {
  type BirthProtection,
  birthFact,
  cameOfAgeFact,
  type FactPerson,
  notGivenFacts,
  reactionFacts,
  severeFact,
} from '../../../src/domain/report/event-facts'
import type { CountedDims, FactDims, FactSelection, ReportFact } from '../../../src/domain/report/report-fact'
import type { PeriodDays } from '../../../src/domain/report/report-period'
import { isOfCommune } from '../../../src/domain/report/tally'
import { protectedAtBirth } from '../../../src/domain/schedule/protected-at-birth'
import type { BornGroup, ChildBornRow, LivedGroup, PersonColumns } from '../../db/report-fact-repository'
import { motherOf, protectingAntigen } from '../family/links'
import { residencesOf } from '../family/residence'
import { currentSchedule } from '../schedule/current-book'
import type { ReportPorts } from './section-work'

/** Facts of a kind that are no doses, on days of a window. Of who came of age, those of the ages asked for. */
export function eventFacts(
  ports: ReportPorts,
  selections: readonly FactSelection[],
  days: PeriodDays,
): readonly ReportFact[] {
  const asking = askingOf(ports)
  const { reportFacts } = ports.store
  return [
    ...fewFacts(asking, selections, days),
    ...(asksForBirths(selections) ? births(asking, reportFacts.born(days)) : []),
    ...agesOf(selections).flatMap(months =>
      cameOfAge(asking, reportFacts.born(bornAround(days, months)), days, months),
    ),
  ]
}

/** Facts that no form can tell apart, and how many there are. */
export type FactCount = { readonly dims: CountedDims; readonly count: number }

/** `eventFacts`, counted: of a year's children only those are looked at one by one who are not alike to every form. */
export function eventCounts(
  ports: ReportPorts,
  selections: readonly FactSelection[],
  days: PeriodDays,
): readonly FactCount[] {
  const asking = askingOf(ports)
  const { reportFacts } = ports.store
  const ages = agesOf(selections).map(months => ({ months, around: bornAround(days, months) }))
  const single = [
    ...fewFacts(asking, selections, days),
    ...(asksForBirths(selections) ? births(asking, reportFacts.bornApart(days)) : []),
    ...ages.flatMap(({ months, around }) => cameOfAge(asking, reportFacts.livedApart(around), days, months)),
  ]
  return [
    ...single.map(dims => ({ dims, count: 1 })),
    ...(asksForBirths(selections)
      ? reportFacts.bornAlike(days).map(group => bornCount(asking, group, days))
      : []),
    ...ages.flatMap(({ months, around }) =>
      reportFacts.livedAlike(around).flatMap(group => ofAgeCount(asking, group, days, months)),
    ),
  ]
}

/** What is written down one by one, and rarely. */
function fewFacts(
  asking: Asking,
  selections: readonly FactSelection[],
  days: PeriodDays,
): readonly ReportFact[] {
  const kinds = new Set(selections.map(({ fact }) => fact))
  const { reportFacts } = asking.store
  return [
    ...(kinds.has('not-given') ? reportFacts.notGiven(days).flatMap(row => notGiven(asking, row)) : []),
    ...(kinds.has('reaction') ? reportFacts.reactions(days).flatMap(row => reaction(asking, row)) : []),
    ...(kinds.has('severe') ? reportFacts.severe(days).map(row => severe(asking, row)) : []),
  ]
}

const asksForBirths = (selections: readonly FactSelection[]) =>
  selections.some(({ fact }) => fact === 'birth')

function askingOf(ports: ReportPorts): Asking {
  return { ...ports, pointCommune: ports.store.point()?.address.communeCode ?? null }
}

/** What every fact of a question needs, looked up once. */
type Asking = ReportPorts & { readonly pointCommune: string | null }

type Repository = ReportPorts['store']['reportFacts']
type RowOf<K extends 'notGiven' | 'reactions' | 'severe'> = ReturnType<Repository[K]>[number]

/** Whoever a row is about, as of a day. */
function personOf(ports: Asking, row: PersonColumns, on: CalendarDay): FactPerson {
  const { personId, birthDate, sex, communeCode, hasResidence } = row
  const entries = hasResidence === 0 ? [] : residencesOf(ports, personId)
  const isResident = isResidentOn(entries, on, isOfCommune(communeCode, ports.pointCommune))
  return { personId, birthDate, sex, communeCode, isResident }
}

function notGiven(ports: Asking, row: RowOf<'notGiven'>): readonly ReportFact[] {
  const antigens = JSON.parse(row.antigens) as readonly string[]
  return notGivenFacts(personOf(ports, row, row.on), row, { ...row, antigens })
}

function reaction(ports: Asking, row: RowOf<'reactions'>): readonly ReportFact[] {
  const signs = JSON.parse(row.signs) as readonly string[]
  return reactionFacts(personOf(ports, row, row.on), row, {
    ...{ kind: row.kind, signs, temperatureC: row.temperatureC },
    doses: dosesOf(ports, row),
  })
}

function severe(ports: Asking, row: RowOf<'severe'>): ReportFact {
  const lead = dosesOf(ports, row)
    .flat()
    .find(({ isLead }) => isLead)
  return severeFact(personOf(ports, row, row.on), row, lead ?? null)
}

/** The doses behind an event as they are tallied; one that counts nowhere is left out. */
function dosesOf(
  { store }: Pick<ReportPorts, 'store'>,
  row: { readonly personId: string; readonly doseIds: string },
): readonly (readonly Omit<FactDims, 'month'>[])[] {
  return (JSON.parse(row.doseIds) as readonly string[]).flatMap(doseId => {
    const id = store.reportFacts.dimsOfDose(row.personId, doseId)
    return id === null ? [] : [store.tally.dims(id)]
  })
}

function births(ports: Asking, rows: readonly ChildBornRow[]): readonly ReportFact[] {
  const rules = currentSchedule(ports, ports.today).protectedAtBirth
  const products = [...ports.resources.vaccines.values()]
    .filter(({ antigens }) => antigens.includes(protectingAntigen))
    .map(({ code }) => code)
  const protection = (row: ChildBornRow): BirthProtection => {
    const motherId = row.hasLink === 0 ? null : motherOf(ports, row.personId, ports.today)
    const doses = motherId === null ? [] : ports.store.reportFacts.tetanusDoses(motherId, products)
    if (doses.length === 0) return stated[row.protectedAtBirth ?? -1] ?? 'unknown'
    const given = doses.map(dose => lastPossibleDay(dose) ?? dose.givenOn).toSorted()
    return protectedAtBirth(rules, given, row.birthDate).isProtected ? 'protected' : 'not-protected'
  }
  return rows.map(row => birthFact(personOf(ports, row, row.birthDate), row.enteredAt, protection(row)))
}

/** Without a dose of the mother the child's own record is believed. */
const stated: Readonly<Record<number, BirthProtection>> = { 0: 'not-protected', 1: 'protected' }

/** Ages in completed months that questions name. */
function agesOf(selections: readonly FactSelection[]): readonly number[] {
  const ages = selections.flatMap(({ fact, ageMonths }) =>
    fact === 'came-of-age' && ageMonths ? [ageMonths.from] : [],
  )
  return [...new Set(ages)]
}

/** A month has no 31st everywhere: whoever may be meant is looked at, and the day decides. */
function bornAround({ from, to }: PeriodDays, months: number): PeriodDays {
  const before = { years: 0, months: -months, days: 0 }
  return { from: addDays(addOffset(from, before), -4), to: addDays(addOffset(to, before), 4) }
}

function comesIn(days: PeriodDays, birthDate: CalendarDay, months: number): CalendarDay | null {
  const on = addOffset(birthDate, { years: 0, months, days: 0 })
  return on < days.from || on > days.to ? null : on
}

function cameOfAge(
  ports: Asking,
  rows: readonly ChildBornRow[],
  days: PeriodDays,
  months: number,
): readonly ReportFact[] {
  return rows.flatMap(row => {
    const on = comesIn(days, row.birthDate, months)
    return on === null ? [] : [cameOfAgeFact(personOf(ports, row, on), row.enteredAt, months)]
  })
}

/** Somebody of a group whose people are alike: nothing was noted about where they live. */
function oneOf(
  { pointCommune }: Asking,
  { sex, communeCode }: Pick<BornGroup, 'sex' | 'communeCode'>,
  birthDate: CalendarDay,
): FactPerson {
  const isResident = isResidentOn([], birthDate, isOfCommune(communeCode, pointCommune))
  return { personId: '', birthDate, sex, communeCode, isResident }
}

function bornCount(asking: Asking, group: BornGroup, { from }: PeriodDays): FactCount {
  const detail = stated[group.protectedAtBirth ?? -1] ?? 'unknown'
  return { dims: birthFact(oneOf(asking, group, from), asking.at, detail), count: group.persons }
}

function ofAgeCount(
  asking: Asking,
  group: LivedGroup,
  days: PeriodDays,
  months: number,
): readonly FactCount[] {
  const { birthDate, persons } = group
  if (comesIn(days, birthDate, months) === null) return []
  return [{ dims: cameOfAgeFact(oneOf(asking, group, birthDate), asking.at, months), count: persons }]
}
