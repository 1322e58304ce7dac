import { refuse } from '../../../src/contract/errors'
import { buildReportPaper, type ReportPaper } from '../../../src/domain/document/report-paper'
import type { ReportKey } from '../../../src/domain/report/report-form'
import { issueOf } from '../document/issue'
import type { ServiceContext } from '../service'
import { versionsOf } from './report-asked'
import { reportTable } from './report-services'

/**
 * The paper of a report: of a signed version what was frozen, else what was counted last. Refused with `report.not-counted`
 * when there is neither: numbers that nobody counted are not printed as zeros.
 */
export function countedPaper(context: ServiceContext, key: ReportKey): ReportPaper {
  const { form, counted } = reportTable(context, key)
  const version = versionsOf(context.store, key).at(-1) ?? null
  const shown = version?.counted ?? counted ?? refuse('report.not-counted')
  const communeCode = context.store.point()?.address.communeCode ?? ''
  return buildReportPaper({
    form,
    key,
    counted: shown,
    standing: version,
    placeName: context.resources.units.communeByCode.get(communeCode)?.name ?? null,
    issue: issueOf(context),
  })
}
