/** Reports, and what goes upward. */
export const reportErrorCodes = ['report.unknown-form', 'report.unknown-cell'] as const
