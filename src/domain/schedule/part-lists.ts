import { atValue, nearestWord, type PartProblem } from './part-problem'

type Json = unknown
type Path = readonly PropertyKey[]

/** A part with its lists and settings put in, and the way back from there to the text. */
export type ExpandedPart = {
  readonly value: Json
  readonly problems: readonly PartProblem[]
  /** The path in the file of a path in the expanded part: a list stands on one line, whatever it holds. */
  readonly pathInFile: (path: Path) => Path
}

/**
 * Replaces what a part says once and uses often: `{"list": name}` rows and `"@name"` entries by the products of a list
 * of the catalog, and the name of a setting by its value. An unknown list is a problem, never an empty list.
 */
export function expandPart(
  part: Json,
  lists: ReadonlyMap<string, readonly string[]>,
  settings: ReadonlyMap<string, string>,
): ExpandedPart {
  const problems: PartProblem[] = []
  /** For each list that was made: the place in the file of each of its entries. */
  const origins = new WeakMap<readonly Json[], readonly number[]>()

  function listOf(name: string, path: Path): readonly string[] {
    const list = lists.get(name)
    if (list) return list
    const suggestion = nearestWord(name, lists.keys())
    problems.push(atValue('schedule-file.unknown-list', path, { value: name, suggestion }))
    return []
  }
  function entries(entry: Json, path: Path): readonly Json[] {
    if (typeof entry === 'string' && entry.startsWith('@')) return listOf(entry.slice(1), path)
    if (entry === null || typeof entry !== 'object' || !('list' in entry)) return [expand(entry, path)]
    const { list, ...row } = entry
    return listOf(String(list), [...path, 'list']).map(vaccine => expand({ vaccine, ...row }, path))
  }
  function expand(value: Json, path: Path): Json {
    if (typeof value === 'string') return isProse(path) ? value : (settings.get(value) ?? value)
    if (value === null || typeof value !== 'object') return value
    if (!Array.isArray(value)) {
      const fields = Object.entries(value)
      return Object.fromEntries(fields.map(([key, one]) => [key, expand(one, [...path, key])]))
    }
    const made = value.map((entry, index) => entries(entry, [...path, index]))
    const list = made.flat()
    origins.set(
      list,
      made.flatMap((some, index) => some.map(() => index)),
    )
    return list
  }

  const value = expand(part, [])
  return { value, problems, pathInFile: path => pathThrough(value, path, origins) }
}

/** What the settings themselves say is not replaced by them. */
function isProse([first]: Path): boolean {
  return first === 'settings'
}

function pathThrough(value: Json, path: Path, origins: WeakMap<readonly Json[], readonly number[]>): Path {
  let here = value
  return path.map(step => {
    const origin = Array.isArray(here) ? origins.get(here)?.[Number(step)] : undefined
    here = here !== null && typeof here === 'object' ? Reflect.get(here, step) : undefined
    return origin ?? step
  })
}
