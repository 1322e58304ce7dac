import type { Timeline, TimelineMark } from '../../../src/domain/schedule/timeline'

/** The mark an arrow key leads to: the next in the lane, or the nearest in the next lane that has any. */
export function markBeside(
  { lanes }: Pick<Timeline, 'lanes'>,
  key: string,
  arrow: string,
): TimelineMark | null {
  const row = lanes.findIndex(({ marks }) => marks.some(mark => mark.key === key))
  const marks = lanes[row]?.marks ?? []
  const at = marks.findIndex(mark => mark.key === key)
  const from = marks[at]
  if (!from) return null
  switch (arrow) {
    case 'ArrowRight':
      return marks[at + 1] ?? null
    case 'ArrowLeft':
      return marks[at - 1] ?? null
    case 'ArrowDown':
      return nearest(lanes.slice(row + 1).find(lane => lane.marks.length > 0)?.marks ?? [], from.place)
    case 'ArrowUp':
      return nearest(lanes.slice(0, row).findLast(lane => lane.marks.length > 0)?.marks ?? [], from.place)
    case 'Home':
      return marks[0] ?? null
    case 'End':
      return marks.at(-1) ?? null
    default:
      return null
  }
}

function nearest(marks: readonly TimelineMark[], place: number): TimelineMark | null {
  return marks.toSorted((a, b) => Math.abs(a.place - place) - Math.abs(b.place - place)).at(0) ?? null
}
