/** Trouble a user can meet at a printer; the sentences are the renderer's. */
export type PrintErrorCode =
  | 'print.missing-glyph'
  | 'print.text-too-wide'
  | 'print.label-too-small'
  | 'print.cancelled'
  | 'print.wrong-printer'
  | 'print.page-failed'
  | 'print.page-timeout'
  | 'print.handed-to-system'
  | 'print.job-unknown'
  | 'print.job-waiting'
  | 'print.job-left'
  | 'print.interrupted'
  | 'printer.bad-address'
  | 'printer.not-connected'
  | 'printer.refused'
  | 'printer.unreachable'
  | 'printer.connect-timeout'
  | 'printer.paper-out'
  | 'printer.cover-open'
  | 'printer.in-error'
  | 'printer.connection-reset'
  | 'printer.closed-early'
  | 'printer.no-acknowledgement'
  | 'printer.acknowledgement-off'
  | 'printer.stalled'
  | 'printer.queue-refused'
  | 'printer.device-failed'
  | 'printer.unknown'
  | 'printer.unsupported-here'

/** Thrown where a paper cannot be drawn or sent; nothing has left for the printer. */
export class PrintError extends Error {
  constructor(
    readonly code: PrintErrorCode,
    readonly detail: string | null = null,
    options?: ErrorOptions,
  ) {
    super(detail === null ? code : `${code}: ${detail}`, options)
    this.name = 'PrintError'
  }
}

/**
 * What became of bytes handed to a printer. `failed`: nothing of the job left, it may be tried again. `unknown`: some of
 * it may be on paper, only a person can tell. `confirmed`: the printer said that it processed everything.
 */
export type SendResult =
  | { readonly state: 'confirmed'; readonly paperLow: boolean }
  | { readonly state: 'unknown'; readonly code: PrintErrorCode }
  | { readonly state: 'failed'; readonly code: PrintErrorCode }

/**
 * How a printer is, as far as it says so itself: `ready`; `silent` when it can be reached but tells nothing; otherwise why
 * it cannot print.
 */
export type PrinterState =
  | { readonly is: 'ready' | 'silent' }
  | { readonly is: 'trouble'; readonly code: PrintErrorCode }
