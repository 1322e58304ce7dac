import type { TextStyle } from '../fonts'
import { type Attempt, type FittedText, fitText, type Sheet } from './raster'

/** Lines of a label stand so far apart. */
const leading = 1.3
const gapMm = 0.5

export type Room = {
  readonly top: number
  readonly bottom: number
  /** Where the words end: a code begins there. */
  readonly right: number
  readonly marginMm: number
  readonly mm: (length: number) => number
}

/** A name, the sizes it may have from the largest down, and the most lines it may take. */
export type Name = {
  readonly text: string
  readonly sizesMm: readonly [number, ...number[]]
  readonly mostLines: number
  /** Whether what is left over stands partly above the name. */
  readonly sinks: boolean
}

/** How far one line of this size reaches down. */
export const lineStep = (size: number): number => Math.round(size * leading)

/** A text beside a code, at the first size in which it takes no more than so many lines. */
export function fitBeside(
  sheet: Sheet,
  text: string,
  attempts: readonly [Attempt, ...Attempt[]],
  { right, marginMm, mm }: Room,
  weight: TextStyle['weight'] = 'medium',
): FittedText {
  return fitText(text, right - mm(marginMm), attempts, weight, sheet.fonts)
}

/** Writes who a label is about beside its code: the name takes what the other lines leave. */
export function writeBeside(sheet: Sheet, name: Name, below: readonly FittedText[], room: Room): void {
  const { top, bottom, marginMm, mm } = room
  const heightOf = ({ lines, style }: FittedText) => lines.length * lineStep(style.size)
  const left = bottom - top - below.reduce((sum, text) => sum + heightOf(text), mm(gapMm))
  const attempt = (sizeMm: number): Attempt => {
    const lines = Math.floor(left / lineStep(mm(sizeMm)))
    return { size: mm(sizeMm), lines: Math.max(1, Math.min(name.mostLines, lines)) }
  }
  const [first, ...rest] = name.sizesMm
  const fitted = fitBeside(sheet, name.text, [attempt(first), ...rest.map(attempt)], room, 'bold')
  const sunk = name.sinks ? Math.max(0, Math.floor((left - heightOf(fitted)) / 3)) : 0
  const write = ({ lines, style }: FittedText, y: number) => {
    for (const [index, line] of lines.entries())
      sheet.text(line, mm(marginMm), y + index * lineStep(style.size), style)
    return y + lines.length * lineStep(style.size)
  }
  let y = write(fitted, top + sunk) + mm(gapMm)
  for (const text of below) y = write(text, y)
}
