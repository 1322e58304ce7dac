import type { CalendarDay } from '../calendar/calendar-day'
import type { Offset } from '../calendar/offset'
import type {
  AllowableInterval,
  ConditionalSkip,
  IntervalFrom,
  IntervalRule,
  LocalText,
  SeriesDose,
} from './schedule-types'

/** A span or a day of a rule; null where the rule says nothing. */
export type RuleValue = Offset | CalendarDay | null

export type AgeField = 'absMin' | 'min' | 'earliestRec' | 'latestRec' | 'max' | 'effectiveOn' | 'cessationOn'
export type IntervalField = Exclude<AgeField, 'max'>

/** How a product may serve a dose. */
export type ProductUse = {
  readonly role: 'preferable' | 'allowable' | 'inadvertent'
  readonly beginAge: Offset | null
  readonly endAge: Offset | null
  /** Offered when the dose is due. */
  readonly isForecast: boolean
}

/** One rule of one dose that differs. */
export type DoseChange =
  | { readonly kind: 'age'; readonly field: AgeField; readonly old: RuleValue; readonly new: RuleValue }
  | {
      readonly kind: 'interval'
      readonly from: IntervalFrom
      /** An interval that only lets a dose pass that another interval refuses. */
      readonly isAllowable: boolean
      readonly field: IntervalField
      readonly old: RuleValue
      readonly new: RuleValue
    }
  | { readonly kind: 'interval-removed'; readonly from: IntervalFrom; readonly isAllowable: boolean }
  | {
      readonly kind: 'product'
      readonly vaccine: string
      readonly old: ProductUse | null
      readonly new: ProductUse | null
    }
  | { readonly kind: 'skip-added' | 'skip-removed'; readonly skip: ConditionalSkip }
  | { readonly kind: 'label'; readonly old: LocalText | null; readonly new: LocalText }
  | { readonly kind: 'recurs'; readonly new: boolean }
  | { readonly kind: 'season'; readonly old: SeriesDose['season']; readonly new: SeriesDose['season'] }
  | { readonly kind: 'zero-dose'; readonly old: SeriesDose['zeroDose']; readonly new: SeriesDose['zeroDose'] }
  /** Which interval's forecast goes before others of its vaccine group. */
  | { readonly kind: 'priority' }
  /** No rule, but what a rule is worth: the clinician who signed the row. */
  | { readonly kind: 'confirmation'; readonly old: string | null; readonly new: string | null }

/** What a dose starts from when a series is new. */
export const noRules: SeriesDose = {
  label: { vi: '', en: '' },
  version: '',
  source: null,
  confirmedBy: null,
  zeroDose: null,
  age: [],
  intervals: [],
  allowableIntervals: [],
  preferableVaccines: [],
  allowableVaccines: [],
  inadvertentVaccines: [],
  skips: [],
  recurs: false,
  season: null,
  formerly: [],
}

const intervalFields = ['absMin', 'min', 'earliestRec', 'latestRec', 'effectiveOn', 'cessationOn'] as const
const ageFields = [...intervalFields, 'max'] as const

/**
 * Every rule in which two forms of the same target dose differ, in the order a schedule states them. Version and source
 * of a row are no rules, and rows of earlier days are compared as the versions they belong to.
 */
export function doseChanges(before: SeriesDose, after: SeriesDose): readonly DoseChange[] {
  return [
    ...(same(before.label, after.label) || before === noRules
      ? []
      : [{ kind: 'label', old: before.label, new: after.label } as const]),
    ...ageChanges(before, after),
    ...intervalChanges(before.intervals, after.intervals, false),
    ...intervalChanges(before.allowableIntervals, after.allowableIntervals, true),
    ...productChanges(before, after),
    ...skipChanges(before, after),
    ...(before.recurs === after.recurs ? [] : [{ kind: 'recurs', new: after.recurs } as const]),
    ...(same(before.season, after.season)
      ? []
      : [{ kind: 'season', old: before.season, new: after.season } as const]),
    ...otherChanges(before, after),
  ]
}

