import { type Instant, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { Ports } from '../service'

/** How often it is looked whether the register may be gone through, in milliseconds. */
const everyLook = 60_000
/** So many looks in a row nothing was written: the desk rests. A point switches its PC off at night. */
const quietLooks = 10

type WatchPorts = Pick<Ports, 'store' | 'jobs' | 'clock'>

/**
 * Goes through the register once a day, when nothing has been written for a while; a day without rest is made up for on
 * the next one. Whoever wants it sooner starts it by hand.
 */
export function watchDoctor({ store, jobs, clock }: WatchPorts): {
  readonly look: () => boolean
  readonly begin: () => void
} {
  let seen: string | null = null
  let quiet = 0
  /** True when a search was begun. */
  function look(): boolean {
    const version = store.version()
    quiet = version === seen ? quiet + 1 : 0
    seen = version
    const last = store.findings.lastSearch()
    const isDone = last !== null && vietnamDayOf(last.at as Instant) === vietnamDayOf(clock())
    const isBusy = jobs.isWriting() || jobs.list().some(({ state }) => state === 'running')
    if (quiet < quietLooks || isDone || isBusy || !store.point()) return false
    jobs.start({ name: 'register.check' })
    quiet = 0
    return true
  }
  return { look, begin: () => void setInterval(look, everyLook) }
}
