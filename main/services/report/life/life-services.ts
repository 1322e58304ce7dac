import type { Service } from '../../service'
import { getReportDifferenceService } from './difference-view'
import { getReportLifeService } from './life-view'
import { listDueReportsService } from './list-due'
import { checkReportService, enterReportService } from './write-draft'
import { signedReportServices } from './write-signed'

/** What becomes of a report. */
export const reportLifeServices: readonly Service[] = [
  getReportLifeService,
  enterReportService,
  checkReportService,
  ...signedReportServices,
  getReportDifferenceService,
  listDueReportsService,
]
