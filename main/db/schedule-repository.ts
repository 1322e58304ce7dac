import type { Database } from './driver'

export type ScheduleRepository = ReturnType<typeof createScheduleRepository>

/** What is asked about schedule files beside the records themselves. */
export function createScheduleRepository(db: Database) {
  const selectState = db
    .prepare<[], string>(
      `SELECT count(*) || ' ' || ifnull(sum(versions), 0) || ' ' || ifnull(max(changed_stamp), '') FROM schedule_file`,
    )
    .pluck()

  return {
    /** Another text after every write about a schedule file, whatever station it came from. */
    state: (): string => String(selectState.get()),
  }
}
