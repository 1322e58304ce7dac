import { type CalendarDay, day, isCalendarDay } from '../calendar/calendar-day'
import { addOffset, type Offset, parseOffset } from '../calendar/offset'
import { atValue, type PartProblem } from './part-problem'

type Path = readonly PropertyKey[]
type Fields = { readonly [field: string]: unknown }

/** Births after a short and after a long month: "30 days" is not before "1 month" unless it is so for both. */
const births: readonly CalendarDay[] = [day('2001-02-01'), day('2001-07-01')]

/**
 * Spans that must not decrease, in the order of `fields`; those not given are passed over. The later one is at fault:
 * people write the lower limit first.
 */
export function agesInOrder(rule: Fields, fields: readonly string[], path: Path): readonly PartProblem[] {
  const given = fields.flatMap(field => {
    const value = rule[field]
    const span = typeof value === 'string' ? parseOffset(value) : null
    return span && typeof value === 'string' ? [{ field, value, span }] : []
  })
  return given.flatMap((later, index) => {
    const before = given.slice(0, index).findLast(({ span }) => isLonger(span, later.span))
    return before ? [outOfOrder(before, later, path)] : []
  })
}

/** Days that must not decrease. */
export function daysInOrder(rule: Fields, [first, second]: readonly [string, string], path: Path) {
  const [from, to] = [rule[first], rule[second]]
  if (typeof from !== 'string' || typeof to !== 'string') return []
  if (!isCalendarDay(from) || !isCalendarDay(to) || from <= to) return []
  return [outOfOrder({ field: first, value: from }, { field: second, value: to }, path)]
}

type Named = { readonly field: string; readonly value: string }

function outOfOrder(earlier: Named, later: Named, path: Path): PartProblem {
  return atValue('schedule-file.out-of-order', [...path, later.field], {
    earlier: earlier.field,
    earlierValue: earlier.value,
    later: later.field,
    laterValue: later.value,
  })
}

function isLonger(a: Offset, b: Offset): boolean {
  return births.every(birth => addOffset(birth, a) > addOffset(birth, b))
}
