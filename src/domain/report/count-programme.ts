import { monthsBetween } from '../calendar/age'
import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { BirthDoseClock } from '../immunization/birth-dose-hours'
import type { ProgrammeForm, ProgrammeRow, ProgrammeRule } from './handbook-programme'

/*
 * The month's report of the handbook programme. Nothing is counted but names: a cell is the number of names that a rule put
 * into it, so that a number always opens to its names. By residence: the commune where the person lives now.
 */

type Counted = { readonly personId: string; readonly recordId: string; readonly communeCode: string }
export type DatedFact = Counted & { readonly on: CalendarDay }
export type VisitFact = DatedFact & { readonly pregnancyId: string }
export type DeliveryFact = DatedFact & {
  readonly pregnancyId: string | null
  readonly protection: 'protected' | 'not-protected' | 'unknown'
  /** Days on which the mother was seen since. */
  readonly postpartumOn: readonly CalendarDay[]
}
export type NewbornFact = DatedFact & {
  readonly weightG: number | null
  /** How long after birth the birth dose was given; null: it was not. */
  readonly birthDose: BirthDoseClock | null
}
export type MeasuredFact = DatedFact & { readonly birthDate: CalendarDay }

/** Everything the form is counted from. `visits` reach back to the beginning of every pregnancy of the period. */
export type ProgrammeFacts = {
  readonly enrolled: readonly DatedFact[]
  readonly handbooks: readonly DatedFact[]
  readonly visits: readonly VisitFact[]
  readonly deliveries: readonly DeliveryFact[]
  /** Born alive. */
  readonly newborns: readonly NewbornFact[]
  readonly measured: readonly MeasuredFact[]
}

/** `2026-11` */
export type Month = string & { readonly __month: unique symbol }

export const monthOf = (on: CalendarDay): Month => on.slice(0, 7) as Month

/** Why somebody of the denominator is not counted, or what is to be known of one who is. */
export type NameNote =
  | { readonly code: 'visit-number' | 'visits-before'; readonly count: number }
  | { readonly code: 'not-protected' | 'protection-unknown' | 'no-postpartum-visit' }
  | { readonly code: 'dose-late' | 'dose-time-unknown' | 'no-dose' | 'weight-unknown' }
  | { readonly code: 'weight'; readonly grams: number }

/** One name in one cell. `isCounted` false: of the denominator only. */
export type NamedCount = {
  readonly rowId: string
  readonly month: Month
  readonly communeCode: string
  readonly personId: string
  readonly recordId: string
  readonly on: CalendarDay
  readonly isCounted: boolean
  readonly note: NameNote | null
}

/** Whether a row has a denominator: what is counted is then a share of it. */
export function isShare({ kind }: ProgrammeRule): boolean {
  return shares.has(kind)
}

const shares: ReadonlySet<ProgrammeRule['kind']> = new Set<ProgrammeRule['kind']>([
  'deliveries-with-visits',
  'deliveries-protected',
  'postpartum-visited',
  'birth-dose',
  'low-weight',
])

/** Every name of every cell of the form, for facts that lie between two days. */
export function countProgramme(
  { rows }: Pick<ProgrammeForm, 'rows'>,
  facts: ProgrammeFacts,
  period: { readonly from: CalendarDay; readonly to: CalendarDay },
): readonly NamedCount[] {
  const visits = numberedVisits(facts.visits)
  return rows.flatMap(row =>
    namesOf(row, facts, visits).filter(({ on }) => on >= period.from && on <= period.to),
  )
}

type Said = { readonly isCounted: boolean; readonly note: NameNote | null }
const counted: Said = { isCounted: true, note: null }

function nameOf(row: ProgrammeRow, fact: DatedFact, { isCounted, note }: Said): NamedCount {
  const { on, communeCode, personId, recordId } = fact
  return { rowId: row.id, month: monthOf(on), communeCode, personId, recordId, on, isCounted, note }
}

