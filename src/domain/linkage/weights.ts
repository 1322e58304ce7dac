import type { EvidenceLevel, LinkageField } from './linkage-types'

/** How often a level is met among pairs of one person (`m`) and among pairs of two (`u`); both above 0, at most 1. */
export type LevelWeight = { readonly m: number; readonly u: number }

/** `resources/linkage/weights.json`: everything about the scorer that is a number. */
export type LinkageWeights = {
  readonly format: 1
  readonly version: string
  /** How many other records of the same person a record has, on average: sets what is believed before comparing. */
  readonly duplicatesPerRecord: number
  /** A register smaller than this is judged as if it were as large: its people are drawn from a larger population. */
  readonly smallestRegister: number
  /** How many records the shipped shares of words count as, against the register's own counts. */
  readonly priorRecords: number
  /** Part of all names that hold a word (folded); words that are not listed have `otherWordShare`. */
  readonly wordShares: Readonly<Record<string, number>>
  readonly otherWordShare: number
  readonly levels: Readonly<Record<LinkageField, Readonly<Partial<Record<EvidenceLevel, LevelWeight>>>>>
  /** What a mother's or father's own number or birth year adds to the name, in bits. */
  readonly relativeNumber: { readonly same: number; readonly different: number }
  readonly relativeBirthYear: { readonly same: number; readonly different: number }
  /** Part of a dose's rarity that counts: children of one place and age get the same doses on the same days. */
  readonly doses: {
    readonly rarityShare: number
    readonly mostBitsADay: number
    readonly sameLotBits: number
    readonly clashBits: number
  }
  /** The most that evidence which depends on one another may add together, in bits. */
  readonly caps: {
    readonly family: number
    readonly name: number
    readonly doses: number
    readonly against: number
  }
  /** Bits from which a pair is called so. */
  readonly thresholds: { readonly likely: number; readonly possible: number }
}

/** Weight of a level in bits, before its value's own frequency is looked at; 0 for a level without numbers. */
export function levelBits(weights: LinkageWeights, field: LinkageField, level: EvidenceLevel): number {
  const weight = weights.levels[field][level]
  return weight ? Math.log2(weight.m / weight.u) : 0
}
