import type { Month } from '../../../../src/domain/report/count-programme'
import type { KnownVersion } from '../../../../src/domain/report/life/due-reports'
import { differenceOf } from '../../../../src/domain/report/life/report-difference'
import { isFrozen, standingVersion } from '../../../../src/domain/report/life/report-steps'
import { addMonths } from '../../../../src/domain/report/months'
import type { Report } from '../../../../src/domain/report/report-record'
import { defineJob, type JobContext } from '../../jobs/job'
import { countSettled, keepWith } from './count-settled'
import { countWithNames } from './count-with-names'
import { keepReview, type ReviewPart } from './kept-review'

/** What was written down later than this nobody amends any more. */
const monthsBack = 24

/**
 * Counts every signed report again: whatever was entered, corrected or taken back since it was frozen shows as a difference,
 * so that a late dose makes an amendment and never a silent change.
 */
export const reviewReportsJob = defineJob<'report.review'>({
  name: 'report.review',
  async run(context) {
    await context.hand({ kind: 'begin', at: context.at } satisfies ReviewPart)
    const reports = signedReports(context)
    let drifted = 0
    for (const [done, reportId] of reports.entries()) {
      context.progress(done, reports.length)
      await context.breathe()
      const difference = await countSettled(context, () => differenceToday(context, reportId))
      if (difference.length > 0) drifted += 1
      await context.hand({ kind: 'report', reportId, difference } satisfies ReviewPart)
    }
    await context.hand({ kind: 'end' } satisfies ReviewPart)
    return { reports: reports.length, drifted }
  },
  keep: keepWith<ReviewPart>(({ store }, part) => keepReview(store, part)),
})

/** The version that holds of every report of the last months, the newest periods first. */
function signedReports({ store, today }: JobContext): readonly string[] {
  const oldest = addMonths(today.slice(0, 7) as Month, -monthsBack)
  const byKey = new Map<string, KnownVersion[]>()
  for (const version of store.reports.all()) {
    const key = `${version.period} ${version.formId} ${version.basis}`
    byKey.set(key, [...(byKey.get(key) ?? []), version])
  }
  return [...byKey]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([, versions]) => standingVersion(versions) ?? [])
    .filter(({ period }) => period >= oldest.slice(0, period.length))
    .map(({ id }) => id)
}

async function differenceToday(context: JobContext, reportId: string) {
  const report: Report | null = context.store.records.find('report', reportId)
  if (!report?.counted || !isFrozen(report)) return []
  const { formId, formVersion, period, basis, entered, counted, frozenNames } = report
  const form = context.resources.reportForms.find(each => each.id === formId && each.version === formVersion)
  if (!form) return []
  const now = await countWithNames(context, { form, key: { formId, period, basis }, entered })
  return differenceOf(form, { counted, names: frozenNames }, now)
}
