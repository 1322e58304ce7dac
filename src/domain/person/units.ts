import { nameKey } from './name-key'
import type { Address } from './person'

/** `resources/units/provinces.json`: code, name, kind ("Tỉnh", "Thành phố"). */
export type ProvincesFile = {
  readonly validFrom: string
  readonly changesUntil: string
  readonly provinces: readonly (readonly [code: string, name: string, kind: string])[]
}

/** `resources/units/communes.json`: by province code, of each commune its code and its name with "Xã", "Phường", "Đặc khu". */
export type CommunesFile = {
  readonly validFrom: string
  readonly changesUntil: string
  readonly communes: Readonly<Record<string, readonly (readonly [code: string, fullName: string])[]>>
}

/** One of the 34 provinces valid since 2025-07-01. */
export type Province = {
  readonly code: string
  readonly name: string
  readonly fullName: string
  readonly key: string
}

/** One of the 3,321 communes. `key` is folded with its kind left out, as people type it. */
export type Commune = {
  readonly code: string
  readonly provinceCode: string
  readonly name: string
  readonly fullName: string
  readonly key: string
}

/** The units, ready to be asked. Made once; everything in it stands in memory (about 3,400 rows). */
export type Units = {
  readonly provinces: readonly Province[]
  readonly provinceByCode: ReadonlyMap<string, Province>
  readonly communeByCode: ReadonlyMap<string, Commune>
  readonly communesByProvince: ReadonlyMap<string, readonly Commune[]>
}

const communeKind = /^(?:Xã|Phường|Đặc khu)\s+/u

/** Builds the lookup from the two files. Throws when a commune names a province that is not in the list. */
export function loadUnits(provinceFile: ProvincesFile, communeFile: CommunesFile): Units {
  const provinces = provinceFile.provinces.map(([code, name, kind]) => ({
    code,
    name,
    fullName: `${kind} ${name}`,
    key: nameKey(name),
  }))
  const provinceByCode = new Map(provinces.map(province => [province.code, province]))
  const communesByProvince = new Map<string, readonly Commune[]>()
  const communeByCode = new Map<string, Commune>()
  for (const [provinceCode, rows] of Object.entries(communeFile.communes)) {
    if (!provinceByCode.has(provinceCode))
      throw new Error(`communes.json names an unknown province ${provinceCode}`)
    const communes = rows.map(([code, fullName]) => {
      const name = fullName.replace(communeKind, '')
      return { code, provinceCode, name, fullName, key: nameKey(name) }
    })
    communesByProvince.set(provinceCode, communes)
    for (const commune of communes) communeByCode.set(commune.code, commune)
  }
  return { provinces, provinceByCode, communeByCode, communesByProvince }
}

/** The communes of a province in the order of their codes; empty for an unknown province. */
export function communesOf(units: Units, provinceCode: string): readonly Commune[] {
  return units.communesByProvince.get(provinceCode) ?? []
}

/** Provinces whose name has the typed words, beginnings first; all of them when nothing is typed. */
export function findProvinces(units: Units, typed: string): readonly Province[] {
  return bestByKey(units.provinces, typed)
}

/**
 * Communes whose name has the typed words, beginnings first, at most `limit`; of one province or of all. "xã", "phường",
 * "đặc khu", "p." in front are ignored.
 */
export function findCommunes(
  units: Units,
  typed: string,
  provinceCode: string | null = null,
  limit = 20,
): readonly Commune[] {
  const all = provinceCode === null ? [...units.communeByCode.values()] : communesOf(units, provinceCode)
  return bestByKey(all, typed).slice(0, limit)
}

/** The province written so, whatever its marks and kind ("TP. Hà Nội", "tinh thanh hoa"); null when there is none. */
export function provinceNamed(units: Units, text: string): Province | null {
  const keys = unitKeys(text)
  return units.provinces.find(province => keys.includes(province.key)) ?? null
}

/** The communes of a province written so; several when only the kind or the marks tell them apart. */
export function communesNamed(units: Units, provinceCode: string, text: string): readonly Commune[] {
  const communes = communesOf(units, provinceCode)
  const exact = communes.filter(commune => nameKey(commune.fullName) === nameKey(text))
  if (exact.length > 0) return exact
  const keys = unitKeys(text)
  return communes.filter(commune => keys.includes(commune.key))
}

const unitKind = /^(?:tinh|thanh pho|tp|thi tran|tt|thi xa|tx|quan|huyen|xa|phuong|p|x|dac khu) (?=.)/u

/**
 * The folded name as written, and without the kind in front where there may be one. Both, because some names begin
 * like a kind: Xã Quan Sơn, Xã Xà Phiên.
 */
export function unitKeys(text: string): readonly string[] {
  const key = nameKey(text)
  return unitKind.test(key) ? [key, key.replace(unitKind, '')] : [key]
}

/** Codes that one source changed, and the official ones: Xã Ba Chẽ (Quảng Ninh) is 06970 in the catalogue. */
const otherCodes: Readonly<Record<string, string>> = { '06978': '06970' }

/** The official code of a commune of the new list; anything else is given back unchanged. */
export function officialCommuneCode(code: string): string {
  return otherCodes[code] ?? code
}

/**
 * The address as one line, smallest first: `Số 5, Thôn 4, Xã Đông Sơn, Tỉnh Thanh Hóa`. Empty when nothing is known. A
 * place known only in the old units is said in the words of then.
 */
export function addressLine(units: Units, address: Address | null | undefined): string {
  if (!address) return ''
  const before = address.communeCode === null ? address.former?.asWritten : null
  if (before) return [address.line, address.hamlet, `${before} (trước 01/07/2025)`].filter(Boolean).join(', ')
  const commune = address.communeCode === null ? null : units.communeByCode.get(address.communeCode)
  const province = address.provinceCode === null ? null : units.provinceByCode.get(address.provinceCode)
  return [address.line, address.hamlet, commune?.fullName, province?.fullName].filter(Boolean).join(', ')
}

/** Short for lists: `Đông Sơn, Thanh Hóa`. */
export function shortPlace(units: Units, address: Address | null | undefined): string {
  const commune = address?.communeCode ? units.communeByCode.get(address.communeCode) : null
  const province = address?.provinceCode ? units.provinceByCode.get(address.provinceCode) : null
  return [commune?.name, province?.name].filter(Boolean).join(', ')
}

function bestByKey<U extends { readonly key: string }>(units: readonly U[], typed: string): readonly U[] {
  for (const key of unitKeys(typed)) {
    if (key === '') return units
    const begins = units.filter(unit => unit.key.startsWith(key))
    const contains = units.filter(unit => !unit.key.startsWith(key) && ` ${unit.key}`.includes(` ${key}`))
    if (begins.length + contains.length > 0) return [...begins, ...contains]
  }
  return []
}
