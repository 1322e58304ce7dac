/** What comes in from the province, and what waits for a person. */
export const arrivalErrorCodes = [
  'province.not-joined',
  'province.unreachable',
  'province.bad-answer',
  'province.search-too-wide',
  'province.ask-not-found',
  'conflict.not-found',
  'conflict.already-settled',
  'conflict.wrong-verdict',
  'dose.recorded-elsewhere',
] as const
