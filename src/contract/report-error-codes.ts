/** Reports, and what goes upward. */
export const reportErrorCodes = [
  'report.unknown-form',
  'report.unknown-cell',
  'report.people-unjudged',
  'report.busy',
  'report.not-counted',
] as const
