import type { Offset } from '../calendar/offset'
import { type DoseChange, doseChanges, noRules, same } from './dose-difference'
import type { Antigen, LocalText, Schedule, Series, SeriesDose } from './schedule-types'

export type Appearance = 'added' | 'removed' | 'changed'

/** One target dose of a series, and every rule of it that differs. */
export type DoseDifference = {
  /** Number of the target, from 1. */
  readonly number: number
  readonly label: LocalText
  readonly kind: Appearance
  /** For an added dose its whole rule, as a change from nothing; for a removed one nothing. */
  readonly changes: readonly DoseChange[]
}

/** `selection`: which series of several a person follows (group, preference, default, priority). */
export type SeriesChange =
  | { readonly field: 'name'; readonly old: LocalText; readonly new: LocalText }
  | {
      readonly field: 'minAgeToStart' | 'maxAgeToStart'
      readonly old: Offset | null
      readonly new: Offset | null
    }
  | { readonly field: 'type' | 'requiredSex' | 'indications' | 'selection' }

export type SeriesDifference = {
  readonly code: string
  readonly name: LocalText
  readonly kind: Appearance
  readonly changes: readonly SeriesChange[]
  readonly doses: readonly DoseDifference[]
}

export type AntigenDifference = {
  readonly antigen: string
  readonly name: LocalText
  readonly kind: Appearance
  /** Null when it is as before. */
  readonly rollOut: { readonly old: Antigen['rollOut'] | null; readonly new: Antigen['rollOut'] } | null
  readonly series: readonly SeriesDifference[]
}

/** What makes two schedules two: empty lists when every child is judged and forecast by the same rules. */
export type ScheduleDifference = {
  readonly antigens: readonly AntigenDifference[]
  /** Whether campaign doses count, where that changed. */
  readonly campaignDosesCount: boolean | null
}

/** Compares two composed schedules rule by rule; names, sources and signatures of a version are no rules. */
export function scheduleDifference(before: Schedule, after: Schedule): ScheduleDifference {
  const [old, now] = [byCode(before.antigens), byCode(after.antigens)]
  const codes = [...new Set([...now.keys(), ...old.keys()])]
  return {
    antigens: codes.flatMap(code => antigenDifference(old.get(code), now.get(code))),
    campaignDosesCount:
      before.campaignDosesCount === after.campaignDosesCount ? null : after.campaignDosesCount,
  }
}

/**
 * Antigens for which anything is said otherwise, rules of earlier days and rules of campaigns included: only their due
 * dates can differ, because each antigen is assessed by itself.
 */
export function differingAntigens(before: Schedule, after: Schedule): readonly string[] {
  const [old, now] = [byCode(before.antigens), byCode(after.antigens)]
  const codes = [...new Set([...old.keys(), ...now.keys()])]
  const general = ({ campaigns, campaignDosesCount, conflicts, vaccineAntigens }: Schedule) => {
    return { campaigns, campaignDosesCount, conflicts, vaccineAntigens }
  }
  if (!same(general(before), general(after))) return codes
  return codes.filter(code => !same(old.get(code), now.get(code)))
}

/** Whether nothing differs. */
export function isSameSchedule({ antigens, campaignDosesCount }: ScheduleDifference): boolean {
  return antigens.length === 0 && campaignDosesCount === null
}

function byCode<T extends { readonly code: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map(one => [one.code, one]))
}

function antigenDifference(
  before: Antigen | undefined,
  after: Antigen | undefined,
): readonly AntigenDifference[] {
  const known = after ?? before
  if (!known) return []
  const { code: antigen, name } = known
  if (!after) return [{ antigen, name, kind: 'removed', rollOut: null, series: [] }]
  const [old, now] = [byCode(before?.series ?? []), byCode(after.series)]
  const codes = [...new Set([...now.keys(), ...old.keys()])]
  const series = codes.flatMap(code => seriesDifference(old.get(code), now.get(code)))
  const rollOut =
    before?.rollOut === after.rollOut ? null : { old: before?.rollOut ?? null, new: after.rollOut }
  if (before && series.length === 0 && rollOut === null) return []
  return [{ antigen, name, kind: before ? 'changed' : 'added', rollOut, series }]
}

function seriesDifference(
  before: Series | undefined,
  after: Series | undefined,
): readonly SeriesDifference[] {
  const known = after ?? before
  if (!known) return []
  const { code, name } = known
  if (!after) return [{ code, name, kind: 'removed', changes: [], doses: [] }]
  const changes = before ? seriesChanges(before, after) : []
  const doses = doseDifferences(before?.doses ?? [], after.doses)
  if (before && changes.length === 0 && doses.length === 0) return []
  return [{ code, name, kind: before ? 'changed' : 'added', changes, doses }]
}

/** Target numbers are kept through all versions, so doses are compared by their place. */
function doseDifferences(
  before: readonly SeriesDose[],
  after: readonly SeriesDose[],
): readonly DoseDifference[] {
  const places = Math.max(before.length, after.length)
  return Array.from({ length: places }).flatMap((_, place): readonly DoseDifference[] => {
    const [old, now] = [before[place], after[place]]
    const number = place + 1
    if (!now) return old ? [{ number, label: old.label, kind: 'removed', changes: [] }] : []
    const changes = doseChanges(old ?? noRules, now)
    if (old && changes.length === 0) return []
    return [{ number, label: now.label, kind: old ? 'changed' : 'added', changes }]
  })
}

function seriesChanges(before: Series, after: Series): readonly SeriesChange[] {
  const ages = (['minAgeToStart', 'maxAgeToStart'] as const).filter(
    field => !same(before[field], after[field]),
  )
  const plain = (['type', 'requiredSex', 'indications'] as const).filter(
    field => !same(before[field], after[field]),
  )
  return [
    ...(same(before.name, after.name) ? [] : [{ field: 'name', old: before.name, new: after.name } as const]),
    ...ages.map(field => ({ field, old: before[field], new: after[field] })),
    ...plain.map(field => ({ field })),
    ...(same(selectionOf(before), selectionOf(after)) ? [] : [{ field: 'selection' } as const]),
  ]
}

function selectionOf(series: Series): unknown {
  const { group, equivalentGroups, isDefault, isProductPath, priority, preference } = series
  return { group, equivalentGroups, isDefault, isProductPath, priority, preference }
}
