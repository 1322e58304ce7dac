import { type CommuneChoice, findFormerUnits } from '../../../src/contract/unit-calls'
import { findFormerCommunes, formerPlaceOf, proposeCommune } from '../../../src/domain/person/former-units'
import type { Commune } from '../../../src/domain/person/units'
import type { Resources } from '../../resources/load'
import { serve } from '../service'

export const findFormerUnitsService = serve(findFormerUnits, ({ resources }, { text }) =>
  findFormerCommunes(resources.formerUnits, text).flatMap(({ code }) => {
    const former = formerPlaceOf(resources.formerUnits, code)
    return former ? [{ former, choices: choicesOf(resources, code) }] : []
  }),
)

/** The communes of today that an old one became: one when it is certain, none for an unknown code. */
export function choicesOf({ formerUnits, units }: Resources, oldCode: string): readonly CommuneChoice[] {
  const proposal = proposeCommune(formerUnits, units, oldCode)
  if (proposal === null) return []
  const choice = (commune: Commune, note: string | null): CommuneChoice => ({
    communeCode: commune.code,
    provinceCode: commune.provinceCode,
    name: commune.fullName,
    note,
  })
  if (proposal.kind === 'certain') return [choice(proposal.commune, null)]
  return proposal.choices.map(({ commune, note }) => choice(commune, note))
}
