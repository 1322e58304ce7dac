import { z } from 'zod'
import type { ScheduleProblem } from './schedule-problems'
import { shapeProblems } from './schedule-shape'

const preamble = z.looseObject({
  settings: z
    .record(
      z.string(),
      z.strictObject({ value: z.string(), alternatives: z.array(z.string()).min(1), note: z.string() }),
    )
    .default({}),
  vaccineLists: z.record(z.string(), z.array(z.string()).min(1)).default({}),
})

/** Settings of a file by name: a value among its alternatives, and why. */
export type Settings = z.output<typeof preamble>['settings']
/** Named lists of products. */
export type VaccineLists = z.output<typeof preamble>['vaccineLists']
type Path = ScheduleProblem['path']

/** A file with its lists and settings put in, and the way back from a place in it to the place that was written. */
export type Expanded = {
  readonly file: unknown
  readonly problems: readonly ScheduleProblem[]
  readonly settings: Settings
  readonly vaccineLists: VaccineLists
  readonly sourcePath: (path: Path) => Path
}

/**
 * Replaces what a file says once and uses often: `{"list": name}` rows and `"@name"` entries by the products of a list,
 * and the name of a setting ("programmeMonth") by its value. An unknown name is a problem, never an empty list.
 * `known` are lists and settings that other files of the same schedule bring; the file's own go before them.
 */
export function expandLists(
  file: unknown,
  known: { readonly settings?: Settings; readonly vaccineLists?: VaccineLists } = {},
): Expanded {
  const read = preamble.safeParse(file)
  if (!read.success) {
    const problems = shapeProblems(read.error.issues, path => path)
    return { file, problems, settings: {}, vaccineLists: {}, sourcePath: path => path }
  }
  const { settings: own, vaccineLists: ownLists, ...body } = read.data
  const settings = { ...known.settings, ...own }
  const vaccineLists = { ...known.vaccineLists, ...ownLists }
  const problems = Object.entries(own)
    .filter(([, { value, alternatives }]) => !alternatives.includes(value))
    .map(
      ([name, { value }]): ScheduleProblem => ({
        path: ['settings', name, 'value'],
        code: 'not-an-alternative',
        detail: value,
      }),
    )
  const expansion = expand(body, { settings, vaccineLists })
  return {
    file: expansion.file,
    problems: [...problems, ...expansion.problems],
    settings,
    vaccineLists,
    sourcePath: path => expansion.sourcePath(path),
  }
}

/** Walks a value; remembers where the entries of each array stood before lists were put in. */
function expand(
  root: unknown,
  { settings, vaccineLists }: { readonly settings: Settings; readonly vaccineLists: VaccineLists },
) {
  const problems: ScheduleProblem[] = []
  const origins = new Map<string, readonly number[]>()
  const listOf = (name: string, path: Path): readonly string[] => {
    const list = vaccineLists[name]
    if (!list) problems.push({ path, code: 'unknown-list', detail: name })
    return list ?? []
  }
  const walk = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string') return settings[value]?.value ?? value
    if (value === null || typeof value !== 'object') return value
    if (!Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, [...path, key])]))
    }
    const entries = value.flatMap((one: unknown, index) =>
      entriesOf(one, name => listOf(name, [...path, index])).map(entry => ({ entry, index })),
    )
    origins.set(
      JSON.stringify(path),
      entries.map(({ index }) => index),
    )
    return entries.map(({ entry, index }) => walk(entry, [...path, index]))
  }
  const file = walk(root, [])
  return { file, problems, sourcePath: (path: Path) => written(path, origins) }
}

function entriesOf(entry: unknown, listOf: (name: string) => readonly string[]): readonly unknown[] {
  if (typeof entry === 'string' && entry.startsWith('@')) return listOf(entry.slice(1))
  if (entry === null || typeof entry !== 'object' || !('list' in entry)) return [entry]
  const { list, ...row } = entry
  return listOf(String(list)).map(vaccine => ({ vaccine, ...row }))
}

/** Each number in a path counts the entries after expansion; the array it leads into knows where that entry stood. */
function written(path: Path, origins: ReadonlyMap<string, readonly number[]>): Path {
  const before: (string | number)[] = []
  for (const step of path) {
    const origin = typeof step === 'number' ? origins.get(JSON.stringify(before))?.[step] : undefined
    before.push(origin ?? step)
  }
  return before
}
