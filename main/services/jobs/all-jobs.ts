import { findDuplicatesJob } from '../duplicate/find-duplicates-job'
import { renewForecasts } from '../immunization/renew-forecasts'
import { impactJob } from '../schedule/impact-job'
import type { Job } from './job'

/** Every job; the worker runs them by name, the engine keeps what they hand over. */
export const allJobs: readonly Job[] = [renewForecasts, impactJob, findDuplicatesJob]
