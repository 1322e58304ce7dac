import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { LotUse } from '../../../src/domain/session/session-closing'
import { vialSizeOf } from '../../../src/domain/stock/vial'
import type { ServiceContext } from '../service'
import { usageOfSession } from '../stock/session-usage'

export type UsedLot = LotUse & { readonly vaccine: string }

/** What the ledger says became of each lot that was used in a session; a lot that only lay in the box is not here. */
export function usedLots(context: ServiceContext, on: CalendarDay): readonly UsedLot[] {
  return usageOfSession(context, on)
    .filter(({ given, wasted, openedVials, leftInVials }) => given + wasted + openedVials + leftInVials !== 0)
    .map(usage => {
      const { lotId, vaccineCode, number, given, wasted, leftInVials } = usage
      const lot = context.store.lots.find(lotId)
      const vaccine = context.resources.vaccines.get(vaccineCode)
      const vialSize = (lot && vialSizeOf(lot, vaccine)) ?? 1
      const opened = given + wasted + leftInVials
      // Doses that came from no vial of its own: a product in vials of one, or a vial of an earlier session.
      const loose = Math.max(0, opened - usage.openedDoses)
      return {
        lotId,
        vaccineCode,
        lotNumber: number,
        vaccine: vaccine?.shortName ?? vaccineCode,
        vialSize,
        vials: usage.openedVials + Math.ceil(loose / vialSize),
        opened,
        given,
        wasted,
        left: leftInVials,
      }
    })
}

export type OpenVialLeft = {
  readonly vialId: string
  readonly lotId: string
  readonly lotNumber: string
  readonly vaccine: string
  readonly left: number
}

/** Vials that are open and must not be used after a session: those that end with it, or are over their hours. */
export function vialsToClose(
  { store, resources, at }: ServiceContext,
  on: CalendarDay,
): readonly OpenVialLeft[] {
  return store.vials
    .listOpen()
    .filter(vial => vial.sessionOn <= on && (vial.endsWithSession || at > vial.discardBy))
    .map(({ vialId, lotId, lotNumber, vaccineCode, left }) => ({
      vialId,
      lotId,
      lotNumber,
      vaccine: resources.vaccines.get(vaccineCode)?.shortName ?? vaccineCode,
      left,
    }))
}
