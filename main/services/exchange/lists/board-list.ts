import type { CalendarDay } from '../../../../src/domain/calendar/calendar-day'
import { vietnamTimeOf } from '../../../../src/domain/calendar/calendar-day'
import type { ExportedList } from '../exported-list'
import { personCells, personHeader } from './person-cells'

const outcomes: Readonly<Record<string, string>> = {
  vaccinated: 'Đã tiêm',
  deferred: 'Tạm hoãn',
  contraindicated: 'Chống chỉ định',
  referred: 'Chuyển tuyến',
  refused: 'Không đồng ý tiêm',
  left: 'Về, không tiêm',
}

/** Everybody who came on a day, in the order of their tickets; null: today. */
export function boardList(on: CalendarDay | null): ExportedList {
  return {
    title: 'Buổi tiêm',
    fileName: 'buoi-tiem',
    filter: on ?? 'hôm nay',
    header: ['Số thứ tự', ...personHeader, 'Giờ đến', 'Giờ tiêm', 'Kết quả', 'Vắc xin'],
    read: ({ store, resources, today }) =>
      Promise.resolve(
        store.visits.listOn(on ?? today).flatMap(visit => {
          const person = store.persons.find(visit.personId)
          const given = store.records
            .list('dose', { visit_id: visit.id }, 'created_stamp')
            .map(dose => resources.vaccines.get(dose.vaccineCode)?.shortName ?? dose.vaccineCode)
          if (!person) return []
          return [
            [
              visit.ticket,
              ...personCells(person, resources.units),
              vietnamTimeOf(visit.openedAt),
              visit.injectedAt && vietnamTimeOf(visit.injectedAt),
              visit.outcome && (outcomes[visit.outcome] ?? visit.outcome),
              given.join(', '),
            ],
          ]
        }),
      ),
  }
}
