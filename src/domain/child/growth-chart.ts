import type { ChartPlace, GrowthChartData, GrowthLineZ, GrowthPoint } from './growth-curves'

/** Room for a chart, in any unit: pixels on a screen, tenths of a millimetre on paper. */
export type ChartRoom = {
  readonly width: number
  readonly height: number
  /** Height of the letters at the axes. */
  readonly letters: number
}

/** A line of the grid. Only some are named. */
export type ChartTick = { readonly at: number; readonly label: string | null; readonly isMajor: boolean }

export type ChartCurve = {
  readonly z: GrowthLineZ
  /** An SVG path. */
  readonly path: string
  /** `+2`, `0`, `−3`, at the right end of the line, moved apart where two would meet. */
  readonly label: string
  readonly labelX: number
  readonly labelY: number
}

/** A point where it is drawn; one off the chart stands at its edge. */
export type DrawnPoint = GrowthPoint & {
  readonly left: number
  readonly top: number
  readonly isOff: boolean
}

/** What is drawn, ready for SVG: the same on a screen and on paper. */
export type ChartGeometry = {
  readonly width: number
  readonly height: number
  readonly plot: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  /** What the numbers below the chart count. */
  readonly xScale: 'months' | 'years' | 'cm'
  readonly across: readonly ChartTick[]
  readonly upward: readonly ChartTick[]
  readonly curves: readonly ChartCurve[]
  /** Joins the points by age since birth, not the implausible ones, which are no growth. */
  readonly trail: string
  /** Joins those by corrected age. */
  readonly correctedTrail: string
  readonly points: readonly DrawnPoint[]
}

type Scale = { readonly from: number; readonly to: number; readonly major: number; readonly minor: number }

/** Lays a chart out. `decimalComma`: numbers as Vietnamese writes them. */
export function chartGeometry(
  data: GrowthChartData,
  room: ChartRoom,
  options: { readonly decimalComma: boolean },
): ChartGeometry {
  const { width, height, letters } = room
  const plot = {
    left: letters * 2.9,
    top: letters * 1.3,
    right: width - letters * 2.4,
    bottom: height - letters * 1.7,
  }
  const isYears = data.range === '5-19y'
  const [x, y] = [acrossScale(data), upwardScale(data)]
  const toLeft = (value: number) =>
    plot.left + ((value - x.from) / (x.to - x.from)) * (plot.right - plot.left)
  const toTop = (value: number) =>
    plot.bottom - ((value - y.from) / (y.to - y.from)) * (plot.bottom - plot.top)
  const draw: Draw = ([across, upward]) => [toLeft(across), toTop(upward)]
  const points = data.points.map(point => drawnPoint(point, plot, draw))
  const named = (value: number) => wordOf(isYears ? value / 12 : value, options.decimalComma)
  return {
    width,
    height,
    plot,
    xScale: data.xUnit === 'cm' ? 'cm' : isYears ? 'years' : 'months',
    across: ticksOf(x, toLeft, named),
    upward: ticksOf(y, toTop, value => wordOf(value, options.decimalComma)),
    curves: curvesOf(data, draw, { left: plot.right + letters * 0.45, letters, plot }),
    trail: trailOf(points.filter(point => !point.isCorrected)),
    correctedTrail: trailOf(points.filter(point => point.isCorrected)),
    points,
  }
}

type Draw = (place: ChartPlace) => readonly [left: number, top: number]
type Plot = ChartGeometry['plot']

function drawnPoint(point: GrowthPoint, plot: Plot, draw: Draw): DrawnPoint {
  const [left, top] = draw([point.x, point.y])
  const inside = Math.min(plot.bottom, Math.max(plot.top, top))
  return { ...point, left: rounded(left), top: rounded(inside), isOff: Math.abs(inside - top) > 0.01 }
}

function trailOf(points: readonly DrawnPoint[]): string {
  const joined = points.filter(point => !point.isImplausible).toSorted((a, b) => a.left - b.left)
  return joined.length < 2 ? '' : pathOf(joined.map(({ left, top }) => [left, top]))
}

