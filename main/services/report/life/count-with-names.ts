import {
  type CountedReport,
  type CountedSection,
  cellKeyText,
} from '../../../../src/domain/report/counted-report'
import type { FormColumn, FormSection } from '../../../../src/domain/report/report-form'
import type { FrozenNames } from '../../../../src/domain/report/report-record'
import type { CountingPorts, ReportAsked } from '../section-work'
import { workOf } from '../section-works'

/** More names than this are not kept: the number stands without them. */
export const mostNames = 5_000

/** A report as it counts at this moment, with the names behind the cells of its own period. */
export async function countWithNames(
  ports: CountingPorts,
  asked: ReportAsked,
): Promise<{ readonly counted: CountedReport; readonly names: FrozenNames | null }> {
  const { form, key } = asked
  const sections: CountedSection[] = []
  for (const section of form.sections) {
    await ports.breathe()
    sections.push({ id: section.id, rows: await workOf(section).count(ports, section, asked) })
  }
  const counted: CountedReport = { ...key, formVersion: form.version, sections }
  return { counted, names: await namesOf(ports, asked, counted) }
}

async function namesOf(
  ports: CountingPorts,
  asked: ReportAsked,
  { sections }: CountedReport,
): Promise<FrozenNames | null> {
  const names: Record<string, readonly string[]> = {}
  let total = 0
  for (const section of asked.form.sections) {
    const rows = sections.find(({ id }) => id === section.id)?.rows ?? []
    for (const row of rows)
      for (const [at, columnId] of namedColumns(section)) {
        const value = row.cells[at] ?? null
        if (typeof value !== 'number' || value === 0) continue
        await ports.breathe()
        const cell = { sectionId: section.id, rowId: row.id, columnId }
        const ids = workOf(section)
          .names(ports, section, asked, cell)
          .map(({ recordId }) => recordId)
        total += ids.length
        if (total > mostNames) return null
        names[cellKeyText(cell)] = [...new Set(ids)]
      }
  }
  return names
}

/** Columns with names worth keeping: what is counted since January is in the months before. */
function namedColumns(section: FormSection): readonly (readonly [number, string])[] {
  if (section.kind !== 'table' && section.kind !== 'by') return []
  return section.columns.flatMap((column, at) => (hasNames(column) ? [[at, column.id] as const] : []))
}

function hasNames({ measure }: FormColumn): boolean {
  return measure.kind === 'given' || (measure.kind === 'count' && measure.window === 'period')
}
