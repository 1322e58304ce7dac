/** A template somebody here took in, as it came. The newest of a paper counts; a voided one does not. */
export type TemplateFile = {
  /** Kind of the paper. */
  readonly paper: string
  readonly text: string
  readonly reason: string
  readonly byUserId: string
  readonly byName: string
}
