import type { ExportList } from '../../../../src/contract/export-values'
import { vietnamDayOf } from '../../../../src/domain/calendar/calendar-day'
import type { ReportPaper } from '../../../../src/domain/document/report-paper'
import type { JobContext, SheetValue } from '../../jobs/job'
import type { Named } from '../../report/section-work'
import type { ExportedList } from '../exported-list'
import { personCells, personHeader } from './person-cells'

const atATime = 500

/** A report as it was counted last: in the shape of its form, or as a text file its rows alone. */
export function countedReportList(
  { key }: Extract<ExportList, { list: 'report' }>,
  paper: ReportPaper | null,
): ExportedList {
  const sections = paper?.sections ?? []
  const rows = sections.flatMap(({ title, lines }) =>
    lines.flatMap(line => (line.kind === 'row' ? [[title, ...line.cells]] : [])),
  )
  return {
    title: paper?.title ?? key.formId,
    fileName: paper?.fileName ?? key.formId,
    filter: `${key.formId}; ${key.period}; ${key.basis}`,
    header: ['Phần', ...(sections[0]?.columns.map(({ id }) => id) ?? [])],
    paper,
    read: () => Promise.resolve(rows),
  }
}

/** The names behind a cell of a report: who, on which day, written down when, and how much of the number they are. */
export function reportNamesList(
  { key, cell }: Extract<ExportList, { list: 'report-names' }>,
  names: readonly Named[],
): ExportedList {
  const { formId, period, basis } = key
  const { sectionId, rowId, columnId } = cell
  return {
    title: 'Danh sách của một ô',
    fileName: `${formId}-${period.replaceAll('..', '-den-')}-${columnId}`,
    filter: `${formId}; ${period}; ${basis}; ${sectionId}/${rowId}/${columnId}`,
    header: [...personHeader, 'Nội dung', 'Ngày', 'Ngày ghi', 'Số lượng'],
    read: context => readNames(context, names),
  }
}

async function readNames(
  { store, resources, progress, breathe }: JobContext,
  names: readonly Named[],
): Promise<readonly (readonly SheetValue[])[]> {
  const rows: (readonly SheetValue[])[] = []
  for (let from = 0; from < names.length; from += atATime) {
    for (const { personId, label, on, enteredAt, quantity } of names.slice(from, from + atATime)) {
      const person = personId === null ? null : store.records.find('person', personId)
      const who = person ? personCells(person, resources.units) : personHeader.map(() => null)
      rows.push([...who, label, { day: on }, { day: vietnamDayOf(enteredAt) }, quantity])
    }
    progress(Math.min(from + atATime, names.length), names.length)
    await breathe()
  }
  return rows
}
