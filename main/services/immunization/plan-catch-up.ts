import { type CatchUpWishes, planCatchUp as planCatchUpCall } from '../../../src/contract/catch-up-calls'
import { refuse } from '../../../src/contract/errors'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'
import { planCatchUp } from '../../../src/domain/schedule/catch-up'
import { usualCatchUp } from '../../../src/domain/schedule/catch-up-options'
import type { CatchUpPlan } from '../../../src/domain/schedule/catch-up-types'
import type { Stored } from '../../db/record-store'
import { type ServiceContext, serve } from '../service'
import { chartInput } from './chart'

/** The catch-up plan of one person from a day, with what the user chose; the usual values without it. */
export function catchUpOf(
  context: Pick<ServiceContext, 'store' | 'resources'>,
  person: Stored<Person>,
  from: CalendarDay,
  wishes: CatchUpWishes | null,
): CatchUpPlan {
  const input = chartInput(context, person.id, person, from)
  return planCatchUp(input, { ...usualCatchUp, ...wishes })
}

export const planCatchUpService = serve(planCatchUpCall, (context, { personId, from, ...wishes }) => {
  const person = context.store.records.find('person', personId)
  if (!person) return refuse('person.not-found')
  const { today } = context
  return catchUpOf(context, person, from !== null && from > today ? from : today, wishes)
})
