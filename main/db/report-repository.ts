import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { Programme } from '../../src/domain/immunization/dose'
import type { RegisterFigures } from '../../src/domain/report/life/check-before'
import type { KnownVersion } from '../../src/domain/report/life/due-reports'
import type { ReportKey } from '../../src/domain/report/report-form'
import type { PeriodDays } from '../../src/domain/report/report-period'
import type { Database } from './driver'

type VersionRow = Omit<KnownVersion, 'voided'> & { readonly voided: number }
type CountRow = { readonly programme: Programme; readonly doses: number; readonly without: number }

const columns = 'id, form_id AS formId, period, basis, version, state, voided'

export type ReportRepository = ReturnType<typeof createReportRepository>

/** Reads the versions of reports without what they say, and what the register is asked when one is checked. */
export function createReportRepository(db: Database) {
  const selectVersions = db.prepare<ReportKey, VersionRow>(
    `SELECT ${columns} FROM report WHERE form_id = @formId AND period = @period AND basis = @basis
     ORDER BY version, created_stamp`,
  )
  const selectAll = db.prepare<[], VersionRow>(`SELECT ${columns} FROM report ORDER BY created_stamp`)
  const selectDoses = db.prepare<PeriodDays, CountRow>(`
    SELECT programme, count(*) AS doses, count(*) FILTER (WHERE lot_id IS NULL) AS "without" FROM dose
    WHERE kind = 'administered' AND voided = 0 AND given_on BETWEEN @from AND @to GROUP BY programme`)
  const selectOpenDays = db
    .prepare<PeriodDays, number>(`
      SELECT count(*) FROM (SELECT DISTINCT session_on FROM visit WHERE voided = 0 AND session_on BETWEEN @from AND @to) AS day
      WHERE coalesce((SELECT state FROM session_day WHERE on_day = day.session_on AND voided = 0
        ORDER BY created_stamp DESC LIMIT 1), 'open') <> 'closed'`)
    .pluck()
  const selectCampaignDays = db
    .prepare<[string, string], string>(`
      SELECT DISTINCT given_on FROM dose INDEXED BY dose_by_day
      WHERE kind = 'administered' AND voided = 0 AND given_on BETWEEN ? AND ? AND programme = 'campaign' ORDER BY 1`)
    .pluck()
  const selectFirst = db
    .prepare<[], string | null>(
      "SELECT min(given_on) FROM dose INDEXED BY dose_by_day WHERE kind = 'administered' AND voided = 0",
    )
    .pluck()
  return {
    /** The first day with a dose that was given here; null: there is none. */
    firstDoseOn: () => (selectFirst.get() ?? null) as CalendarDay | null,
    /** Every version of a report, withdrawn ones as well, oldest first. */
    versions: (key: ReportKey): readonly KnownVersion[] => selectVersions.all(key).map(toVersion),
    /** Every version of every report. */
    all: (): readonly KnownVersion[] => selectAll.all().map(toVersion),
    /** What a report by place is held against. */
    figures(days: PeriodDays): RegisterFigures {
      const rows = selectDoses.all(days)
      const of = (programme: Programme) => rows.find(row => row.programme === programme)?.doses ?? 0
      return {
        doses: { epi: of('epi'), fee: of('fee'), campaign: of('campaign') },
        dosesWithoutLot: rows.reduce((sum, { without }) => sum + without, 0),
        daysNotClosed: selectOpenDays.get(days) ?? 0,
      }
    },
    /** Days on which campaign doses were given here. */
    campaignDays: (from: CalendarDay, to: CalendarDay) => selectCampaignDays.all(from, to) as CalendarDay[],
  }
}

function toVersion({ voided, ...row }: VersionRow): KnownVersion {
  return { ...row, voided: voided === 1 }
}
