import type { CalendarDay } from '../calendar/calendar-day'
import { markedKey, nameKey } from './name-key'
import type { FormerPlace } from './person'
import { type Commune, type Units, unitKeys } from './units'

/** One part of a commune that was split: the new code, whether all or none of the people went there, the table's remark. */
export type SplitPart = readonly [newCode: string, population: 'all' | 'none' | null, note: string | null]

/** `resources/units/before-2025-07.json`: the three levels until June 2025, and where each commune went. */
export type FormerUnitsFile = {
  readonly validUntil: string
  readonly source: string
  readonly provinces: readonly (readonly [code: string, fullName: string, newCode: string])[]
  /** By province code. */
  readonly districts: Readonly<Record<string, readonly (readonly [code: string, fullName: string])[]>>
  /** By district code; the last part is the one new code, or every part of a split. */
  readonly communes: Readonly<
    Record<
      string,
      readonly (readonly [code: string, fullName: string, target: string | readonly SplitPart[]])[]
    >
  >
}

/** `resources/units/changes.json`: names that changed after July 2025; the codes stayed. */
export type UnitChangesFile = {
  readonly source: string
  readonly changes: readonly (readonly [
    level: 'province' | 'commune',
    code: string,
    before: string,
    after: string,
    effective: string,
    decree: string,
  ])[]
}

/** A commune until 30 June 2025. Its code belongs to the list of then and may mean another place today. */
export type FormerCommune = {
  readonly code: string
  readonly districtCode: string
  readonly provinceCode: string
  readonly fullName: string
  readonly key: string
  readonly target: string | readonly SplitPart[]
}

export type FormerUnits = {
  readonly validUntil: CalendarDay
  readonly communeByCode: ReadonlyMap<string, FormerCommune>
  readonly districtNames: ReadonlyMap<string, string>
  readonly provinceNames: ReadonlyMap<string, string>
}

/** Builds the lookup of the three levels: 10,035 communes, some milliseconds; asked for only when an old place is. */
export function loadFormerUnits(file: FormerUnitsFile): FormerUnits {
  const communeByCode = new Map<string, FormerCommune>()
  const districtNames = new Map<string, string>()
  for (const [provinceCode, districts] of Object.entries(file.districts)) {
    for (const [districtCode, districtName] of districts) {
      districtNames.set(districtCode, districtName)
      for (const [code, fullName, target] of file.communes[districtCode] ?? []) {
        const key = withoutKind(fullName)
        communeByCode.set(code, { code, districtCode, provinceCode, fullName, key, target })
      }
    }
  }
  return {
    validUntil: file.validUntil as CalendarDay,
    communeByCode,
    districtNames,
    provinceNames: new Map(file.provinces.map(([code, fullName]) => [code, fullName])),
  }
}

/** What became of an old commune: one new one for all its people, or parts among which only the person can choose. */
export type CommuneProposal =
  | { readonly kind: 'certain'; readonly commune: Commune }
  | {
      readonly kind: 'split'
      readonly choices: readonly { readonly commune: Commune; readonly note: string | null }[]
    }

/**
 * The new commune of an old code, or the parts to ask about; null for an unknown code. A part that took land and nobody
 * is named as well: the table may be wrong about one house. Source: conversion table of the National Statistics Office.
 */
export function proposeCommune(former: FormerUnits, units: Units, oldCode: string): CommuneProposal | null {
  const target = former.communeByCode.get(oldCode)?.target
  if (target === undefined) return null
  if (typeof target === 'string') return certain(units, target)
  const everybody = target.find(([, population]) => population === 'all')
  if (everybody) return certain(units, everybody[0])
  const choices = target.flatMap(([code, , note]) => {
    const commune = units.communeByCode.get(code)
    return commune ? [{ commune, note }] : []
  })
  return { kind: 'split', choices }
}

function certain(units: Units, code: string): CommuneProposal | null {
  const commune = units.communeByCode.get(code)
  return commune ? { kind: 'certain', commune } : null
}

