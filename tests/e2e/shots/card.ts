import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { Desk } from '../support/desk'

/** A card with everything a card can have: days, a month, a year, a campaign, a dose too early, a vaccine without a name. */
type Line = readonly [
  givenOn: string,
  vaccineCode: string,
  givenOnAccuracy?: 'month' | 'year' | null,
  programme?: 'campaign',
]
const card: readonly Line[] = [
  ['2025-05-18', 'GENEHBVAX_05'],
  ['2025-05-18', 'GENERIC_BCG', 'month'],
  ['2025-07-20', 'SII_PENTA'],
  ['2025-07-20', 'BOPV_POLYVAC'],
  ['2025-07-20', 'ROTAVIN'],
  ['2025-08-24', 'SII_PENTA'],
  ['2025-08-24', 'BOPV_POLYVAC'],
  ['2025-08-24', 'ROTAVIN'],
  ['2025-09-26', 'SII_PENTA'],
  ['2025-09-26', 'BOPV_POLYVAC'],
  ['2025-10-18', 'IMOVAX_POLIO'],
  ['2025-12-20', 'MVVAC', null, 'campaign'],
  ['2026-03-01', 'GENERIC_MEASLES', 'month'],
  ['2026-05-22', 'JEVAX'],
  ['2026-05-26', 'JEVAX'],
]

/** Copies the card into somebody's record. */
export async function copyCard(desk: Desk, personId: string): Promise<void> {
  await desk.ask(recordHistoricalDoses, {
    personId,
    doses: card.map(([givenOn, vaccineCode, givenOnAccuracy = null, programme = 'epi' as const]) => ({
      vaccineCode,
      givenOn: day(givenOn),
      givenOnAccuracy,
      programme,
      statedNumber: null,
      lotNumber: null,
      placeName: 'Trạm Y tế xã Đông Hòa',
    })),
  })
}
