/** The known word nearest to one that is not known, at most two letters off; null when there is none. */
export function nearestWord(word: string, known: readonly string[] | ReadonlySet<string>): string | null {
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
