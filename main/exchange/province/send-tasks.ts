import type { Speaker } from '../../../src/domain/exchange/fhir/provenance'
import {
  type EntryReceipt,
  readOutcome,
  readTransactionResponse,
} from '../../../src/domain/exchange/fhir/read-response'
import {
  type Transaction,
  transactionLimits,
  transactionOf,
} from '../../../src/domain/exchange/fhir/transaction'
import type { WireKey, WireResource } from '../../../src/domain/exchange/fhir/wire'
import type { Park, Receipt } from '../../../src/domain/upload/upload-results'
import { type HttpAnswer, NoAnswer } from './http-client'
import { workingMeanwhile } from './read-ahead'
import { type Held, type HeldPorts, readHeld, readManyHeld } from './read-held'
import { type ResultBox, remembering } from './result-box'
import { type Task, type TaskPorts, type Unit, unitKey, withMissing } from './upload-tasks'

export type SendPorts = HeldPorts &
  Pick<TaskPorts, 'wireOf'> & {
    readonly box: ResultBox
    /**
     * Records and people about whom something was taken in from the province since what is sent was read from the
     * register.
     */
    readonly takenInSince: () => ReadonlySet<string>
    /** Resolves when somebody at the desk who has just saved has been served. */
    readonly giveWay?: () => Promise<void>
    /** Does a little of what can be done while an answer is awaited; false when there is nothing left. */
    readonly meanwhile?: () => boolean
    /** Who speaks, by name. */
    readonly speaker: Speaker
  }

/** So often the server may be of another mind about one record before the rest waits a while. */
const mostAttempts = 4
/** A transaction that took too long is followed by smaller ones, down to this many resources. */
const fewestEntries = 6

/**
 * Sends tasks in transactions until each record is accepted or put aside; throws NoAnswer when there is no way through at
 * the moment. Rules: decision 0028.
 */
export class Sender {
  private entries: number = transactionLimits.entries
  /** What the server may hold otherwise than we think, with its id there: it is read before anything is sent of it. */
  private readonly doubts = new Map<WireKey, string | null>()
  private readonly refusedBefore = new Set<string>()
  /** What the server took in a round that broke off later: it is not sent a second time. */
  private readonly proofs = new Map<WireKey, { readonly sent: WireResource; readonly receipt: Receipt }>()
  /** What is sent was read before something about it was taken in: the rest waits until it is read anew. */
  private isOvertaken = false

  constructor(private readonly ports: SendPorts) {}

  /** Sends all of them, in order; false when it stopped because the register knows better by now. */
  async send(tasks: readonly Task[]): Promise<boolean> {
    this.isOvertaken = false
    await this.drain(tasks)
    // Sent for good: from now on the register says what is to be sent.
    this.proofs.clear()
    return !this.isOvertaken
  }

  private async drain(tasks: readonly Task[]): Promise<void> {
    for (let open = openOf(tasks); open.length > 0 && !this.isOvertaken; open = openOf(open)) {
      await this.ports.giveWay?.()
      if (this.takeProofs(open)) continue
      const doubtful = open.filter(({ wire }) => this.doubts.has(wire.key))
      if (doubtful.length > 0) {
        await this.verify(doubtful)
        continue
      }
      const transaction = this.bundle(open)
      if (transaction === null) {
        this.parkBlocked(open)
        continue
      }
      // Looked at behind the versions it is put over: whatever is taken in later makes the server refuse it.
      this.isOvertaken = this.areOutdated(transaction)
      if (this.isOvertaken) return
      await this.post(open, transaction)
      await this.ports.box.flushWhenFull()
    }
  }

  private bundle(tasks: readonly Task[]): Transaction | null {
    const { box, codes, speaker } = this.ports
    const limits = { ...transactionLimits, entries: this.entries }
    // A Patient may stand there for a person and for their merge: what comes later is a change of what came first.
    const wires = new Map<WireKey, WireResource>()
    for (const { wire } of tasks) {
      if (wires.size >= this.entries + 10) break
      if (!wires.has(wire.key)) wires.set(wire.key, wire)
    }
    return transactionOf([...wires.values()], remembering(box.known), codes, limits, speaker)
  }

