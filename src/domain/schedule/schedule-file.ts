/**
 * A schedule file that the point was given: a part of the schedule in the words of its text, and whether it is in
 * force. It is never deleted: a withdrawn file can be read and applied again.
 */
export type ScheduleFile = {
  /** Code of the version that the file describes; it goes before what ships under the same code. */
  readonly code: string
  readonly fileName: string
  /** The file as it was, so that every line of it can be found again. */
  readonly text: string
  readonly status: 'active' | 'withdrawn'
  /** Why it was applied, or why it was withdrawn. */
  readonly reason: string
  readonly byUserId: string
  readonly byName: string
}
