import type { HeldResource, PointEnd, SavedDose } from './protocol'

/** What the storm found out. `faults` says in words what is not as it must be; empty: all is well. */
export type Verdict = {
  readonly acknowledged: number
  readonly onServer: number
  readonly resources: number
  /** People that more than one point knows. */
  readonly shared: number
  readonly wrong: readonly string[]
}

/** Compares what the points answered for and what they hold with what the province holds. */
export function judge(
  ends: readonly PointEnd[],
  acknowledged: readonly SavedDose[],
  held: readonly HeldResource[],
  renamed: ReadonlyMap<string, string>,
): Verdict {
  const byKey = new Map<string, HeldResource[]>()
  for (const each of held) byKey.set(each.key, [...(byKey.get(each.key) ?? []), each])
  const wrong = [
    ...ends.flatMap((end, at) => wrongAt(end, at, byKey)),
    ...acknowledgedWrong(acknowledged, byKey),
    ...differing(ends),
    ...undone(ends, renamed),
    ...[...byKey].filter(([, all]) => all.length > 1).map(([key]) => `${key} is there twice`),
  ]
  const onServer = held.filter(({ type }) => type === 'Immunization').length
  return {
    acknowledged: new Set(acknowledged.map(({ doseId }) => doseId)).size,
    onServer,
    resources: held.length,
    shared: [...viewsOf(ends).values()].filter(views => views.length > 1).length,
    wrong,
  }
}

/** What each point says of a person, by their id. */
function viewsOf(ends: readonly PointEnd[]): ReadonlyMap<string, readonly string[]> {
  const views = new Map<string, string[]>()
  for (const { people } of ends)
    for (const [id, view] of people) views.set(id, [...(views.get(id) ?? []), view])
  return views
}

/** Points that know the same person and do not agree about them. */
function differing(ends: readonly PointEnd[]): readonly string[] {
  return [...viewsOf(ends)]
    .filter(([, views]) => new Set(views).size > 1)
    .map(([id, views]) => `the points do not agree about ${id}: ${[...new Set(views)].join(' ≠ ')}`)
}

/** Whoever was renamed, at whichever point, is not called as they were registered. By id, with that name. */
function undone(ends: readonly PointEnd[], renamed: ReadonlyMap<string, string>): readonly string[] {
  return [...viewsOf(ends)].flatMap(([id, views]) => {
    const before = renamed.get(id)
    const names = views.map(view => (JSON.parse(view) as { readonly name: string }).name)
    return before !== undefined && names.includes(before)
      ? [`a correction of ${id} was undone: ${before}`]
      : []
  })
}

type ByKey = ReadonlyMap<string, readonly HeldResource[]>

function wrongAt(end: PointEnd, at: number, byKey: ByKey): readonly string[] {
  const name = `point ${at + 1}`
  const missing = end.expected.flatMap(([key, entryIds]) => {
    const [found] = byKey.get(key) ?? []
    if (!found) return [`${name}: ${key} is not at the province`]
    // A tag instead of an entry: AdverseEvent and the like are compared by being there.
    if (found.entryId === null || entryIds.includes(found.entryId)) return []
    return [`${name}: ${key} is not as the point has it`]
  })
  const doses = end.doses.flatMap(({ doseId, serverIds }) =>
    byKey.get(`Immunization/${doseId}`)?.[0]?.id === serverIds[0]
      ? []
      : [`${name}: the receipt of ${doseId} names another record`],
  )
  return [
    ...(end.isSettled ? [] : [`${name} still waits with ${end.waiting} records: ${end.logs.join(' | ')}`]),
    ...(end.openConflicts > 0 ? [`${name}: ${end.openConflicts} questions were not decided`] : []),
    ...(end.unexplained > 0 ? [`${name}: ${end.unexplained} refusals without a reason`] : []),
    ...missing,
    ...doses,
  ]
}

function acknowledgedWrong(acknowledged: readonly SavedDose[], byKey: ByKey): readonly string[] {
  const patients = new Map([...byKey.values()].flat().map(each => [`${each.type}/${each.id}`, each.key]))
  const last = new Map(acknowledged.map(dose => [dose.doseId, dose]))
  return [...last.values()].flatMap(({ doseId, personId, isTakenBack }) => {
    const found = byKey.get(`Immunization/${doseId}`) ?? []
    const [one] = found
    if (!one || found.length !== 1) return [`dose ${doseId} is there ${found.length} times`]
    const status = isTakenBack ? 'entered-in-error' : 'completed'
    if (one.status !== status) return [`dose ${doseId} is ${one.status}, not ${status}`]
    if (patients.get(one.patient ?? '') !== `Patient/${personId}`)
      return [`dose ${doseId} belongs to another person`]
    return []
  })
}
