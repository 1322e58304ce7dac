import { addDays, type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import { isInUse } from '../../../src/domain/immunization/vaccine'
import type { AgeRule, Schedule } from '../../../src/domain/schedule/schedule-types'
import { type Attendance, ageGroupOf, attendanceOf } from '../../../src/domain/session-plan/attendance'
import {
  chooseProduct,
  type NeededDose,
  offersByLabel,
} from '../../../src/domain/session-plan/choose-product'
import type { BringVaccine } from '../../../src/domain/session-plan/what-to-bring'
import { lotRefusals, usableDoses } from '../../../src/domain/stock/lot'
import { vialSizeOf } from '../../../src/domain/stock/vial'
import { scheduleOf } from '../immunization/keep-forecasts'
import type { ServiceContext } from '../service'

/** How far back attendance is looked at, in days. */
const attendanceDays = 365
/** Births are counted over half a year, so that one quiet month says little. */
const birthDays = 182
/** So many of each row are looked at for what becomes due. */
const mostComing = 25

/** What a plan knows of vaccines, the shelf and who comes. Read once for each request. */
export type PlanFacts = {
  readonly vaccines: ReadonlyMap<string, BringVaccine>
  readonly onShelf: ReadonlyMap<string, number>
  readonly attendance: Attendance
  /** The product somebody of this birth date would get on a day. */
  readonly productOf: (dose: NeededDose, birthDate: CalendarDay, on: CalendarDay) => string | null
}

/** Reads the facts as of a day. */
export function planFacts(context: ServiceContext, on: CalendarDay): PlanFacts {
  const { resources } = context
  const shelf = shelfOf(context, on)
  const offers = offersByLabel(scheduleOf(context, on))
  return {
    vaccines: new Map(
      [...resources.vaccines.values()].filter(isInUse).map(vaccine => [
        vaccine.code,
        {
          code: vaccine.code,
          shortName: vaccine.shortName,
          route: vaccine.route,
          volumeMl: vaccine.volumeMl,
          dosesPerVial: shelf.vialSize.get(vaccine.code) ?? vaccine.dosesPerVial,
          isReconstituted: resources.planning.reconstituted.includes(vaccine.code),
        },
      ]),
    ),
    onShelf: shelf.doses,
    attendance: attendanceAt(context),
    productOf: (dose, birthDate, day) =>
      chooseProduct(
        dose,
        { birthDate, on: day },
        { offers, vaccines: resources.vaccines, onShelf: shelf.doses },
      ),
  }
}

/** Usable doses of each product, and the vial of the lot that goes first. */
function shelfOf({ store, resources }: ServiceContext, on: CalendarDay) {
  const doses = new Map<string, number>()
  const vialSize = new Map<string, number>()
  for (const lot of store.lots.list(null)) {
    const { vaccineCode } = lot
    if (lotRefusals(lot, { vaccineCode, on, doses: 1 }).length > 0) continue
    doses.set(vaccineCode, (doses.get(vaccineCode) ?? 0) + usableDoses(lot))
    const size = vialSizeOf(lot, resources.vaccines.get(vaccineCode))
    if (size !== null && !vialSize.has(vaccineCode)) vialSize.set(vaccineCode, size)
  }
  return { doses, vialSize }
}

/** What was seen of past days changes seldom and is asked with every change of the day's board. */
const remembered = new WeakMap<
  object,
  { readonly day: CalendarDay; readonly untilMs: number; readonly seen: Attendance }
>()
const rememberedMs = 600_000

function attendanceAt({ store, resources, today, at }: ServiceContext): Attendance {
  const nowMs = Date.parse(at)
  const known = remembered.get(store)
  if (known?.day === today && nowMs < known.untilMs) return known.seen
  const past = store.plans.attendance(addDays(today, -attendanceDays), today)
  const counts = past.map(({ ageMonths, ...count }) => ({ ...count, ageGroup: ageGroupOf(ageMonths) }))
  const seen = attendanceOf(counts, resources.planning.attendance)
  remembered.set(store, { day: today, untilMs: nowMs + rememberedMs, seen })
  return seen
}

/** How many become due between two days and come, by product: those in the register, and for doses at birth those to be born. */
export function newUntil(
  context: ServiceContext,
  facts: PlanFacts,
  on: CalendarDay,
  next: CalendarDay | null,
): ReadonlyMap<string, number> {
  const { store, today } = context
  const found = new Map<string, number>()
  if (next === null || next <= on) return found
  const add = (code: string, count: number) => found.set(code, (found.get(code) ?? 0) + count)
  for (const { code: rowCode } of scheduleOf(context, on).rows) {
    const { persons, sample } = store.plans.comingDue(rowCode, on, next, mostComing)
    // Of many a few are looked at; they stand for the rest.
    const each = sample.length === 0 ? 0 : (persons / sample.length) * facts.attendance.overall
    for (const { birthDate, doses } of sample)
      for (const product of new Set(doses.map(dose => facts.productOf(dose, birthDate, next))))
        if (product !== null) add(product, each)
  }
  const births = store.plans.bornBetween(addDays(today, -birthDays), today)
  const perDay = (births / birthDays) * facts.attendance.overall
  for (const product of givenAtBirth(scheduleOf(context, on), facts, on))
    add(product, perDay * daysBetween(on, next))
  return found
}

/** Products of doses that are due from the day of birth on. */
function givenAtBirth(
  { antigens }: Schedule,
  { productOf }: PlanFacts,
  on: CalendarDay,
): ReadonlySet<string> {
  const first = antigens
    .filter(({ rollOut }) => rollOut === 'nationwide')
    .flatMap(({ code, series }) =>
      series.flatMap(({ type, doses: [dose] }) =>
        type === 'standard' && dose && dose.age.some(isFromBirth)
          ? [{ label: dose.label, doseNumber: 1, antigens: [code] }]
          : [],
      ),
    )
  return new Set(first.flatMap(dose => productOf(dose, on, on) ?? []))
}

function isFromBirth({ earliestRec, min }: AgeRule): boolean {
  const from = earliestRec ?? min
  return from !== null && from.years === 0 && from.months === 0 && from.days === 0
}
