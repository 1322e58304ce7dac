/** Supervision: how a point stands, and answering what points sent up. */
export const supervisionErrorCodes = [
  'supervision.unknown-record',
  'supervision.no-reason',
  'supervision.no-answer',
  'supervision.day-in-future',
] as const
