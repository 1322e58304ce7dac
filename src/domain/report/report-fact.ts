import type { CalendarDay, Instant } from '../calendar/calendar-day'
import type { Programme } from '../immunization/dose'
import type { Sex } from '../person/person'
import type { EvaluationStatus } from '../schedule/result-types'
import type { Month } from './count-programme'

/*
 * What forms count. A fact is one thing that became true about one person on a day. Facts are grouped by everything a form may
 * ask (`FactDims`); a cell adds up the groups its selection takes, and its names are the facts of these groups: one predicate
 * for both, so that the sum of names is the cell.
 */

export const factKinds = [
  /**
   * A dose; once for each antigen it was judged for, `isLead` for one of them. `detail`: `birth-in-time`, `birth-late` or
   * `birth-unknown` for a birth dose, else empty.
   */
  'dose',
  /** A due dose that was put off, contraindicated or declined, once for each antigen: `detail` is the state. */
  'not-given',
  /**
   * A reaction after a dose, on the day it began: once for each antigen of the dose and each of what `reactionDetails` says;
   * age, place and programme are the dose's.
   */
  'reaction',
  /** A severe case. */
  'severe',
  /** The day on which somebody had all doses of a list; `detail` is the list (`resources/reports/lists`). */
  'fully-immunised',
  /** Born: a child of the register; `detail` says whether protected against tetanus at birth. */
  'birth',
  /** A child came to an age in months: who is to be vaccinated. */
  'came-of-age',
] as const
export type FactKind = (typeof factKinds)[number]

export type FactDims = {
  readonly fact: FactKind
  readonly month: Month
  /** Given at this point, or elsewhere and copied from a card, a file or the province. */
  readonly place: 'here' | 'elsewhere'
  /** Where the person lives now; empty where nobody knows. */
  readonly communeCode: string
  /** Whether the point followed the person on that day. */
  readonly isResident: boolean
  readonly sex: Sex
  /** Completed months on that day. */
  readonly ageMonths: number
  readonly programme: Programme | null
  readonly vaccineCode: string
  /** Row of the matrix; empty for a product the schedule has no row for. */
  readonly rowCode: string
  /** As the schedule spells it; empty where the dose was not judged. */
  readonly antigen: string
  /** Exactly one of a dose leads: what counts doses whatever they are against takes these. */
  readonly isLead: boolean
  /** Which dose against the antigen it was, also when it does not count. */
  readonly number: number | null
  readonly status: EvaluationStatus | 'not-evaluated' | null
  readonly detail: string
}

/** What a selection looks at; the month is the window's. */
export type CountedDims = Omit<FactDims, 'month'>

/** A group of facts that no form can tell apart. */
export type FactGroup = FactDims & { readonly count: number }

export type ReportFact = FactDims & {
  readonly personId: string
  /** Of the dose, reaction, …; of the person where there is none. */
  readonly recordId: string
  readonly on: CalendarDay
  /** When it was written down here. */
  readonly enteredAt: Instant
}

/** Which facts; what is absent narrows nothing. */
export type FactSelection = {
  readonly fact: FactKind
  readonly rowCodes?: readonly string[]
  readonly antigens?: readonly string[]
  readonly vaccineCodes?: readonly string[]
  readonly numbers?: { readonly from: number; readonly to: number | null }
  readonly statuses?: readonly NonNullable<FactDims['status']>[]
  readonly programmes?: readonly Programme[]
  /** Completed months: `from` and older, younger than `before`. */
  readonly ageMonths?: { readonly from: number; readonly before: number | null }
  readonly sex?: Sex
  readonly details?: readonly string[]
  readonly onlyLead?: boolean
}

type Asked = Exclude<keyof FactSelection, 'fact' | 'ageMonths' | 'sex'>

const ofNobody: ReadonlySet<Asked> = new Set<Asked>()
const ofPerson: ReadonlySet<Asked> = new Set<Asked>(['details'])
const ofDue: ReadonlySet<Asked> = new Set<Asked>(['rowCodes', 'antigens', 'numbers', 'details', 'onlyLead'])
const ofDose: ReadonlySet<Asked> = new Set<Asked>([...ofDue, 'vaccineCodes', 'statuses', 'programmes'])

const asks: Readonly<Record<FactKind, ReadonlySet<Asked>>> = {
  dose: ofDose,
  reaction: ofDose,
  severe: ofDose,
  'not-given': ofDue,
  birth: ofPerson,
  'fully-immunised': ofPerson,
  'came-of-age': ofNobody,
}

/**
 * What may be asked of a kind of fact beside age and sex; the rest narrows nothing. A row is about one vaccine, but its columns
 * also ask who was born or came of age, which has no product, and what was put off, which has none yet.
 */
export function asksOf(fact: FactKind): ReadonlySet<Asked> {
  return asks[fact]
}

/** Whether a fact is among those selected. */
export function isSelected(dims: CountedDims, selection: FactSelection): boolean {
  return selectorOf(selection)(dims)
}

/** `isSelected` of one selection, prepared to be asked of many facts. */
export function selectorOf(selection: FactSelection): (dims: CountedDims) => boolean {
  const { fact, sex, ageMonths } = selection
  const has = asks[fact]
  const numbers = has.has('numbers') ? selection.numbers : undefined
  const onlyLead = has.has('onlyLead') && selection.onlyLead === true
  const asked = lists.flatMap(([field, value]) => {
    const wanted: readonly string[] | undefined = has.has(field) ? selection[field] : undefined
    return wanted ? [{ wanted, value }] : []
  })
  return dims =>
    dims.fact === fact &&
    isWithin(numbers?.from, numbers?.to, dims.number) &&
    isWithin(ageMonths?.from, lastMonth(ageMonths?.before), dims.ageMonths) &&
    (sex === undefined || dims.sex === sex) &&
    (!onlyLead || dims.isLead) &&
    asked.every(({ wanted, value }) => wanted.includes(value(dims) ?? ''))
}

const lastMonth = (before: number | null | undefined) => (typeof before === 'number' ? before - 1 : before)

/** Without a lower bound anything lies within, also what has no number; without an upper one whatever is larger. */
function isWithin(from: number | undefined, to: number | null | undefined, value: number | null): boolean {
  if (from === undefined) return true
  return value !== null && value >= from && (typeof to !== 'number' || value <= to)
}

type ListField = 'antigens' | 'rowCodes' | 'vaccineCodes' | 'statuses' | 'programmes' | 'details'

/** The most telling first. */
const lists: readonly (readonly [ListField, (dims: CountedDims) => string | null])[] = [
  ['antigens', ({ antigen }) => antigen],
  ['rowCodes', ({ rowCode }) => rowCode],
  ['vaccineCodes', ({ vaccineCode }) => vaccineCode],
  ['statuses', ({ status }) => status],
  ['programmes', ({ programme }) => programme],
  ['details', ({ detail }) => detail],
]
