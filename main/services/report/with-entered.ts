import { notAskedOf, settleRow } from '../../../src/domain/report/count-cells'
import { type CountedReport, type CountedRow, cellKeyText } from '../../../src/domain/report/counted-report'
import type { FormColumn } from '../../../src/domain/report/report-form'
import type { ReportAsked } from './section-work'
import { isCountSection } from './section-works'

/**
 * What was entered since a report was counted shows at once, with the sums and shares that rest on it; nothing is counted
 * again.
 */
export function withEntered(counted: CountedReport, { form, entered }: ReportAsked): CountedReport {
  const sections = counted.sections.map(section => {
    const of = form.sections.find(({ id }) => id === section.id)
    if (!of || !isCountSection(of)) return section
    const rows = section.rows.map((row): CountedRow => {
      const said = (columnId: string) =>
        entered[cellKeyText({ sectionId: of.id, rowId: row.id, columnId })] ?? null
      return { ...row, cells: settleRow(of.columns, countsOf(of.columns, row), said, notAskedOf(of, row.id)) }
    })
    return { ...section, rows }
  })
  return { ...counted, sections }
}

function countsOf(columns: readonly FormColumn[], { cells }: CountedRow): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  columns.forEach(({ id, measure }, index) => {
    const value = cells[index]
    if (measure.kind === 'count' && typeof value === 'number') counts.set(id, value)
  })
  return counts
}
