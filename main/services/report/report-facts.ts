import type { CellQuestion, WindowCounts } from '../../../src/domain/report/count-cells'
import type { Month } from '../../../src/domain/report/count-programme'
import type { CountedDims, FactDims, FactSelection, ReportFact } from '../../../src/domain/report/report-fact'
import {
  daysOfWindow,
  type ReportWindow,
  reportWindows,
  type Span,
  spanOf,
} from '../../../src/domain/report/report-window'
import type { ReadStore } from '../../db'
import type { TallyGroup, TallyKind, TallyRow } from '../../db/tally-repository'
import { eventCounts, eventFacts } from './event-facts'
import type { CountingPorts, ReportPorts } from './section-work'

export type FactVisitor = (dims: CountedDims, counts: WindowCounts) => void

/** Which table of the tally keeps a fact; the others are worked out when they are asked for. */
const tallied = { dose: 'dose', 'fully-immunised': 'person' } as const
const kinds = ['dose', 'fully-immunised'] as const

/** Shows every fact that questions ask about, those that no form can tell apart together. */
export async function visitFacts(
  ports: CountingPorts,
  period: string,
  questions: readonly CellQuestion[],
  visit: FactVisitor,
): Promise<void> {
  const asked = reportWindows.flatMap(window => {
    const days = daysOfWindow(period, window)
    const selections = questions.filter(each => each.window === window).map(({ select }) => select)
    return days && selections.length > 0 ? [{ window, days, span: spanOf(days), selections }] : []
  })
  for (const kind of kinds) {
    const among = asked.filter(({ selections }) => selections.some(({ fact }) => fact === kind))
    await visitTally(ports, tallied[kind], among, visit)
  }
  for (const { window, days, selections } of asked) {
    await ports.breathe()
    for (const { dims, count } of eventCounts(ports, selections, days))
      visit(dims, { ...none, [window]: count })
  }
}

type Asked = { readonly window: ReportWindow; readonly span: Span }

const none: WindowCounts = { period: 0, 'year-to-date': 0 }

/** Adds up what is alike over all months first: what a number stands for is then asked once. */
async function visitTally(
  { store, breathe }: CountingPorts,
  kind: TallyKind,
  asked: readonly Asked[],
  visit: FactVisitor,
): Promise<void> {
  const sums = new Map<number, Record<ReportWindow, number>>()
  const add = (groups: readonly TallyGroup[], windows: readonly ReportWindow[]) => {
    for (const [id, count] of groups) {
      const sum = sums.get(id) ?? { ...none }
      for (const window of windows) sum[window] += count
      sums.set(id, sum)
    }
  }
  for (const month of new Set(asked.flatMap(({ span }) => span.months))) {
    await breathe()
    const windows = asked.filter(({ span }) => span.months.includes(month)).map(({ window }) => window)
    add(store.tally.groups(kind, month), windows)
  }
  for (const { window, span } of asked)
    for (const part of span.parts) add(store.tally.groupsOfDays(kind, part), [window])
  await breathe()
  if (sums.size >= manyKinds) store.tally.readAllDims()
  for (const [id, counts] of sums) for (const fact of store.tally.dims(id)) visit(fact, counts)
}

/** From here on reading all kinds at once takes less time than one after the other. */
const manyKinds = 200

/** The facts of a window that a question and a predicate take, one by one. */
export function factsIn(
  ports: ReportPorts,
  period: string,
  { window, select }: { readonly window: ReportWindow; readonly select: FactSelection },
  isWanted: (dims: FactDims) => boolean,
): readonly ReportFact[] {
  const days = daysOfWindow(period, window)
  if (!days) return []
  if (select.fact === 'dose' || select.fact === 'fully-immunised')
    return talliedFacts(ports.store, tallied[select.fact], spanOf(days), isWanted)
  return eventFacts(ports, [select], days).filter(isWanted)
}

function talliedFacts(
  { tally }: Pick<ReadStore, 'tally'>,
  kind: TallyKind,
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
      const wanted = tally.dims(id).flatMap(fact => {
        const dims = { ...fact, month }
        return isWanted(dims) ? [dims] : []
      })
      if (wanted.length === 0) continue
      for (const row of rows(id)) for (const dims of wanted) found.push({ ...dims, ...row })
    }
  }
  for (const month of months)
    take(month as Month, tally.groups(kind, month), id => tally.rows(kind, month, id))
  for (const part of parts)
    take(part.from.slice(0, 7) as Month, tally.groupsOfDays(kind, part), id =>
      tally.rowsOfDays(kind, part, id),
    )
  return found
}
