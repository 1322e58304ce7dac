/** A merge as the rule sees it; one that was undone is not among them. */
export type MergeEdge = {
  readonly mergeId: string
  /** When it was written, by the hybrid clock: the same order at every station. */
  readonly stamp: string
  readonly survivorId: string
  readonly absorbedId: string
}

/** To whom the records of an absorbed person belong, and the merge that says so. */
export type PersonLink = {
  readonly personId: string
  /** The end of the chain: a person who is absorbed by nobody. */
  readonly survivorId: string
  readonly mergeId: string
}

/**
 * Who is absorbed by whom, whatever the order in which merges arrive. The earlier merge counts: a later one of a record
 * that is absorbed already, one that would close a circle, and one into a record that was voided are without effect,
 * until what stands before them is undone. Two records are never joined that nobody has looked at together.
 */
export function linksOf(
  edges: readonly MergeEdge[],
  voidedIds: ReadonlySet<string>,
): ReadonlyMap<string, PersonLink> {
  const parents = new Map<string, MergeEdge>()
  const ordered = [...edges].sort((a, b) => compare(a.stamp, b.stamp) || compare(a.mergeId, b.mergeId))
  for (const edge of ordered) {
    if (parents.has(edge.absorbedId) || voidedIds.has(edge.survivorId)) continue
    if (endOf(parents, edge.survivorId) === edge.absorbedId) continue
    parents.set(edge.absorbedId, edge)
  }
  return new Map(
    [...parents].map(([personId, { mergeId }]) => [
      personId,
      { personId, survivorId: endOf(parents, personId), mergeId },
    ]),
  )
}

function endOf(parents: ReadonlyMap<string, MergeEdge>, personId: string): string {
  let end = personId
  for (let next = parents.get(end); next; next = parents.get(end)) end = next.survivorId
  return end
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A pair has one form, whichever of the two was named first. */
export function orderedPair(a: string, b: string): { readonly leftId: string; readonly rightId: string } {
  return a < b ? { leftId: a, rightId: b } : { leftId: b, rightId: a }
}
