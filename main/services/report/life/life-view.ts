import { refuse } from '../../../../src/contract/errors'
import { getReportLife, type ReportVersion, signingRoles } from '../../../../src/contract/report-life-calls'
import type { Instant } from '../../../../src/domain/calendar/calendar-day'
import { deadlineOf, owedBasis } from '../../../../src/domain/report/life/report-deadline'
import { newestFirst, openVersion, standingVersion } from '../../../../src/domain/report/life/report-steps'
import type { ReportForm, ReportKey } from '../../../../src/domain/report/report-form'
import type { Report } from '../../../../src/domain/report/report-record'
import type { Stored } from '../../../db/record-store'
import { type ServiceContext, serve } from '../../service'
import { formFor } from '../report-asked'
import { preparedReport } from './kept-prepared'
import { driftOf, keptReview } from './kept-review'
import { isPreparedFor } from './write-draft'

/** Where a report stands, with all its versions. */
export const getReportLifeService = serve(getReportLife, (context, { key }) => {
  const { store, jobs } = context
  const form = formFor(context, key) ?? refuse('report.unknown-form')
  const known = newestFirst(store.reports.versions(key))
  const versions = known.flatMap(({ id }) => store.records.find('report', id) ?? [])
  const [openId, standingId] = [openVersion(known)?.id ?? null, standingVersion(known)?.id ?? null]
  const current = versions.find(({ id }) => id === (openId ?? standingId)) ?? null
  const prepared = preparedReport(store, key)
  const review = keptReview(store)
  const dueAt = dueAtOf(context, form, key)
  return {
    key,
    dueAt,
    isLate: dueAt !== null && context.at >= dueAt,
    openId,
    standingId,
    versions: versions.map(version => versionView(context, version)),
    entered: current?.entered ?? {},
    prepared: prepared && {
      at: prepared.at,
      isCurrent: isPreparedFor(prepared, form, { entered: current?.entered ?? {} }),
    },
    preparing: jobs.list().find(({ name }) => name === 'report.prepare') ?? null,
    drift: standingId === null ? null : driftOf(review, standingId),
    reviewedAt: standingId !== null && review?.differences.has(standingId) ? review.at : null,
    signers: store.records
      .list('user', {}, 'name')
      .filter(({ active, role }) => active && signingRoles.some(allowed => allowed === role))
      .map(({ id, name, role }) => ({ userId: id, name, role })),
    isJoined: store.link.findServer() !== null,
  }
})

/** Until when a report is owed; null on the basis that nobody asks for. */
export function dueAtOf(
  { store }: ServiceContext,
  form: ReportForm,
  { period, basis }: ReportKey,
): Instant | null {
  if (basis !== owedBasis(form)) return null
  const knownAt = form.period === 'case' ? (store.records.find('aefi-case', period)?.knownAt ?? null) : null
  return deadlineOf(form.deadline, period, knownAt)
}

function versionView({ store }: ServiceContext, report: Stored<Report>): ReportVersion {
  const {
    id,
    voided,
    createdAt,
    entered: _e,
    counted: _c,
    frozenNames: _f,
    madeByUserId: _m,
    ...rest
  } = report
  const taken = voided ? store.entriesOf(id).findLast(({ verb }) => verb === 'voided') : undefined
  const by = taken?.userId ? store.records.find('user', taken.userId) : null
  return {
    ...withoutKey(rest),
    reportId: id,
    createdAt,
    isWithdrawn: voided,
    withdrawn: taken ? { reason: taken.reason ?? '', byName: by?.name ?? null, at: taken.at } : null,
  }
}

type Plain = Omit<
  Stored<Report>,
  'id' | 'voided' | 'createdAt' | 'entered' | 'counted' | 'frozenNames' | 'madeByUserId'
>

function withoutKey({ formId: _f, period: _p, basis: _b, versions: _v, changedAt: _c, ...rest }: Plain) {
  return rest
}
