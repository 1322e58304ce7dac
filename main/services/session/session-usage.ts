import { addDays, type CalendarDay, instantOf } from '../../../src/domain/calendar/calendar-day'
import { fewestVials, type LotUse } from '../../../src/domain/session/session-closing'
import type { ServiceContext } from '../service'

export type UsedLot = LotUse & { readonly vaccine: string; readonly vials: number }

/** Midnight in Vietnam, as a moment. */
function startOf(on: CalendarDay) {
  return instantOf(Date.parse(`${on}T00:00:00.000+07:00`))
}

/** What of each lot was given and written off on a day, and how many vials that makes at least. */
export function sessionUsage(
  { store, resources }: Pick<ServiceContext, 'store' | 'resources'>,
  on: CalendarDay,
): readonly UsedLot[] {
  const given = new Map<string, number>()
  for (const { lotId } of store.sessions.givenOn(on))
    if (lotId !== null) given.set(lotId, (given.get(lotId) ?? 0) + 1)
  const wasted = new Map(
    store.sessions
      .wastedBetween(startOf(on), startOf(addDays(on, 1)))
      .map(({ lotId, doses }) => [lotId, doses]),
  )
  return [...new Set([...given.keys(), ...wasted.keys()])].flatMap((lotId): readonly UsedLot[] => {
    const lot = store.lots.find(lotId)
    if (!lot) return []
    const vaccine = resources.vaccines.get(lot.vaccineCode)
    const use = {
      lotId,
      vaccineCode: lot.vaccineCode,
      lotNumber: lot.number,
      dosesPerVial: vaccine?.dosesPerVial ?? 1,
      given: given.get(lotId) ?? 0,
      wasted: wasted.get(lotId) ?? 0,
    }
    return [{ ...use, vaccine: vaccine?.shortName ?? lot.vaccineCode, vials: fewestVials(use) }]
  })
}
