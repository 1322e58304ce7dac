import { addDays, type CalendarDay } from '../../calendar/calendar-day'
import { addOffset } from '../../calendar/offset'
import { type Month, monthOf } from '../count-programme'
import { type BirthDoseAnswer, daysOld, type IndicatorChild } from './indicator-child'
import { type DropOutRule, doseRule, type IndicatorRules } from './indicator-rules'

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
  | { readonly code: 'missing-doses'; readonly doseIds: readonly string[] }
  | { readonly code: 'birth-dose'; readonly answer: BirthDoseAnswer }
  | { readonly code: 'left-out'; readonly why: NonNullable<IndicatorChild['leftOut']> }

export type Standing = { readonly isCounted: boolean; readonly note: ChildNote | null }

/** How a child stands in a measure on a day; null: it is not asked. */
export function standingOf(
  rules: IndicatorRules,
  measure: Measure,
  child: IndicatorChild,
  on: CalendarDay,
): Standing | null {
  if (child.birthDate > on) return null
  if (measure.kind === 'left-out') {
    const { leftOut } = child
    return { isCounted: leftOut !== null, note: leftOut && { code: 'left-out', why: leftOut } }
  }
  if (child.leftOut !== null) return null
  switch (measure.kind) {
    case 'dose':
      return isAsked(rules, measure.doseId, child, on) ? doseStanding(child, measure.doseId, null) : null
    case 'by-age': {
      const { doseId, ageDays } = measure
      if (daysOld(child, on) < ageDays) return null
      return doseStanding(child, doseId, addDays(child.birthDate, ageDays))
    }
    case 'fully-immunised':
      return fullyStanding(rules, child, on)
    case 'drop-out':
      return dropOutStanding(rules, dropOutRule(rules, measure.dropOutId), child, on)
    case 'zero-dose':
      return zeroStanding(rules, child, on)
    case 'birth-dose':
      if (daysOld(child, on) < rules.birthDose.afterDays) return null
      return {
        isCounted: child.birthDose === measure.answer,
        note: { code: 'birth-dose', answer: child.birthDose },
      }
  }
}

/** Whether a dose is overdue by the grace of the rules: only then a child without it is missing. */
export function isAsked(
  rules: Pick<IndicatorRules, 'doses' | 'grace'>,
  doseId: string,
  { birthDate }: Pick<IndicatorChild, 'birthDate'>,
  on: CalendarDay,
): boolean {
  return addOffset(addOffset(birthDate, doseRule(rules, doseId).due), rules.grace) <= on
}

function dropOutRule({ dropOuts }: IndicatorRules, id: string): DropOutRule {
  const found = dropOuts.find(rule => rule.id === id)
  if (!found) throw new Error(`no drop-out is called ${id}`)
  return found
}

/** `until`: counted when given on that day or before; null: whenever. */
function doseStanding(child: IndicatorChild, doseId: string, until: CalendarDay | null): Standing {
  const givenOn = child.given[doseId]
  if (givenOn !== undefined && (until === null || givenOn <= until))
    return { isCounted: true, note: { code: 'given', on: givenOn } }
  if (givenOn !== undefined) return { isCounted: false, note: { code: 'too-late', on: givenOn } }
  const triedOn = child.tried[doseId]
  return {
    isCounted: false,
    note: triedOn === undefined ? { code: 'not-given', on: null } : { code: 'not-valid', on: triedOn },
  }
}

function fullyStanding(rules: IndicatorRules, child: IndicatorChild, on: CalendarDay): Standing | null {
  const { doses, before } = rules.fullyImmunised
  const end = addOffset(child.birthDate, before)
  if (end > on) return null
  const missing = doses.filter(id => {
    const givenOn = child.given[id]
    return givenOn === undefined || givenOn >= end
  })
  if (missing.length > 0) return { isCounted: false, note: { code: 'missing-doses', doseIds: missing } }
  const last = doses.map(id => child.given[id] ?? child.birthDate).toSorted()
  return { isCounted: true, note: { code: 'given', on: last.at(-1) ?? child.birthDate } }
}

function dropOutStanding(
  rules: IndicatorRules,
  { from, to }: DropOutRule,
  child: IndicatorChild,
  on: CalendarDay,
): Standing | null {
  if (child.given[from] === undefined || !isAsked(rules, to, child, on)) return null
  const { isCounted, note } = doseStanding(child, to, null)
  return { isCounted: !isCounted, note }
}

function zeroStanding({ zeroDose }: IndicatorRules, child: IndicatorChild, on: CalendarDay): Standing | null {
  if (addOffset(child.birthDate, zeroDose.from) > on) return null
  const { isCounted, note } = doseStanding(child, zeroDose.dose, null)
  return { isCounted: !isCounted, note }
}

/** Whether a mark speaks of a child at all. */
export function isAmong({ place, bornIn }: Among, child: IndicatorChild): boolean {
  if (bornIn !== null && monthOf(child.birthDate) !== bornIn) return false
  if (place === null) return true
  return child.communeCode === place.communeCode && (place.hamlet === null || child.hamlet === place.hamlet)
}

/** How many children are counted, of those who are asked. */
export function shareOf(
  rules: IndicatorRules,
  measure: Measure,
  children: readonly IndicatorChild[],
  on: CalendarDay,
): Share {
  let counted = 0
  let of = 0
  for (const child of children) {
    const standing = standingOf(rules, measure, child, on)
    if (!standing) continue
    of += 1
    if (standing.isCounted) counted += 1
  }
  return { counted, of }
}

/** One name behind a mark. */
export type ChildName = Standing & { readonly personId: string; readonly birthDate: CalendarDay }

/** The names behind a mark: those counted, those asked and not counted, or both; the youngest last. */
export function namesOf(
  rules: IndicatorRules,
  measure: Measure,
  children: readonly IndicatorChild[],
  on: CalendarDay,
  asked: Among & { readonly which: 'counted' | 'missing' | 'all' },
): readonly ChildName[] {
  return children
    .filter(child => isAmong(asked, child))
    .flatMap(child => {
      const standing = standingOf(rules, measure, child, on)
      if (!standing) return []
      if (asked.which !== 'all' && standing.isCounted !== (asked.which === 'counted')) return []
      return [{ ...standing, personId: child.personId, birthDate: child.birthDate }]
    })
    .toSorted((a, b) => compare(a.birthDate, b.birthDate) || compare(a.personId, b.personId))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
