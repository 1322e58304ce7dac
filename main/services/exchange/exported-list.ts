import type { ProgrammeReport } from '../../../src/contract/handbook-list-calls'
import type { RowLine } from '../../../src/contract/import-calls'
import type { ReportPaper } from '../../../src/domain/document/report-paper'
import type { NamedCount } from '../../../src/domain/report/count-programme'
import type { HandbookLine } from '../../../src/domain/report/handbook-lists'
import type { ChildName } from '../../../src/domain/report/indicators/measure'
import type { DueFilter, DuePage } from '../../db/due-query'
import type { JobContext, SheetValue } from '../jobs/job'
import type { Named } from '../report/section-work'
import type { RollOut } from '../supervision/roll-out'

/** What only the engine knows of a list: who is meant, or what stands on its desk. */
export type ExportScope = {
  /** Ids a typed text means; null: everybody. */
  readonly personIds: readonly string[] | null
  readonly due: { readonly filter: DueFilter; readonly order: DuePage['order'] } | null
  readonly lines: readonly RowLine[]
  /** Lines of a working list of the handbook. */
  readonly handbook: readonly HandbookLine[]
  readonly programme: Pick<ProgrammeReport, 'months' | 'communes' | 'rows'> | null
  /** Names behind a cell of the programme's report. */
  readonly names: readonly NamedCount[]
  /** How the points below stand. */
  readonly rollOut?: RollOut
  /** A report as it was counted last. */
  readonly report: ReportPaper | null
  /** Names behind a cell of a report. */
  readonly reportNames: readonly Named[]
  /** What the indicators come to, as rows. */
  readonly rows?: readonly (readonly SheetValue[])[]
  /** Children behind a mark of the indicators. */
  readonly children?: readonly ChildName[]
}

/** A list that can be exported. A new one is a file in `lists`, a line in `export-lists.ts` and one in the contract. */
export type ExportedList = {
  readonly title: string
  readonly fileName: string
  /** What it is narrowed to, without anybody's name: for the journal. */
  readonly filter: string
  readonly header: readonly string[]
  /** Instead of rows under a header: a report in the shape of its form. */
  readonly paper?: ReportPaper | null
  readonly read: (context: JobContext) => Promise<readonly (readonly SheetValue[])[]>
}
