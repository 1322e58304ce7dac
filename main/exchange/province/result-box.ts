import { instantOf } from '../../../src/domain/calendar/calendar-day'
import type { KnownResource, WireKey } from '../../../src/domain/exchange/fhir/wire'
import type { Park, Receipt, UploadResults, WaitingRecord } from '../../../src/domain/upload/upload-results'

type Accepted = UploadResults['accepted'][number]
type Parked = UploadResults['parked'][number]

export type ResultPorts = {
  readonly readKnown: (key: WireKey) => KnownResource | null
  /** Writes what was found out; resolves once it is on disk. */
  readonly keep: (results: UploadResults) => Promise<void>
  readonly nowMs: () => number
  readonly offsetMs: () => number
}

/** So many settled records, or so many ms, and what was found out is written. */
const keepAfter = { records: 200, ms: 1_000 }

/**
 * Collects what the upload finds out until the engine writes it: seldom enough to leave the disk to the desk. What is lost
 * with the process is found out again: nothing is ever sent in a way that counts twice.
 */
export class ResultBox {
  private accepted: Accepted[] = []
  private parked: Parked[] = []
  private local: WaitingRecord[] = []
  private settledSeq: number | null = null
  private derived: UploadResults['derived']
  private keptAtMs: number
  private fresh = new Map<WireKey, Receipt | null>()
  /** What the engine is writing at the moment. */
  private writing: ReadonlyMap<WireKey, Receipt | null> = new Map()
  private written: Promise<void> = Promise.resolve()

  constructor(private readonly ports: ResultPorts) {
    this.keptAtMs = ports.nowMs()
  }

  /** What the server is known to hold; a function of its own, to be handed on. */
  readonly known = (key: WireKey): KnownResource | null => {
    const found = this.fresh.get(key) ?? (this.fresh.has(key) ? null : this.writing.get(key))
    return found === undefined ? this.ports.readKnown(key) : found
  }

  learn(receipt: Receipt): void {
    this.fresh.set(receipt.key, receipt)
  }
  forget(key: WireKey): void {
    this.fresh.set(key, null)
  }
  accept(record: WaitingRecord, receipts: readonly Receipt[]): void {
    this.accepted.push({ record, receipts })
  }
  park(record: WaitingRecord, standing: Parked['standing'], park: Park): void {
    this.parked.push({ record, standing, park })
  }
  stay(records: readonly WaitingRecord[]): void {
    this.local.push(...records)
  }
  settle(seq: number): void {
    this.settledSeq = seq
  }

  /** What follows from facts was sent as far as this. */
  derive(derived: NonNullable<UploadResults['derived']>): void {
    this.derived = derived
  }

  /** Resolves when all that was found out is on disk. */
  async flush(): Promise<void> {
    await this.begin()
    await this.written
  }

  /** Begins to write when there is enough; the upload goes on meanwhile. */
  async flushWhenFull(): Promise<void> {
    const isFull = this.accepted.length + this.parked.length >= keepAfter.records
    if (isFull || this.ports.nowMs() - this.keptAtMs >= keepAfter.ms) await this.begin()
  }

  /** One after the other, so that what is written later is newer. Rejects when the one before was not written. */
  private async begin(): Promise<void> {
    await this.written
    const { accepted, parked, local, settledSeq, derived, fresh } = this
    const count = accepted.length + parked.length + local.length + fresh.size
    if (count === 0 && settledSeq === null && !derived) return
    const { nowMs, offsetMs, keep } = this.ports
    const known = [...fresh.values()].filter(receipt => receipt !== null)
    const forgotten = [...fresh.keys()].filter(key => fresh.get(key) === null)
    const times = { at: instantOf(nowMs() + offsetMs()), offsetMs: offsetMs() }
    this.accepted = []
    this.parked = []
    this.local = []
    this.settledSeq = null
    this.derived = undefined
    this.fresh = new Map()
    this.writing = fresh
    this.keptAtMs = nowMs()
    const facts = { accepted, parked, local, settledSeq, known, forgotten, ...times }
    this.written = keep(derived ? { ...facts, derived } : facts).then(
      () => {
        this.writing = new Map()
      },
      (error: unknown) => {
        // What the server holds is still true; what was found out of the records is found out again.
        this.fresh = new Map([...fresh, ...this.fresh])
        this.writing = new Map()
        throw error
      },
    )
    // Whoever flushes next hears of it.
    this.written.catch(() => undefined)
  }
}

/** The same answers, each asked for once: for work that nothing can change meanwhile. */
export function remembering(
  known: (key: WireKey) => KnownResource | null,
): (key: WireKey) => KnownResource | null {
  const found = new Map<WireKey, KnownResource | null>()
  return key => {
    const there = found.get(key)
    if (there !== undefined) return there
    const read = known(key)
    found.set(key, read)
    return read
  }
}
