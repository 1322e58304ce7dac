import type { AefiCase, Facts } from '../aefi/aefi-case'
import type { CaseField, CaseForm } from '../aefi/case-form'
import { type CalendarDay, type Instant, isCalendarDay } from '../calendar/calendar-day'
import { dayOnPaper, momentOnPaper } from '../calendar/on-paper'
import type { CellValue } from './counted-report'

/*
 * Values of a severe case as a report says them. A field is a code of `resources/aefi/case-form.json`; what the form of the case
 * asks once for each dose is told of all doses in a line list, of one dose in the 24-hour report.
 */

type Filled = Pick<AefiCase, 'facts' | 'doseFacts' | 'doseIds' | 'caseNumber'>
export type CaseAsWritten = Filled &
  Pick<AefiCase, 'knownAt' | 'toldHealthDepartment' | 'toldProvincialCdc' | 'stoppedSession'>

/** The value of a field; null where nobody has said it. */
export function caseCell(form: CaseForm, of: CaseAsWritten, code: string): CellValue {
  if (code === 'known-at') return momentOnPaper(of.knownAt)
  if (code === 'told-health-department') return toldAt(of.toldHealthDepartment)
  if (code === 'told-provincial-cdc') return toldAt(of.toldProvincialCdc)
  if (code === 'stopped-session') return of.stoppedSession ? 'Có' : 'Không'
  const field = form.fields.find(each => each.code === code)
  if (!field) return null
  if (field.per === 'case') {
    const value = factCell(field, of.facts)
    return code === 'case-number' ? (value ?? of.caseNumber) : value
  }
  const values = of.doseIds.flatMap(doseId => factWords(field, of.doseFacts[doseId] ?? {}) ?? [])
  return values.length === 0 ? null : values.join('; ')
}

/** The value of a field for one dose of the case. */
export function caseDoseCell(form: CaseForm, of: Filled, doseId: string, code: string): CellValue {
  const field = form.fields.find(each => each.code === code && each.per === 'dose')
  return field ? factCell(field, of.doseFacts[doseId] ?? {}) : null
}

function toldAt(told: { readonly at: Instant } | null): string | null {
  return told && momentOnPaper(told.at)
}

function factCell(field: CaseField, facts: Facts): CellValue {
  const value = (facts[field.code] ?? '').trim()
  return field.kind === 'day' && isCalendarDay(value) ? { day: value } : factWords(field, facts)
}

/** A value in words; choices by their names, moments as papers write them. */
function factWords({ code, kind, choices }: CaseField, facts: Facts): string | null {
  const value = (facts[code] ?? '').trim()
  if (value === '') return null
  const named = (each: string) => choices.find(choice => choice.code === each)?.label.vi ?? each
  if (kind === 'choice' || kind === 'choices') return value.split(',').map(named).join(', ')
  const [on = '', ...time] = value.split(' ')
  if ((kind !== 'day' && kind !== 'moment') || !isCalendarDay(on)) return value
  return [dayOnPaper(on as CalendarDay), ...time].join(' ')
}
