import { type AssembledBook, assembleBook } from '../../../src/contract/assemble-book'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { schedulesOf } from '../../../src/domain/schedule/kept-schedules'
import type { ScheduleFile } from '../../../src/domain/schedule/schedule-file'
import type { Schedule } from '../../../src/domain/schedule/schedule-types'
import type { ReadStore } from '../../db'
import type { Stored } from '../../db/record-store'
import type { Resources } from '../../resources/load'

/** What the schedule of a station rests on: the parts that ship and the files in its journal. */
export type ScheduleSources = {
  readonly store: Pick<ReadStore, 'records' | 'schedules'>
  readonly resources: Resources
}

type Kept = {
  readonly state: string
  readonly assembled: AssembledBook
  readonly on: (day: CalendarDay) => Schedule
}

/** The book of each database, as long as no schedule file of it changes. */
const kept = new WeakMap<ScheduleSources['store'], Kept>()

/**
 * The book that is in force at this station: what ships, with the active files over it. A file that cannot be used any
 * more is left out and named in `refused`; the station goes on with what ships.
 */
export function currentBook(sources: ScheduleSources): AssembledBook {
  return keptBook(sources).assembled
}

/** The schedule of a day by the book in force; the same object as long as it is the same schedule. */
export function currentSchedule(sources: ScheduleSources, on: CalendarDay): Schedule {
  return keptBook(sources).on(on)
}

function keptBook({ store, resources }: ScheduleSources): Kept {
  const state = store.schedules.state()
  const known = kept.get(store)
  if (known?.state === state) return known
  const assembled = bookWith(resources, activeFiles(store))
  const fresh: Kept = { state, assembled, on: schedulesOf(assembled.book) }
  kept.set(store, fresh)
  return fresh
}

/** The files that are to be in force, in the order in which they were applied. */
export function activeFiles(store: ScheduleSources['store']): readonly Stored<ScheduleFile>[] {
  return store.records.list('schedule-file', { status: 'active' }, 'created_stamp')
}

/** The book of what ships and these files. A text that is no JSON any more is refused like any other fault. */
export function bookWith(
  { schedules, vaccines }: Pick<Resources, 'schedules' | 'vaccines'>,
  files: readonly (Pick<ScheduleFile, 'code' | 'text'> & { readonly id: string })[],
): AssembledBook {
  const added = files.map(({ id, code, text }) => ({ fileId: id, code, file: parsed(text) }))
  return assembleBook(schedules, added, vaccines)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
