import type { PlanLine, PlanView } from '../../../src/contract/plan-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { PlanSlot } from '../../../src/domain/session-plan/plan'
import { spreadOverSlots } from '../../../src/domain/session-plan/spread-slots'

/** What the user has changed since the plan was opened; it outlives the screen. */
export type PlanDraft = {
  /** Slot by person; null: not invited. */
  readonly moves: Readonly<Record<string, number | null>>
  /** Why somebody saved was taken out. */
  readonly removed: Readonly<Record<string, string>>
  readonly added: readonly PlanLine[]
  readonly slots: readonly PlanSlot[] | null
  readonly nextSessionOn: CalendarDay | null
  readonly held: readonly string[] | null
}

export const noChange: PlanDraft = {
  moves: {},
  removed: {},
  added: [],
  slots: null,
  nextSessionOn: null,
  held: null,
}

export const isChanged = (draft: PlanDraft): boolean => JSON.stringify(draft) !== JSON.stringify(noChange)

/** How a line is shown, with what the user did to it. */
export type ShownLine = PlanLine & {
  readonly isInvited: boolean
  /** All doses are of vaccines kept for the next session. */
  readonly isHeld: boolean
}

export const heldOf = (view: PlanView, draft: PlanDraft): readonly string[] =>
  draft.held ?? view.plan?.heldVaccines ?? []

/** The lines with the changes of the draft; those whose every dose is held wait, unless they were placed by hand. */
export function shownLines(view: PlanView, draft: PlanDraft): readonly ShownLine[] {
  const held = heldOf(view, draft)
  const known = new Set(view.lines.map(({ personId }) => personId))
  const added = draft.added.filter(({ personId }) => !known.has(personId))
  return [...added, ...view.lines].map(line => {
    const { personId, doses, state } = line
    const reason = draft.removed[personId]
    const isHeld =
      doses.length > 0 && doses.every(({ vaccineCode }) => vaccineCode !== null && held.includes(vaccineCode))
    const moved = draft.moves[personId]
    const slotAt =
      reason !== undefined
        ? null
        : moved !== undefined
          ? moved
          : isHeld && state === 'proposed'
            ? null
            : line.slotAt
    return {
      ...line,
      slotAt,
      isHeld,
      isInvited: slotAt !== null,
      ...(reason === undefined ? {} : { state: 'removed' as const, removedBecause: reason }),
    }
  })
}

/** The slot for somebody who is ticked now: beside the family where it fits, else the first with room, else the last. */
export function slotFor(lines: readonly ShownLine[], personId: string, slots: readonly PlanSlot[]): number {
  const people = lines
    .filter(line => line.isInvited || line.personId === personId)
    .map(line => ({
      personId: line.personId,
      family: line.family,
      slotAt: line.isInvited ? line.slotAt : null,
    }))
  return spreadOverSlots(people, slots).slotAt.get(personId) ?? slots.length - 1
}

/** How many are asked for each slot. */
export function takenOf(lines: readonly ShownLine[], slots: readonly PlanSlot[]): readonly number[] {
  return slots.map((_, at) => lines.filter(({ slotAt }) => slotAt === at).length)
}

export const showings = ['all', 'invited', 'open', 'removed'] as const
export type Showing = (typeof showings)[number]

/** The lines a user asked to see; the hamlet narrows what is shown, never what is saved. */
export function visibleLines(
  lines: readonly ShownLine[],
  showing: Showing,
  hamlet: string | null,
): readonly ShownLine[] {
  const fits = (line: ShownLine) =>
    showing === 'all' ||
    (showing === 'invited' && line.isInvited) ||
    (showing === 'removed' && line.state === 'removed') ||
    (showing === 'open' && !line.isInvited && line.state !== 'removed')
  return lines.filter(line => fits(line) && (hamlet === null || placeKey(line) === hamlet))
}

export const placeKey = ({ communeCode, hamlet }: Pick<PlanLine, 'communeCode' | 'hamlet'>) =>
  `${communeCode}|${hamlet}`
export type HamletCount = {
  readonly key: string
  readonly communeCode: string
  readonly hamlet: string
  readonly invited: number
}

/** Every hamlet in the list with how many are invited from it, the largest first. */
export function hamletsOf(lines: readonly ShownLine[]): readonly HamletCount[] {
  const found = new Map<string, HamletCount>()
  for (const line of lines) {
    const key = placeKey(line)
    const known = found.get(key) ?? { key, communeCode: line.communeCode, hamlet: line.hamlet, invited: 0 }
    found.set(key, { ...known, invited: known.invited + (line.isInvited ? 1 : 0) })
  }
  return [...found.values()].toSorted(
    (a, b) => b.invited - a.invited || a.hamlet.localeCompare(b.hamlet, 'vi'),
  )
}

/** The slots of a button: a morning, morning and afternoon, or every hour of the morning. */
export function presetSlots(preset: 'morning' | 'both' | 'hours', capacity: number): readonly PlanSlot[] {
  if (preset === 'morning') return [{ slot: 'morning', time: null, capacity }]
  if (preset === 'both') {
    const half = Math.max(1, Math.ceil(capacity / 2))
    return [
      { slot: 'morning', time: null, capacity: half },
      { slot: 'afternoon', time: null, capacity: half },
    ]
  }
  const part = Math.max(1, Math.ceil(capacity / 4))
  return ['07:30', '08:15', '09:00', '09:45'].map(time => ({ slot: 'time', time, capacity: part }))
}
