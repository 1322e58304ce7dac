import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { DoseChange, ProductUse, RuleValue } from '../../../src/domain/schedule/dose-difference'
import type { SeriesChange } from '../../../src/domain/schedule/schedule-difference'
import type {
  ConditionalSkip,
  IntervalFrom,
  SkipCondition,
} from '../../../src/domain/schedule/schedule-types'
import type { scheduleDifference as shape } from '../vi/schedule-difference'
import { age, day, interval } from './schedule-words'

type NameOf = (vaccineCode: string) => string

const unset = 'not set'
const ageNames = {
  absMin: 'lowest age that counts',
  min: 'minimum age',
  earliestRec: 'recommended age',
  latestRec: 'late from the age of',
  max: 'no longer given from the age of',
  effectiveOn: 'applies from',
  cessationOn: 'applies until',
} as const
const intervalNames = {
  absMin: 'shortest that counts',
  min: 'minimum',
  earliestRec: 'recommended',
  latestRec: 'late after',
  effectiveOn: 'applies from',
  cessationOn: 'applies until',
} as const
const comparisons = { 'greater than': 'more than', 'equal to': 'exactly', 'less than': 'fewer than' } as const

/** "9 months → 8 months"; a value that is new stands alone. */
function moved(old: RuleValue, now: RuleValue, words: typeof age, isNew: boolean): string {
  const said = (value: RuleValue) => {
    if (value === null) return unset
    return typeof value === 'string' ? day(value) : words(value)
  }
  return isNew && old === null ? said(now) : `${said(old)} → ${said(now)}`
}

function from(point: IntervalFrom, nameOf: NameOf): string {
  switch (point.kind) {
    case 'previous':
      return 'since the previous dose'
    case 'target':
      return `since dose ${point.dose}`
    case 'most-recent':
      return `since the latest dose of ${point.vaccines.map(nameOf).join(', ')}`
    case 'observation':
      return `since “${point.code}” was noted`
  }
}

function between(begin: RuleValue, end: RuleValue): string {
  const said = (value: RuleValue) =>
    value === null ? '' : typeof value === 'string' ? day(value) : age(value)
  const parts = [begin === null ? '' : `from ${said(begin)}`, end === null ? '' : `before ${said(end)}`]
  return parts.filter(part => part !== '').join(' ')
}

function use({ role, isForecast, beginAge, endAge }: ProductUse): string {
  const roles = {
    preferable: isForecast ? 'offered when due' : 'used for this dose',
    allowable: 'counts',
    inadvertent: 'given by mistake, does not count',
  }
  return `${roles[role]}, ${between(beginAge, endAge) || 'at any age'}`
}

function product(
  { vaccine, old, new: now }: Extract<DoseChange, { kind: 'product' }>,
  nameOf: NameOf,
): string {
  const name = nameOf(vaccine)
  if (!old) return now ? `new: ${name} (${use(now)})` : name
  if (!now) return `no longer: ${name} (${use(old)})`
  return use(old) === use(now) ? `${name}: another volume or name` : `${name}: ${use(old)} → ${use(now)}`
}

function condition(rule: SkipCondition, nameOf: NameOf): string {
  switch (rule.type) {
    case 'age':
      return `age ${between(rule.beginAge, rule.endAge)}`
    case 'completed-series':
      return `series group ${rule.group} is complete`
    case 'interval':
      return `${interval(rule.interval)} since the previous dose`
    case 'vaccine-count': {
      const which = rule.vaccines.length > 0 ? ` ${rule.vaccines.map(nameOf).join(', ')}` : ''
      const valid = rule.doseType === 'valid' ? ' valid' : ''
      const when = between(rule.beginAge ?? rule.startOn, rule.endAge ?? rule.endOn)
      return `${comparisons[rule.comparison]} ${rule.count}${valid} doses${which && ` of${which}`}${when && ` ${when}`}`
    }
  }
}

function skip({ context, logic, sets }: ConditionalSkip, nameOf: NameOf): string {
  const and = { and: ' and ', or: ' or ' }
  const words = sets.map(set => set.conditions.map(one => condition(one, nameOf)).join(and[set.logic]))
  const where = {
    evaluation: 'when a given dose is judged',
    forecast: 'when the next dose is forecast',
    both: 'always',
  }
  return `${words.join(and[logic])} (${where[context]})`
}

/** The difference between two schedules in words. */
export const scheduleDifference: typeof shape = {
  none: 'No rule differs from the schedule in use.',
  campaigns: (count: boolean): string =>
    count ? 'Campaign doses count from now on.' : 'Campaign doses no longer count.',
  antigen: { added: 'added to the schedule', removed: 'taken out of the schedule', changed: 'changed' },
  rollOut: (now: 'nationwide' | 'partial'): string =>
    now === 'nationwide' ? 'For every child, nationwide' : 'In stages, as the point offers it',
  series: {
    added: (name: string) => `New series: ${name}`,
    removed: (name: string) => `Series taken out: ${name}`,
    changed: (name: string) => name,
  },
  doseRemoved: 'this dose is taken out',
  doseAdded: 'this dose is new',
  seriesChange(change: SeriesChange, name: (text: { vi: string; en: string }) => string): string {
    switch (change.field) {
      case 'name':
        return `Name of the series: ${name(change.old)} → ${name(change.new)}`
      case 'minAgeToStart':
        return `To be started from: ${moved(change.old, change.new, age, false)}`
      case 'maxAgeToStart':
        return `To be started before: ${moved(change.old, change.new, age, false)}`
      case 'type':
        return 'Another kind of series'
      case 'requiredSex':
        return 'Another sex'
      case 'indications':
        return 'Other indications'
      case 'selection':
        return 'Another choice between the series'
    }
  },
  change(change: DoseChange, nameOf: NameOf, isNew: boolean): string {
    switch (change.kind) {
      case 'age':
        return `${ageNames[change.field]} ${moved(change.old, change.new, age, isNew)}`
      case 'interval': {
        const kind = change.isAllowable ? ' (still accepted)' : ''
        const value = moved(change.old, change.new, interval, isNew)
        return `${from(change.from, nameOf)}${kind}, ${intervalNames[change.field]} ${value}`
      }
      case 'interval-removed':
        return `no longer set: ${from(change.from, nameOf)}`
      case 'product':
        return product(change, nameOf)
      case 'skip-added':
        return `new case in which the dose is skipped: ${skip(change.skip, nameOf)}`
      case 'skip-removed':
        return `no longer skipped when: ${skip(change.skip, nameOf)}`
      case 'label':
        return `name of the dose: ${change.old?.en ?? ''} → ${change.new.en}`
      case 'recurs':
        return change.new ? 'repeated without end' : 'no longer repeated'
      case 'season':
        return `season: ${season(change.old)} → ${season(change.new)}`
      case 'zero-dose':
        return `early extra dose: ${change.old?.label.en ?? 'none'} → ${zeroDose(change.new)}`
      case 'priority':
        return 'another priority between intervals'
      case 'confirmation':
        return change.new ? `confirmed by ${change.new}` : 'no longer confirmed by anybody'
    }
  },
}

function season(value: { readonly startOn: CalendarDay; readonly endOn: CalendarDay | null } | null): string {
  if (!value) return 'all year'
  return value.endOn ? `${day(value.startOn)} – ${day(value.endOn)}` : `from ${day(value.startOn)}`
}

function zeroDose(
  value: { readonly from: Exclude<RuleValue, string | null>; readonly label: { readonly en: string } } | null,
): string {
  return value ? `${value.label.en}, from ${age(value.from)}` : 'none'
}
