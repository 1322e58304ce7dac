import type { CalendarDay } from '../calendar/calendar-day'
import type { Vaccine } from '../immunization/vaccine'
import { nameKey } from '../person/name-key'

/** `resources/codes/niis-vaccine-aliases.json`: names without a product, and the product they most likely mean. */
export type VaccineAliasFile = {
  readonly aliases: readonly {
    readonly text: string
    readonly vaccineCode: string
    readonly validFrom: string | null
    readonly validUntil: string | null
  }[]
}

/** What is needed of a vaccine to know it by name. */
export type NamedVaccine = Pick<Vaccine, 'code' | 'tradeName' | 'aliases'>

/** Finds the product a text means on the day of the dose; null when it means none, or more than one. */
export type VaccineNameLookup = (text: string, on: CalendarDay | null) => string | null

/**
 * Builds the lookup. Names of the programme with a validity come first, then trade names and aliases. A name two
 * products share means neither, and short names are not asked at all: "5 trong 1" may hold polio or hepatitis B, so
 * guessing a product is worse than asking.
 */
export function createVaccineNameLookup(
  vaccines: readonly NamedVaccine[],
  file: VaccineAliasFile,
): VaccineNameLookup {
  const known = new Set(vaccines.map(vaccine => vaccine.code))
  const programmeNames = file.aliases
    .filter(alias => known.has(alias.vaccineCode))
    .map(alias => ({ ...alias, key: nameKey(alias.text) }))
  const products = indexNames(vaccines)
  return (text, on) => {
    const key = nameKey(text)
    if (key === '') return null
    const byProgramme = programmeNames.filter(alias => alias.key === key && isValid(alias, on))
    if (byProgramme.length === 1) return byProgramme[0]?.vaccineCode ?? null
    const codes = products.get(key)
    return codes?.size === 1 ? ([...codes][0] ?? null) : null
  }
}

function isValid(alias: VaccineAliasFile['aliases'][number], on: CalendarDay | null): boolean {
  if (on === null) return alias.validFrom === null && alias.validUntil === null
  return (
    (alias.validFrom === null || alias.validFrom <= on) &&
    (alias.validUntil === null || on <= alias.validUntil)
  )
}

function indexNames(vaccines: readonly NamedVaccine[]): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>()
  for (const vaccine of vaccines) {
    for (const name of [vaccine.tradeName, ...vaccine.aliases, vaccine.code]) {
      const key = nameKey(name)
      if (key !== '') index.set(key, (index.get(key) ?? new Set()).add(vaccine.code))
    }
  }
  return index
}
