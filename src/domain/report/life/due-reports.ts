import type { CalendarDay, Instant } from '../../calendar/calendar-day'
import type { ReportForm, ReportKey } from '../report-form'
import type { Report } from '../report-record'
import { deadlineOf, owedBasis, owedPeriods } from './report-deadline'
import { isSent, openVersion, standingVersion } from './report-steps'

/** A report that is owed and has not been sent, or was refused. */
export type DueReport = {
  readonly key: ReportKey
  readonly dueAt: Instant
  readonly isLate: boolean
  /** How far it has come; null: not begun. */
  readonly state: Report['state'] | null
}

export type KnownVersion = Pick<Report, 'formId' | 'period' | 'basis' | 'version' | 'state'> & {
  readonly id: string
  readonly voided: boolean
}

/** Days of a campaign, and severe cases with when the point came to know of them: what forms other than monthly ones are about. */
export type DueOccasions = {
  readonly campaignDays: readonly CalendarDay[]
  readonly cases: readonly { readonly caseId: string; readonly knownAt: Instant }[]
}

/** Everything owed at a moment, the most urgent first. */
export function dueReports(
  forms: readonly Pick<ReportForm, 'id' | 'period' | 'bases' | 'deadline' | 'validFrom' | 'validTo'>[],
  known: readonly KnownVersion[],
  occasions: DueOccasions,
  {
    startedOn,
    today,
    at,
  }: { readonly startedOn: CalendarDay; readonly today: CalendarDay; readonly at: Instant },
): readonly DueReport[] {
  const owed = forms.flatMap(form =>
    periodsOf(form, occasions, startedOn, today).flatMap(({ period, knownAt }) => {
      const dueAt = deadlineOf(form.deadline, period, knownAt)
      const key: ReportKey = { formId: form.id, period, basis: owedBasis(form) }
      const state = openStateOf(known, key)
      return dueAt === null || state === 'done' ? [] : [{ key, dueAt, isLate: at >= dueAt, state }]
    }),
  )
  return owed.toSorted((a, b) => compare(a.dueAt, b.dueAt) || compare(a.key.formId, b.key.formId))
}

function periodsOf(
  form: Pick<ReportForm, 'period' | 'validFrom' | 'validTo'>,
  { campaignDays, cases }: DueOccasions,
  startedOn: CalendarDay,
  today: CalendarDay,
): readonly { readonly period: string; readonly knownAt: Instant | null }[] {
  if (form.period === 'case') return cases.map(({ caseId, knownAt }) => ({ period: caseId, knownAt }))
  const periods = form.period === 'day' ? campaignDays : owedPeriods(form, startedOn, today)
  return periods.map(period => ({ period, knownAt: null }))
}

/** How far the report of a key has come; `done`: it was sent, and not refused since. */
function openStateOf(
  known: readonly KnownVersion[],
  { formId, period, basis }: ReportKey,
): DueReport['state'] | 'done' {
  const versions = known.filter(
    each => each.formId === formId && each.period === period && each.basis === basis,
  )
  const standing = standingVersion(versions)
  const open = openVersion(versions)
  // An amendment begun for what was refused says how far that has come.
  if (standing === null || (standing.state === 'refused' && open !== null)) return open?.state ?? null
  return isSent(standing) && standing.state !== 'refused' ? 'done' : standing.state
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
