import type { Month } from '../../../src/domain/report/count-programme'
import type { FactDims, ReportFact } from '../../../src/domain/report/report-fact'
import {
  daysOfWindow,
  type ReportWindow,
  reportWindows,
  type Span,
  spanOf,
} from '../../../src/domain/report/report-window'
import type { ReadStore } from '../../db'
import type { TallyRow } from '../../db/tally-repository'
import type { CountingPorts, ReportPorts } from './section-work'

export type FactVisitor = (dims: FactDims, count: number, windows: readonly ReportWindow[]) => void

/** Shows every fact of a report's windows, those that no form can tell apart together. */
export async function visitFacts(ports: CountingPorts, period: string, visit: FactVisitor): Promise<void> {
  const { store, breathe } = ports
  const spans = reportWindows.flatMap(window => {
    const days = daysOfWindow(period, window)
    return days ? [{ window, span: spanOf(days) }] : []
  })
  const months = new Set(spans.flatMap(({ span }) => span.months))
  for (const month of months) {
    await breathe()
    const windows = spans.filter(({ span }) => span.months.includes(month)).map(({ window }) => window)
    visitGroups(store, month, store.tally.groups(month), windows, visit)
  }
  for (const { window, span } of spans)
    for (const part of span.parts)
      visitGroups(store, part.from.slice(0, 7), store.tally.groupsOfDays(part), [window], visit)
}

function visitGroups(
  { tally }: Pick<ReadStore, 'tally'>,
  month: string,
  groups: readonly (readonly [number, number])[],
  windows: readonly ReportWindow[],
  visit: FactVisitor,
): void {
  for (const [id, count] of groups)
    for (const fact of tally.dims(id)) visit({ ...fact, month: month as Month }, count, windows)
}

/** The facts of a window that a predicate takes, one by one. */
export function factsIn(
  { store }: Pick<ReportPorts, 'store'>,
  period: string,
  window: ReportWindow,
  isWanted: (dims: FactDims) => boolean,
): readonly ReportFact[] {
  const days = daysOfWindow(period, window)
  if (!days) return []
  return doseFacts(store, spanOf(days), isWanted)
}

function doseFacts(
  { tally }: Pick<ReadStore, 'tally'>,
  { months, parts }: Span,
  isWanted: (dims: FactDims) => boolean,
): readonly ReportFact[] {
  const found: ReportFact[] = []
  const take = (
    month: Month,
    groups: readonly (readonly [number, number])[],
    rows: (id: number) => readonly TallyRow[],
  ) => {
    for (const [id] of groups) {
      const wanted = tally
        .dims(id)
        .map(fact => ({ ...fact, month }))
        .filter(isWanted)
      if (wanted.length === 0) continue
      for (const { doseId, personId, on, enteredAt } of rows(id))
        for (const dims of wanted) found.push({ ...dims, recordId: doseId, personId, on, enteredAt })
    }
  }
  for (const month of months) take(month as Month, tally.groups(month), id => tally.rows(month, id))
  for (const part of parts)
    take(part.from.slice(0, 7) as Month, tally.groupsOfDays(part), id => tally.rowsOfDays(part, id))
  return found
}
