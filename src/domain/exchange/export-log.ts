/** That a list left the program: which, narrowed by what, how many rows, by whom. Nobody's name stands in it. */
export type ExportLog = {
  readonly list: string
  /** What the list was narrowed to, as words; text that was typed is not repeated. */
  readonly filter: string
  readonly format: string
  readonly rows: number
  readonly byUserId: string
  readonly byName: string
}