/** The old place as it is stored: its codes in the list of then, and its words. Null for an unknown code. */
export function formerPlaceOf(former: FormerUnits, oldCode: string): FormerPlace | null {
  const commune = former.communeByCode.get(oldCode)
  if (!commune) return null
  const { code, districtCode, provinceCode, fullName } = commune
  const names = [fullName, former.districtNames.get(districtCode), former.provinceNames.get(provinceCode)]
  return { communeCode: code, districtCode, provinceCode, asWritten: names.filter(Boolean).join(', ') }
}

/** A name with its marks, whatever the place of the tone and the kind of apostrophe: `Hòa` is `Hoà`, and not `Hoa`. */
export function unitNameKey(text: string): string {
  return markedKey(text.replace(/['’‘ʼ`´]/gu, '’'))
}

/**
 * Old communes as people write them ("xã X huyện Y", "Trúc Bạch, Ba Đình"), the best first. What stands behind the
 * commune must fit its district or province; names whose marks are the same come before those without.
 */
export function findFormerCommunes(former: FormerUnits, typed: string, limit = 8): readonly FormerCommune[] {
  const words = nameKey(typed)
  if (words.length < 3) return []
  const marked = unitNameKey(typed)
  return [...former.communeByCode.values()]
    .flatMap(commune => {
      const fit = fitOf(former, commune, words)
      return fit === null ? [] : [{ commune, rank: fit - (saysMarks(marked, commune) ? 1 : 0) }]
    })
    .toSorted((a, b) => a.rank - b.rank || (a.commune.code < b.commune.code ? -1 : 1))
    .slice(0, limit)
    .map(({ commune }) => commune)
}

/**
 * The one old commune that a stored place names: by its code, or by words that say commune and district (or province).
 * Null when the words do not decide it: several communes of one name are never guessed among.
 */
export function formerCommuneOf(former: FormerUnits, place: FormerPlace): FormerCommune | null {
  if (place.communeCode !== null) return former.communeByCode.get(place.communeCode) ?? null
  const words = nameKey(place.asWritten ?? '')
  if (words.length < 3) return null
  const exact = [...former.communeByCode.values()].filter(commune => fitOf(former, commune, words) === 0)
  return exact.length === 1 ? (exact[0] ?? null) : null
}

/** 0: the commune and what lies above it; 2: the commune alone; 4: the beginning of its name. Null: not meant. */
function fitOf(former: FormerUnits, commune: FormerCommune, words: string): number | null {
  for (const key of unitKeys(words)) {
    if (key === commune.key) return 2
    if (commune.key.startsWith(key)) return 4
    if (!key.startsWith(`${commune.key} `)) continue
    if (liesIn(former, commune, key.slice(commune.key.length + 1))) return 0
  }
  return null
}

/** What stands behind a commune: its district, its province, or both, with or without their kinds. */
function liesIn(former: FormerUnits, commune: FormerCommune, words: string): boolean {
  const district = nameKey(former.districtNames.get(commune.districtCode) ?? '')
  const province = nameKey(former.provinceNames.get(commune.provinceCode) ?? '')
  const asked = withoutKinds(words)
  return [district, province, `${district} ${province}`].some(names => withoutKinds(names).startsWith(asked))
}

const kinds = /(?:^|\s)(?:quan|q|huyen|h|thi xa|tx|thanh pho|tp|tinh|t)(?=\s)/gu

/** Without any kind, on both sides alike, so that a name that looks like one (Quan Sơn) still fits itself. */
function withoutKinds(words: string): string {
  return words.replace(kinds, '').trim()
}

function saysMarks(marked: string, { fullName }: FormerCommune): boolean {
  return marked.includes(unitNameKey(fullName.replace(kind, '')))
}

const kind = /^(?:Xã|Phường|Thị trấn|Huyện|Quận|Thị xã|Thành phố|Tỉnh)\s+/iu

function withoutKind(fullName: string): string {
  return nameKey(fullName.replace(kind, ''))
}

/** The name of a province or commune of the new list on a day: names of before a change are those of its papers. */
export function unitNameOn(
  { changes }: UnitChangesFile,
  unit: { readonly level: 'province' | 'commune'; readonly code: string; readonly fullName: string },
  on: CalendarDay,
): string {
  const later = changes
    .filter(([level, code, , , effective]) => level === unit.level && code === unit.code && on < effective)
    .toSorted((a, b) => (a[4] < b[4] ? -1 : 1))
  return later[0]?.[2] ?? unit.fullName
}
