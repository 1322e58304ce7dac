import { addDays, type CalendarDay } from '../calendar/calendar-day'
import { dayBefore } from '../calendar/offset'
import type { Antigen, Schedule, Series, SeriesDose, SeriesDoseRule } from './schedule-types'

/** What exists whatever the version: antigens with their products, what holds between them, how they are shown. */
export type ScheduleCatalog = Pick<
  Schedule,
  'vaccineAntigens' | 'vaccineGroups' | 'conflicts' | 'rows' | 'otherRow'
> & { readonly antigens: readonly Omit<Antigen, 'rollOut' | 'series'>[] }

/** What one version says of one antigen. */
export type AntigenPlan = { readonly rollOut: Antigen['rollOut']; readonly series: readonly Series[] }

/**
 * One version of a programme, or a supplement to whatever programme is in force (fee-based doses, tetanus of women).
 * `antigens` holds what the version says itself and what it takes over from the version it is based on.
 */
export type ScheduleVersion = Pick<
  Schedule,
  | 'code'
  | 'name'
  | 'legalBasis'
  | 'validFrom'
  | 'validTo'
  | 'sources'
  | 'confirmation'
  | 'confirmedBy'
  | 'confirmedOn'
  | 'notes'
  | 'campaignDosesCount'
  | 'campaigns'
  | 'protectedAtBirth'
> & {
  readonly kind: 'programme' | 'supplement'
  readonly basedOn: string | null
  readonly antigens: ReadonlyMap<string, AntigenPlan>
}

/** All versions a point knows: those that ship, and those its province sent. */
export type ScheduleBook = {
  readonly catalog: ScheduleCatalog
  /** Sorted by `validFrom`. */
  readonly versions: readonly ScheduleVersion[]
}

/**
 * The schedule that forecasts on a day: the programme's version in force with the supplements in force. Each row keeps
 * the rows it replaced, because a dose is judged by the version in force on the day it was given (issue of law, and of
 * fairness to the vaccinator). After the last version's end the last one stays: old advice is better than none, and
 * `Schedule.validTo` says so. Throws RangeError when the book has no programme.
 */
export function scheduleOn({ catalog, versions }: ScheduleBook, on: CalendarDay): Schedule {
  const programmes = versions.filter(({ kind }) => kind === 'programme')
  const current = inForce(programmes, on)
  if (!current) throw new RangeError('a schedule book without a programme')
  const supplements = supplementsOn(versions, on)
  const parts = [current, ...supplements]
  return {
    code: current.code,
    name: current.name,
    legalBasis: current.legalBasis,
    validFrom: current.validFrom,
    validTo: current.validTo,
    sources: parts.flatMap(({ sources }) => sources),
    confirmation: current.confirmation,
    confirmedBy: current.confirmedBy,
    confirmedOn: current.confirmedOn,
    notes: parts.flatMap(({ notes }) => notes),
    campaignDosesCount: current.campaignDosesCount,
    // A campaign ends, its doses stay: what any version said of it holds for them.
    campaigns: versions.flatMap(({ campaigns }) => campaigns),
    protectedAtBirth: parts.flatMap(({ protectedAtBirth }) => protectedAtBirth),
    antigens: catalog.antigens.flatMap(facts => {
      const plan = planOf(facts.code, parts)
      return plan
        ? [{ ...facts, ...plan, series: plan.series.map(it => dated(it, facts.code, versions, on)) }]
        : []
    }),
    vaccineAntigens: catalog.vaccineAntigens,
    vaccineGroups: catalog.vaccineGroups,
    conflicts: catalog.conflicts,
    rows: catalog.rows,
    otherRow: catalog.otherRow,
  }
}

/** Days on which the composed schedule changes, sorted: the same `Schedule` holds from one to the next. */
export function changeDays({ versions }: ScheduleBook): readonly CalendarDay[] {
  const days = versions.flatMap(({ kind, validFrom, validTo }) =>
    kind === 'supplement' && validTo !== null ? [validFrom, addDays(validTo, 1)] : [validFrom],
  )
  return [...new Set(days)].toSorted()
}

/** The version in force on a day; between two versions and after the last the one before; before the first, the first. */
function inForce(sorted: readonly ScheduleVersion[], on: CalendarDay): ScheduleVersion | null {
  return sorted.findLast(({ validFrom }) => validFrom <= on) ?? sorted[0] ?? null
}

/** A supplement whose end has passed is gone. */
function supplementsOn(versions: readonly ScheduleVersion[], on: CalendarDay): readonly ScheduleVersion[] {
  return versions.filter(
    ({ kind, validFrom, validTo }) =>
      kind === 'supplement' && validFrom <= on && (validTo === null || on <= validTo),
  )
}

function planOf(antigen: string, parts: readonly ScheduleVersion[]): AntigenPlan | null {
  const plans = parts.map(({ antigens }) => antigens.get(antigen)).filter(plan => plan !== undefined)
  const [first] = plans
  return first ? { rollOut: first.rollOut, series: plans.flatMap(({ series }) => series) } : null
}

/** Gives each row of a series the rows that stood in its place before. */
function dated(
  series: Series,
  antigen: string,
  versions: readonly ScheduleVersion[],
  on: CalendarDay,
): Series {
  const earlier = versions
    .filter(({ validFrom }) => validFrom <= on)
    .flatMap(({ validFrom, antigens }) => {
      const found = antigens.get(antigen)?.series.find(({ code }) => code === series.code)
      return found ? [{ validFrom, doses: found.doses }] : []
    })
  return { ...series, doses: series.doses.map((dose, index) => datedDose(dose, index, earlier)) }
}

/** Rows by the day they ended; a row that only was taken over into the next version is the same row. */
function datedDose(
  dose: SeriesDose,
  index: number,
  earlier: readonly { readonly validFrom: CalendarDay; readonly doses: readonly SeriesDose[] }[],
): SeriesDose {
  const rows = earlier.flatMap(({ validFrom, doses }) => {
    const rule = doses[index]
    return rule ? [{ validFrom, rule }] : []
  })
  const formerly = rows.flatMap(({ rule }, position) => {
    const next = rows[position + 1]
    return next && next.rule.version !== rule.version
      ? [{ until: dayBefore(next.validFrom), rule: withoutPast(rule) }]
      : []
  })
  return { ...dose, formerly }
}

function withoutPast({ formerly: _formerly, ...rule }: SeriesDose): SeriesDoseRule {
  return rule
}

/** The row that judges a dose given on a day. */
export function ruleOn(dose: SeriesDose, on: CalendarDay): SeriesDoseRule {
  return dose.formerly.find(({ until }) => on <= until)?.rule ?? dose
}
