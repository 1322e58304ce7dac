import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import type { ResidenceState } from '../../src/domain/person/residence'
import type { Month } from '../../src/domain/report/count-programme'
import type { EnteredDose } from '../../src/domain/report/indicators/delays'
import type { JudgedDose } from '../../src/domain/report/indicators/indicator-child'
import type { UsedDoses, WastedDoses } from '../../src/domain/report/indicators/wastage'
import type { PeriodDays } from '../../src/domain/report/report-period'
import { type Account, accountsOf, type MovementKind } from '../../src/domain/stock/ledger'
import type { Database } from './driver'
import { indicatorQuestions as questions } from './indicator-questions'

export type JudgedRow = JudgedDose & { readonly personId: string }
export type ResidenceRow = {
  readonly personId: string
  readonly id: string
  readonly state: ResidenceState
  readonly on: CalendarDay
  readonly until: CalendarDay | null
  readonly createdAt: Instant
}

type DoseRow = {
  readonly personId: string
  readonly antigen: string
  readonly number: number | null
  readonly isValid: number
  readonly detail: string
  readonly on: CalendarDay
}
type EnteredRow = Omit<EnteredDose, 'isOwn'> & { readonly isOwn: number }
type MovementRow = Omit<WastedDoses, 'quantity'> & {
  readonly kind: MovementKind
  readonly doses: number
  readonly from: Account | null
  readonly to: Account | null
  readonly quantity: number | null
}
type Range = { readonly from: CalendarDay; readonly to: CalendarDay }

const birthDoses: Readonly<Record<string, JudgedDose['birthDose']>> = {
  'birth-in-time': 'in-time',
  'birth-late': 'late',
  'birth-unknown': 'unknown',
}

export type IndicatorRepository = ReturnType<typeof createIndicatorRepository>

/** What indicators are made from: judged doses of a birth cohort, where its children live, and the work of a span of days. */
export function createIndicatorRepository(db: Database) {
  const selectJudged = db.prepare<[Range & { readonly antigens: string }], DoseRow>(questions.judged)
  const selectResidences = db.prepare<[Range], ResidenceRow>(questions.residences)
  const selectEntered = db.prepare<[Range], EnteredRow>(questions.entered)
  const selectWasted = db.prepare<[Range], MovementRow>(questions.wasted)
  const selectUsed = db.prepare<[Range], UsedDoses & { readonly month: Month }>(questions.used)
  const range = ({ from, to }: PeriodDays): Range => ({ from, to })
  return {
    /** Of children born between two days; once for each of these antigens a dose was judged for. */
    judged: (born: PeriodDays, antigens: readonly string[]): readonly JudgedRow[] =>
      selectJudged.all({ ...range(born), antigens: JSON.stringify(antigens) }).map(toJudged),
    residences: (born: PeriodDays): readonly ResidenceRow[] => selectResidences.all(range(born)),
    /** Doses given here in a span of days. */
    entered: (given: PeriodDays): readonly EnteredDose[] =>
      selectEntered.all(range(given)).map(row => ({ ...row, isOwn: row.isOwn === 1 })),
    wasted: (days: PeriodDays): readonly WastedDoses[] => selectWasted.all(range(days)).flatMap(toWasted),
    used: (days: PeriodDays): readonly UsedDoses[] => selectUsed.all(range(days)),
  }
}

function toJudged({ isValid, detail, ...row }: DoseRow): JudgedRow {
  return { ...row, isValid: isValid === 1, birthDose: birthDoses[detail] ?? null }
}

/** Into the bin counts, out of it counts back. */
function toWasted(row: MovementRow): readonly WastedDoses[] {
  const { kind, doses, from, to, quantity, ...rest } = row
  const accounts = accountsOf({
    kind,
    doses,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(quantity === null ? {} : { quantity }),
  })
  if (accounts.to === 'wasted') return [{ ...rest, quantity: accounts.quantity }]
  return accounts.from === 'wasted' ? [{ ...rest, quantity: -accounts.quantity }] : []
}
