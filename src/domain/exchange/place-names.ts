import type { FormerUnitsFile } from '../person/former-units'
import { type Commune, communesNamed, provinceNamed, type Units, unitKeys } from '../person/units'

/** Units until June 2025 by name, and where they went. */
export type OldCommunesFile = {
  readonly provinces: readonly (readonly [oldCode: string, oldName: string, newCode: string])[]
  /** By old province code and district name: the commune's name, then the codes of the new communes. */
  readonly communes: Readonly<
    Record<string, Readonly<Record<string, readonly (readonly [name: string, ...newCodes: string[]])[]>>>
  >
}

/** The old units by name, from the list by code. A split commune whose people all went one way has that one code. */
export function oldCommunesOf(file: FormerUnitsFile): OldCommunesFile {
  const communes: Record<string, Record<string, readonly (readonly [string, ...string[]])[]>> = {}
  for (const [provinceCode] of file.provinces) {
    const districts = (file.districts[provinceCode] ?? []).map(([districtCode, name]) => {
      const rows = (file.communes[districtCode] ?? []).map(([, fullName, target]) => {
        if (typeof target === 'string') return [fullName, target] as const
        const all = target.find(([, population]) => population === 'all')
        return [fullName, ...(all ? [all[0]] : target.map(([code]) => code))] as const
      })
      return [name, rows] as const
    })
    communes[provinceCode] = Object.fromEntries(districts)
  }
  return { provinces: file.provinces, communes }
}

/** Where a place written in words lies today; the commune is null when the words do not decide it. */
export type FoundPlace = { readonly provinceCode: string; readonly communeCode: string | null }

/** Finds a place in the units of today; null when not even the province is known. */
export type PlaceLookup = (province: string, district: string, commune: string) => FoundPlace | null

/**
 * Builds the lookup for places as the national system writes them, old or new. With a district the old units are
 * meant, as there are no districts any more; an old commune that was split has no commune here: ask, do not guess.
 */
export function createPlaceLookup(units: Units, old: OldCommunesFile): PlaceLookup {
  const find: PlaceLookup = (province, district, commune) => {
    const oldProvince = old.provinces.find(([, name]) => shareKey(name, province))
    const newProvinceCode = oldProvince?.[2] ?? provinceNamed(units, province)?.code ?? null
    if (newProvinceCode === null) return null
    const today = single(communesNamed(units, newProvinceCode, commune))
    const before = oldProvince ? findOld(old, oldProvince[0], district, commune) : null
    const isOldAddress = district.trim() !== '' && !/khu vuc/u.test(unitKeys(district)[0] ?? '')
    const communeCode = isOldAddress ? before : (today?.code ?? before)
    return { provinceCode: newProvinceCode, communeCode }
  }
  // An extract names the same few places in every row.
  const found = new Map<string, FoundPlace | null>()
  return (...place) => {
    const key = place.join('\n')
    const known = found.get(key)
    if (known !== undefined) return known
    const fresh = find(...place)
    found.set(key, fresh)
    return fresh
  }
}

/** The one new commune an old one became; null when the name is unknown, ambiguous, or the commune was split. */
function findOld(
  old: OldCommunesFile,
  provinceCode: string,
  district: string,
  commune: string,
): string | null {
  const districts = Object.entries(old.communes[provinceCode] ?? {})
  const named = district.trim() === '' ? districts : districts.filter(([name]) => shareKey(name, district))
  const rows = named.flatMap(([, communes]) => communes.filter(([name]) => shareKey(name, commune)))
  const codes = new Set(rows.flatMap(([, ...newCodes]) => newCodes))
  return codes.size === 1 ? ([...codes][0] ?? null) : null
}

function shareKey(a: string, b: string): boolean {
  const keys = unitKeys(a)
  return unitKeys(b).some(key => key !== '' && keys.includes(key))
}

function single(communes: readonly Commune[]): Commune | null {
  return communes.length === 1 ? (communes[0] ?? null) : null
}