function namesOf(row: ProgrammeRow, facts: ProgrammeFacts, visits: NumberedVisits): readonly NamedCount[] {
  const { rule } = row
  const each = <F extends DatedFact>(all: readonly F[], say: (fact: F) => Said) =>
    all.map(fact => nameOf(row, fact, say(fact)))
  switch (rule.kind) {
    case 'enrolled':
      return each(facts.enrolled, () => counted)
    case 'handbooks':
      return each(facts.handbooks, () => counted)
    case 'visits':
      return each(
        visits.all.filter(({ number }) => number >= rule.from && (rule.to === null || number <= rule.to)),
        ({ number }) => ({ isCounted: true, note: { code: 'visit-number', count: number } }),
      )
    case 'deliveries':
      return each(facts.deliveries, () => counted)
    case 'deliveries-with-visits':
      return each(facts.deliveries, fact => withVisits(visits.before(fact), rule.atLeast))
    case 'deliveries-protected':
      return each(facts.deliveries, ({ protection }) => protectionSaid[protection])
    case 'postpartum-visited':
      return each(facts.deliveries, fact => postpartumSaid(fact, rule.withinDays))
    case 'live-births':
      return each(facts.newborns, () => counted)
    case 'birth-dose':
      return each(facts.newborns, ({ birthDose }) => birthDoseSaid(birthDose))
    case 'low-weight':
      return each(facts.newborns, ({ weightG }) => lowWeightSaid(weightG, rule.underG))
    case 'children-measured':
      return each(measuredOnce(facts.measured, rule.underMonths), () => counted)
  }
}

function withVisits(count: number, atLeast: number): Said {
  return { isCounted: count >= atLeast, note: { code: 'visits-before', count } }
}

const protectionSaid: Readonly<Record<DeliveryFact['protection'], Said>> = {
  protected: counted,
  'not-protected': { isCounted: false, note: { code: 'not-protected' } },
  unknown: { isCounted: false, note: { code: 'protection-unknown' } },
}

function postpartumSaid({ postpartumOn, on }: DeliveryFact, withinDays: number): Said {
  const isSeen = postpartumOn.some(day => day >= on && daysBetween(on, day) <= withinDays)
  return isSeen ? counted : { isCounted: false, note: { code: 'no-postpartum-visit' } }
}

function birthDoseSaid(clock: BirthDoseClock | null): Said {
  if (clock === null) return { isCounted: false, note: { code: 'no-dose' } }
  if (clock.verdict === 'in-time') return counted
  const code = clock.verdict === 'late' ? 'dose-late' : 'dose-time-unknown'
  return { isCounted: false, note: { code } }
}

function lowWeightSaid(grams: number | null, underG: number): Said {
  if (grams === null) return { isCounted: false, note: { code: 'weight-unknown' } }
  return { isCounted: grams < underG, note: { code: 'weight', grams } }
}

/** A child measured twice in a month is one child of that month; the first day stands. */
function measuredOnce(measured: readonly MeasuredFact[], underMonths: number): readonly MeasuredFact[] {
  const first = new Map<string, MeasuredFact>()
  for (const fact of measured) {
    if (monthsBetween(fact.birthDate, fact.on) >= underMonths) continue
    const key = `${fact.personId} ${monthOf(fact.on)}`
    const known = first.get(key)
    if (!known || fact.on < known.on) first.set(key, fact)
  }
  return [...first.values()]
}

type NumberedVisits = {
  readonly all: readonly (VisitFact & { readonly number: number })[]
  /** How many visits a delivery's pregnancy had until birth. */
  readonly before: (delivery: DeliveryFact) => number
}

/** Visits by their number within a pregnancy; two rows of one day are one visit. */
function numberedVisits(visits: readonly VisitFact[]): NumberedVisits {
  const byPregnancy = new Map<string, Map<CalendarDay, VisitFact>>()
  for (const visit of visits) {
    const days = byPregnancy.get(visit.pregnancyId) ?? new Map<CalendarDay, VisitFact>()
    if (!days.has(visit.on)) days.set(visit.on, visit)
    byPregnancy.set(visit.pregnancyId, days)
  }
  const daysOf = (pregnancyId: string) => [...(byPregnancy.get(pregnancyId)?.keys() ?? [])]
  return {
    all: [...byPregnancy.values()].flatMap(days =>
      [...days.values()]
        .toSorted((a, b) => (a.on < b.on ? -1 : 1))
        .map((visit, index) => ({ ...visit, number: index + 1 })),
    ),
    before: ({ pregnancyId, on }) =>
      pregnancyId === null ? 0 : daysOf(pregnancyId).filter(day => day <= on).length,
  }
}
