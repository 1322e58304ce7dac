import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import type { MeasuredLying } from '../../src/domain/child/child-check'
import type { GrowthSource } from '../../src/domain/child/growth-records'
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
  readonly birthWeightG: number | null
  readonly protectedAtBirth: number | null
}
export type MeasurementRow = {
  readonly personId: string
  readonly source: Exclude<GrowthSource, 'person'>
  readonly recordId: string
  readonly on: CalendarDay
  readonly weightKg: number | null
  readonly lengthHeightCm: number | null
  readonly position: MeasuredLying | null
  readonly headCm: number | null
  readonly armCm: number | null
  readonly oedema: number | null
  /** JSON of a check: sign → yes or not-yet; null elsewhere. */
  readonly signs: string | null
  /** The day chosen at a check; null elsewhere. */
  readonly nextVisitOn: CalendarDay | null
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
  const selectMeasurements = db.prepare<[Ids], MeasurementRow>(questions.measurements)
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
    /** Everything that was measured of them or looked for in them, oldest first. */
    measurements: (ids: readonly string[]): readonly MeasurementRow[] =>
      selectMeasurements.all({ ids: idsOf(ids) }),
    /** Doses of these products, of whichever record of theirs. */
    dosesOf: (ids: readonly string[], vaccines: readonly string[]): readonly GivenRow[] =>
      selectDoses.all({ ids: idsOf(ids), vaccines: JSON.stringify(vaccines) }),
    /** Every measurement of anybody's growth between two days; at birth too. */
    measured: (from: CalendarDay, to: CalendarDay) => selectMeasured.all({ from, to }),
  }
}
