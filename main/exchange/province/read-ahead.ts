import type { RecordKey, WireContext, WireResource } from '../../../src/domain/exchange/fhir/wire'
import type { WaitingRecord } from '../../../src/domain/upload/upload-results'
import { unitKey } from './upload-tasks'

export type QueueWindow = { readonly waiting: readonly WaitingRecord[]; readonly endSeq: number | null }

export type ReadAheadPorts = {
  /** The queue from its oldest entry on, or from behind an entry. */
  readonly next: (limit: number, behindSeq?: number) => QueueWindow
  readonly newContext: () => WireContext
  readonly wireOf: (record: RecordKey, context: WireContext) => readonly WireResource[]
  /** Grows with every entry that any connection writes. */
  readonly journalEnd: () => number
  /** Records and people about whom something was taken in from the province behind that end of the journal. */
  readonly takenInBehind: (journalEnd: number) => ReadonlySet<string>
}

/** How long it works before it looks whether the answer has come, in ms. */
const sliceMs = 3

type Look = {
  readonly context: WireContext
  readonly wires: Map<string, readonly WireResource[]>
  readonly journalEnd: number
}

/**
 * Puts the next window of the queue into FHIR while the answer to the last transaction is awaited. What was read ahead counts
 * only while nobody has written since: it is never older than what would be read now.
 */
export class ReadAhead {
  private current: Look
  private ahead: (Look & { readonly rest: RecordKey[] }) | null = null
  private limit = 0
  private endSeq: number | null = null

  constructor(private readonly ports: ReadAheadPorts) {
    this.current = this.look()
  }

  /** The next window; from now on `wireOf` answers by the register as it is now. */
  next(limit: number): QueueWindow {
    const { ahead, ports } = this
    this.current = ahead?.journalEnd === ports.journalEnd() ? ahead : this.look()
    this.ahead = null
    const window = ports.next(limit)
    this.limit = limit
    this.endSeq = window.endSeq
    return window
  }

  /** How the register was looked at for this window. */
  get context(): WireContext {
    return this.current.context
  }

  /** About whom something was taken in since the register was looked at for this window. */
  readonly takenInSince = (): ReadonlySet<string> => this.ports.takenInBehind(this.current.journalEnd)

  /** The resources of a record. Throws where the mapping stumbles. */
  readonly wireOf = (record: RecordKey): readonly WireResource[] => {
    const { context, wires } = this.current
    return wires.get(unitKey(record)) ?? this.ports.wireOf(record, context)
  }

  /** Works a little on the window after this one; false when there is nothing left to do. */
  readonly work = (): boolean => {
    if (this.endSeq === null) return false
    const ahead = this.ahead ?? this.begin(this.endSeq)
    this.ahead = ahead
    const begun = performance.now()
    for (;;) {
      const record = ahead.rest.shift()
      if (!record) return false
      this.read(record, ahead)
      if (performance.now() - begun > sliceMs) return true
    }
  }

  private read(record: RecordKey, { context, wires }: Look): void {
    try {
      wires.set(unitKey(record), this.ports.wireOf(record, context))
    } catch {
      // It stumbles again when its turn comes, and is told of then.
    }
  }

  private begin(endSeq: number) {
    const look = this.look()
    const { waiting } = this.ports.next(this.limit, endSeq)
    return { ...look, rest: waiting.map(({ noun, recordId }) => ({ noun, id: recordId })) }
  }

  private look(): Look {
    const journalEnd = this.ports.journalEnd()
    return { context: this.ports.newContext(), wires: new Map(), journalEnd }
  }
}

/** Awaits an answer and works meanwhile, a little at a time, for as long as there is work. */
export async function workingMeanwhile<T>(answer: Promise<T>, work: () => boolean): Promise<T> {
  let isThere = false
  const end = () => {
    isThere = true
  }
  answer.then(end, end)
  do await new Promise(resolve => setImmediate(resolve))
  while (!isThere && work())
  return answer
}
