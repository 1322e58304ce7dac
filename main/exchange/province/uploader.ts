import { instantOf } from '../../../src/domain/calendar/calendar-day'
import { backOffMs } from '../../../src/domain/upload/back-off'
import type { LinkActivity } from '../../../src/domain/upload/link-activity'
import type { Park, WaitingRecord } from '../../../src/domain/upload/upload-results'
import { type DerivedPart, type DerivedSource, kindsOf } from './derived-source'
import { NoAnswer } from './http-client'
import { type ResultBox, remembering } from './result-box'
import { Sender, type SendPorts } from './send-tasks'
import type { ServerClock } from './server-clock'
import { derivedTasks, type Task, tasksOf } from './upload-tasks'

export type UploaderPorts = SendPorts & {
  readonly queue: {
    readonly next: (limit: number) => {
      readonly waiting: readonly WaitingRecord[]
      readonly endSeq: number | null
    }
  }
  /** Null: nothing but facts is sent. */
  readonly derived: DerivedSource | null
  readonly box: ResultBox
  readonly clock: ServerClock
  readonly now: () => number
  readonly random: () => number
  /** Ends the connections, after all was sent or it was stopped. */
  readonly close: () => void
  readonly onActivity: (activity: LinkActivity) => void
  /** Hears of bugs: never with personal data. */
  readonly log: (line: string) => void
}

/** Entries looked at in one go. */
const windowEntries = 400
/** What is saved together goes together. */
const gatherMs = 250
/** So many forecasts and judgements go before it is looked whether a fact waits: about one transaction. */
const derivedAtOnce = 40
/**
 * So long after a save the PC is the desk's: the window reads what has changed. Once for each transaction, so that a busy
 * desk slows a large upload down and never stops it.
 */
const deskMs = 50
/** When nobody woke it, it looks by itself. */
const lookMs = 20_000

/** Sends what waits as soon as there is something, and comes back after trouble. Runs until it is stopped. */
export class Uploader {
  private readonly sender: Sender
  private readonly sleep = createSleeper()
  private isStopped = false
  /** When somebody wrote last, by the time this thread runs. */
  private wokenAt = Number.NEGATIVE_INFINITY
  private failures = 0
  /** What the server takes of what is derived; null: not asked yet. */
  private kinds: ReadonlySet<string> | null = null

  constructor(private readonly ports: UploaderPorts) {
    this.sender = new Sender({ ...ports, giveWay: () => this.giveWay() })
  }

  /** Rejects only when what was found out could not be written down. */
  async run(): Promise<void> {
    this.tell('idle')
    try {
      while (!this.isStopped) await this.turn()
    } finally {
      this.ports.close()
    }
  }

  private async turn(): Promise<void> {
    try {
      const wasBusy = await this.round()
      this.failures = 0
      if (wasBusy) return
      this.tell('idle')
      await this.sleep.forMs(lookMs, 'any')
      if (!this.isStopped) await this.sleep.forMs(gatherMs, 'urgent')
    } catch (error) {
      if (!this.isStopped) await this.pause(error)
    }
  }

  /** Something was written. While it keeps away from the server it goes on doing so. */
  wake(): void {
    this.wokenAt = performance.now()
    this.sleep.end('any')
  }

  private async giveWay(): Promise<void> {
    const restMs = this.wokenAt + deskMs - performance.now()
    if (restMs > 0) await new Promise(resolve => setTimeout(resolve, restMs))
  }

  /** Somebody asks to try now, or the network is another one. */
  tryNow(): void {
    this.sleep.end('urgent')
  }

  stop(): void {
    this.isStopped = true
    this.sleep.end('urgent')
  }

  /** With all facts sent, what follows from them for a few people; false when nothing is left to say. */
  private async derive(): Promise<boolean> {
    const { derived, box, client } = this.ports
    if (derived === null || !derived.hasWork()) return false
    this.tell('idle')
    this.kinds ??= await kindsOf(client)
    const part = derived.next(this.kinds)
    if (!part) return false
    const sent = await this.sendDerived(part.people)
    // A fact that was saved meanwhile goes first: what is left of these people comes up again.
    const seq = sent.length < part.people.length ? part.startSeq : part.endSeq
    const people = sent.filter(({ wires }) => wires.length > 0)
    box.derive({ seq, people: people.map(({ personId, said }) => ({ personId, said })) })
    await box.flush()
    return true
  }

