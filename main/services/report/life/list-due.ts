import { type DueReports, listDueReports } from '../../../../src/contract/report-life-calls'
import { addDays, type CalendarDay, vietnamDayOf } from '../../../../src/domain/calendar/calendar-day'
import {
  type DueOccasions,
  type DueReport,
  dueReports,
  type KnownVersion,
} from '../../../../src/domain/report/life/due-reports'
import { isFrozen, openVersion, standingVersion } from '../../../../src/domain/report/life/report-steps'
import { type ServiceContext, serve } from '../../service'
import { driftOf, keptReview } from './kept-review'
import { keyOf } from './report-or-refuse'

/** A campaign day that nobody reported is asked for so long. */
const campaignDaysBack = 31
const practiceDaysBack = 31

export const listDueReportsService = serve(listDueReports, (context): DueReports => {
  const { store, resources, jobs, at } = context
  const known = store.reports.all()
  const review = keptReview(store)
  const due = owedReports(context)
  return {
    now: at,
    lines: due.flatMap(line => {
      const form = resources.reportForms.findLast(({ id }) => id === line.key.formId)
      return form
        ? [{ ...line, form: { id: form.id, title: form.title, to: form.to, period: form.period } }]
        : []
    }),
    drifted: driftedOf(context, known),
    begun: begunOf(known),
    reviewedAt: review?.at ?? null,
    isReviewStale: known.some(isFrozen) && (review === null || review.mark !== store.handbook.mark()),
    reviewing: jobs.list().find(({ name }) => name === 'report.review') ?? null,
  }
})

/** Everything this point owes at this moment, the most urgent first. */
export function owedReports(context: ServiceContext): readonly DueReport[] {
  const { store, resources, today, at } = context
  const known = store.reports.all()
  const startedOn = startOf(context)
  return dueReports(resources.reportForms, known, occasionsOf(context), { startedOn, today, at })
}

/** From when on reports are owed: the first dose given here. Practice always has a month to practise on. */
function startOf({ store, mode, today }: ServiceContext): CalendarDay {
  if (mode === 'practice') return addDays(today, -practiceDaysBack)
  const point = store.point()
  const setUpOn = point ? vietnamDayOf(point.createdAt) : today
  const firstOn = store.reports.firstDoseOn()
  return firstOn !== null && firstOn < setUpOn ? firstOn : setUpOn
}

/** Campaign days and severe cases that may be owed a report. */
function occasionsOf({ store, resources, today }: ServiceContext): DueOccasions {
  const kinds = new Set(resources.reportForms.map(({ period }) => period))
  return {
    campaignDays: kinds.has('day')
      ? store.reports.campaignDays(addDays(today, -campaignDaysBack), today)
      : [],
    cases: kinds.has('case')
      ? store.after.untoldCases().map(({ id, knownAt }) => ({ caseId: id, knownAt }))
      : [],
  }
}

/** Reports that hold and would count differently; one whose amendment is being worked on is among them. */
function driftedOf(
  { store, resources }: ServiceContext,
  known: readonly KnownVersion[],
): DueReports['drifted'] {
  const review = keptReview(store)
  return [...(review?.differences.keys() ?? [])].flatMap(reportId => {
    const drift = driftOf(review, reportId)
    const version = known.find(({ id }) => id === reportId)
    if (!drift || !version) return []
    const key = keyOf(version)
    const ofKey = known.filter(
      each => each.formId === key.formId && each.period === key.period && each.basis === key.basis,
    )
    if (standingVersion(ofKey)?.id !== reportId) return []
    const form = resources.reportForms.findLast(({ id }) => id === key.formId)
    return form ? [{ ...drift, key, reportId, title: form.title }] : []
  })
}

/** The version worked on, or the one that holds, of each report. */
function begunOf(known: readonly KnownVersion[]): DueReports['begun'] {
  const byKey = new Map<string, KnownVersion[]>()
  for (const version of known) {
    const key = `${version.formId} ${version.period} ${version.basis}`
    byKey.set(key, [...(byKey.get(key) ?? []), version])
  }
  return [...byKey.values()].flatMap(versions => {
    const current = openVersion(versions) ?? standingVersion(versions)
    return current ? [{ key: keyOf(current), version: current.version, state: current.state }] : []
  })
}
