import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { ForecastBasis } from '../../db/forecast-repository'
import type { ComputedForecast } from '../../db/forecast-writer'
import { sqliteTrouble } from '../../db/sqlite-trouble'
import { defineJob, type JobContext } from '../jobs/job'
import type { Ports } from '../service'
import { computeForecast, fewPersons, fingerprintOf, renewNow, settleBasis } from './keep-forecasts'

/** What the worker hands over: that the day's basis is to be settled, or forecasts and what they rest on. */
export type RenewedPart =
  | { readonly kind: 'settle'; readonly version: string; readonly on: CalendarDay }
  | {
      readonly kind: 'forecasts'
      readonly fingerprint: string
      readonly on: CalendarDay
      readonly forecasts: readonly ComputedForecast[]
    }

/** Kept in one short transaction of the engine: some milliseconds. */
const personsAtATime = 30

/**
 * Renews everybody whose kept forecast no longer holds, batch by batch, each read in a transaction of its own. One
 * person whose history cannot be judged holds up nobody else, but is reported at the end.
 */
export const renewForecasts = defineJob({
  name: 'forecast.renew',
  async run(context) {
    const { renewed, failure } = await renewWaiting(context)
    if (failure !== null) throw failure
    return { renewed }
  },
  keep: (ports, part) => keepRenewed(ports, part as RenewedPart),
})

/**
 * The work of the job, for others that need everybody up to date. `failed`: how many could not be judged; `isSettled` asks
 * whether nobody waits any more.
 */
export async function renewWaiting(context: JobContext) {
  const { store, today: on, version } = context
  const fingerprint = fingerprintOf(context, on)
  // Also when a day has begun that nobody has looked at yet: forecasts of a later day than the basis are not kept.
  if (basisOf(context, fingerprint) === null || store.forecasts.basis()?.day !== on)
    await context.hand({ kind: 'settle', version, on } satisfies RenewedPart)
  const total = countWaiting(context, fingerprint)
  let after = ''
  let done = 0
  let failed = 0
  let failure: unknown = null
  for (;;) {
    await context.breathe()
    const batch = store.snapshot(() => readBatch(context, fingerprint, after))
    if (batch.lastId === null) break
    failure ??= batch.failure
    failed += batch.failed
    const { forecasts } = batch
    await context.hand({ kind: 'forecasts', fingerprint, on, forecasts } satisfies RenewedPart)
    after = batch.lastId
    done += forecasts.length
    context.progress(Math.min(done, total), total)
  }
  const isSettled = () => basisOf(context, fingerprint) !== null && countWaiting(context, fingerprint) === 0
  return { renewed: done, failed, failure, isSettled }
}

/** Keeps what was handed over, unless what it rests on has changed since. */
export function keepRenewed(ports: Pick<Ports, 'store' | 'resources'>, part: RenewedPart): void {
  if (part.kind === 'settle') {
    settleBasis({ ...ports, version: part.version }, part.on)
    return
  }
  const { fingerprint, on, forecasts } = part
  const basis = ports.store.forecasts.basis()
  // The basis has changed since, or the clock was set back: what was computed is out of date already.
  if (basis?.fingerprint !== fingerprint || on > basis.day) return
  for (const forecast of forecasts) ports.store.forecastWriter.keep(forecast, basis.generation)
}

/** The basis as long as it is the one this job works with. */
function basisOf({ store, today }: JobContext, fingerprint: string): ForecastBasis | null {
  const basis = store.forecasts.basis()
  return basis?.fingerprint === fingerprint ? { ...basis, day: today } : null
}

function countWaiting(context: JobContext, fingerprint: string): number {
  const basis = basisOf(context, fingerprint)
  return basis ? context.store.forecasts.countWaiting(basis) : 0
}

type Batch = {
  readonly forecasts: readonly ComputedForecast[]
  readonly lastId: string | null
  readonly failed: number
  readonly failure: unknown
}

function readBatch(context: JobContext, fingerprint: string, after: string): Batch {
  const basis = basisOf(context, fingerprint)
  const waiting = basis ? context.store.forecasts.next(basis, after, personsAtATime) : []
  const forecasts: ComputedForecast[] = []
  let failed = 0
  let failure: unknown = null
  for (const one of waiting) {
    try {
      forecasts.push(computeForecast(context, one, context.today))
    } catch (error) {
      if (sqliteTrouble(error)) throw error
      failed += 1
      failure ??= error
    }
  }
  return { forecasts, lastId: waiting.at(-1)?.personId ?? null, failed, failure }
}

type RenewalPorts = Pick<Ports, 'store' | 'resources' | 'version' | 'jobs'>

/**
 * Looks whether kept forecasts hold today, and renews those that do not: a few at once, many in the worker. A job that
 * was called off or failed is not begun again by itself until the day or the basis is another. Answers whether anything
 * was renewed here and now.
 */
export function renewWhatWaits(ports: RenewalPorts, today: CalendarDay): boolean {
  const { store, jobs } = ports
  // While a whole is written nothing else may be; the watch looks again.
  if (!store.point() || jobs.isWriting()) return false
  const { basis, isNew } = settleBasis(ports, today)
  const waiting = store.forecasts.few(basis, fewPersons + 1)
  if (waiting.length === 0) return false
  const last = jobs.list().find(({ name }) => name === 'forecast.renew')
  const mayStart = isNew || !last || last.state === 'done'
  if (!mayStart) return false
  if (waiting.length > fewPersons) {
    jobs.start({ name: 'forecast.renew' })
    return false
  }
  const ids = waiting.map(({ personId }) => personId)
  store.transaction(() => renewNow(ports, ids, basis))
  return true
}
