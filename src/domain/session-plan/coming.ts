/** The chance of each number of children, from none upwards; sums to one. */
export type Distribution = readonly number[]

/** Longer tails are of no use: the chance of what is cut off is below one in a million. */
const negligible = 1e-7

/**
 * How many of these come, each with a chance of their own (Poisson binomial), and besides them people who were not
 * invited (Poisson with this mean).
 */
export function comingDistribution(chances: readonly number[], walkIns = 0): Distribution {
  let known: readonly number[] = [1]
  for (const chance of chances) {
    const comes = Math.min(1, Math.max(0, chance))
    const stays = known
    known = Array.from(
      { length: stays.length + 1 },
      (_, count) => (stays[count] ?? 0) * (1 - comes) + (stays[count - 1] ?? 0) * comes,
    )
  }
  return walkIns > 0 ? summed(known, poisson(walkIns)) : known
}

/** Poisson chances up to where the rest is negligible. */
export function poisson(mean: number): Distribution {
  const chances: number[] = []
  let chance = Math.exp(-mean)
  let rest = 1
  for (let count = 0; rest > negligible && count < 500; count += 1) {
    chances.push(chance)
    rest -= chance
    chance = (chance * mean) / (count + 1)
  }
  return chances
}

/** The distribution of the sum of two numbers that do not depend on one another. */
export function summed(a: Distribution, b: Distribution): Distribution {
  const sum = Array.from({ length: a.length + b.length - 1 }, () => 0)
  a.forEach((chanceA, countA) => {
    b.forEach((chanceB, countB) => {
      sum[countA + countB] = (sum[countA + countB] ?? 0) + chanceA * chanceB
    })
  })
  return sum
}

/** The expected value of something that depends on the number. */
export function expected(distribution: Distribution, worth: (count: number) => number): number {
  return distribution.reduce((sum, chance, count) => sum + chance * worth(count), 0)
}

export const meanOf = (distribution: Distribution): number => expected(distribution, count => count)

/** The chance that at least so many come. */
export function chanceOfAtLeast(distribution: Distribution, count: number): number {
  return distribution.reduce((sum, chance, at) => (at >= count ? sum + chance : sum), 0)
}

/** The smallest number that is enough with this certainty, 0 to 1. */
export function enoughFor(distribution: Distribution, certainty: number): number {
  let sum = 0
  for (const [count, chance] of distribution.entries()) {
    sum += chance
    if (sum >= certainty - 1e-9) return count
  }
  return distribution.length - 1
}
