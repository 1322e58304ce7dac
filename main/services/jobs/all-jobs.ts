import { findDuplicatesJob } from '../duplicate/find-duplicates-job'
import { checkJob } from '../exchange/check-job'
import { exportJob } from '../exchange/export-job'
import { lookJob } from '../exchange/look-job'
import { writeJob } from '../exchange/write-job'
import { handbookListsJob } from '../handbook/lists-job'
import { programmeJob } from '../handbook/programme-job'
import { renewForecasts } from '../immunization/renew-forecasts'
import { indicatorsJob } from '../indicator/indicators-job'
import { registerCheckJob } from '../register-doctor/search-job'
import { prepareReportJob } from '../report/life/prepare-job'
import { reviewReportsJob } from '../report/life/review-job'
import { reportJob } from '../report/report-job'
import { impactJob } from '../schedule/impact-job'
import type { Job } from './job'

/** Every job; the worker runs them by name, the engine keeps what they hand over. */
export const allJobs: readonly Job[] = [
  renewForecasts,
  impactJob,
  findDuplicatesJob,
  lookJob,
  checkJob,
  writeJob,
  exportJob,
  handbookListsJob,
  programmeJob,
  indicatorsJob,
  reportJob,
  prepareReportJob,
  reviewReportsJob,
  registerCheckJob,
]
