import type { Problem } from '../../../src/contract/errors'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Birth } from '../../../src/domain/maternal/birth'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { deathProblems, noteDeath } from '../family/residence'
import type { ServiceContext } from '../service'

/** A birth as far as it tells of the mother's death. */
type Told = {
  /** Null: nothing is said about her. */
  readonly motherState: Birth['motherState'] | null
  readonly children: readonly { readonly bornOn: CalendarDay }[]
}

const why = 'Ghi nhận cuộc sinh: mẹ tử vong'

/** What speaks against the death a birth tells of; nothing where it tells of none. */
export function motherDeathProblems(
  context: ServiceContext,
  mother: Stored<Person>,
  told: Told,
  field: string,
): readonly Problem[] {
  return told.motherState === 'died' ? deathProblems(context, mother, dayOf(told), field) : []
}

/**
 * A mother who died at a birth is dead in every list: her death is written as the entry about her stay, in the transaction
 * of the birth. It stands on its own from then on. A birth that is corrected back or taken back does not take the death
 * back with it: nobody becomes alive by a changed field of another record. Whoever noted it by mistake takes the entry
 * itself back, with a reason, where it is seen.
 */
export function noteMotherDeath(context: ServiceContext, motherId: string, told: Told): void {
  if (told.motherState === 'died') noteDeath(context, motherId, dayOf(told), why)
}

/** She lived until the last child was born. */
function dayOf({ children }: Told): CalendarDay {
  const [first, ...others] = children.map(({ bornOn }) => bornOn)
  if (first === undefined) throw new Error('a birth has a child')
  return others.reduce((last, on) => (on > last ? on : last), first)
}
