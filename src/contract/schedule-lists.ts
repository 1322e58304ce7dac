import { z } from 'zod'

const preamble = z.looseObject({
  settings: z
    .record(
      z.string(),
      z.strictObject({ value: z.string(), alternatives: z.array(z.string()).min(1), note: z.string() }),
    )
    .default({}),
  vaccineLists: z.record(z.string(), z.array(z.string()).min(1)).default({}),
})

type Expanded = { readonly file: unknown; readonly problems: readonly string[] }

/**
 * Replaces what a file says once and uses often: `{"list": name}` rows and `"@name"` entries by the products of a list,
 * and the name of a setting ("programmeMonth") by its value. An unknown name is a problem, never an empty list.
 */
export function expandLists(file: unknown): Expanded {
  const read = preamble.safeParse(file)
  if (!read.success) return { file, problems: read.error.issues.map(({ message }) => message) }
  const { settings, vaccineLists, ...body } = read.data
  const wrong = Object.entries(settings).filter(
    ([, { value, alternatives }]) => !alternatives.includes(value),
  )
  const problems = wrong.map(
    ([name, { value }]) => `settings.${name}: ${value} is not among its alternatives`,
  )
  const listOf = (name: string): readonly string[] => {
    const list = vaccineLists[name]
    if (!list) problems.push(`no vaccine list is called ${name}`)
    return list ?? []
  }
  const expand = (value: unknown): unknown => {
    if (typeof value === 'string') return settings[value]?.value ?? value
    if (Array.isArray(value)) return value.flatMap(one => expandEntry(one, listOf)).map(expand)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, expand(one)]))
  }
  return { file: expand(body), problems }
}

function expandEntry(entry: unknown, listOf: (name: string) => readonly string[]): readonly unknown[] {
  if (typeof entry === 'string' && entry.startsWith('@')) return listOf(entry.slice(1))
  if (entry === null || typeof entry !== 'object' || !('list' in entry)) return [entry]
  const { list, ...row } = entry
  return listOf(String(list)).map(vaccine => ({ vaccine, ...row }))
}
