import { table } from './table-spec'

/** How the records of what happens after the dose lie in their tables. */
export const afterSpecs = {
  'aefi-case': table('aefi-case', {
    personId: 'plain',
    reactionId: 'plain',
    visitId: 'plain',
    doseIds: 'json',
    caseNumber: 'plain',
    step: 'plain',
    knownAt: 'plain',
    sessionOn: 'plain',
    facts: 'json',
    doseFacts: 'json',
    toldHealthDepartment: 'json',
    toldProvincialCdc: 'json',
    suspendedLotIds: 'json',
    stoppedSession: 'bool',
    openedByUserId: 'plain',
    openedByName: 'plain',
  }),
  contact: table('contact', {
    personId: 'plain',
    about: 'plain',
    aboutKey: 'plain',
    state: 'plain',
    phone: 'plain',
    note: 'plain',
    at: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
  'kit-check': table('kit-check', {
    itemCode: 'plain',
    count: 'plain',
    expiresOn: 'plain',
    lotNumber: 'plain',
    checkedAt: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
} as const
