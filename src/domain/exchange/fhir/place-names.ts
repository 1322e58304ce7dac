import type { Address } from '../../person/person'
import { addressLine, type Units } from '../../person/units'
import type { PlaceNames } from './wire'

/** A place in words, and the names of its units as they are valid now. */
export function placeNamesOf(units: Units): (address: Address) => PlaceNames {
  return address => ({
    text: addressLine(units, address),
    commune: units.communeByCode.get(address.communeCode ?? '')?.fullName ?? null,
    province: units.provinceByCode.get(address.provinceCode ?? '')?.fullName ?? null,
  })
}