function curvesOf(
  { lines }: GrowthChartData,
  draw: Draw,
  labels: { readonly left: number; readonly letters: number; readonly plot: Plot },
): readonly ChartCurve[] {
  const drawn = lines.map(({ z, places }) => ({ z, path: places.map(draw) }))
  const ends = drawn.map(({ path }) => path.at(-1)?.[1] ?? 0)
  const tops = movedApart(ends, labels.letters, labels.plot)
  return drawn.map(({ z, path }, index) => ({
    z,
    path: pathOf(path),
    label: scoreWord(z),
    labelX: rounded(labels.left),
    labelY: rounded(tops[index] ?? 0),
  }))
}

/** Labels from the lowest line to the highest, each at least its height above the one before. */
function movedApart(ends: readonly number[], least: number, plot: Plot): readonly number[] {
  const upward: number[] = []
  for (const end of ends) {
    const below = upward.at(-1)
    upward.push(Math.min(end, below === undefined ? plot.bottom : below - least))
  }
  // Pushed beyond the top, all come down by as much as it takes.
  const over = plot.top - (upward.at(-1) ?? plot.top)
  return over > 0 ? upward.map(top => top + over) : upward
}

function acrossScale({ range, xUnit, lines }: GrowthChartData): Scale {
  const places = lines.flatMap(line => line.places.map(([x]) => x))
  if (xUnit === 'cm') return { from: Math.min(...places), to: Math.max(...places), major: 5, minor: 1 }
  if (range === '0-6m') return { from: 0, to: 6, major: 1, minor: 0.5 }
  if (range === '0-2y') return { from: 0, to: 24, major: 2, minor: 1 }
  if (range === '5-19y') return { from: 60, to: Math.max(...places), major: 12, minor: 6 }
  return { from: 0, to: 60, major: 6, minor: 2 }
}

/** Steps that people count in, from fine to coarse, with the finer grid between. */
const steps: readonly (readonly [major: number, minor: number])[] = [
  [0.5, 0.1],
  [1, 0.5],
  [2, 1],
  [5, 1],
  [10, 5],
  [20, 10],
]
const mostSteps = 13

function upwardScale({ lines, points }: GrowthChartData): Scale {
  const drawn = lines.flatMap(line => line.places.map(([, y]) => y))
  const seen = points.filter(point => !point.isImplausible).map(({ y }) => y)
  const [low, high] = [Math.min(...drawn, ...seen), Math.max(...drawn, ...seen)]
  const [major, minor] = steps.find(([step]) => (high - low) / step <= mostSteps) ?? [50, 10]
  const half = major / 2
  return { from: Math.floor(low / half) * half, to: Math.ceil(high / half) * half, major, minor }
}

function ticksOf(
  { from, to, major, minor }: Scale,
  place: (value: number) => number,
  word: (value: number) => string,
): readonly ChartTick[] {
  const count = Math.floor((to - from) / minor + 1e-6)
  const first = Math.ceil(from / minor - 1e-6)
  return Array.from({ length: count + 1 }, (_, index) => {
    const value = (first + index) * minor
    const isMajor = Math.abs(value / major - Math.round(value / major)) < 1e-6
    return { at: rounded(place(value)), label: isMajor ? word(value) : null, isMajor }
  }).filter((_, index) => (first + index) * minor <= to + 1e-6)
}

function wordOf(value: number, decimalComma: boolean): string {
  const word = String(Math.round(value * 10) / 10)
  return decimalComma ? word.replace('.', ',') : word
}

/** A score as it stands at its line: with its sign, and a minus that is as wide as a plus. */
export function scoreWord(z: number, digits = 0): string {
  const sign = z > 0 ? '+' : z < 0 ? '−' : ''
  return `${sign}${Math.abs(z).toFixed(digits)}`
}

function pathOf(places: readonly (readonly [number, number])[]): string {
  return places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('')
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

/**
 * How a line is drawn, by how many deviations it lies from the median: colours of Okabe and Ito, which people who confuse
 * red and green tell apart, and strokes that differ without colour. Widths and dashes in pixels of a screen.
 */
export const lineStyles: readonly {
  readonly colour: string
  readonly width: number
  readonly dashes: string
}[] = [
  { colour: '#009e73', width: 2.4, dashes: '' },
  { colour: '#0072b2', width: 1.3, dashes: '2 3' },
  { colour: '#d55e00', width: 1.7, dashes: '8 4' },
  { colour: '#000000', width: 1.4, dashes: '' },
]
