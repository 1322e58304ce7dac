import { table } from './table-spec'

/** What comes in from the province. Decision 0029. */
export const arrivalSpecs = {
  source: table('source', {
    about: 'plain',
    aboutId: 'plain',
    personId: 'plain',
    resource: 'plain',
    versionId: 'plain',
    lastUpdated: 'plain',
    placeName: 'plain',
    byName: 'plain',
    isFirstHand: 'bool',
    recordedBy: 'plain',
  }),
  'same-dose': table('same-dose', {
    personId: 'plain',
    doseId: 'plain',
    otherId: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
  conflict: table('conflict', {
    personId: 'plain',
    kind: 'plain',
    field: 'plain',
    doseIds: 'json',
    here: 'json',
    hereBy: 'plain',
    hereAt: 'plain',
    there: 'json',
    therePlace: 'plain',
    thereBy: 'plain',
    thereAt: 'plain',
    verdict: 'plain',
    note: 'plain',
    byUserId: 'plain',
    byName: 'plain',
    decidedAt: 'plain',
  }),
} as const
