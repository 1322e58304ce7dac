/** What two records are compared in. The order is that in which evidence is shown. */
export const linkageFields = [
  'identifier',
  'name',
  'birth-date',
  'birth-order',
  'sex',
  'mother',
  'father',
  'guardian',
  'phone',
  'address',
  'doses',
] as const
export type LinkageField = (typeof linkageFields)[number]

/**
 * How far two records agree in one field. `missing`: one of the two, or both, do not know it, which speaks neither for
 * nor against. Not every field knows every level.
 */
export type EvidenceLevel =
  | 'same'
  /** Equal but for marks, upper case and word separators. */
  | 'same-without-marks'
  /** The same words in another order. */
  | 'reordered'
  /** One of the two leaves out middle words. */
  | 'shortened'
  /** One slip of the finger: a letter or a digit. */
  | 'one-slip'
  /** A date at most three days off. */
  | 'near'
  | 'swapped-day-month'
  /** Only month or year differ. */
  | 'same-in-part'
  /** One of the two is a newborn without a name of its own. */
  | 'nameless'
  /** Some of several values agree: one phone of two, some doses of many. */
  | 'partly'
  /** Nothing agrees and nothing contradicts: the doses of one complete those of the other. */
  | 'complementary'
  | 'missing'
  | 'different'

/** The evidence of one field. */
export type FieldEvidence = {
  readonly field: LinkageField
  readonly level: EvidenceLevel
  /** Weight in bits, log2 of how much likelier this is in two records of one person: above 0 for it, below against. */
  readonly bits: number
  /** What was compared, as stored; null when not known. */
  readonly left: string | null
  readonly right: string | null
}

/** Why two records may not be taken for one person, however much else agrees. */
export type LinkageVeto =
  /** One mother, one day, two names: twins. */
  | 'twins'
  /** Two valid and clearly different 12-digit numbers. */
  | 'two-identities'
  | 'different-sex'

/**
 * `certain`: one identity number in two records. `likely`: the same person by all we know. `possible`: worth a look.
 * `unlikely`: not shown. Nothing is ever merged without a person deciding.
 */
export type Certainty = 'certain' | 'likely' | 'possible' | 'unlikely'

/** How likely two records are one person, and why, field by field. */
export type LinkageScore = {
  /** Sum of the evidence and of the prior, in bits: 0 is as likely as not. */
  readonly bits: number
  /** Between 0 and 1. */
  readonly probability: number
  readonly certainty: Certainty
  readonly evidence: readonly FieldEvidence[]
  readonly veto: LinkageVeto | null
}
