import { addDays, type CalendarDay } from '../calendar/calendar-day'
import type { Lot } from '../stock/lot'
import { inventLotNumber, programmeOf } from './invented-history'

/** A lot to be received into the practice stock, with the doses that come in. */
export type PracticeLot = { readonly lot: Lot; readonly doses: number }

const inStock: readonly (readonly [vaccineCode: string, doses: number])[] = [
  ['GENEHBVAX_05', 40],
  ['BCG_IVAC', 60],
  ['SII_PENTA', 120],
  ['BOPV_POLYVAC', 120],
  ['IMOVAX_POLIO', 80],
  ['MVVAC', 60],
  ['MRVAC', 60],
  ['DPT_IVAC', 60],
  ['JEVAX', 90],
  ['TD_IVAC', 40],
  ['TT_IVAC', 60],
  ['ROTAVIN_M1', 40],
  ['PCV_EPI', 30],
  ['HPV_EPI', 30],
  ['HEXAXIM', 20],
  ['ROTARIX', 15],
  ['PREVENAR13', 20],
  ['IMOJEV', 12],
  ['MMR_II', 12],
  ['VARIVAX', 10],
  ['VAXIGRIP_TETRA', 25],
  ['VERORAB', 15],
]

/**
 * The stock practice mode begins with: a lot of every product in use, and four to learn from: one that expires in a
 * few days beside a fresh one, one expired, one suspended, one nearly empty.
 */
export function inventLots(today: CalendarDay): readonly PracticeLot[] {
  const fresh = inStock.map(([code, doses], index) =>
    stock(code, today, addDays(today, 180 + 17 * index), doses, 0),
  )
  return [
    ...fresh,
    stock('SII_PENTA', today, addDays(today, 5), 8, 1),
    stock('MVVAC', today, addDays(today, -3), 10, 1),
    {
      ...stock('JEVAX', today, addDays(today, 200), 20, 1),
      lot: {
        ...stock('JEVAX', today, addDays(today, 200), 20, 1).lot,
        status: 'suspended',
        statusReason: 'Chờ kết luận của tuyến trên',
      },
    },
    stock('MRVAC', today, addDays(today, 90), 2, 1),
  ]
}

function stock(
  vaccineCode: string,
  today: CalendarDay,
  expiresOn: CalendarDay,
  doses: number,
  index: number,
): PracticeLot {
  const isReconstituted = ['BCG_IVAC', 'MVVAC', 'MRVAC', 'MMR_II', 'VARIVAX', 'IMOJEV'].includes(vaccineCode)
  const number = `${inventLotNumber(vaccineCode, today)}${index}`
  return {
    lot: {
      vaccineCode,
      number,
      expiresOn,
      manufacturer: null,
      programme: programmeOf(vaccineCode) === 'fee' ? 'fee' : 'epi',
      status: 'active',
      statusReason: null,
      diluentLot: isReconstituted ? `9${number}` : null,
      diluentExpiresOn: isReconstituted ? expiresOn : null,
    },
    doses,
  }
}
