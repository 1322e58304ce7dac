import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import type { MeasuredLying } from '../../src/domain/child/child-check'
import type { DateAccuracy } from '../../src/domain/immunization/dose-date'
import type { PregnancyOutcome } from '../../src/domain/maternal/pregnancy'
import type { Sex } from '../../src/domain/person/person'
import type { Database } from './driver'
import { handbookQuestions as questions } from './handbook-questions'

/** Who somebody is now, after merges, and where they live; empty texts where no place is known. */
export type PlacedRow = {
  readonly personId: string
  readonly communeCode: string
  readonly hamlet: string
}
export type DatedRow = PlacedRow & { readonly recordId: string; readonly on: CalendarDay }
export type PregnancyRow = DatedRow & {
  readonly lastPeriodOn: CalendarDay | null
  readonly lastPeriodSure: number | null
  /** JSON of the scan that dates it. */
  readonly scan: string
  readonly statedDueOn: CalendarDay | null
  readonly fetuses: number | null
  readonly risks: number
  readonly outcome: PregnancyOutcome | null
  readonly endedOn: CalendarDay | null
}
export type PregnancyVisitRow = {
  readonly recordId: string
  readonly pregnancyId: string
  readonly on: CalendarDay
  readonly nextVisitOn: CalendarDay | null
}
export type DeliveryRow = DatedRow & {
  readonly pregnancyId: string | null
  readonly motherState: string
  readonly visits: number
}
export type NewbornRow = DatedRow & { readonly birthId: string; readonly weightG: number | null }
export type ChildRow = PlacedRow & {
  readonly birthDate: CalendarDay
  readonly birthTime: string | null
  readonly sex: Sex
  readonly gestationWeeks: number | null
  readonly protectedAtBirth: number | null
}
export type WeightRow = { readonly personId: string; readonly on: CalendarDay }
export type CheckRow = {
  readonly personId: string
  readonly on: CalendarDay
  readonly weightKg: number | null
  readonly lengthHeightCm: number | null
  readonly position: MeasuredLying | null
  readonly headCm: number | null
  readonly armCm: number | null
  readonly oedema: number | null
  /** JSON: sign → yes or not-yet. */
  readonly signs: string
}
export type GivenRow = {
  readonly personId: string
  readonly vaccineCode: string
  readonly givenOn: CalendarDay
  readonly givenOnAccuracy: DateAccuracy
  readonly givenAt: Instant | null
}
type Range = { readonly from: CalendarDay; readonly to: CalendarDay }
type Ids = { readonly ids: string }

export type HandbookRepository = ReturnType<typeof createHandbookRepository>

/**
 * What lists and reports of the mother-and-child handbook are made from: sets of rows, each read from an index. Voided
 * records and removed persons are left out, and every row says who the person is now.
 */
export function createHandbookRepository(db: Database) {
  const selectMark = db.prepare<[], number>('SELECT coalesce(max(rowid), 0) FROM journal').pluck()
  return {
    /** Another number after anything was written, here or by another station. */
    mark: (): number => selectMark.get() as number,
    ...womenIn(db),
    ...childrenIn(db),
  }
}

function womenIn(db: Database) {
  const range = <Row>(sql: string) => {
    const select = db.prepare<[Range], Row>(sql)
    return (from: CalendarDay, to: CalendarDay): readonly Row[] => select.all({ from, to })
  }
  const selectOpen = db.prepare<[], PregnancyRow>(questions.openPregnancies)
  const selectOpenVisits = db.prepare<[], PregnancyVisitRow>(questions.openVisits)
  return {
    /** Pregnancies that go on: without an end, and without a birth. */
    openPregnancies: (): readonly PregnancyRow[] => selectOpen.all(),
    /** The antenatal visits of those that go on. */
    visitsOfOpen: (): readonly PregnancyVisitRow[] => selectOpenVisits.all(),
    pregnanciesEnrolled: range<PregnancyRow>(questions.enrolled),
    handbooksIssued: range<DatedRow>(questions.handbooks),
    antenatalVisits: range<DatedRow & { readonly pregnancyId: string }>(questions.visits),
    deliveries: range<DeliveryRow>(questions.deliveries),
    postpartumVisits: range<{ readonly birthId: string; readonly on: CalendarDay }>(questions.postpartum),
  }
}

function childrenIn(db: Database) {
  const selectNewborns = db.prepare<[Range], NewbornRow>(questions.newborns)
  const selectBorn = db.prepare<[Range], ChildRow>(questions.born)
  const selectPlaced = db.prepare<[Ids], ChildRow>(questions.placed)
  const selectWeighed = db.prepare<[Ids], WeightRow>(questions.lastWeighed)
  const selectChecks = db.prepare<[Ids & { readonly from: CalendarDay }], CheckRow>(questions.checks)
  const selectDoses = db.prepare<[Ids & { readonly vaccines: string }], GivenRow>(questions.doses)
  const selectMeasured = db.prepare<[Range], DatedRow & { readonly birthDate: CalendarDay }>(
    questions.measured,
  )
  const idsOf = (ids: readonly string[]) => JSON.stringify(ids)
  return {
    /** Children born alive in recorded births. */
    newborns: (from: CalendarDay, to: CalendarDay): readonly NewbornRow[] => selectNewborns.all({ from, to }),
    /** Everybody registered who was born between two days. */
    born: (from: CalendarDay, to: CalendarDay): readonly ChildRow[] => selectBorn.all({ from, to }),
    /** Those of them who are in the register, by who they are now. */
    placed: (ids: readonly string[]): readonly ChildRow[] => selectPlaced.all({ ids: idsOf(ids) }),
    /** The last day each of them was weighed, by checks, newborn visits and screenings. */
    lastWeighed: (ids: readonly string[]): readonly WeightRow[] => selectWeighed.all({ ids: idsOf(ids) }),
    /** Their child checks since a day, newest first. */
    checksSince: (ids: readonly string[], from: CalendarDay): readonly CheckRow[] =>
      selectChecks.all({ ids: idsOf(ids), from }),
    /** Doses of these products, of whichever record of theirs. */
    dosesOf: (ids: readonly string[], vaccines: readonly string[]): readonly GivenRow[] =>
      selectDoses.all({ ids: idsOf(ids), vaccines: JSON.stringify(vaccines) }),
    /** Every measurement of anybody's growth between two days; at birth too. */
    measured: (from: CalendarDay, to: CalendarDay) => selectMeasured.all({ from, to }),
  }
}
