import { refuse } from '../../../src/contract/errors'
import { type CommuneChoice, listOldAddresses, renewAddresses } from '../../../src/contract/unit-calls'
import { addressUses } from '../../../src/domain/person/address-uses'
import { formerCommuneOf, formerPlaceOf } from '../../../src/domain/person/former-units'
import type { Address, AddressUse, FormerPlace, Person } from '../../../src/domain/person/person'
import { groupBy } from '../../../src/domain/schedule/group-by'
import type { Stored } from '../../db/record-store'
import { correctOne } from '../person/correct-person'
import { toHit } from '../person/person-hit'
import { type ServiceContext, serve } from '../service'
import { choicesOf } from './find-former'

/** So many persons at most in one transaction: a second or two of writing. */
const mostPersons = 2_000

type OldPlace = {
  readonly person: Stored<Person>
  readonly use: AddressUse
  readonly former: FormerPlace
  readonly choices: readonly CommuneChoice[]
}

/** Every address that is known in the old units only, with what became of it. */
function oldPlaces(context: ServiceContext): readonly OldPlace[] {
  const { store, resources } = context
  const known = new Map<string, Pick<OldPlace, 'former' | 'choices'>>()
  function read(written: FormerPlace): Pick<OldPlace, 'former' | 'choices'> {
    const key = JSON.stringify(written)
    const found = known.get(key)
    if (found) return found
    const commune = formerCommuneOf(resources.formerUnits, written)
    const coded = commune && formerPlaceOf(resources.formerUnits, commune.code)
    const former = { ...written, ...coded, asWritten: written.asWritten ?? coded?.asWritten ?? null }
    const fresh = { former, choices: commune ? choicesOf(resources, commune.code) : [] }
    known.set(key, fresh)
    return fresh
  }
  return store.persons.many(store.personsWithOldPlaces()).flatMap(person =>
    addressUses.flatMap(use => {
      const address = person.addresses[use]
      return address?.former && address.communeCode === null ? [{ person, use, ...read(address.former) }] : []
    }),
  )
}

const isCertain = ({ choices }: OldPlace) => choices.length === 1

export const listOldAddressesService = serve(listOldAddresses, (context, { offset, limit }) => {
  const places = oldPlaces(context)
  const askedFirst = [...places.filter(place => !isCertain(place)), ...places.filter(isCertain)]
  return {
    total: places.length,
    certain: places.filter(isCertain).length,
    addresses: askedFirst.slice(offset, offset + limit).map(({ person, use, former, choices }) => ({
      hit: toHit(context, person, { highlights: [], group: 'here' }),
      use,
      asWritten: former.asWritten ?? '',
      choices,
    })),
  }
})

export const renewAddressesService = serve(renewAddresses, (context, { chosen, reason }) => {
  const places = oldPlaces(context)
  const asked = places.filter(({ person, use }) => person.id === chosen?.personId && use === chosen.use)
  const wanted = chosen ? asked : places.filter(isCertain)
  const byPerson = [...groupBy(wanted, ({ person }) => person.id).values()].slice(0, mostPersons)
  for (const own of byPerson) {
    const [first] = own
    if (!first) continue
    const renewed = own.map(
      place => [place.use, renewedAddress(context, place, chosen?.communeCode ?? null)] as const,
    )
    const addresses = { ...first.person.addresses, ...Object.fromEntries(renewed) }
    correctOne(context, first.person.id, { addresses }, reason)
  }
  return { persons: byPerson.length, addresses: byPerson.flat().length }
})

function renewedAddress(
  { resources }: ServiceContext,
  { person, use, former, choices }: OldPlace,
  chosenCode: string | null,
): Address {
  const code = chosenCode ?? choices[0]?.communeCode ?? null
  const commune = code === null ? undefined : resources.units.communeByCode.get(code)
  if (!commune) return refuse('unit.unknown', {}, 'communeCode')
  const before = person.addresses[use]
  return {
    hamlet: before?.hamlet ?? null,
    line: before?.line ?? null,
    provinceCode: commune.provinceCode,
    communeCode: commune.code,
    former,
  }
}
