/** Troubles of the plan of a session. */
export const planErrorCodes = [
  'plan.not-found',
  'plan.no-slot',
  'plan.bad-slot',
  'plan.past-day',
  'plan.bad-next-session',
  'plan.changed',
  'plan.person-twice',
  'plan.person-not-followed',
  'plan.already-here',
  'plan.cannot-wait',
] as const
