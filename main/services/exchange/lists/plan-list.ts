import type { CalendarDay } from '../../../../src/domain/calendar/calendar-day'
import type { ReadStore } from '../../../db'
import { workerAt } from '../../plan/health-workers'
import { slotWords } from '../../plan/slot-words'
import type { ExportedList } from '../exported-list'
import { personCells, personHeader } from './person-cells'

/** Who is invited to the session of a day, by hamlet, with the health worker who tells them. */
export function planList(on: CalendarDay): ExportedList {
  return {
    title: 'Danh sách mời tiêm',
    fileName: 'danh-sach-moi',
    filter: on,
    header: ['Y tế thôn', 'Điện thoại y tế thôn', ...personHeader, 'Thời gian tiêm', 'Vắc xin'],
    read: ({ store, resources }) =>
      Promise.resolve(
        invitedOn(store, on).map(({ person, invitation }) => {
          const worker = workerAt({ store }, person)
          return [
            worker?.name ?? null,
            worker?.phone ?? null,
            ...personCells(person, resources.units),
            slotWords(invitation),
            invitation.doses.map(({ label }) => label).join(', '),
          ]
        }),
      ),
  }
}

function invitedOn(store: ReadStore, on: CalendarDay) {
  return store.plans
    .invitationsOn(on)
    .filter(({ status }) => status === 'invited')
    .flatMap(invitation => {
      const person = store.persons.find(invitation.personId)
      return person ? [{ person, invitation }] : []
    })
    .toSorted(
      (a, b) =>
        a.invitation.hamlet.localeCompare(b.invitation.hamlet, 'vi') ||
        slotWords(a.invitation).localeCompare(slotWords(b.invitation)),
    )
}
