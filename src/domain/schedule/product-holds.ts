import type { CalendarDay } from '../calendar/calendar-day'
import type { AssessedPerson, DateCandidate, ProductHold, StatusCause } from './result-types'

/** Later than any day: as long as nobody takes it back. */
const never = '9999-12-31' as CalendarDay

/** What holds a product back on a day. */
function holdsOn(
  { holds = [] }: Pick<AssessedPerson, 'holds'>,
  vaccineCode: string,
  on: CalendarDay,
): readonly ProductHold[] {
  return holds.filter(
    ({ vaccineCodes, until }) => vaccineCodes.includes(vaccineCode) && (until === null || on < until),
  )
}

/** Whether a screening holds a product back on a day (decision 0018). */
export function isHeldOn(
  person: Pick<AssessedPerson, 'holds'>,
  vaccineCode: string,
  on: CalendarDay,
): boolean {
  return holdsOn(person, vaccineCode, on).length > 0
}

/** Products held back without a day: they count like contraindicated ones. */
export function heldForGood({ holds = [] }: Pick<AssessedPerson, 'holds'>): readonly string[] {
  return holds.filter(({ until }) => until === null).flatMap(({ vaccineCodes }) => vaccineCodes)
}

/** The holds without a day that concern any of these products, as causes of a series' end. */
export function causesOfHolds(
  { holds = [] }: Pick<AssessedPerson, 'holds'>,
  products: readonly string[],
): readonly StatusCause[] {
  return holds
    .filter(({ vaccineCodes, until }) => until === null && products.some(code => vaccineCodes.includes(code)))
    .map(({ conclusion, text }) => ({ rule: 'held', conclusion, text }))
}

/**
 * The first day on which any of the products may be given again, where all of them are held back on the assessment
 * day or barred for good; none where one of them is free. Holds end by day: the assessment after it knows nothing of them.
 */
export function heldCandidates(
  person: Pick<AssessedPerson, 'holds'>,
  products: readonly string[],
  barred: ReadonlySet<string>,
  on: CalendarDay,
): readonly DateCandidate[] {
  if (!person.holds || person.holds.length === 0 || products.length === 0) return []
  const releases = products.map(code => releaseOf(person, code, barred, on))
  const first = releases.reduce<Release>((a, b) => (b && a && b.on < a.on ? b : a && b), releases[0] ?? null)
  return first?.text && first.on !== never ? [{ rule: 'held', on: first.on, text: first.text }] : []
}

/** Null: the product is free. */
type Release = { readonly on: CalendarDay; readonly text: ProductHold['text'] | null } | null

function releaseOf(
  person: Pick<AssessedPerson, 'holds'>,
  vaccineCode: string,
  barred: ReadonlySet<string>,
  on: CalendarDay,
): Release {
  if (barred.has(vaccineCode)) return { on: never, text: null }
  return holdsOn(person, vaccineCode, on).reduce<Release>((latest, { until, text }) => {
    const day = until ?? never
    return latest && latest.on >= day ? latest : { on: day, text }
  }, null)
}
