/** Two people who come together when they can. */
export type FamilyTie = readonly [personId: string, otherId: string]

/** Each person's family, named by one of its members: who is tied over any number of steps belongs together. */
export function familiesOf(
  personIds: readonly string[],
  ties: readonly FamilyTie[],
): ReadonlyMap<string, string> {
  const above = new Map<string, string>()
  const topOf = (id: string): string => {
    const next = above.get(id)
    if (next === undefined || next === id) return id
    const top = topOf(next)
    above.set(id, top)
    return top
  }
  for (const [a, b] of ties) {
    const [topA, topB] = [topOf(a), topOf(b)].sort()
    if (topA !== undefined && topB !== undefined && topA !== topB) above.set(topB, topA)
  }
  return new Map(personIds.map(personId => [personId, topOf(personId)]))
}
