import type { CountedReport } from '../counted-report'
import type { ReportForm } from '../report-form'
import type { FrozenNames, ReportFinding } from '../report-record'
import { type RegisterFigures, registerFindings, yearFindings } from './check-before'
import { columnFindings, measuredSections } from './check-columns'
import { stockFindings } from './check-stock'

/** A report before it is signed, and what it is held against. */
export type CheckedAgainst = {
  readonly form: Pick<ReportForm, 'sections' | 'period'>
  readonly counted: CountedReport
  readonly names: FrozenNames | null
  /** What was signed for the period before; null: nothing. */
  readonly before: CountedReport | null
  /** Null for a report by residence: much of it was given elsewhere. */
  readonly register: RegisterFigures | null
}

/** Every cross-check that did not come out: what cannot be right first. */
export function checkReport({
  form,
  counted,
  names,
  before,
  register,
}: CheckedAgainst): readonly ReportFinding[] {
  const isNewYear = before === null || before.period.slice(0, 4) !== counted.period.slice(0, 4)
  const findings = [
    ...columnFindings(measuredSections(form, counted)),
    ...yearFindings(form, counted, isNewYear || form.period === 'year' ? null : before),
    ...stockFindings(form, counted, before, register),
    ...(register ? registerFindings(form, names, register) : []),
    ...nothingCounted(form, counted, register),
  ]
  return findings.toSorted((a, b) => Number(a.severity === 'look') - Number(b.severity === 'look'))
}

/** A report of nothing, though the register has doses of the time. */
function nothingCounted(
  form: Pick<ReportForm, 'sections'>,
  counted: CountedReport,
  register: RegisterFigures | null,
): readonly ReportFinding[] {
  const sections = measuredSections(form, counted)
  const doses = register ? Object.values(register.doses).reduce((sum, each) => sum + each, 0) : 0
  const hasNumbers = sections.some(({ rows }) =>
    rows.some(({ cells }) => cells.some(cell => typeof cell === 'number' && cell !== 0)),
  )
  if (sections.length === 0 || doses === 0 || hasNumbers) return []
  return [{ code: 'nothing-counted', severity: 'look', cell: null, found: 0, expected: doses, reason: null }]
}
