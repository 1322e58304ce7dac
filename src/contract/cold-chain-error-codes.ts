/** Fridges, loggers, and what becomes of lots after a breach. */
export const coldChainErrorCodes = [
  'fridge.not-found',
  'fridge.name-taken',
  'fridge.bad-range',
  'fridge.in-future',
  'fridge-log.no-rows',
  'fridge-log.no-time',
  'fridge-log.no-temperature',
  'fridge-log.too-long',
  'breach.not-found',
  'breach.already-decided',
  'lot.breach-undecided',
] as const
