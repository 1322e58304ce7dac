import type { CalendarDay, Instant } from '../../../src/domain/calendar/calendar-day'
import type { Noun } from '../../../src/domain/journal/entry'
import type { CellKey, CellValue, CountedRow } from '../../../src/domain/report/counted-report'
import type { FormSection, ReportForm, ReportKey } from '../../../src/domain/report/report-form'
import type { ReadStore } from '../../db'
import type { Resources } from '../../resources/load'

/** What counting needs; the worker has it as well as the engine. */
export type ReportPorts = {
  readonly store: ReadStore
  readonly resources: Resources
  readonly at: Instant
  readonly today: CalendarDay
}

/** Counting takes turns with others, and says how far it is. */
export type CountingPorts = ReportPorts & {
  readonly breathe: () => Promise<void>
  readonly progress: (done: number, total: number) => void
}

/** The report a section belongs to. `entered`: what was asked of people, by the key of the cell. */
export type ReportAsked = {
  readonly form: ReportForm
  readonly key: ReportKey
  readonly entered: Readonly<Record<string, CellValue>>
}

/** One name behind a number; quantities add up to it. */
export type Named = {
  readonly noun: Noun
  readonly recordId: string
  readonly personId: string | null
  readonly label: string | null
  readonly on: CalendarDay
  readonly enteredAt: Instant
  readonly quantity: number
}

/** How a kind of section is counted, and how one of its cells opens. Both ask the same question of the same rows. */
export type SectionWork<S extends FormSection = FormSection> = {
  readonly count: (ports: CountingPorts, section: S, asked: ReportAsked) => Promise<readonly CountedRow[]>
  readonly names: (ports: ReportPorts, section: S, asked: ReportAsked, cell: CellKey) => readonly Named[]
}
