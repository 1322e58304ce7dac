/** True when the two are equal, or one letter is wrong, missing or too many, or two neighbours are swapped. */
export function isOneSlip(a: string, b: string): boolean {
  let from = 0
  while (from < a.length && a[from] === b[from]) from += 1
  let endA = a.length
  let endB = b.length
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const [left, right] = [a.slice(from, endA), b.slice(from, endB)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** One slip (a wrong, missing, extra or swapped letter), or two behind the same first letter in words of four and more. */
export function isNearly(typed: string, word: string): boolean {
  if (typed.length < 2 || word.length < 2) return false
  if (isOneSlip(typed, word)) return true
  if (typed.length < 4 || typed[0] !== word[0] || Math.abs(typed.length - word.length) > 2) return false
  // Two slips change at most four letters of the two alphabets; only then is the distance worth working out.
  return strangers(typed, word) + strangers(word, typed) <= 4 && slipsBetween(typed, word) <= 2
}

/** How many letters of one word the other does not have at all. */
function strangers(a: string, b: string): number {
  let count = 0
  for (const letter of a) if (!b.includes(letter)) count += 1
  return count
}

/** Optimal string alignment distance: a swap of two neighbours counts as one slip. */
export function slipsBetween(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    beforePrevious = previous
    previous = row
  }
  return previous[b.length] ?? 0
}

/** Day and month swapped, or one digit wrong. */
export function isDateSlip(a: string, b: string): boolean {
  const [year, month, day] = a.split('-')
  if (`${year}-${day}-${month}` === b) return true
  return a.length === b.length && [...a].filter((digit, at) => digit !== b[at]).length === 1
}
