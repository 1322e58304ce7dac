import type { ExportList } from '../../../../src/contract/export-values'
import type { CellCount } from '../../../../src/contract/handbook-list-calls'
import type { Month, NamedCount } from '../../../../src/domain/report/count-programme'
import type { HandbookLine } from '../../../../src/domain/report/handbook-lists'
import { listNames, noteWords, sayWords } from '../../handbook/line-words'
import type { JobContext, SheetValue } from '../../jobs/job'
import type { ExportedList, ExportScope } from '../exported-list'
import { personCells, personHeader } from './person-cells'

const atATime = 500

/** A working list of the handbook, as the screen has it. */
export function handbookLinesList(
  { of, filter: { place, text, lateDays } }: Extract<ExportList, { list: 'handbook' }>,
  lines: readonly HandbookLine[],
): ExportedList {
  const words = [
    listNames[of],
    place && `xã ${place.communeCode}${place.hamlet === null ? '' : ', một thôn'}`,
    lateDays !== null && `trễ từ ${lateDays} ngày`,
    text.trim() !== '' && 'theo ô tìm',
  ]
  return {
    title: listNames[of],
    fileName: `so-me-va-be-${of}`,
    filter: words.filter(Boolean).join('; '),
    header: [...personHeader, 'Từ ngày', 'Trễ (ngày)', 'Nội dung'],
    read: context =>
      readPeople(context, lines, ({ on, daysLate, say }) => [{ day: on }, daysLate, sayWords(say)]),
  }
}

/** The names behind a cell of the programme's report. */
export function programmeNamesList(
  { cell }: Extract<ExportList, { list: 'programme-names' }>,
  names: readonly NamedCount[],
): ExportedList {
  return {
    title: 'Danh sách theo chỉ tiêu',
    fileName: `so-me-va-be-${cell.rowId}`,
    filter: `${cell.rowId}; ${cell.month ?? `12 tháng đến ${cell.until}`}; ${cell.communeCode ?? 'mọi xã'}; ${cell.which}`,
    header: [...personHeader, 'Ngày', 'Được tính', 'Ghi chú'],
    read: context =>
      readPeople(context, names, ({ on, isCounted, note }) => [
        { day: on },
        isCounted ? 'có' : 'không',
        noteWords(note),
      ]),
  }
}

/** A line for each of these people who is still in the register. */
export async function readPeople<T extends { readonly personId: string }>(
  { store, resources, progress, breathe }: JobContext,
  all: readonly T[],
  cellsOf: (one: T) => readonly SheetValue[],
): Promise<readonly (readonly SheetValue[])[]> {
  const rows: (readonly SheetValue[])[] = []
  for (let from = 0; from < all.length; from += atATime) {
    for (const one of all.slice(from, from + atATime)) {
      const person = store.records.find('person', one.personId)
      if (person) rows.push([...personCells(person, resources.units), ...cellsOf(one)])
    }
    progress(Math.min(from + atATime, all.length), all.length)
    await breathe()
  }
  return rows
}

/** The report as a table: each row by month, then by commune in the last month. A share stands as two columns. */
export function programmeList(
  { until, communeCode }: Extract<ExportList, { list: 'programme' }>,
  table: ExportScope['programme'],
): ExportedList {
  const months = table?.months ?? []
  const communes = table?.communes ?? []
  return {
    title: 'Sổ mẹ và bé',
    fileName: 'so-me-va-be-bao-cao',
    filter: `12 tháng đến ${until}; ${communeCode ?? 'mọi xã'}`,
    header: [
      'Chỉ tiêu',
      'Đơn vị đếm',
      ...months.flatMap(month => [written(month), `${written(month)}: trên tổng số`]),
      ...communes.flatMap(({ code, name }) => {
        const words = `${name ?? (code || 'Chưa ghi xã')} (${written(until)})`
        return [words, `${words}: trên tổng số`]
      }),
    ],
    read: () =>
      Promise.resolve(
        (table?.rows ?? []).map(({ label, counts, byMonth, byCommune }) => [
          label.vi,
          counts.vi,
          ...[...byMonth, ...byCommune].flatMap(({ counted, of }: CellCount) => [counted, of]),
        ]),
      ),
  }
}

const written = (month: Month) => `${month.slice(5)}/${month.slice(0, 4)}`
