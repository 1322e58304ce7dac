import type { ExportList } from '../../../../src/contract/export-values'
import { keptStatusOn } from '../../../../src/domain/schedule/kept-forecast'
import type { JobContext, SheetValue } from '../../jobs/job'
import type { ExportedList, ExportScope } from '../exported-list'
import { personCells, personHeader } from './person-cells'

const atATime = 500

/** Those who are due, with what for, as the list on the screen has them. */
export function dueList(of: Extract<ExportList, { list: 'due' }>, due: ExportScope['due']): ExportedList {
  const { status, until, rowCode, place, bornFrom, bornTo, text } = of.filter
  const words = [
    status === 'overdue' ? 'quá hạn' : until === null ? 'đến hạn hôm nay' : `đến hạn tới ${until}`,
    rowCode && `vắc xin ${rowCode}`,
    place && `xã ${place.communeCode}${place.hamlet === null ? '' : ', một thôn'}`,
    (bornFrom || bornTo) && 'theo tuổi',
    text.trim() !== '' && 'theo ô tìm',
  ]
  return {
    title: status === 'overdue' ? 'Quá hạn' : 'Đến hạn',
    fileName: status === 'overdue' ? 'qua-han' : 'den-han',
    filter: words.filter(Boolean).join('; '),
    header: [...personHeader, 'Mũi đến hạn', 'Đến hạn từ ngày', 'Quá hạn từ ngày'],
    read: context => (due ? readDue(context, due) : Promise.resolve([])),
  }
}

async function readDue(
  { store, resources, today, progress, breathe }: JobContext,
  { filter, order }: NonNullable<ExportScope['due']>,
) {
  const rows: (readonly SheetValue[])[] = []
  for (let offset = 0; ; offset += atATime) {
    const ids = store.forecasts.duePage(filter, { offset, limit: atATime, order })
    for (const person of store.persons.many(ids)) {
      const cells = personCells(person, resources.units)
      for (const { rowCode, doses } of store.forecasts.rowsOf([person.id])) {
        if (filter.rowCode !== null && filter.rowCode !== rowCode) continue
        for (const { label, dueOn, overdueOn } of doses) {
          const isLate = keptStatusOn({ dueOn, overdueOn }, today) === 'overdue'
          if (dueOn > filter.until || (filter.status === 'overdue' && !isLate)) continue
          rows.push([...cells, label.vi, { day: dueOn }, overdueOn === null ? null : { day: overdueOn }])
        }
      }
    }
    progress(offset + ids.length, offset + ids.length)
    if (ids.length < atATime) return rows
    await breathe()
  }
}
