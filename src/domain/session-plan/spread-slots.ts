import type { PlanSlot } from './plan'

/** Somebody to be given a slot. */
export type SpreadPerson = {
  readonly personId: string
  /** Members of one family come together. */
  readonly family: string
  /** Position in `slots` that is settled already; null: to be found. */
  readonly slotAt: number | null
}

export type SpreadResult = {
  /** Position in `slots` by person; null: there is no room left. */
  readonly slotAt: ReadonlyMap<string, number | null>
  /** How many each slot has. */
  readonly taken: readonly number[]
}

/**
 * Gives everybody a slot, the first in the list first, and never more than a slot takes. A family comes where its first
 * member does: into the earliest slot with room for all of it, else its members go one by one wherever there is room.
 * Whoever has a slot keeps it, even in one that is too full by hand.
 */
export function spreadOverSlots(
  people: readonly SpreadPerson[],
  slots: readonly Pick<PlanSlot, 'capacity'>[],
): SpreadResult {
  const taken = slots.map(() => 0)
  const slotAt = new Map<string, number | null>()
  const take = (personId: string, at: number | null) => {
    slotAt.set(personId, at)
    if (at !== null) taken[at] = (taken[at] ?? 0) + 1
  }
  const roomFor = (count: number) =>
    slots.findIndex(({ capacity }, at) => capacity - (taken[at] ?? 0) >= count)
  for (const { personId, slotAt: settled } of people)
    if (settled !== null && settled < slots.length) take(personId, settled)
  const members = new Map<string, SpreadPerson[]>()
  for (const person of people) members.set(person.family, [...(members.get(person.family) ?? []), person])
  for (const { family } of people) {
    const all = members.get(family) ?? []
    const open = all.filter(({ personId }) => !slotAt.has(personId))
    if (open.length === 0) continue
    const beside = besideFamily(all, slotAt, slots, taken, open.length)
    const together = beside ?? roomFor(open.length)
    for (const { personId } of open) {
      const alone = together >= 0 ? together : roomFor(1)
      take(personId, alone < 0 ? null : alone)
    }
  }
  return { slotAt, taken }
}

/** Where a member already comes, when the others fit there too. */
function besideFamily(
  all: readonly SpreadPerson[],
  slotAt: ReadonlyMap<string, number | null>,
  slots: readonly Pick<PlanSlot, 'capacity'>[],
  taken: readonly number[],
  count: number,
): number | null {
  for (const { personId } of all) {
    const at = slotAt.get(personId)
    const slot = at === undefined || at === null ? undefined : slots[at]
    if (at !== undefined && at !== null && slot && slot.capacity - (taken[at] ?? 0) >= count) return at
  }
  return null
}
