import type { LocalText } from '../schedule/schedule-types'
import type { CellValue } from './cell-value'
import type { Sourced } from './handbook-programme'

/*
 * What a point needs in a year: doses from targets, supplies from doses. Data of the form; a target is asked of whoever makes the
 * plan, and where it is not said nothing follows from it.
 */

/** One product or supply of a plan. `codes`: what of the stock on hand is it. */
export type NeedRule = Sourced & {
  readonly id: string
  readonly label: LocalText
  readonly codes: readonly string[]
  readonly from: /** So many doses for each of a target, by the factor of use (hệ số sử dụng). `target`: key of the cell. */
    | {
        readonly kind: 'target'
        readonly target: string
        readonly times: number
        readonly factor: number
      }
    /** One piece for so many of other needs: doses to give, or what is to be ordered of them. */
    | {
        readonly kind: 'needs'
        readonly of: readonly string[]
        readonly take: 'to-give' | 'year'
        readonly per: number
        readonly factor: number
      }
}

/** Null: a target it follows from has not been said. */
export type Need = {
  readonly people: number | null
  readonly toGive: number | null
  readonly factor: number
  /** For the year, rounded up. */
  readonly year: number | null
}

/** What a rule of a plan comes to. `rules`: all of the form; a rule that follows from itself is refused when it is read. */
export function needOf(
  rule: NeedRule,
  rules: readonly NeedRule[],
  entered: Readonly<Record<string, CellValue>>,
): Need {
  const { from } = rule
  if (from.kind === 'target') {
    const said = entered[from.target]
    const people = typeof said === 'number' ? said : null
    const toGive = people === null ? null : people * from.times
    return { people, toGive, factor: from.factor, year: ordered(toGive, from.factor) }
  }
  const parts = rules
    .filter(({ id }) => from.of.includes(id))
    .map(each => needOf(each, rules, entered))
    .map(({ toGive, year }) => (from.take === 'to-give' ? toGive : year))
  const known = parts.filter(part => part !== null)
  const toGive = known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0) / from.per
  return { people: null, toGive, factor: from.factor, year: ordered(toGive, from.factor) }
}

/** A whole number of pieces. What floating point adds behind the twelfth place is no piece. */
function ordered(pieces: number | null, factor: number): number | null {
  return pieces === null ? null : Math.ceil(Number((pieces * factor).toFixed(6)))
}

/** What of a year's need falls to its months `from` to `to` (1–12), evenly: the months of a year add up to it. */
export function shareOfMonths(year: number | null, from: number, to: number): number | null {
  if (year === null) return null
  const until = (month: number) => Math.round((year * month) / 12)
  return until(to) - until(from - 1)
}

/** What is still to be asked for. */
export function toRequest({ year }: Pick<Need, 'year'>, onHand: number): number | null {
  return year === null ? null : Math.max(0, year - onHand)
}

/** Rules that would follow from themselves, or from one that does not exist. */
export function unsoundNeeds(rules: readonly NeedRule[]): readonly string[] {
  const sound = new Set(rules.filter(({ from }) => from.kind === 'target').map(({ id }) => id))
  for (let isNew = true; isNew; ) {
    const next = rules.filter(
      ({ id, from }) => !sound.has(id) && from.kind === 'needs' && from.of.every(each => sound.has(each)),
    )
    for (const { id } of next) sound.add(id)
    isNew = next.length > 0
  }
  return rules.filter(({ id }) => !sound.has(id)).map(({ id }) => id)
}
