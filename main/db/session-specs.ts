import { table } from './table-spec'

/** How the records of the session day, its plan and its queue lie in their tables. */
export const sessionSpecs = {
  'session-plan': table(
    'session-plan',
    {
      on: 'plain',
      slots: 'json',
      nextSessionOn: 'plain',
      heldVaccines: 'json',
      byUserId: 'plain',
      byName: 'plain',
    },
    { on: 'on_day' },
  ),
  invitation: table(
    'invitation',
    {
      planId: 'plain',
      personId: 'plain',
      on: 'plain',
      slot: 'plain',
      time: 'plain',
      appointmentId: 'plain',
      origin: 'plain',
      doses: 'json',
      hamlet: 'plain',
      ageMonths: 'plain',
      status: 'plain',
      removedBecause: 'plain',
    },
    { on: 'on_day' },
  ),
  'health-worker': table('health-worker', {
    communeCode: 'plain',
    hamlet: 'plain',
    name: 'plain',
    phone: 'plain',
    active: 'bool',
  }),
  'session-day': table(
    'session-day',
    {
      on: 'plain',
      state: 'plain',
      reason: 'plain',
      at: 'plain',
      byUserId: 'plain',
      byName: 'plain',
      byRole: 'plain',
      answers: 'json',
      closing: 'json',
    },
    { on: 'on_day' },
  ),
  'queue-call': table(
    'queue-call',
    {
      personId: 'plain',
      visitId: 'plain',
      on: 'plain',
      stage: 'plain',
      ticket: 'plain',
      at: 'plain',
      byUserId: 'plain',
      byName: 'plain',
    },
    { on: 'on_day' },
  ),
  'no-show': table(
    'no-show',
    {
      personId: 'plain',
      on: 'plain',
      reason: 'plain',
      note: 'plain',
      at: 'plain',
      byUserId: 'plain',
      byName: 'plain',
    },
    { on: 'on_day' },
  ),
} as const
