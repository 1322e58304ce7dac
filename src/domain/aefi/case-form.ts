import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day'
import type { AefiCase, Facts } from './aefi-case'

type LocalText = { readonly vi: string; readonly en: string }

/** One value that a report asks for. Data of `resources/aefi/case-form.json`. */
export type CaseField = {
  readonly code: string
  readonly section: string
  readonly label: LocalText
  readonly kind: 'line' | 'text' | 'day' | 'moment' | 'choice' | 'choices'
  readonly choices: readonly { readonly code: string; readonly label: LocalText }[]
  /** Once a case, or once for each dose. */
  readonly per: 'case' | 'dose'
  /** Its number among the 25 core variables of WHO; null: of the national form alone. */
  readonly core: number | null
  readonly critical: boolean
  /** Asked only when another value is this one. */
  readonly onlyIf: { readonly code: string; readonly is: string } | null
}

export type CaseForm = {
  readonly version: string
  readonly confirmation: 'confirmed' | 'unverified'
  readonly source: string
  readonly title: LocalText
  /** Sections of one `part` follow each other and share its heading on paper, as in the national form. */
  readonly sections: readonly {
    readonly code: string
    readonly part?: LocalText | undefined
    readonly label: LocalText
  }[]
  readonly fields: readonly CaseField[]
}

/** A value that is not there; `doseId` where each dose has its own. */
export type MissingFact = {
  readonly code: string
  readonly doseId: string | null
  readonly critical: boolean
}

type Filled = Pick<AefiCase, 'facts' | 'doseFacts' | 'doseIds'>

/** Core and critical values that are not there yet, in the order of the form. */
export function missingFacts(form: CaseForm, of: Filled): readonly MissingFact[] {
  return form.fields
    .filter(field => (field.core !== null || field.critical) && isAsked(field, of.facts))
    .flatMap(({ code, per, critical }): readonly MissingFact[] => {
      if (per === 'case') return isEmpty(of.facts, code) ? [{ code, doseId: null, critical }] : []
      // A case without any dose still lacks what each dose would say.
      if (of.doseIds.length === 0) return [{ code, doseId: null, critical }]
      return of.doseIds
        .filter(doseId => isEmpty(of.doseFacts[doseId], code))
        .map(doseId => ({ code, doseId, critical }))
    })
}

/** Whether a field is asked for, by what another one says. */
export function isAsked({ onlyIf }: CaseField, facts: Facts): boolean {
  return onlyIf === null || (facts[onlyIf.code] ?? '').split(',').includes(onlyIf.is)
}

function isEmpty(facts: Facts | undefined, code: string): boolean {
  return (facts?.[code] ?? '').trim() === ''
}

/** Fields whose value is not of their kind, or which the form does not have. An empty value is none, and always allowed. */
export function factProblems(form: CaseForm, facts: Facts, per: CaseField['per']): readonly string[] {
  const fields = new Map(form.fields.filter(field => field.per === per).map(field => [field.code, field]))
  return Object.entries(facts)
    .filter(([code, value]) => {
      const field = fields.get(code)
      return !field || (value !== '' && !isOfKind(field, value))
    })
    .map(([code]) => code)
}

function isOfKind({ kind, choices }: CaseField, value: string): boolean {
  const isChoice = (code: string) => choices.some(choice => choice.code === code)
  switch (kind) {
    case 'line':
      return value.length <= 300
    case 'text':
      return value.length <= 4000
    case 'day':
      return isCalendarDay(value)
    case 'moment':
      return isMoment(value)
    case 'choice':
      return isChoice(value)
    case 'choices':
      return value.split(',').every(isChoice)
  }
}

/** `YYYY-MM-DD`, or `YYYY-MM-DD HH:mm` by the clock of Vietnam. */
export function isMoment(value: string): boolean {
  const [on = '', time, ...rest] = value.split(' ')
  if (!isCalendarDay(on) || rest.length > 0) return false
  return time === undefined || /^([01]\d|2[0-3]):[0-5]\d$/u.test(time)
}

/** What changed against the values before; an emptied field counts. */
export function changedFacts(before: Facts, after: Facts): readonly string[] {
  return Object.keys(after).filter(code => (before[code] ?? '') !== after[code])
}

/** The day of a moment of the form. */
export function dayOfMoment(value: string): CalendarDay | null {
  const on = value.slice(0, 10)
  return isCalendarDay(on) ? on : null
}
