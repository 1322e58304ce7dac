import {
  deadlineOf,
  isInForce,
  owedBasis,
  owedPeriods,
} from '../../../src/domain/report/life/report-deadline'
import { daysOfPeriod } from '../../../src/domain/report/report-period'
import type { ServiceContext } from '../service'

/** How many reports this point owes and has not sent, and how many of them are late. */
export function owedHere(
  { store, resources, today, at }: Pick<ServiceContext, 'store' | 'resources' | 'today' | 'at'>,
  startedOn: ServiceContext['today'] | null,
): { readonly due: number; readonly late: number } {
  if (startedOn === null) return { due: 0, late: 0 }
  const sent = new Set(
    store.records
      .list('report', {}, 'created_stamp')
      .filter(({ state }) => state === 'sent' || state === 'accepted')
      .map(({ formId, period, basis }) => `${formId} ${period} ${basis}`),
  )
  const owed = resources.reportForms.flatMap(form =>
    owedPeriods(form, startedOn, today).flatMap(period => {
      const days = daysOfPeriod(period)
      const dueAt = deadlineOf(form.deadline, period, null)
      const isOwed = days !== null && isInForce(form, days.from)
      return !isOwed || dueAt === null || sent.has(`${form.id} ${period} ${owedBasis(form)}`) ? [] : [dueAt]
    }),
  )
  return { due: owed.length, late: owed.filter(dueAt => at >= dueAt).length }
}