  /**
   * A version that was taken in is known to the upload as well, and an older state put over it would undo at the
   * server what was just heard from there, with nobody being asked (decision 0029).
   */
  private areOutdated({ sent }: Transaction): boolean {
    const fresh = this.ports.takenInSince()
    if (fresh.size === 0) return false
    const isFresh = ({ key, record, isDerived }: WireResource) =>
      !isDerived && (fresh.has(record.id) || fresh.has(key.slice(key.indexOf('/') + 1)))
    return sent.some(isFresh)
  }

  private async post(all: readonly Task[], transaction: Transaction): Promise<void> {
    const sent = new Set(transaction.sent)
    const tasks = all.filter(({ wire }) => sent.has(wire))
    const { judgement, answer } = await this.posted(transaction)
    const units = new Set(tasks.map(({ unit }) => unit))
    const [unit] = units
    if (judgement.kind === 'taken') this.take(tasks, transaction, answer)
    else if (units.size > 1) await this.halve(tasks, units)
    else if (unit) await this.again(unit, tasks, judgement.kind, answer)
  }

  private async posted(transaction: Transaction) {
    try {
      const { client, meanwhile } = this.ports
      const sending = client.post(transaction.body)
      const answer = await (meanwhile ? workingMeanwhile(sending, meanwhile) : sending)
      this.entries = Math.min(transactionLimits.entries, this.entries * 2)
      return answer
    } catch (error) {
      if (error instanceof NoAnswer && error.why === 'link.timeout')
        this.entries = Math.max(fewestEntries, Math.floor(this.entries / 2))
      throw error
    }
  }

  /** One of these records is bad: each half goes by itself until the bad one is alone. */
  private async halve(tasks: readonly Task[], units: ReadonlySet<Unit>): Promise<void> {
    const first = new Set([...units].slice(0, Math.ceil(units.size / 2)))
    await this.drain(tasks.filter(({ unit }) => first.has(unit)))
    await this.drain(tasks.filter(({ unit }) => !first.has(unit)))
  }

  /** A record that is alone and was not taken. */
  private async again(
    unit: Unit,
    tasks: readonly Task[],
    why: 'split' | 'conflict' | 'gone',
    answer: HttpAnswer,
  ): Promise<void> {
    const { box } = this.ports
    unit.attempts += 1
    // What is only derived holds nobody up: it is made anew with the next fact.
    const isDerived = tasks.every(({ wire }) => wire.isDerived)
    if (isDerived && (why === 'split' || unit.attempts > mostAttempts))
      return this.park(unit, 'refused', plainPark)
    if (unit.attempts > mostAttempts) throw new NoAnswer('link.server-error')
    if (why === 'conflict') {
      for (const { wire } of tasks) this.doubts.set(wire.key, box.known(wire.key)?.serverId ?? null)
      return
    }
    // Refused twice it is bad. Once may mean that the server was put back to an earlier day and has lost what this leans on.
    if (why === 'split' && this.refusedBefore.has(unitKey(unit.record))) {
      this.park(unit, 'refused', refusalOf(answer))
      return
    }
    this.refusedBefore.add(unitKey(unit.record))
    for (const { wire } of tasks)
      for (const key of [wire.key, ...wire.references.map(reference => reference.key)]) box.forget(key)
    await this.drain(withMissing(tasks, { ...this.ports, known: box.known }))
  }

  private take(tasks: readonly Task[], transaction: Transaction, answer: HttpAnswer): void {
    const read = readTransactionResponse(transaction.keys, answer.body)
    if (read.kind === 'unreadable') throw new NoAnswer('link.half-answer')
    const byKey = new Map(read.receipts.map(receipt => [receipt.key, receipt]))
    for (const task of tasks) {
      const receipt = byKey.get(task.wire.key)
      if (!receipt) throw new NoAnswer('link.half-answer')
      // A create that found something already there did not write: what is there may be an earlier state of it.
      if (receipt.created || transaction.puts.has(task.wire.key)) this.done(task, receiptOf(receipt))
      else this.doubts.set(task.wire.key, receipt.serverId)
    }
  }

  private takeProofs(tasks: readonly Task[]): boolean {
    let found = false
    for (const task of tasks) {
      const proof = this.proofs.get(task.wire.key)
      if (!proof || !isSame(proof.sent, task.wire)) continue
      this.done(task, proof.receipt)
      found = true
    }
    return found
  }