/** Equal as data: the order of fields does not matter, and a field that is absent is as one that is null. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return (a ?? null) === (b ?? null)
  }
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  const fields = new Set([...one.keys(), ...other.keys()])
  return (
    Array.isArray(a) === Array.isArray(b) &&
    [...fields].every(field => same(one.get(field), other.get(field)))
  )
}

function ageChanges(before: SeriesDose, after: SeriesDose): readonly DoseChange[] {
  const places = Math.max(before.age.length, after.age.length)
  return Array.from({ length: places }).flatMap((_, place) =>
    ageFields.flatMap(field => {
      const [old, now] = [before.age[place]?.[field] ?? null, after.age[place]?.[field] ?? null]
      return same(old, now) ? [] : [{ kind: 'age', field, old, new: now } as const]
    }),
  )
}

/** Intervals from the same dose are the same interval; several from one dose are told apart by their order. */
function intervalChanges(
  before: readonly AllowableInterval[],
  after: readonly AllowableInterval[],
  isAllowable: boolean,
): readonly DoseChange[] {
  const keyed = (rules: readonly AllowableInterval[]) => {
    const keys = rules.map(({ from }) => JSON.stringify(from))
    return new Map(
      rules.map((rule, index) => {
        const nth = keys.slice(0, index).filter(key => key === keys[index]).length
        return [`${keys[index]} ${nth}`, rule]
      }),
    )
  }
  const [old, now] = [keyed(before), keyed(after)]
  const changed = [...now].flatMap(([key, rule]) => changedInterval(old.get(key) ?? null, rule, isAllowable))
  const removed = [...old].filter(([key]) => !now.has(key))
  return [
    ...changed,
    ...removed.map(([, { from }]) => ({ kind: 'interval-removed', from, isAllowable }) as const),
  ]
}

function changedInterval(
  before: Partial<IntervalRule> | null,
  after: AllowableInterval & Partial<IntervalRule>,
  isAllowable: boolean,
): readonly DoseChange[] {
  return intervalFields.flatMap(field => {
    const [old, now] = [before?.[field] ?? null, after[field] ?? null]
    if (same(old, now)) return []
    return [{ kind: 'interval', from: after.from, isAllowable, field, old, new: now } as const]
  })
}

type NamedUse = ProductUse & { readonly vaccine: string; readonly more: string }

/** Every product a dose names, with how it may serve. */
function usesOf(dose: SeriesDose): readonly NamedUse[] {
  return [
    ...dose.preferableVaccines.map(({ vaccine, beginAge, endAge, isForecast, ...more }) => ({
      ...{ vaccine, role: 'preferable', beginAge, endAge, isForecast, more: JSON.stringify(more) },
    })),
    ...dose.allowableVaccines.map(({ vaccine, beginAge, endAge }) => ({
      ...{ vaccine, role: 'allowable', beginAge, endAge, isForecast: false, more: '' },
    })),
    ...dose.inadvertentVaccines.map(vaccine => ({
      ...{ vaccine, role: 'inadvertent', beginAge: null, endAge: null, isForecast: false, more: '' },
    })),
  ] as readonly NamedUse[]
}

function productChanges(before: SeriesDose, after: SeriesDose): readonly DoseChange[] {
  const [old, now] = [usesOf(before), usesOf(after)]
  const gone = old.filter(use => !now.some(other => same(use, other)))
  const come = now.filter(use => !old.some(other => same(use, other)))
  const vaccines = [...new Set([...gone, ...come].map(({ vaccine }) => vaccine))]
  return vaccines.flatMap(vaccine => {
    const olds = gone.filter(use => use.vaccine === vaccine)
    const news = come.filter(use => use.vaccine === vaccine)
    const pairs = Math.max(olds.length, news.length)
    return Array.from({ length: pairs }, (_, index) => {
      const uses = { old: useOnly(olds[index]), new: useOnly(news[index]) }
      return { kind: 'product', vaccine, ...uses } as const
    })
  })
}

function useOnly(use: NamedUse | undefined): ProductUse | null {
  if (!use) return null
  const { role, beginAge, endAge, isForecast } = use
  return { role, beginAge, endAge, isForecast }
}

function skipChanges(before: SeriesDose, after: SeriesDose): readonly DoseChange[] {
  const lacks = (skips: readonly ConditionalSkip[]) => (skip: ConditionalSkip) =>
    !skips.some(other => same(other, skip))
  return [
    ...after.skips.filter(lacks(before.skips)).map(skip => ({ kind: 'skip-added', skip }) as const),
    ...before.skips.filter(lacks(after.skips)).map(skip => ({ kind: 'skip-removed', skip }) as const),
  ]
}

function otherChanges(before: SeriesDose, after: SeriesDose): readonly DoseChange[] {
  const priorities = ({ intervals }: SeriesDose) => intervals.map(({ hasPriority }) => hasPriority)
  const isReordered =
    before.intervals.length === after.intervals.length && !same(priorities(before), priorities(after))
  return [
    ...(same(before.zeroDose, after.zeroDose)
      ? []
      : [{ kind: 'zero-dose', old: before.zeroDose, new: after.zeroDose } as const]),
    ...(isReordered ? [{ kind: 'priority' } as const] : []),
    ...(before.confirmedBy === after.confirmedBy
      ? []
      : [{ kind: 'confirmation', old: before.confirmedBy, new: after.confirmedBy } as const]),
  ]
}