  /** A few people at a time, as long as no fact waits; answers whose was sent. */
  private async sendDerived(people: readonly (() => DerivedPart)[]): Promise<readonly DerivedPart[]> {
    const sent: DerivedPart[] = []
    const refused = new Set<string>()
    let tasks: Task[] = []
    let done = 0
    for (const make of people) {
      const part = make()
      tasks.push(...derivedTasks(part.personId, part.wires))
      sent.push(part)
      if (tasks.length < derivedAtOnce && sent.length < people.length) continue
      // Facts that had to go along were overtaken: these people come up again.
      if (!(await this.sender.send(tasks))) return said(sent.slice(0, done), refused)
      done = sent.length
      for (const { unit } of tasks) if (unit.isParked) refused.add(unit.record.id)
      tasks = []
      if (this.isStopped || this.ports.queue.next(1).waiting.length > 0) break
    }
    return said(sent, refused)
  }

  /** Sends one window of the queue; false when nothing waited. */
  private async round(): Promise<boolean> {
    const { queue, box, wireOf } = this.ports
    const { waiting, endSeq } = queue.next(windowEntries)
    if (waiting.length === 0 && endSeq === null) return this.derive()
    if (waiting.length > 0) this.tell('sending')
    const { tasks, local, unreadable } = tasksOf(waiting, { wireOf, known: remembering(box.known) })
    box.stay(local)
    for (const { unit, error } of unreadable) {
      this.ports.log(`a ${unit.record.noun} could not be put into FHIR: ${placeOf(error)}`)
      if (unit.waiting) box.park(unit.waiting, 'refused', unreadablePark)
    }
    const isWhole = await this.sender.send(tasks)
    // What is left of a window that was overtaken comes up again.
    if (endSeq !== null && isWhole) box.settle(endSeq)
    await box.flush()
    return true
  }

  private async pause(error: unknown): Promise<void> {
    const { ports } = this
    const known = error instanceof NoAnswer ? error : null
    if (!known) ports.log(`the upload stumbled: ${placeOf(error)}`)
    await ports.box.flush()
    this.failures += 1
    const waitMs = backOffMs(this.failures, ports.random(), known?.askedMs ?? null)
    const nextTryAt = instantOf(ports.now() + waitMs)
    this.tell('pausing', { trouble: known?.why ?? 'link.server-error', nextTryAt })
    await this.sleep.forMs(waitMs, 'urgent')
  }

  private tell(phase: LinkActivity['phase'], rest: Partial<LinkActivity> = {}): void {
    const { onActivity, clock } = this.ports
    onActivity({ phase, trouble: null, nextTryAt: null, offsetMs: clock.offsetMs(), ...rest })
  }
}

const unreadablePark: Park = { reason: 'link.record-unreadable', words: null, fields: [], blockedBy: null }

/** What the server refused is not said: it goes again with the person's next fact. */
function said(sent: readonly DerivedPart[], refused: ReadonlySet<string>): readonly DerivedPart[] {
  return sent.map(part => (refused.has(part.personId) ? { ...part, wires: [] } : part))
}

type Call = 'any' | 'urgent'

/** Sleeps until the time is over or a call comes; one that came while awake counts for the next sleep. */
function createSleeper() {
  let current: { readonly endsBy: Call; readonly end: () => void } | null = null
  let missed: Call | null = null
  const ends = (call: Call, endsBy: Call) => call === 'urgent' || endsBy === 'any'
  return {
    forMs(ms: number, endsBy: Call): Promise<void> {
      const heard = missed
      missed = null
      if (heard !== null && ends(heard, endsBy)) return Promise.resolve()
      return new Promise(resolve => {
        const timer = setTimeout(end, ms)
        function end(): void {
          clearTimeout(timer)
          current = null
          resolve()
        }
        current = { endsBy, end }
      })
    },
    end(call: Call): void {
      if (current && ends(call, current.endsBy)) current.end()
      else if (missed !== 'urgent') missed = call
    },
  }
}

/** Kind and place of a bug; its message may quote a record. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return `${error.name}\n${(error.stack ?? '').split('\n').slice(1, 5).join('\n')}`
}
