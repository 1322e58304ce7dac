import type { LinkageDose, LinkageRecord } from './linkage-record'
import type { LinkageWeights } from './weights'
import type { WrittenName } from './written-name'

/**
 * How often values occur in a register: what many share says little. Null where nobody has counted, so that the shipped
 * shares are used alone.
 */
export type RegisterCounts = {
  readonly persons: number
  readonly name: (key: string) => number | null
  /** Names that hold a folded word. */
  readonly word: (word: string) => number | null
  readonly motherName: (key: string) => number | null
  readonly phone: (phone: string) => number | null
  readonly commune: (code: string) => number | null
  readonly hamlet: (place: string) => number | null
  readonly dose: (dose: LinkageDose) => number | null
}

/** Shares of a register, between 0 and 1, smoothed by what ships. */
export type Frequencies = {
  readonly persons: number
  readonly name: (name: WrittenName) => number
  readonly motherName: (name: WrittenName) => number
  /** Of names that hold all words of a name, in any order. */
  readonly words: (name: WrittenName) => number
  readonly isNameWord: (word: string) => boolean
  readonly phone: (phone: string) => number
  readonly commune: (code: string) => number
  readonly hamlet: (communeCode: string, hamlet: string) => number
  readonly dose: (dose: LinkageDose) => number
}

/** No two names are rarer than this: beyond it a count says nothing. */
const rarest = 2e-6

/** Joins the counts of a register with the shipped shares (Dirichlet smoothing: the shares count as `priorRecords`). */
export function createFrequencies(counts: RegisterCounts, weights: LinkageWeights): Frequencies {
  const { priorRecords, smallestRegister } = weights
  const persons = Math.max(counts.persons, smallestRegister)
  const shareOf = (word: string) => weights.wordShares[word] ?? weights.otherWordShare
  const words = ({ words }: WrittenName) => clamp(words.reduce((share, word) => share * shareOf(word), 1))
  const smoothed = (count: number | null, base: number) =>
    count === null ? base : clamp((count + priorRecords * base) / (counts.persons + priorRecords))
  // A phone or a place is either counted or taken as rare as two records make it.
  const counted = (count: number | null, unknown: number) =>
    clamp(count === null ? unknown : Math.max(2, count) / persons)
  return {
    persons,
    name: name => smoothed(counts.name(name.key), words(name)),
    motherName: name => smoothed(counts.motherName(name.key), words(name)),
    words,
    isNameWord: word => weights.wordShares[word] !== undefined || isCommon(counts.word(word), persons),
    phone: phone => counted(counts.phone(phone), 4 / persons),
    commune: code => counted(counts.commune(code), 0.1),
    hamlet: (code, hamlet) => counted(counts.hamlet(placeKey(code, hamlet)), 0.02),
    dose: dose => counted(counts.dose(dose), 0.001),
  }
}

/** A slip of the finger is seldom made five times over; a word that is, is a name. */
function isCommon(count: number | null, persons: number): boolean {
  return count !== null && count >= 5 && count / persons >= 1e-4
}

function clamp(share: number): number {
  return Math.min(1, Math.max(rarest, share))
}

export function placeKey(communeCode: string, hamlet: string): string {
  return `${communeCode} ${hamlet}`
}

export function doseKey({ vaccineCode, on }: LinkageDose): string {
  return `${vaccineCode} ${on}`
}

/** Counts a whole register. */
export function countRegister(records: readonly LinkageRecord[]): RegisterCounts {
  const counts = {
    name: tally(),
    word: tally(),
    mother: tally(),
    phone: tally(),
    commune: tally(),
    hamlet: tally(),
    dose: tally(),
  }
  for (const record of records) {
    counts.name.add(record.name.key)
    for (const word of record.name.words) counts.word.add(word)
    counts.mother.add(record.mother?.name.key ?? '')
    for (const phone of record.phones) counts.phone.add(phone)
    const [place] = record.places
    if (place) counts.commune.add(place.communeCode)
    if (place) counts.hamlet.add(placeKey(place.communeCode, place.hamlet))
    for (const dose of record.doses) counts.dose.add(doseKey(dose))
  }
  return {
    persons: records.length,
    name: counts.name.of,
    word: counts.word.of,
    motherName: counts.mother.of,
    phone: counts.phone.of,
    commune: counts.commune.of,
    hamlet: counts.hamlet.of,
    dose: dose => counts.dose.of(doseKey(dose)),
  }
}

function tally() {
  const counts = new Map<string, number>()
  return {
    add: (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1),
    of: (key: string): number => counts.get(key) ?? 0,
  }
}
