import type { ConflictRule, Schedule, VaccineAntigen } from './schedule-types'

/** What is asked of a schedule for every dose, looked up instead of searched. */
export type ScheduleIndex = {
  /** Association rows by product. */
  readonly antigensOf: ReadonlyMap<string, readonly VaccineAntigen[]>
  /** Conflict rules by the product that is impacted, with the products that came before. */
  readonly conflictsOf: ReadonlyMap<string, readonly IndexedConflict[]>
}

export type IndexedConflict = { readonly rule: ConflictRule; readonly previous: ReadonlySet<string> }

const indexes = new WeakMap<Schedule, ScheduleIndex>()

/** The index of a schedule, made once: a schedule is never changed, a new one is a new object. */
export function indexOf(schedule: Schedule): ScheduleIndex {
  const known = indexes.get(schedule)
  if (known) return known
  const made = makeIndex(schedule)
  indexes.set(schedule, made)
  return made
}

function makeIndex({ vaccineAntigens, conflicts }: Schedule): ScheduleIndex {
  const conflictsOf = new Map<string, IndexedConflict[]>()
  for (const rule of conflicts) {
    const conflict = { rule, previous: new Set(rule.previous) }
    for (const code of new Set(rule.current)) {
      const list = conflictsOf.get(code) ?? []
      list.push(conflict)
      conflictsOf.set(code, list)
    }
  }
  const antigensOf = new Map<string, VaccineAntigen[]>()
  for (const row of vaccineAntigens) {
    const list = antigensOf.get(row.vaccine) ?? []
    list.push(row)
    antigensOf.set(row.vaccine, list)
  }
  return { antigensOf, conflictsOf }
}
