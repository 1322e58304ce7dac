import { type BySection, notAskedOf, settleRow } from '../../../src/domain/report/count-cells'
import { type CountedReport, type CountedRow, cellKeyText } from '../../../src/domain/report/counted-report'
import type { FormColumn, FormSection } from '../../../src/domain/report/report-form'
import { saidTo } from './answers-section'
import { needRow, needsOf } from './needs-section'
import type { ReportAsked } from './section-work'
import { isCountSection } from './section-works'

/**
 * What was entered since a report was counted shows at once, with the sums and shares that rest on it; nothing is counted
 * again.
 */
export function withEntered(counted: CountedReport, asked: ReportAsked): CountedReport {
  const { form, entered } = asked
  const sections = counted.sections.map(section => {
    const of = form.sections.find(({ id }) => id === section.id)
    if (of?.kind === 'answers') return { ...section, rows: answered(of, section.rows, asked) }
    if (of?.kind === 'by' && of.by === 'need') return { ...section, rows: needed(of, section.rows, asked) }
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

/** What was entered stands for what the program proposed. */
function answered(
  of: Extract<FormSection, { readonly kind: 'answers' }>,
  rows: readonly CountedRow[],
  asked: ReportAsked,
): readonly CountedRow[] {
  return rows.map(row => {
    const question = of.questions.find(({ id }) => id === row.id)
    const said = question && saidTo(of, question, asked)
    return said === undefined ? row : { ...row, cells: [said] }
  })
}

/** A plan follows its targets at once; what was on hand stays as it was counted. */
function needed(of: BySection, rows: readonly CountedRow[], asked: ReportAsked): readonly CountedRow[] {
  const at = of.columns.findIndex(({ measure }) => measure.kind === 'given' && measure.field === 'on-hand')
  return needsOf(of, asked.form).flatMap(rule => {
    const row = rows.find(({ id }) => id === rule.id)
    const onHand = row?.cells[at]
    return row ? [needRow(of, asked, rule, typeof onHand === 'number' ? onHand : 0)] : []
  })
}
