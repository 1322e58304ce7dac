import { readdirSync, readFileSync } from 'node:fs'
import { addDays, type CalendarDay, day } from '../../../../src/domain/calendar/calendar-day'
import { addOffset, offset } from '../../../../src/domain/calendar/offset'
import type { ChartInput } from '../../../../src/domain/schedule/chart-types'
import type { GivenDose } from '../../../../src/domain/schedule/result-types'
import { scheduleOn } from '../../../../src/domain/schedule/schedule-book'
import { schedules, vaccines } from './fixtures'

/** What a case says of one dose beside day and product. */
type DoseMore = {
  readonly accuracy?: 'month' | 'year'
  readonly isCampaign?: boolean
  readonly isFlagged?: boolean
  readonly lotExpiresOn?: string
}

/** What a case expects of one antigen ("Tetanus#2": of its series group 2); what is left out is not looked at. */
export type ExpectedSeries = {
  /** By day, or "day product" where two products of a day protect against it: status, then the codes of its reasons. */
  readonly given?: Readonly<Record<string, string>>
  /** Schedule version that judged the dose of a day. */
  readonly version?: Readonly<Record<string, string>>
  /** Code of the best series; "not X": any other, or none. */
  readonly series?: string
  /** 'not-relevant': the person has no such series. */
  readonly status?: string
  readonly target?: number
  readonly doseNumber?: number
  /** What the due dose is called in Vietnamese. */
  readonly label?: string
  readonly now?: 'later' | 'due' | 'overdue'
  readonly earliest?: string
  readonly recommended?: string
  readonly pastDue?: string | null
  readonly latest?: string | null
  readonly offers?: readonly string[]
  readonly isForecast?: boolean
}

/** One line of `tests/fixtures/vn-cases`: a person, what was given, and what follows by hand from the tables. */
export type VnCase = {
  readonly id: string
  readonly why: string
  /** The act and table the expectation rests on. */
  readonly rule: string
  readonly born: string
  readonly sex?: 'male' | 'female'
  readonly observations?: readonly (readonly [code: string, on: string])[]
  readonly offered?: readonly string[]
  readonly doses: readonly (readonly [on: string, product: string, more?: DoseMore])[]
  readonly on: string
  readonly expect: Readonly<Record<string, ExpectedSeries>>
  /** Doses the assessment cannot use: code by day. */
  readonly problems?: Readonly<Record<string, string>>
}

/** A mother's tetanus doses and what they mean for the child born on a day. */
export type BirthCase = Pick<VnCase, 'id' | 'why' | 'rule' | 'born'> & {
  readonly motherDoses: readonly string[]
  readonly expect: { readonly reason: string; readonly doses?: number; readonly on?: string }
}

const root = new URL('../../../../', import.meta.url)

/** The schedules that ship, as the program composes them. */
export const { book } = schedules

/** The lines of a file of cases; `T` is what its lines are, checked by the tests that read every field. */
export function casesOf<T>(name: string): readonly T[] {
  const text = readFileSync(new URL(`tests/fixtures/vn-cases/${name}.jsonl`, root), 'utf8')
  return text
    .split('\n')
    .filter(line => line !== '')
    .map((line): T => JSON.parse(line))
}

/** Names of the files of cases. */
export const caseFiles = readdirSync(new URL('tests/fixtures/vn-cases/', root))
  .filter(name => name.endsWith('.jsonl'))
  .map(name => name.replace('.jsonl', ''))
  .toSorted()

/** What the engine is asked for a case: the schedule is the one in force on the day of the case. */
export function inputOf({
  born,
  sex = 'female',
  observations = [],
  offered = [],
  doses,
  on,
}: VnCase): ChartInput {
  return {
    schedule: scheduleOn(book, day(on)),
    vaccines,
    person: {
      birthDate: day(born),
      sex,
      observations: observations.map(([code, since]) => ({ code, on: day(since), isActive: true })),
    },
    doses: doses.map(doseOf),
    offeredAntigens: offered,
    on: day(on),
  }
}

function doseOf([on, vaccineCode, more = {}]: VnCase['doses'][number]): GivenDose {
  const { accuracy, lotExpiresOn, ...rest } = more
  return {
    id: `${on} ${vaccineCode}`,
    vaccineCode,
    givenOn: day(on),
    givenUntil: accuracy ? lastOf(day(on), accuracy) : null,
    lotExpiresOn: lotExpiresOn ? day(lotExpiresOn) : null,
    ...rest,
  }
}

/** The last day of the month or year that a card names; `on` is its first, or the birth in it. */
function lastOf(on: CalendarDay, accuracy: 'month' | 'year'): CalendarDay {
  const first = accuracy === 'month' ? day(`${on.slice(0, 7)}-01`) : day(`${on.slice(0, 4)}-01-01`)
  return addDays(addOffset(first, offset(accuracy === 'month' ? '1 month' : '1 year')), -1)
}
