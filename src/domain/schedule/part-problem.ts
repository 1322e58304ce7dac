/** What can be wrong with a file that describes a part of a schedule. */
export type PartProblemCode =
  | 'schedule-file.bad-syntax'
  | 'schedule-file.name-twice'
  | 'schedule-file.wrong-kind'
  | 'schedule-file.unknown-field'
  | 'schedule-file.missing-field'
  | 'schedule-file.wrong-type'
  | 'schedule-file.bad-choice'
  | 'schedule-file.bad-span'
  | 'schedule-file.bad-day'
  | 'schedule-file.bad-number'
  | 'schedule-file.empty'
  | 'schedule-file.unknown-list'
  | 'schedule-file.bad-setting'
  | 'schedule-file.unknown-vaccine'
  | 'schedule-file.vaccine-lacks-antigen'
  | 'schedule-file.unknown-antigen'
  | 'schedule-file.unknown-version'
  | 'schedule-file.based-on-itself'
  | 'schedule-file.interval-from-later'
  | 'schedule-file.risk-without-indication'
  | 'schedule-file.unknown-group'
  | 'schedule-file.code-taken'
  | 'schedule-file.out-of-order'
  | 'schedule-file.confirmed-by-nobody'
  | 'schedule-file.does-not-fit'

/** One thing that is wrong: at the value or at the name that a path through the file leads to. */
export type PartProblem = {
  readonly code: PartProblemCode
  readonly path: readonly PropertyKey[]
  readonly at: 'value' | 'name'
  readonly params: Readonly<Record<string, string | number | boolean | null>>
}

/** Makes a problem at the value of a path. */
export function atValue(
  code: PartProblemCode,
  path: readonly PropertyKey[],
  params: PartProblem['params'] = {},
): PartProblem {
  return { code, path, at: 'value', params }
}

/** Makes a problem at the name of the last step of a path. */
export function atName(
  code: PartProblemCode,
  path: readonly PropertyKey[],
  params: PartProblem['params'] = {},
): PartProblem {
  return { code, path, at: 'name', params }
}

/** The known word nearest to one that is not known, at most two letters off; null when there is none. */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  let best: { readonly word: string; readonly distance: number } | null = null
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance <= 2 && distance < word.length && (!best || distance < best.distance))
      best = { word: candidate, distance }
  }
  return best?.word ?? null
}

/** Letters to change, add, leave out or swap with the next one to make one word of the other. */
function editDistance(a: string, b: string): number {
  let [above, row]: [readonly number[], readonly number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, i) => i),
  ]
  for (let i = 1; i <= a.length; i++) {
    const next: number[] = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const steps = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1)]
      next[j] = Math.min(...steps, isSwapped ? (above[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY)
    }
    ;[above, row] = [row, next]
  }
  return row[b.length] ?? 0
}
