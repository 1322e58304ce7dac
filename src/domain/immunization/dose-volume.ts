import { monthsBetween } from '../calendar/age'
import type { CalendarDay } from '../calendar/calendar-day'
import type { Route } from './dose'
import { mayGoBy, type Vaccine } from './vaccine'
import type { VolumeRule } from './volume-rule'

/** What the data says is given; one of ml and drops is null. `ages` is null where one volume is for all. */
export type StatedVolume = Pick<VolumeRule, 'volumeMl' | 'drops' | 'isConfirmed'> & {
  readonly ages: Pick<VolumeRule, 'fromMonths' | 'beforeMonths'> | null
}

type Asked = { readonly bornOn: CalendarDay; readonly on: CalendarDay; readonly route: Route | null }

/**
 * What a product's data states for somebody's age and a route. `other-age`: it has volumes, but none for this age. Null:
 * nothing is known, which is not the same as "any".
 */
export function statedVolume(vaccine: Vaccine, asked: Asked): StatedVolume | 'other-age' | null {
  const byRoute = (vaccine.volumes ?? []).filter(({ route }) => isBy(route, vaccine, asked.route))
  if (byRoute.length > 0) {
    const fitting = byRoute.find(rule => isOfAge(rule, asked))
    if (!fitting) return 'other-age'
    const { fromMonths, beforeMonths, route: _route, ...stated } = fitting
    const isForAll = fromMonths === null && beforeMonths === null
    return { ...stated, ages: isForAll ? null : { fromMonths, beforeMonths } }
  }
  if ((vaccine.volumes ?? []).length > 0 || vaccine.volumeMl === null) return null
  if (asked.route !== null && !mayGoBy(vaccine, asked.route)) return null
  const isConfirmed = !vaccine.unverified.includes('volumeMl')
  return { volumeMl: vaccine.volumeMl, drops: null, isConfirmed, ages: null }
}

/** How a volume about to be given differs from what is stated; null when it does not, or when nothing can be compared. */
export function volumeWarning(
  vaccine: Vaccine,
  asked: Asked & { readonly volumeMl: number | null },
): VolumeWarning | null {
  const stated = statedVolume(vaccine, asked)
  if (stated === null) return null
  const { volumeMl } = asked
  const about = { code: 'dose.other-volume', vaccineCode: vaccine.code, volumeMl } as const
  if (stated === 'other-age') return { ...about, stated: null }
  if (volumeMl === null || stated.volumeMl === null || stated.volumeMl === volumeMl) return null
  return { ...about, stated }
}

/** Another volume than the data states; `stated` is null where it states none for this age. */
export type VolumeWarning = {
  readonly code: 'dose.other-volume'
  readonly vaccineCode: string
  readonly volumeMl: number | null
  readonly stated: StatedVolume | null
}

function isBy(rule: Route | null, vaccine: Vaccine, route: Route | null): boolean {
  if (route === null) return rule === null
  return rule === null ? mayGoBy(vaccine, route) : rule === route
}

function isOfAge({ fromMonths, beforeMonths }: VolumeRule, { bornOn, on }: Asked): boolean {
  if (on < bornOn) return false
  const months = monthsBetween(bornOn, on)
  return (fromMonths === null || months >= fromMonths) && (beforeMonths === null || months < beforeMonths)
}
