import type { Programme } from '../../immunization/dose'
import { type CountedReport, type CountedRow, cellKeyText } from '../counted-report'
import type { Measure, ReportForm } from '../report-form'
import type { FrozenNames, ReportFinding } from '../report-record'
import { countColumns, type MeasuredSection, measuredSections, numberIn } from './check-columns'

/*
 * Cross-checks of a report against what it does not say itself: the report of the period before, and the register.
 */

/** What the register holds of a period, asked without any form. */
export type RegisterFigures = {
  /** Doses given at this point, by programme; a dose is one whatever it is against. */
  readonly doses: Readonly<Record<Programme, number>>
  /** Of all of them those that were taken from no lot of the stock. */
  readonly dosesWithoutLot: number
  /** Days with doses that nobody has closed and signed. */
  readonly daysNotClosed: number
}

/** From January on nothing becomes less, and each month adds what it has: else an earlier month changed since. */
export function yearFindings(
  form: Pick<ReportForm, 'sections'>,
  counted: CountedReport,
  before: CountedReport | null,
): readonly ReportFinding[] {
  if (before === null) return []
  const earlier = measuredSections(form, before)
  return measuredSections(form, counted).flatMap(({ section, rows }) => {
    const known = new Map(
      earlier.find(each => each.section.id === section.id)?.rows.map(row => [row.id, row]),
    )
    return rows.flatMap(row => yearOfRow(section, row, known.get(row.id)))
  })
}

function yearOfRow(
  section: MeasuredSection['section'],
  row: CountedRow,
  before: CountedRow | undefined,
): readonly ReportFinding[] {
  const columns = countColumns(section)
  return columns.flatMap(({ id, measure }) => {
    const month = columns.find(other => isPeriodOf(other.measure, measure))
    const found = numberIn(row, section, id)
    const earlier = before ? numberIn(before, section, id) : 0
    const added = month ? numberIn(row, section, month.id) : null
    if (measure.window !== 'year-to-date' || found === null || earlier === null || added === null) return []
    const expected = earlier + added
    if (found === expected) return []
    const code = found < earlier ? 'year-fell' : 'year-differs'
    return [
      {
        code,
        severity: 'look' as const,
        cell: { sectionId: section.id, rowId: row.id, columnId: id },
        found,
        expected,
        reason: null,
      },
    ]
  })
}

type Count = Extract<Measure, { kind: 'count' }>

/** Whether a column counts for the period what another one counts from January on. */
function isPeriodOf(period: Count, year: Count): boolean {
  return period.window === 'period' && JSON.stringify(period.select) === JSON.stringify(year.select)
}

/**
 * The register against the report, for a report by place: doses that stand in no row, doses that no lot of the stock was
 * used for, days that are not closed. `names` null: too many to be kept, and then not compared.
 */
export function registerFindings(
  form: Pick<ReportForm, 'sections'>,
  names: FrozenNames | null,
  register: RegisterFigures,
): readonly ReportFinding[] {
  const findings: ReportFinding[] = []
  const say = (code: string, found: number, expected: number) =>
    findings.push({ code, severity: 'look', cell: null, found, expected, reason: null })
  const asked = dosesAsked(form)
  if (asked.length > 0) {
    const expected = asked.reduce((sum, programme) => sum + register.doses[programme], 0)
    const found = names === null ? null : dosesNamed(form, names)
    if (found !== null && found < expected) say('doses-in-no-row', expected - found, 0)
    if (register.dosesWithoutLot > 0) say('doses-without-lot', register.dosesWithoutLot, 0)
  }
  if (register.daysNotClosed > 0) say('days-not-closed', register.daysNotClosed, 0)
  return findings
}

/**
 * Programmes whose doses all belong into one of the form's rows. A form that takes doses of the programme takes some paid
 * ones along; not every paid dose is its business.
 */
function dosesAsked(form: Pick<ReportForm, 'sections'>): readonly Programme[] {
  const taken = new Set(
    form.sections.flatMap(section =>
      section.kind === 'table'
        ? section.rows.flatMap(({ select }) => (select.fact === 'dose' ? (select.programmes ?? []) : []))
        : [],
    ),
  )
  if (taken.has('epi')) return ['epi']
  return [...taken]
}

/** How many records stand in at least one cell that counts doses of the period. */
function dosesNamed(form: Pick<ReportForm, 'sections'>, names: FrozenNames): number {
  const named = new Set<string>()
  for (const section of form.sections) {
    if (section.kind !== 'table') continue
    const columns = countColumns(section).filter(
      ({ measure }) => measure.window === 'period' && (measure.select.fact ?? 'dose') === 'dose',
    )
    for (const row of section.rows) {
      if (row.select.fact !== 'dose') continue
      for (const { id } of columns)
        for (const name of names[cellKeyText({ sectionId: section.id, rowId: row.id, columnId: id })] ?? [])
          named.add(name)
    }
  }
  return named.size
}
