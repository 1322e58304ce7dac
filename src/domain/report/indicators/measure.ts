import { addDays, type CalendarDay } from '../../calendar/calendar-day'
import { addOffset } from '../../calendar/offset'
import { type Month, monthOf } from '../count-programme'
import type { BirthDoseAnswer, IndicatorChild } from './indicator-child'
import type { DropOutRule, IndicatorRules } from './indicator-rules'

/*
 * One predicate for every mark of every picture: of a child and a measure it says whether the child is asked, and whether it
 * is counted. Numbers and names both come from it, so that a mark always opens to as many names as it says.
 */

export type Measure =
  /** Has the dose, of those for whom it is overdue. */
  | { readonly kind: 'dose'; readonly doseId: string }
  /** Had the dose at an age, of those who have reached it. */
  | { readonly kind: 'by-age'; readonly doseId: string; readonly ageDays: number }
  | { readonly kind: 'fully-immunised' }
  /** Lacks the later dose, of those who had the earlier one. */
  | { readonly kind: 'drop-out'; readonly dropOutId: string }
  /** Lacks the first dose. */
  | { readonly kind: 'zero-dose' }
  | { readonly kind: 'birth-dose'; readonly answer: BirthDoseAnswer }
  /** Not followed on the day, of all who were born then. */
  | { readonly kind: 'left-out' }

/** How many of how many. */
export type Share = { readonly counted: number; readonly of: number }

/** A place people live in; `hamlet` null: all of the commune. */
export type IndicatorPlace = { readonly communeCode: string; readonly hamlet: string | null }

/** Which children a mark speaks of; null: all. */
export type Among = { readonly place: IndicatorPlace | null; readonly bornIn: Month | null }

/** What is to be known of a name. Codes only: the renderer owns the sentences. */
export type ChildNote =
  | { readonly code: 'given'; readonly on: CalendarDay }
  /** Somebody gave it, and it does not count. */
  | { readonly code: 'not-valid'; readonly on: CalendarDay }
  | { readonly code: 'not-given' | 'too-late'; readonly on: CalendarDay | null }
  | { readonly code: 'missing-doses'; readonly antigens: readonly string[] }
  | { readonly code: 'birth-dose'; readonly answer: BirthDoseAnswer }
  | { readonly code: 'left-out'; readonly why: NonNullable<IndicatorChild['leftOut']> }

export type Standing = { readonly isCounted: boolean; readonly note: ChildNote | null }

/** Rules as they stand on a day: born by then, a child is asked. Comparing days is all that is left to do for each child. */
export type IndicatorView = {
  readonly rules: IndicatorRules
  /** The day in question. */
  readonly on: CalendarDay
  /** Newest birth dates of those who are asked for each dose, by its id. */
  readonly askedBornBy: Readonly<Record<string, CalendarDay>>
  readonly fullyBornBy: CalendarDay
  readonly zeroBornBy: CalendarDay
  readonly birthDoseBornBy: CalendarDay
}

/** Makes the view of a day. */
export function indicatorView(rules: IndicatorRules, on: CalendarDay): IndicatorView {
  const asked = rules.doses.map(({ id, due }) => {
    const overdueOn = (birthDate: CalendarDay) => addOffset(addOffset(birthDate, due), rules.grace)
    return [id, bornBy(overdueOn, on)] as const
  })
  return {
    rules,
    on,
    askedBornBy: Object.fromEntries(asked),
    fullyBornBy: bornBy(birthDate => addOffset(birthDate, rules.fullyImmunised.before), on),
    zeroBornBy: bornBy(birthDate => addOffset(birthDate, rules.zeroDose.from), on),
    birthDoseBornBy: addDays(on, -rules.birthDose.afterDays),
  }
}

/** The newest birth date that has come to its day by `on`: the later somebody is born, the later their days. */
function bornBy(dayOf: (birthDate: CalendarDay) => CalendarDay, on: CalendarDay): CalendarDay {
  let [low, high] = [0, 20 * 366]
  while (low < high) {
    const back = Math.floor((low + high) / 2)
    if (dayOf(addDays(on, -back)) <= on) high = back
    else low = back + 1
  }
  return addDays(on, -low)
}

