import { table } from './table-spec'

/** Who signs certificates, and whose signatures count. Decision 0025. */
export const certificateSpecs = {
  'station-key': table('station-key', {
    kid: 'plain',
    jwk: 'json',
    stationId: 'plain',
    stationName: 'plain',
    madeAt: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
  'key-list': table('key-list', {
    authorityId: 'plain',
    authorityName: 'plain',
    serial: 'plain',
    text: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
  'card-revocation': table('card-revocation', {
    card: 'plain',
    kid: 'plain',
    why: 'plain',
    note: 'plain',
    text: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
}
