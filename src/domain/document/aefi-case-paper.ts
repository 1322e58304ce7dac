import type { AefiCase, Facts } from '../aefi/aefi-case'
import { type CaseField, type CaseForm, isAsked } from '../aefi/case-form'
import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day'
import type { DocumentPoint, Issue } from './facts'
import type { Marks } from './marks'
import { cleanOrNull, cleanText, dayOnPaper, momentOnPaper } from './words'

/** "Mẫu báo cáo tai biến nặng sau tiêm chủng", filled in as far as it is known, with room for two signatures. */
export type AefiCasePaper = Marks & {
  readonly kind: 'aefi-case-form'
  readonly point: DocumentPoint
  readonly person: { readonly name: string; readonly code: string }
  readonly title: string
  readonly caseNumber: string
  readonly sections: readonly {
    /** The heading it shares with its neighbours; absent or null: its title is the heading. */
    readonly part?: string | null
    readonly title: string
    readonly lines: readonly CaseLineOnPaper[]
    /** One part a dose. */
    readonly doses: readonly { readonly title: string; readonly lines: readonly CaseLineOnPaper[] }[]
  }[]
  readonly reports: readonly string[]
  /** Null once somebody has compared the form with the official one. */
  readonly source: string | null
  readonly printedAt: string
}

/** A value that is not known is null: the paper leaves a dotted line, to be written by hand. */
export type CaseLineOnPaper = {
  readonly label: string
  readonly value: string | null
  readonly critical: boolean
  readonly long: boolean
}

/** Makes the paper of a case. */
export function buildAefiCasePaper(facts: {
  readonly of: Pick<AefiCase, 'facts' | 'doseFacts' | 'caseNumber'>
  readonly form: CaseForm
  readonly person: AefiCasePaper['person']
  readonly doses: readonly { readonly doseId: string; readonly name: string }[]
  readonly reports: readonly string[]
  readonly issue: Issue
}): AefiCasePaper {
  const { of, form, issue, doses } = facts
  const sections = form.sections.map(section => {
    const fields = form.fields.filter(field => field.section === section.code && isAsked(field, of.facts))
    const perDose = fields.filter(({ per }) => per === 'dose')
    return {
      part: section.part?.vi ?? null,
      title: section.label.vi,
      // The number of the case stands under the title of the form.
      lines: fields
        .filter(({ per, code }) => per === 'case' && code !== 'case-number')
        .map(field => lineOf(field, of.facts)),
      doses:
        perDose.length === 0
          ? []
          : doses.map(({ doseId, name }) => ({
              title: cleanText(name),
              lines: perDose.map(field => lineOf(field, of.doseFacts[doseId] ?? {})),
            })),
    }
  })
  return {
    kind: 'aefi-case-form',
    practice: issue.practice,
    reprint: null,
    point: {
      name: cleanText(issue.point.name),
      address: cleanOrNull(issue.point.address),
      phone: cleanOrNull(issue.point.phone),
    },
    person: { name: cleanText(facts.person.name), code: facts.person.code },
    title: form.title.vi,
    caseNumber: of.facts['case-number'] ?? of.caseNumber,
    sections,
    reports: facts.reports.map(cleanText),
    source: form.confirmation === 'unverified' ? form.source : null,
    printedAt: momentOnPaper(issue.now),
  }
}

function lineOf(field: CaseField, facts: Facts): CaseLineOnPaper {
  const value = (facts[field.code] ?? '').trim()
  return {
    label: field.label.vi,
    value: value === '' ? null : cleanText(valueOnPaper(field, value)),
    critical: field.critical,
    long: field.kind === 'text',
  }
}

function valueOnPaper({ kind, choices }: CaseField, value: string): string {
  const named = (code: string) => choices.find(choice => choice.code === code)?.label.vi ?? code
  if (kind === 'choice' || kind === 'choices') return value.split(',').map(named).join(', ')
  const [on = '', ...time] = value.split(' ')
  if ((kind !== 'day' && kind !== 'moment') || !isCalendarDay(on)) return value
  return [dayOnPaper(on as CalendarDay), ...time].join(' ')
}
