import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { ReportForm, ReportKey } from '../../../src/domain/report/report-form'
import { daysOfPeriod } from '../../../src/domain/report/report-period'
import type { Report } from '../../../src/domain/report/report-record'
import type { ReadStore } from '../../db'
import type { Stored } from '../../db/record-store'
import type { ReportAsked, ReportPorts } from './section-work'

/** The version of a form in force for a period; of a case, today's. Null: there is none, or not for this basis. */
export function formFor(
  { resources, today }: Pick<ReportPorts, 'resources' | 'today'>,
  { formId, period, basis }: ReportKey,
): ReportForm | null {
  const on = daysOfPeriod(period)?.from ?? today
  const form = resources.reportForms.find(each => each.id === formId && isInForce(each, on))
  if (!form?.bases.includes(basis)) return null
  return (form.period === 'case') === (daysOfPeriod(period) === null) ? form : null
}

/** Whether a period that begins on a day is reported on this version. */
export function isInForce({ validFrom, validTo }: ReportForm, on: CalendarDay): boolean {
  return validFrom <= on && (validTo === null || on <= validTo)
}

/** Every version of a report, oldest first; versions taken back are left out. */
export function versionsOf(
  { records }: Pick<ReadStore, 'records'>,
  { formId, period, basis }: ReportKey,
): readonly Stored<Report>[] {
  return records.list('report', { form_id: formId, period, basis }, 'version, created_stamp')
}

/** What is asked when a report is counted: its form, and what people entered in its newest version. */
export function askedFor(
  ports: Pick<ReportPorts, 'store' | 'resources' | 'today'>,
  key: ReportKey,
): ReportAsked | null {
  const form = formFor(ports, key)
  return form && { form, key, entered: versionsOf(ports.store, key).at(-1)?.entered ?? {} }
}
