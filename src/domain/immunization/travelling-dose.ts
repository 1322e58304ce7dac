import type { Dose } from './dose'

/** What the server can say of a dose; the rest (stock, visit, overrides) is of the point that gave it. */
export const travellingDoseFields = [
  'vaccineCode',
  'lotNumber',
  'lotExpiresOn',
  'givenOn',
  'givenOnAccuracy',
  'givenAt',
  'statedNumber',
  'site',
  'route',
  'volumeMl',
  'programme',
  'givenByName',
  'placeName',
  'note',
] as const satisfies readonly (keyof Dose)[]
export type TravellingDoseField = (typeof travellingDoseFields)[number]
export type TravellingDose = Pick<Dose, TravellingDoseField>
