import type { LinkStatus } from '../../src/contract/link-calls'
import { vietnamDayOf } from '../../src/domain/calendar/calendar-day'
import type { LinkTrouble } from '../../src/domain/upload/judge-answer'
import type { ChipKind } from '../components/Chip'
import { formatCount, formatDay, formatTime } from '../components/format'
import { text } from '../text'

/** After so many minutes a waiting entry is not timely any more. */
const lateMinutes = 15

/** What the chip says. `nowMs` is this PC's clock, by which entries are saved. */
export function uploadSign(
  status: LinkStatus,
  nowMs: number,
): { readonly kind: ChipKind; readonly words: string } {
  const { server, activity, waiting, countedTo, oldestAt, refused, conflicts, byCourier } = status
  const count = waiting >= countedTo ? `${formatCount(countedTo)}+` : formatCount(waiting)
  if (refused + conflicts > 0) return { kind: 'wrong', words: text.link.chipRefused(refused + conflicts) }
  if (!server && !byCourier) return { kind: 'wait', words: text.frame.notJoined(count) }
  if (needsHand(activity.trouble)) return { kind: 'wrong', words: text.link.chipTrouble(count) }
  if (waiting === 0) return { kind: 'ok', words: sentWords(status) }
  const minutes = oldestAt === null ? 0 : Math.max(0, Math.floor((nowMs - Date.parse(oldestAt)) / 60_000))
  const words = activity.phase === 'pausing' ? text.link.chipOffline : text.link.chipWaiting
  return { kind: minutes >= lateMinutes ? 'late' : 'wait', words: words(count, minutes) }
}

/** Troubles that no waiting mends: somebody has to look at the link. */
const forPeople: readonly LinkTrouble[] = [
  'link.captive-portal',
  'link.certificate-untrusted',
  'link.proxy-refused',
  'link.not-let-in',
  'link.not-allowed',
  'link.key-lost',
]
const needsHand = (trouble: LinkTrouble | null) => trouble !== null && forPeople.includes(trouble)

/** Everything has reached the province, over the line or by stick. */
function sentWords({ server, acceptedAt, byCourier }: LinkStatus): string {
  if (!server && byCourier) return text.link.chipByCourier(formatDay(vietnamDayOf(byCourier.at)))
  return text.link.chipSent(acceptedAt === null ? null : formatTime(acceptedAt))
}
