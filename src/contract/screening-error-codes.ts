/** What may stand against a checklist and its papers. */
export const screeningErrorCodes = [
  'screening.unanswered',
  'screening.no-form',
  'screening.bad-temperature',
  'screening.bad-weight',
  'screening.detail-missing',
  'screening.question-open',
  'screening.consent-missing',
  'screening.return-not-ahead',
  'screening.not-signed',
] as const
