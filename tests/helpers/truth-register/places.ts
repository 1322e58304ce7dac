import type { Units } from '../../../src/domain/person/units'
import { communesOf } from '../../../src/domain/person/units'
import type { World } from './people'

/** Forty communes of one province: an old district and its neighbours, which is what one PC of a region holds. */
export function districtOf(units: Units): World['places'] {
  return communesOf(units, '38')
    .slice(0, 40)
    .map(({ code, provinceCode }) => ({ communeCode: code, provinceCode }))
}
