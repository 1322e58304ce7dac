import type { Vaccine } from '../immunization/vaccine'
import { comingDistribution, enoughFor, meanOf } from './coming'

/** What a product needs besides itself. */
export type BringVaccine = Pick<Vaccine, 'code' | 'shortName' | 'dosesPerVial' | 'route' | 'volumeMl'> & {
  /** Dry, with a diluent of its own that is drawn up with a 5 ml syringe. */
  readonly isReconstituted: boolean
}

/** How much is taken along beyond what is expected; data of the point. */
export type SupplyRule = {
  /** With this certainty there is enough, 0 to 1. */
  readonly enoughShare: number
  /** So many come besides the list, as a share of it. */
  readonly walkInShare: number
  /** Syringes beyond the doses, as a share. */
  readonly syringeReserve: number
  readonly syringesPerSafetyBox: number
}

export type BringLine = {
  readonly vaccineCode: string
  readonly shortName: string
  /** On the list for it; how many come, on average; doses to take along. */
  readonly invited: number
  readonly expected: number
  readonly doses: number
  /** Null: nobody knows how many doses a vial has. */
  readonly vials: number | null
  readonly diluents: number | null
  /** Usable doses on the shelf, and how many are missing. */
  readonly onShelf: number
  readonly missing: number
}

export type BringList = {
  readonly lines: readonly BringLine[]
  readonly syringes: {
    readonly ml01: number
    readonly ml05: number
    readonly other: number
    readonly ml5: number
  }
  readonly safetyBoxes: number
  /** People expected, on average, of all on the list. */
  readonly expectedPeople: number
}

/** Somebody on the list: the chance that they come, and what for. */
export type BringPerson = { readonly chance: number; readonly vaccineCodes: readonly string[] }

/**
 * What a session needs: for each vaccine so many doses that they are enough with the certainty asked for, in whole vials,
 * with diluent, syringes and safety boxes. A syringe of 0.1 ml for what goes into the skin, of 0.5 ml for doses of that
 * volume, of 5 ml for each dry vial; nothing is drawn up for what is swallowed.
 */
export function whatToBring(question: {
  readonly people: readonly BringPerson[]
  readonly vaccines: ReadonlyMap<string, BringVaccine>
  readonly onShelf: ReadonlyMap<string, number>
  readonly rule: SupplyRule
}): BringList {
  const { people, vaccines, onShelf, rule } = question
  const codes = [...new Set(people.flatMap(({ vaccineCodes }) => vaccineCodes))]
  const lines = codes
    .flatMap(code => vaccines.get(code) ?? [])
    .map(vaccine => bringLine(vaccine, people, onShelf.get(vaccine.code) ?? 0, rule))
    .toSorted((a, b) => b.invited - a.invited || compare(a.shortName, b.shortName))
  const syringes = syringesOf(lines, vaccines, rule)
  const used = syringes.ml01 + syringes.ml05 + syringes.other + syringes.ml5
  return {
    lines,
    syringes,
    safetyBoxes: Math.ceil(used / rule.syringesPerSafetyBox),
    expectedPeople: people.reduce((sum, { chance }) => sum + chance, 0),
  }
}

function bringLine(
  { code, shortName, dosesPerVial, isReconstituted }: BringVaccine,
  people: readonly BringPerson[],
  onShelf: number,
  rule: SupplyRule,
): BringLine {
  const chances = people.flatMap(({ chance, vaccineCodes }) => (vaccineCodes.includes(code) ? [chance] : []))
  const coming = comingDistribution(chances, chances.length * rule.walkInShare)
  const doses = enoughFor(coming, rule.enoughShare)
  const vials = dosesPerVial === null ? null : Math.ceil(doses / dosesPerVial)
  return {
    vaccineCode: code,
    shortName,
    invited: chances.length,
    expected: meanOf(coming),
    doses: vials === null || dosesPerVial === null ? doses : vials * dosesPerVial,
    vials,
    diluents: isReconstituted ? vials : null,
    onShelf,
    missing: Math.max(0, doses - onShelf),
  }
}

function syringesOf(
  lines: readonly BringLine[],
  vaccines: ReadonlyMap<string, BringVaccine>,
  rule: SupplyRule,
): BringList['syringes'] {
  const withReserve = (count: number) => Math.max(0, Math.ceil(count * (1 + rule.syringeReserve) - 1e-9))
  const dosesWhere = (fits: (vaccine: BringVaccine) => boolean) =>
    lines.reduce((sum, line) => {
      const vaccine = vaccines.get(line.vaccineCode)
      return vaccine && isInjected(vaccine) && fits(vaccine) ? sum + Math.min(line.doses, line.invited) : sum
    }, 0)
  const isSkin = ({ route }: BringVaccine) => route === 'ID'
  const isHalf = ({ route, volumeMl }: BringVaccine) =>
    route !== 'ID' && (volumeMl === null || volumeMl <= 0.5)
  return {
    ml01: withReserve(dosesWhere(isSkin)),
    ml05: withReserve(dosesWhere(isHalf)),
    other: withReserve(dosesWhere(vaccine => !isSkin(vaccine) && !isHalf(vaccine))),
    ml5: withReserve(lines.reduce((sum, { diluents }) => sum + (diluents ?? 0), 0)),
  }
}

const isInjected = ({ route }: BringVaccine) => route !== 'PO' && route !== 'NS'
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
