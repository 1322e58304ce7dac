import { type JobEnd, type PrintJob, settle, startSending } from '../../src/domain/document/print-job'
import { PrintError } from './print-error'
import type { SpoolParts } from './spool-parts'

type RunnerParts = Pick<SpoolParts, 'store' | 'send' | 'clock' | 'ended'>

/** Sends jobs, one at a time for each printer. */
export class SpoolRunner {
  /** Does what concerns one job one after the other. */
  readonly alone = createLocks()
  private readonly lastOfPrinter = new Map<string, Promise<unknown>>()
  private readonly beingSent = new Map<string, AbortController>()
  private readonly inLine = new Map<string, number>()

  constructor(private readonly parts: RunnerParts) {}

  isSending(jobId: string): boolean {
    return this.beingSent.has(jobId)
  }

  isInLine(jobId: string): boolean {
    return this.inLine.has(jobId)
  }

  /** Cuts off a job that is being sent; false when it is not. */
  stop(jobId: string): boolean {
    const sending = this.beingSent.get(jobId)
    sending?.abort()
    return sending !== undefined
  }

  /** Sends a job when its printer has done those before it, and gives it as it ended. */
  inTurn(job: PrintJob): Promise<PrintJob> {
    const before = this.lastOfPrinter.get(job.printerId) ?? Promise.resolve()
    this.count(job.id, 1)
    // Whoever ordered the job before hears of its error; here only its end matters.
    const turn = before
      .catch(() => {})
      .then(() => this.sendNow(job))
      .finally(() => this.count(job.id, -1))
    this.lastOfPrinter.set(job.printerId, turn)
    return turn
  }

  private async sendNow({ id, printerId }: PrintJob): Promise<PrintJob> {
    const started = await this.start(id, printerId)
    if (!started) return this.notSent(id)
    try {
      return await this.end(started.job, await this.endOf(started.job, started.stop.signal))
    } finally {
      this.beingSent.delete(id)
    }
  }

  /** Reads, decides and writes in one go: a job that is moved or cancelled meanwhile must not be sent as well. */
  private start(jobId: string, printerId: string) {
    return this.alone(jobId, async () => {
      const waiting = await this.parts.store.find(jobId)
      if (waiting?.state !== 'queued' || waiting.printerId !== printerId) return null
      const job = startSending(waiting, this.parts.clock())
      const stop = new AbortController()
      this.beingSent.set(jobId, stop)
      try {
        await this.parts.store.update(job)
      } catch (error) {
        // Not on disk, so nothing may leave; the job still waits.
        this.beingSent.delete(jobId)
        throw error
      }
      return { job, stop }
    })
  }

  private async notSent(jobId: string): Promise<PrintJob> {
    const job = await this.parts.store.find(jobId)
    if (!job) throw new PrintError('print.job-unknown')
    return job
  }

  /** A bug while sending leaves the job unknown; it is reported as what it is once that is stored. */
  private async endOf(job: PrintJob, signal: AbortSignal): Promise<JobEnd> {
    try {
      return await this.parts.send(job, signal)
    } catch (error) {
      if (error instanceof PrintError) return { state: 'failed', code: error.code }
      await this.end(job, { state: 'unknown', code: 'print.interrupted' })
      throw error
    }
  }

  private async end(job: PrintJob, how: JobEnd): Promise<PrintJob> {
    const ended = settle(job, how, this.parts.clock())
    await this.parts.store.update(ended)
    await this.parts.ended?.(ended)
    return ended
  }

  private count(jobId: string, step: number): void {
    const places = (this.inLine.get(jobId) ?? 0) + step
    if (places === 0) this.inLine.delete(jobId)
    else this.inLine.set(jobId, places)
  }
}

function createLocks() {
  const lastOf = new Map<string, Promise<unknown>>()
  return <T>(jobId: string, work: () => Promise<T>): Promise<T> => {
    const before = lastOf.get(jobId) ?? Promise.resolve()
    // Whoever worked on it before hears of the error; here only its end matters.
    const done = before.catch(() => {}).then(work)
    lastOf.set(jobId, done)
    const forget = () => {
      if (lastOf.get(jobId) === done) lastOf.delete(jobId)
    }
    done.then(forget, forget)
    return done
  }
}
