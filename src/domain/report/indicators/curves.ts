import type { Offset } from '../../calendar/offset'
import type { IndicatorChild } from './indicator-child'
import type { IndicatorDose } from './indicator-rules'
import type { Share } from './measure'

/** Share of children who had a dose by an age, of those who have reached it. */
export type CurvePoint = Share & { readonly ageDays: number }

export type DoseCurve = {
  readonly doseId: string
  /** The age at which the dose is due. */
  readonly dueDays: number
  /** One a week, from birth on; it ends where less than a quarter of the children are as old: few would make it jump. */
  readonly points: readonly CurvePoint[]
}

/** A curve ends where a smaller part of the children has reached the age. */
const leastPart = 0.25

/** A week: what a curve moves by. */
export const curveStepDays = 7

/** Months of average length, as curves mark ages. */
export const daysPerMonth = 30.4375

/** An age in days as a curve marks it: months of average length. */
export function ageInDays({ years, months, days }: Offset): number {
  return Math.round((years * 12 + months) * daysPerMonth) + days
}

/** Until which age the doses of one picture are drawn: a year after the last of them is due, in half years. */
export function curveEnd(doses: readonly Pick<IndicatorDose, 'due'>[]): number {
  const last = Math.max(...doses.map(({ due }) => ageInDays(due)))
  return Math.ceil((last / daysPerMonth + 9) / 6) * 6
}

/** How children came to a dose: each week of age what `standingOf` says of `by-age`, in one walk over the children. */
export function doseCurve(
  dose: Pick<IndicatorDose, 'id' | 'due'>,
  children: readonly IndicatorChild[],
  untilMonths: number,
): DoseCurve {
  const length = Math.floor((untilMonths * daysPerMonth) / curveStepDays) + 1
  // Where children come into the count and where they leave it; summed up afterwards.
  const [reached, had] = [new Int32Array(length + 1), new Int32Array(length + 1)]
  for (const child of children) {
    if (child.leftOut !== null || child.ageDays < 0) continue
    const last = Math.min(length - 1, Math.floor(child.ageDays / curveStepDays))
    add(reached, 0, last)
    const age = child.ageAtDose[dose.id]
    if (age !== undefined) add(had, Math.ceil(Math.max(0, age) / curveStepDays), last)
  }
  return { doseId: dose.id, dueDays: ageInDays(dose.due), points: summed(reached, had) }
}

function add(changes: Int32Array, from: number, last: number): void {
  if (from > last) return
  changes[from] = (changes[from] ?? 0) + 1
  changes[last + 1] = (changes[last + 1] ?? 0) - 1
}

function summed(reached: Int32Array, had: Int32Array): readonly CurvePoint[] {
  const points: CurvePoint[] = []
  let [of, counted] = [0, 0]
  for (let step = 0; step < reached.length - 1; step++) {
    of += reached[step] ?? 0
    counted += had[step] ?? 0
    if (of === 0 || of < (points[0]?.of ?? 0) * leastPart) break
    points.push({ ageDays: step * curveStepDays, counted, of })
  }
  return points
}