  /** A kind at a time, so that what is known is known when the line breaks. */
  private async verify(tasks: readonly Task[]): Promise<void> {
    const { doubts, ports } = this
    const type = tasks[0]?.wire.resource.resourceType
    const alike = tasks.filter(({ wire }) => wire.resource.resourceType === type)
    const asked = alike.flatMap(({ wire }) => {
      const serverId = doubts.get(wire.key)
      return serverId ? [{ wire, serverId }] : []
    })
    const held = await readManyHeld(asked, ports)
    for (const task of alike) {
      const { key } = task.wire
      const serverId = doubts.get(key)
      const known = serverId ? { serverId, versionId: '' } : null
      this.settle(task, held.get(key) ?? (await readHeld(task.wire, known, ports)))
      doubts.delete(key)
    }
  }

  /** Settles a task by what the server holds, unless it has to be sent again. */
  private settle(task: Task, held: Held): void {
    const { box } = this.ports
    const { wire, unit } = task
    if (held.relation === 'none') {
      box.forget(wire.key)
      return
    }
    const { serverId, versionId, storedAt, relation } = held
    const receipt: Receipt = { key: wire.key, serverId, versionId, storedAt }
    if (relation === 'same') this.done(task, receipt)
    else if (relation === 'older' || wire.isDerived) box.learn(receipt)
    else this.park(unit, 'conflict', { ...plainPark, reason: 'link.changed-elsewhere' })
  }

  private done({ wire, unit }: Task, receipt: Receipt): void {
    const { box } = this.ports
    box.learn(receipt)
    this.proofs.set(wire.key, { sent: wire, receipt })
    unit.left.delete(wire.key)
    unit.receipts.push(receipt)
    if (unit.left.size > 0 || unit.isParked) return
    this.refusedBefore.delete(unitKey(unit.record))
    if (unit.waiting) box.accept(unit.waiting, unit.receipts)
  }

  private park(unit: Unit, standing: 'refused' | 'conflict', why: Park): void {
    unit.isParked = true
    this.refusedBefore.delete(unitKey(unit.record))
    if (unit.waiting) this.ports.box.park(unit.waiting, standing, why)
  }

  /** What one of them refers to is neither there nor on its way. */
  private parkBlocked(open: readonly Task[]): void {
    const coming = new Set(open.map(({ wire: { key } }) => key))
    const missingOf = ({ wire }: Task) =>
      wire.references.find(({ key }) => !this.ports.box.known(key) && !coming.has(key))
    const stuck = open.find(task => missingOf(task)) ?? open[0]
    if (!stuck) return
    const missing = missingOf(stuck)?.record
    const blockedBy = missing ? { noun: missing.noun, recordId: missing.id } : null
    const reason = missing ? 'link.depends-on-refused' : 'link.reference-missing'
    this.park(stuck.unit, 'refused', { ...plainPark, reason, blockedBy })
  }
}

function isSame(one: WireResource, other: WireResource): boolean {
  return JSON.stringify(one.resource) === JSON.stringify(other.resource)
}

/** What still has to be sent. */
function openOf(tasks: readonly Task[]): readonly Task[] {
  return tasks.filter(({ wire, unit }) => !unit.isParked && unit.left.has(wire.key))
}

const plainPark: Park = { reason: 'link.refused-by-server', words: null, fields: [], blockedBy: null }

/** The longest text of a server that is kept and shown. */
const longestWords = 300

function refusalOf(answer: HttpAnswer): Park {
  const issues = readOutcome(answer.body).filter(
    ({ severity }) => severity === 'error' || severity === 'fatal',
  )
  const words = issues.map(({ text, code }) => text || code).join('; ')
  // Where it stood in the transaction says nothing to anybody who reads it here.
  const named = issues.flatMap(({ expression }) => expression).filter(each => !each.startsWith('Bundle.'))
  const fields = [...new Set(named)]
  const reason = answer.status === 413 ? 'link.too-large' : 'link.refused-by-server'
  return { ...plainPark, reason, words: words === '' ? null : words.slice(0, longestWords), fields }
}

function receiptOf({ key, serverId, versionId, lastModified }: EntryReceipt): Receipt {
  return { key, serverId, versionId, storedAt: lastModified }
}
