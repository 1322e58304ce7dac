import {
  type CellCount,
  getProgrammeReport,
  listProgrammeNames,
  type ProgrammeCell,
  type ProgrammeReport,
} from '../../../src/contract/handbook-list-calls'
import { isShare, type Month, type NamedCount } from '../../../src/domain/report/count-programme'
import type { ProgrammeRow } from '../../../src/domain/report/handbook-programme'
import { monthsUntil } from '../../../src/domain/report/months'
import { type Service, type ServiceContext, serve } from '../service'
import { type KeptProgramme, keptProgramme, namesIn } from './kept-programme'
import { madeOf } from './made'
import { hitsOf } from './people-of'

const getReportService = serve(getProgrammeReport, (context, { until, communeCode }) => {
  const report = keptProgramme(context.store, until)
  const { rows: _rows, ...form } = context.resources.programme.form
  return {
    made: madeOf(context, report, 'handbook.report'),
    form,
    ...tableOf(context, report, until, communeCode),
  }
})

/** The cells of the report. */
function tableOf(
  { resources }: Pick<ServiceContext, 'resources'>,
  report: KeptProgramme | null,
  until: Month,
  communeCode: string | null,
): Pick<ProgrammeReport, 'months' | 'communes' | 'rows'> {
  const months = monthsUntil(until)
  const communes = communesOf(resources, report)
  return {
    months,
    communes,
    rows: resources.programme.form.rows.map(row => {
      const names = report?.names.get(row.id) ?? []
      const here = communeCode === null ? names : names.filter(name => name.communeCode === communeCode)
      const newest = names.filter(({ month }) => month === until)
      const { rule: _rule, ...words } = row
      return {
        ...words,
        byMonth: cellsOf(row, here, ({ month }) => month, months),
        byCommune: cellsOf(
          row,
          newest,
          name => name.communeCode,
          communes.map(({ code }) => code),
        ),
      }
    }),
  }
}

function cellsOf(
  { rule }: ProgrammeRow,
  names: readonly NamedCount[],
  keyOf: (name: NamedCount) => string,
  keys: readonly string[],
): readonly CellCount[] {
  const counts = new Map(keys.map(key => [key, { counted: 0, all: 0 }]))
  for (const name of names) {
    const cell = counts.get(keyOf(name))
    if (!cell) continue
    cell.all += 1
    if (name.isCounted) cell.counted += 1
  }
  return [...counts.values()].map(({ counted, all }) => ({ counted, of: isShare(rule) ? all : null }))
}

/** The table of the report that was counted last for these months; all zero when there is none. */
export function reportTable(context: ServiceContext, until: Month, communeCode: string | null) {
  return tableOf(context, keptProgramme(context.store, until), until, communeCode)
}

/** The names of a cell of the report that was counted last. */
export function cellNames({ store }: ServiceContext, cell: ProgrammeCell): readonly NamedCount[] {
  return namesIn(keptProgramme(store, cell.until), cell)
}

/** Every commune with a name in the report, by name; those without one last. */
function communesOf({ units }: ServiceContext['resources'], report: KeptProgramme | null) {
  const codes = new Set([...(report?.names.values() ?? [])].flatMap(names => names.map(it => it.communeCode)))
  return [...codes]
    .map(code => ({ code, name: units.communeByCode.get(code)?.name ?? null }))
    .toSorted((a, b) => Number(a.name === null) - Number(b.name === null) || compare(a.name, b.name))
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '').localeCompare(b ?? '', 'vi')
}

const listNamesService = serve(listProgrammeNames, (context, { cell, offset, limit }) => {
  const names = cellNames(context, cell)
  const shown = names.slice(offset, offset + limit)
  const hitOf = hitsOf(
    context,
    shown.map(({ personId }) => personId),
  )
  return {
    total: names.length,
    lines: shown.flatMap(({ personId, recordId, on, isCounted, note }) => {
      const hit = hitOf(personId)
      return hit ? [{ hit, name: { recordId, on, isCounted, note } }] : []
    }),
  }
})

export const programmeServices: readonly Service[] = [getReportService, listNamesService]
