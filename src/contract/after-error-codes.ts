/** Reactions noticed at home, severe cases, calls to families, the emergency box. */
export const afterErrorCodes = [
  'reaction.no-dose',
  'reaction.onset-in-future',
  'reaction.onset-before-dose',
  'aefi.not-found',
  'aefi.bad-fact',
  'aefi.already-reported',
  'aefi.report-in-future',
  'aefi.wrong-state',
  'aefi.cause-missing',
  'aefi.incomplete',
  'aefi.outcome-open',
  'contact.not-found',
  'kit.unknown-item',
] as const
