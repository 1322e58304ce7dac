import type { Lms } from './growth-tables'

/** The score of a measurement: how many standard deviations it lies from the median. */
export function zScore(measured: number, { l, m, s }: Lms): number {
  return ((measured / m) ** l - 1) / (s * l)
}

/** The measurement that has a score; NaN where no measurement has it. */
export function measurementAt(z: number, { l, m, s }: Lms): number {
  return m * (1 + l * s * z) ** (1 / l)
}

/**
 * The score as WHO gives it for weight, BMI and arm circumference, whose distribution is skewed: beyond ±3 it is measured
 * in steps of the distance between the second and the third deviation on that side.
 */
export function restrictedZScore(measured: number, lms: Lms): number {
  const z = zScore(measured, lms)
  const at = (score: number) => measurementAt(score, lms)
  if (z > 3) return 3 + (measured - at(3)) / (at(3) - at(2))
  if (z < -3) return -3 + (measured - at(-3)) / (at(-2) - at(-3))
  return z
}

/** The measurement that has a restricted score: the inverse of `restrictedZScore`. */
export function restrictedMeasurementAt(z: number, lms: Lms): number {
  const at = (score: number) => measurementAt(score, lms)
  if (z > 3) return at(3) + (z - 3) * (at(3) - at(2))
  if (z < -3) return at(-3) + (z + 3) * (at(-2) - at(-3))
  return at(z)
}

/** To two decimals as WHO's programs round: the nearer one, of two equally near the even one. */
export function roundedZ(z: number): number {
  const low = Math.floor(z * 100)
  const [under, over] = [low / 100, (low + 1) / 100]
  const [toUnder, toOver] = [z - under, over - z]
  const isUnder = toUnder < toOver || (toUnder === toOver && low % 2 === 0)
  return (isUnder ? under : over) + 0
}

/** Which per cent of children of that age and sex lie below a score; 0 to 100, exact to ten digits. */
export function percentileOf(z: number): number {
  if (z <= -8) return 0
  if (z >= 8) return 100
  // Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/15 + …), a series that converges for every z (Marsaglia 2004).
  let [sum, term, odd] = [z, z, 1]
  while (Math.abs(term) > 1e-17) {
    odd += 2
    term *= (z * z) / odd
    sum += term
  }
  return 100 * (0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI))
}
