import type { TextStyle } from '../fonts'
import { type Sheet, wrapEvenly } from './raster'

/** Lines of body text stand this far apart, or stacked marks touch the line above. */
const leading = 1.5

/** Where a paragraph stands between the margins. */
export type Placing = {
  readonly align?: 'left' | 'centre'
  readonly indent?: number
  readonly leading?: number
}

/** A paper that grows downwards line by line between two margins. */
export type Flow = {
  /** Free dots between the margins. */
  readonly space: number
  readonly left: number
  readonly fonts: Sheet['fonts']
  readonly y: () => number
  readonly gap: (dots: number) => void
  readonly paragraph: (text: string, style: TextStyle, placing?: Placing) => void
  /** A paragraph behind a round-less bullet drawn as a square; the font's own bullets differ between weights. */
  readonly bullet: (text: string, style: TextStyle) => void
  readonly rule: (thickness: number) => void
  /** White letters on a black band from edge to edge. */
  readonly band: (text: string, style: TextStyle, padding: number) => void
  /** Two texts on one line, at the left and right margins; the right one moves below when they would meet. */
  readonly ends: (left: string, right: string, style: TextStyle, rightStyle?: TextStyle) => void
  /** Frames what the function writes. */
  readonly framed: (thickness: number, padding: number, write: (inner: Flow) => void) => void
}

/** Starts writing at `top` between margins of this many dots. */
export function startFlow(sheet: Sheet, margin: number, top: number): Flow {
  return flowBetween(sheet, margin, sheet.width - 2 * margin, { y: top })
}

/** The distance of two lines of this style. */
export function lineHeight(style: TextStyle, factor = leading): number {
  return Math.round(style.size * factor)
}

function flowBetween(sheet: Sheet, left: number, space: number, at: { y: number }): Flow {
  const area: Area = { sheet, left, space, at }
  const paragraph = (text: string, style: TextStyle, placing: Placing = {}) =>
    writeParagraph(area, text, style, placing)
  return {
    space,
    left,
    fonts: sheet.fonts,
    y: () => at.y,
    gap: dots => {
      at.y += dots
    },
    paragraph,
    ends: (start, end, style, endStyle = style) => writeEnds(area, start, end, style, endStyle),
    bullet(text, style) {
      const side = Math.max(5, Math.round(style.size / 4))
      sheet.fill(left + 2, at.y + Math.round(style.size * 0.72), side, side)
      paragraph(text, style, { indent: side + Math.round(style.size * 0.55) })
    },
    rule(thickness) {
      sheet.fill(left, at.y, space, thickness)
      at.y += thickness
    },
    band(text, style, padding) {
      const top = at.y
      at.y += padding
      paragraph(text, style, { align: 'centre', leading: 1.4 })
      at.y += padding
      sheet.invert(0, top, sheet.width, at.y - top)
    },
    framed(thickness, padding, write) {
      const top = at.y
      const inset = thickness + padding
      at.y += inset
      write(flowBetween(sheet, left + inset, space - 2 * inset, at))
      at.y += inset
      sheet.frame(left, top, space, at.y - top, thickness)
    },
  }
}

type Area = {
  readonly sheet: Sheet
  readonly left: number
  readonly space: number
  readonly at: { y: number }
}

function writeParagraph(
  { sheet, left, space, at }: Area,
  text: string,
  style: TextStyle,
  placing: Placing,
): void {
  const indent = placing.indent ?? 0
  for (const line of wrapEvenly(text, space - indent, style, sheet.fonts)) {
    const slack = placing.align === 'centre' ? (space - indent - sheet.fonts.measure(line, style)) / 2 : 0
    sheet.text(line, left + indent + Math.floor(slack), at.y, style)
    at.y += lineHeight(style, placing.leading)
  }
}

function writeEnds(area: Area, start: string, end: string, style: TextStyle, endStyle: TextStyle): void {
  const { sheet, left, space, at } = area
  const { measure } = sheet.fonts
  const endWidth = measure(end, endStyle)
  if (measure(start, style) + endWidth + style.size > space) {
    writeParagraph(area, start, style, {})
    for (const line of wrapEvenly(end, space, endStyle, sheet.fonts)) {
      sheet.text(line, left + space - measure(line, endStyle), at.y, endStyle)
      at.y += lineHeight(endStyle)
    }
    return
  }
  sheet.text(start, left, at.y + baselineShift(style, endStyle), style)
  sheet.text(end, left + space - endWidth, at.y + baselineShift(endStyle, style), endStyle)
  at.y += Math.max(lineHeight(style), lineHeight(endStyle))
}

/** How far down the smaller of two texts on one line goes to stand on the baseline of the other. */
function baselineShift(style: TextStyle, other: TextStyle): number {
  return Math.max(0, Math.round((other.size - style.size) * 1.07))
}
