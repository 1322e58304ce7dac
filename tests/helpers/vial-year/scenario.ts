/** A commune, a vaccine in multi-dose vials, and a habit of sessions. Days of age and chances; nothing of it is a clinical rule. */
export type Scenario = {
  readonly name: string
  readonly dosesPerVial: number
  readonly birthsPerYear: number
  readonly sessionEveryDays: number
  /** From this age on the dose is given; late after the second; not given at all after the third. */
  readonly ageDays: { readonly from: number; readonly inTimeUntil: number; readonly latest: number }
  /** How much of the children who are invited come, on average; each family has its own. */
  readonly attendance: number
  /** The chance that a child who was sent home comes to the next session. */
  readonly returnChance: number
  /** The chance that a called child comes today. */
  readonly callChance: number
}

const bcg = { from: 0, inTimeUntil: 30, latest: 365 }
const measles = { from: 270, inTimeUntil: 331, latest: 1_825 }
const usual = { attendance: 0.78, returnChance: 0.82, callChance: 0.3 }

/** Every size the bench plays. The first is the hard case: a vial of twenty for a median of six children. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'BCG 20, monthly, median 6',
    dosesPerVial: 20,
    birthsPerYear: 82,
    sessionEveryDays: 28,
    ageDays: bcg,
    ...usual,
  },
  {
    name: 'BCG 20, weekly',
    dosesPerVial: 20,
    birthsPerYear: 82,
    sessionEveryDays: 7,
    ageDays: bcg,
    ...usual,
  },
  {
    name: 'BCG 20, weekly, median 6',
    dosesPerVial: 20,
    birthsPerYear: 330,
    sessionEveryDays: 7,
    ageDays: bcg,
    ...usual,
  },
  {
    name: 'BCG 10, monthly',
    dosesPerVial: 10,
    birthsPerYear: 82,
    sessionEveryDays: 28,
    ageDays: bcg,
    ...usual,
  },
  {
    name: 'BCG 10, weekly',
    dosesPerVial: 10,
    birthsPerYear: 82,
    sessionEveryDays: 7,
    ageDays: bcg,
    ...usual,
  },
  {
    name: 'measles 10, monthly',
    dosesPerVial: 10,
    birthsPerYear: 82,
    sessionEveryDays: 28,
    ageDays: measles,
    ...usual,
  },
  {
    name: 'measles 10, weekly',
    dosesPerVial: 10,
    birthsPerYear: 82,
    sessionEveryDays: 7,
    ageDays: measles,
    ...usual,
  },
  {
    name: 'JE 5, monthly',
    dosesPerVial: 5,
    birthsPerYear: 82,
    sessionEveryDays: 28,
    ageDays: { from: 365, inTimeUntil: 426, latest: 1_825 },
    ...usual,
  },
]
