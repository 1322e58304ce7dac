import type { Instant } from '../../../src/domain/calendar/calendar-day'
import { type HandbookLine, type HandbookList, inOrder } from '../../../src/domain/report/handbook-lists'
import type { ReadStore } from '../../db'

/** The lists as they were made last; in memory alone, like every list that is worked out beside the engine. */
export type KeptLists = {
  readonly at: Instant
  /** The journal's mark when they were begun: another one now means that something was written since. */
  readonly mark: number
  readonly lists: ReadonlyMap<HandbookList, readonly HandbookLine[]>
}

export type ListsPart =
  | { readonly kind: 'begin'; readonly at: Instant }
  | { readonly kind: 'lines'; readonly list: HandbookList; readonly lines: readonly HandbookLine[] }
  | { readonly kind: 'end' }

type Growing = {
  readonly at: Instant
  readonly mark: number
  readonly lists: Map<HandbookList, HandbookLine[]>
}

/** One a database. */
const kept = new WeakMap<ReadStore['records'], KeptLists>()
const growing = new WeakMap<ReadStore['records'], Growing>()

/** What was made last; null before the first time. */
export function keptLists(store: Pick<ReadStore, 'records'>): KeptLists | null {
  return kept.get(store.records) ?? null
}

/** Takes in what the worker hands over: lines in order, part by part; the lists before stand until all are there. */
export function keepLists(
  { records, handbook }: Pick<ReadStore, 'records' | 'handbook'>,
  part: ListsPart,
): void {
  if (part.kind === 'begin') {
    growing.set(records, { at: part.at, mark: handbook.mark(), lists: new Map() })
    return
  }
  const now = growing.get(records)
  if (!now) throw new Error('lines come after a beginning')
  if (part.kind === 'end') {
    kept.set(records, now)
    growing.delete(records)
    return
  }
  const before = now.lists.get(part.list)
  if (before) for (const line of part.lines) before.push(line)
  else now.lists.set(part.list, [...part.lines])
}

/** Lines as they are handed over: of each list in its order, so many at a time that the engine hardly notices. */
export function partsOf(lines: readonly HandbookLine[], atATime: number): readonly ListsPart[] {
  const byList = new Map<HandbookList, HandbookLine[]>()
  for (const line of lines) {
    const known = byList.get(line.say.list)
    if (known) known.push(line)
    else byList.set(line.say.list, [line])
  }
  return [...byList].flatMap(([list, all]) => {
    const sorted = inOrder(all)
    return Array.from({ length: Math.ceil(sorted.length / atATime) }, (_, index) => ({
      kind: 'lines' as const,
      list,
      lines: sorted.slice(index * atATime, (index + 1) * atATime),
    }))
  })
}
