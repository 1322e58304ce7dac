import { table } from './table-spec'

/** What stands between a vial and a child, and the cold chain. Decision 0021. */
export const safetySpecs = {
  'identity-check': table('identity-check', {
    personId: 'plain',
    visitId: 'plain',
    how: 'plain',
    toldApartFrom: 'json',
    byUserId: 'plain',
    byName: 'plain',
  }),
  'not-given': table(
    'not-given',
    {
      personId: 'plain',
      visitId: 'plain',
      on: 'plain',
      dueId: 'plain',
      label: 'plain',
      antigens: 'json',
      state: 'plain',
      reason: 'plain',
      until: 'plain',
      byUserId: 'plain',
      byName: 'plain',
    },
    { on: 'on_day', until: 'until_day' },
  ),
  'product-code': table('product-code', {
    gtin: 'plain',
    vaccineCode: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
}
