import type { CalendarDay } from '../calendar/calendar-day'
import { assess } from './assess'
import type { ChartInput } from './chart-types'
import { type OpenTarget, openTargets } from './open-targets'

/** How the due date of one antigen moves: to an earlier or later day, or it comes or goes altogether. */
export type DueDateMove = 'earlier' | 'later' | 'new' | 'gone'

export type DueDateChange = {
  readonly antigen: string
  readonly move: DueDateMove
  /** Recommended day under each schedule; null where nothing is forecast. */
  readonly oldOn: CalendarDay | null
  readonly newOn: CalendarDay | null
}

/**
 * Where the due dates of one person differ between two schedules; everything else of the two inputs is the same. What
 * counts is the recommended day, and where that stays the earliest one; a series group of an antigen is a line. With
 * `only`, no other antigens are looked at (`differingAntigens`).
 */
export function dueDateChanges(
  before: ChartInput,
  after: ChartInput,
  only?: readonly string[],
): readonly DueDateChange[] {
  const [old, now] = [dueByLine(before, only), dueByLine(after, only)]
  const lines = [...new Set([...old.keys(), ...now.keys()])]
  return lines.flatMap(line => {
    const change = changeOf(old.get(line) ?? null, now.get(line) ?? null)
    return change ? [change] : []
  })
}

/** The next target of each antigen and series group; of several the one that is due first. */
function dueByLine(input: ChartInput, only?: readonly string[]): ReadonlyMap<string, OpenTarget> {
  const lines = new Map<string, OpenTarget>()
  for (const target of openTargets(assess(input, only))) {
    const line = `${target.antigen} ${target.group}`
    const known = lines.get(line)
    if (!known || target.dates.recommendedOn < known.dates.recommendedOn) lines.set(line, target)
  }
  return lines
}

function changeOf(before: OpenTarget | null, after: OpenTarget | null): DueDateChange | null {
  const known = after ?? before
  const move = moveOf(before, after)
  if (!known || !move) return null
  return {
    antigen: known.antigen,
    move,
    oldOn: before?.dates.recommendedOn ?? null,
    newOn: after?.dates.recommendedOn ?? null,
  }
}

function moveOf(before: OpenTarget | null, after: OpenTarget | null): DueDateMove | null {
  if (!before) return after ? 'new' : null
  if (!after) return 'gone'
  const [old, now] = [before.dates, after.dates]
  const pairs = [
    [old.recommendedOn, now.recommendedOn],
    [old.earliestOn, now.earliestOn],
  ] as const
  const [was, is] = pairs.find(([one, other]) => one !== other) ?? []
  if (was === undefined || is === undefined) return null
  return is < was ? 'earlier' : 'later'
}

/** How many due dates of one antigen move which way. */
export type AntigenImpact = { readonly antigen: string } & { readonly [Move in DueDateMove]: number }

/** What a change of the schedule does to everybody counted so far. */
export type ScheduleImpact = {
  readonly persons: number
  /** Persons with at least one due date that moves. */
  readonly changedPersons: number
  /** Most changes first. */
  readonly antigens: readonly AntigenImpact[]
  /** Some of them, as they come. */
  readonly sample: readonly { readonly personId: string; readonly changes: readonly DueDateChange[] }[]
}

/** Nobody counted yet. */
export const noImpact: ScheduleImpact = { persons: 0, changedPersons: 0, antigens: [], sample: [] }

const sampleSize = 50

/** Counts one more person. */
export function countImpact(
  impact: ScheduleImpact,
  personId: string,
  changes: readonly DueDateChange[],
): ScheduleImpact {
  const persons = impact.persons + 1
  if (changes.length === 0) return { ...impact, persons }
  const counts = new Map(impact.antigens.map(line => [line.antigen, line]))
  for (const { antigen, move } of changes) {
    const line = counts.get(antigen) ?? { antigen, earlier: 0, later: 0, new: 0, gone: 0 }
    counts.set(antigen, { ...line, [move]: line[move] + 1 })
  }
  return {
    persons,
    changedPersons: impact.changedPersons + 1,
    antigens: [...counts.values()].toSorted((a, b) => totalOf(b) - totalOf(a)),
    sample: impact.sample.length < sampleSize ? [...impact.sample, { personId, changes }] : impact.sample,
  }
}

function totalOf(line: AntigenImpact): number {
  return line.earlier + line.later + line.new + line.gone
}
