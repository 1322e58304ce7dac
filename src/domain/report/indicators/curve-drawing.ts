import { type CurvePoint, type DoseCurve, daysPerMonth } from './curves'

/** Room for a picture, in any unit: pixels on a screen, tenths of a millimetre on paper. */
export type CurveRoom = { readonly width: number; readonly height: number; readonly letters: number }

export type CurveTick = { readonly at: number; readonly label: string }

export type DrawnCurve = {
  readonly doseId: string
  /** An SVG path; empty where no child has reached any age. */
  readonly path: string
  /** Where the line ends, moved apart where two would meet: its number stands there. */
  readonly endX: number
  readonly endY: number
  /** Where the dose is due. */
  readonly dueX: number
}

/** What is drawn, ready for SVG: the same on a screen and on paper. */
export type CurveDrawing = CurveRoom & {
  readonly plot: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  /** Months of age below, percent beside. */
  readonly across: readonly CurveTick[]
  readonly upward: readonly CurveTick[]
  readonly curves: readonly DrawnCurve[]
}

/** Lays the curves of one picture out: age across, share upward. */
export function curveDrawing(
  curves: readonly DoseCurve[],
  untilMonths: number,
  room: CurveRoom,
): CurveDrawing {
  const { width, height, letters } = room
  const plot = {
    left: letters * 2.6,
    top: letters * 1.2,
    right: width - letters * 1.6,
    bottom: height - letters * 1.6,
  }
  const place = placing(plot, untilMonths)
  const ends = curves.map(({ points }) => place.top(shareAt(points.at(-1))))
  const tops = apart(ends, letters, plot)
  return {
    ...room,
    plot,
    across: ticks(untilMonths).map(month => ({
      at: rounded(place.left(month * daysPerMonth)),
      label: String(month),
    })),
    upward: [0, 25, 50, 75, 100].map(percent => ({
      at: rounded(place.top(percent / 100)),
      label: String(percent),
    })),
    curves: curves.map(({ doseId, dueDays, points }, index) => ({
      doseId,
      path: pathOf(points, place),
      endX: rounded(place.left(points.at(-1)?.ageDays ?? 0)),
      endY: rounded(tops[index] ?? plot.bottom),
      dueX: rounded(place.left(dueDays)),
    })),
  }
}

/** Where an age and a share lie in a picture, and which age a place means. */
export function placing(plot: CurveDrawing['plot'], untilMonths: number) {
  const days = untilMonths * daysPerMonth
  return {
    left: (ageDays: number) => plot.left + (Math.min(ageDays, days) / days) * (plot.right - plot.left),
    top: (share: number) => plot.bottom - share * (plot.bottom - plot.top),
    ageAt: (left: number) => ((left - plot.left) / (plot.right - plot.left)) * days,
  }
}

/** The share at a point; 0 where there is none. */
export function shareAt(point: CurvePoint | undefined): number {
  return point === undefined || point.of === 0 ? 0 : point.counted / point.of
}

function pathOf(points: readonly CurvePoint[], place: ReturnType<typeof placing>): string {
  return points
    .map(point => `${rounded(place.left(point.ageDays))} ${rounded(place.top(shareAt(point)))}`)
    .map((at, index) => `${index === 0 ? 'M' : 'L'}${at}`)
    .join('')
}

function ticks(untilMonths: number): readonly number[] {
  const step = untilMonths <= 12 ? 2 : untilMonths <= 24 ? 3 : 6
  return Array.from({ length: Math.floor(untilMonths / step) + 1 }, (_, index) => index * step)
}

/** Tops of labels, each at least its height below the one above it, none below the picture. */
function apart(ends: readonly number[], least: number, plot: CurveDrawing['plot']): readonly number[] {
  const order = ends.map((_, index) => index).toSorted((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0) || b - a)
  const tops = [...ends]
  let above = Number.NEGATIVE_INFINITY
  for (const index of order) {
    const top = Math.max(ends[index] ?? 0, above + least)
    tops[index] = top
    above = top
  }
  const over = Math.max(0, above - plot.bottom)
  return tops.map(top => top - over)
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

/** How the lines of one picture are told apart without colour, in the order of its doses. Dashes in letters. */
export const curveDashes: readonly (readonly number[])[] = [
  [],
  [0.6, 0.3],
  [0.15, 0.25],
  [0.9, 0.25, 0.15, 0.25],
]
