import { refuse } from '../../../src/contract/errors'
import { listCommunes, listEthnicGroups, listProvinces } from '../../../src/contract/point-calls'
import { communesOf } from '../../../src/domain/person/units'
import { serve } from '../service'

export const listProvincesService = serve(listProvinces, ({ resources }) =>
  resources.units.provinces.map(({ code, fullName }) => ({ code, name: fullName })),
)

export const listCommunesService = serve(listCommunes, ({ resources }, { provinceCode }) => {
  if (!resources.units.provinceByCode.has(provinceCode)) refuse('unit.unknown', {}, 'provinceCode')
  return communesOf(resources.units, provinceCode).map(({ code, fullName }) => ({ code, name: fullName }))
})

export const listEthnicGroupsService = serve(listEthnicGroups, ({ resources }) => resources.ethnicGroups)
