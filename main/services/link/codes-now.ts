import type { ProvinceCodes } from '../../../src/domain/exchange/fhir/codes'
import { systemNames } from '../../../src/domain/exchange/fhir/codes'
export const codesNow = {
  systems: Object.fromEntries(systemNames.map(name => [name, `urn:diem-tiem:${name}`])),
  diseases: {},
  ethnicGroups: {},
} as unknown as ProvinceCodes