/** Whether a child is counted in a measure; null: it is not asked. */
export function isCountedIn(view: IndicatorView, measure: Measure, child: IndicatorChild): boolean | null {
  const { rules, on } = view
  const { birthDate, given } = child
  if (birthDate > on) return null
  if (measure.kind === 'left-out') return child.leftOut !== null
  if (child.leftOut !== null) return null
  switch (measure.kind) {
    case 'dose':
      return birthDate <= askedBy(view, measure.doseId) ? given[measure.doseId] !== undefined : null
    case 'by-age': {
      const age = child.ageAtDose[measure.doseId]
      return child.ageDays < measure.ageDays ? null : age !== undefined && age <= measure.ageDays
    }
    case 'fully-immunised':
      return birthDate <= view.fullyBornBy ? child.fullyOn !== null : null
    case 'drop-out': {
      const { from, to } = dropOutRule(rules, measure.dropOutId)
      const isAsked = given[from] !== undefined && birthDate <= askedBy(view, to)
      return isAsked ? given[to] === undefined : null
    }
    case 'zero-dose':
      return birthDate <= view.zeroBornBy ? given[rules.zeroDose.dose] === undefined : null
    case 'birth-dose':
      return birthDate <= view.birthDoseBornBy ? child.birthDose === measure.answer : null
  }
}

function askedBy({ askedBornBy }: IndicatorView, doseId: string): CalendarDay {
  const found = askedBornBy[doseId]
  if (found === undefined) throw new Error(`no dose of the indicators is called ${doseId}`)
  return found
}

function dropOutRule({ dropOuts }: IndicatorRules, id: string): DropOutRule {
  const found = dropOuts.find(rule => rule.id === id)
  if (!found) throw new Error(`no drop-out is called ${id}`)
  return found
}

/** How a child stands in a measure, with what is to be known of it; null: it is not asked. */
export function standingOf(view: IndicatorView, measure: Measure, child: IndicatorChild): Standing | null {
  const isCounted = isCountedIn(view, measure, child)
  return isCounted === null ? null : { isCounted, note: noteOf(view, measure, child) }
}

function noteOf({ rules }: IndicatorView, measure: Measure, child: IndicatorChild): ChildNote | null {
  switch (measure.kind) {
    case 'left-out':
      return child.leftOut && { code: 'left-out', why: child.leftOut }
    case 'dose':
      return doseNote(child, measure.doseId)
    case 'by-age': {
      const givenOn = child.given[measure.doseId]
      const isLate = (child.ageAtDose[measure.doseId] ?? 0) > measure.ageDays
      return givenOn !== undefined && isLate
        ? { code: 'too-late', on: givenOn }
        : doseNote(child, measure.doseId)
    }
    case 'fully-immunised':
      return child.fullyOn === null
        ? { code: 'missing-doses', antigens: child.lacking }
        : { code: 'given', on: child.fullyOn }
    case 'drop-out':
      return doseNote(child, dropOutRule(rules, measure.dropOutId).to)
    case 'zero-dose':
      return doseNote(child, rules.zeroDose.dose)
    case 'birth-dose':
      return { code: 'birth-dose', answer: child.birthDose }
  }
}

function doseNote(child: IndicatorChild, doseId: string): ChildNote {
  const givenOn = child.given[doseId]
  if (givenOn !== undefined) return { code: 'given', on: givenOn }
  const triedOn = child.tried[doseId]
  return triedOn === undefined ? { code: 'not-given', on: null } : { code: 'not-valid', on: triedOn }
}

/** Whether a mark speaks of a child at all. */
export function isAmong({ place, bornIn }: Among, child: IndicatorChild): boolean {
  if (bornIn !== null && monthOf(child.birthDate) !== bornIn) return false
  if (place === null) return true
  return child.communeCode === place.communeCode && (place.hamlet === null || child.hamlet === place.hamlet)
}

/** How many children are counted, of those who are asked. */
export function shareOf(view: IndicatorView, measure: Measure, children: readonly IndicatorChild[]): Share {
  let counted = 0
  let of = 0
  for (const child of children) {
    const isCounted = isCountedIn(view, measure, child)
    if (isCounted === null) continue
    of += 1
    if (isCounted) counted += 1
  }
  return { counted, of }
}

/** One name behind a mark. */
export type ChildName = Standing & { readonly personId: string; readonly birthDate: CalendarDay }

/** The names behind a mark: those counted, those asked and not counted, or both; the youngest last. */
export function namesOf(
  view: IndicatorView,
  measure: Measure,
  children: readonly IndicatorChild[],
  asked: Among & { readonly which: 'counted' | 'missing' | 'all' },
): readonly ChildName[] {
  return children
    .filter(child => isAmong(asked, child))
    .flatMap(child => {
      const standing = standingOf(view, measure, child)
      if (!standing) return []
      if (asked.which !== 'all' && standing.isCounted !== (asked.which === 'counted')) return []
      return [{ ...standing, personId: child.personId, birthDate: child.birthDate }]
    })
    .toSorted((a, b) => compare(a.birthDate, b.birthDate) || compare(a.personId, b.personId))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
