import type { SupervisionStanding } from '../../../src/contract/supervision-calls'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { ServiceContext } from '../service'

/** Where this PC keeps when it last read all that came up. */
export const readAtKey = 'supervision.read-at'

/** After this long without an answer what is shown is called old, in ms. */
const staleAfterMs = 30 * 60_000

/** How fresh what is known of the points below is. */
export function supervisionStanding({
  store,
  province,
  at,
}: Pick<ServiceContext, 'store' | 'province' | 'at'>): SupervisionStanding {
  const readAt = (store.local.readMeta(readAtKey) || null) as Instant | null
  const { state, trouble } = province.standing()
  const about = { readAt, isReading: state === 'running', trouble }
  if (store.link.findServer() === null) return { ...about, state: 'not-joined' }
  if (readAt === null) return { ...about, state: 'never' }
  const isOld = Date.parse(at) - Date.parse(readAt) > staleAfterMs
  return { ...about, state: isOld ? 'stale' : 'fresh' }
}
