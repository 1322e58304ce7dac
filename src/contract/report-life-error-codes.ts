/** What becomes of a report. */
export const reportLifeErrorCodes = [
  'report.not-found',
  'report.wrong-state',
  'report.is-signed',
  'report.open-version',
  'report.check-outdated',
  'report.findings-changed',
  'report.period-not-over',
  'report.may-not-sign',
  'report.signature-old',
  'report.not-joined',
  'report.case-by-hand',
] as const
