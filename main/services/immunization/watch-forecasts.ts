import type { AppEvent } from '../../../src/contract/events'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { sqliteCodeOf } from '../../db/sqlite-trouble'
import type { Ports } from '../service'
import { renewWhatWaits } from './renew-forecasts'

export type WatchOptions = {
  readonly emit: (event: AppEvent) => void
  /** Hears of bugs: never with personal data. */
  readonly log: (line: string) => void
}

/** How long after the start, and how often from then on, in milliseconds. */
const firstLook = 2_000
const everyLook = 30_000

/** Looks whether kept forecasts hold: when asked, and, once begun, after the start and soon after every midnight. */
export function watchForecasts(
  ports: Ports,
  { emit, log }: WatchOptions,
): { readonly look: () => void; readonly begin: () => void } {
  function look(): void {
    try {
      if (renewWhatWaits(ports, vietnamDayOf(ports.clock()))) emit({ name: 'forecasts.renewed' })
    } catch (error) {
      // A busy file is looked at again; a bug is told by its place.
      const trace = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : ''
      log(`forecasts could not be renewed: ${sqliteCodeOf(error)}\n${trace}`)
    }
  }
  function begin(): void {
    setTimeout(look, firstLook)
    setInterval(look, everyLook)
  }
  return { look, begin }
}
