import type { CellKey, CellValue, CountedReport, CountedSection } from '../counted-report'
import { cellKeyText } from '../counted-report'
import type { FormSection, ReportForm } from '../report-form'
import type { FrozenNames } from '../report-record'

/** A cell that says something else in two versions of a report. */
export type CellDifference = {
  readonly cell: CellKey
  readonly before: CellValue
  readonly after: CellValue
  /** Records that are only in the later version, and only in the earlier one; null where names were not kept. */
  readonly added: readonly string[] | null
  readonly removed: readonly string[] | null
}

/** One version of a report with its names, as far as they are kept. */
export type NamedReport = { readonly counted: CountedReport; readonly names: FrozenNames | null }

/** Every cell that differs, in the order of the form; also one whose number is the same and whose names are not. */
export function differenceOf(
  { sections }: Pick<ReportForm, 'sections'>,
  before: NamedReport,
  after: NamedReport,
): readonly CellDifference[] {
  return sections.flatMap(section => sectionDifference(section, before, after))
}

function sectionDifference(
  section: FormSection,
  before: NamedReport,
  after: NamedReport,
): readonly CellDifference[] {
  const [was, is] = [before, after].map(({ counted }) => rowsOf(counted.sections, section.id))
  const rowIds = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
  return rowIds.flatMap(rowId =>
    columnIdsOf(section).flatMap((columnId, at) => {
      const cell: CellKey = { sectionId: section.id, rowId, columnId }
      const values = { before: was?.get(rowId)?.[at] ?? null, after: is?.get(rowId)?.[at] ?? null }
      const { added, removed } = namesBetween(before.names, after.names, cellKeyText(cell))
      const isSame = isSameValue(values.before, values.after)
      const hasSameNames = (added?.length ?? 0) + (removed?.length ?? 0) === 0
      return isSame && hasSameNames ? [] : [{ cell, ...values, added, removed }]
    }),
  )
}

/** The columns of a section in the order of its cells; a question has one. */
export function columnIdsOf(section: FormSection): readonly string[] {
  return section.kind === 'answers' ? ['answer'] : section.columns.map(({ id }) => id)
}

function rowsOf(sections: readonly CountedSection[], id: string): ReadonlyMap<string, readonly CellValue[]> {
  const section = sections.find(each => each.id === id)
  return new Map(section?.rows.map(row => [row.id, row.cells]) ?? [])
}

function namesBetween(before: FrozenNames | null, after: FrozenNames | null, key: string) {
  if (before === null || after === null) return { added: null, removed: null }
  const [was, is] = [new Set(before[key] ?? []), new Set(after[key] ?? [])]
  return {
    added: [...is].filter(id => !was.has(id)),
    removed: [...was].filter(id => !is.has(id)),
  }
}

/** Whether two cells say the same. */
export function isSameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a?.day === b?.day
  return a === b
}
