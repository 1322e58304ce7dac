import { bookOf, type ReadCatalog, type ReadVersion } from '../../src/contract/schedule-parts'
import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import { schedulesOf } from '../../src/domain/schedule/kept-schedules'
import type { ScheduleBook } from '../../src/domain/schedule/schedule-book'
import type { Schedule } from '../../src/domain/schedule/schedule-types'

/** The schedules that ship: their files as read, and the schedule of a day put together from them. */
export type Schedules = {
  readonly catalog: ReadCatalog
  readonly versions: readonly ReadVersion[]
  readonly book: ScheduleBook
  /** The same object for every day on which the same schedule holds, so that what is kept by schedule stays. */
  readonly on: (day: CalendarDay) => Schedule
}

/** What ships, with the version files as written: a province's file may take the place of one that others stand on. */
export type ShippedSchedules = Schedules & { readonly files: readonly unknown[] }

/** Schedules of a catalog and its versions; each is put together when a day asks for it, and kept. */
export function createSchedules(catalog: ReadCatalog, versions: readonly ReadVersion[]): Schedules {
  const book = bookOf(catalog, versions)
  return { catalog, versions, book, on: schedulesOf(book) }
}
