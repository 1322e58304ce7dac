import { reportLifeErrorCodes } from './report-life-error-codes'
import { supervisionErrorCodes } from './supervision-error-codes'

/** Reports, and what goes upward. */
export const reportErrorCodes = [
  'report.unknown-form',
  'report.unknown-cell',
  ...reportLifeErrorCodes,
  ...supervisionErrorCodes,
  'report.people-unjudged',
  'report.busy',
  'report.not-counted',
] as const
