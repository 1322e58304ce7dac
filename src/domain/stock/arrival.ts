import type { Indicator } from './ledger'

/** What was seen when a delivery came in. */
export type Arrival = {
  readonly vvmStage: number | null
  readonly temperatureC: number | null
  readonly indicator: Indicator | null
}

/** Between which temperatures vaccine travels. Data: `resources/stock/arrival.json`. */
export type ArrivalLimits = {
  readonly lowestC: number
  readonly highestC: number
  readonly confirmation: 'sourced' | 'unverified'
  readonly source: string
}

export type ArrivalConcern = 'vvm' | 'too-cold' | 'too-warm' | 'indicator'

/**
 * What speaks against a delivery. With any of it the doses are set aside until somebody decides: they are in the book,
 * but nobody can give them.
 */
export function arrivalConcerns(
  arrival: Arrival,
  limits: Pick<ArrivalLimits, 'lowestC' | 'highestC'>,
  vvmDiscardFrom: number,
): readonly ArrivalConcern[] {
  const { vvmStage, temperatureC, indicator } = arrival
  const concerns: ArrivalConcern[] = []
  if (vvmStage !== null && vvmStage >= vvmDiscardFrom) concerns.push('vvm')
  if (temperatureC !== null && temperatureC < limits.lowestC) concerns.push('too-cold')
  if (temperatureC !== null && temperatureC > limits.highestC) concerns.push('too-warm')
  if (indicator === 'alarm') concerns.push('indicator')
  return concerns
}
