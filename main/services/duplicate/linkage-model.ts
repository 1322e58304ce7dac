import { createFrequencies, type RegisterCounts } from '../../../src/domain/linkage/frequencies'
import type { LinkageModel } from '../../../src/domain/linkage/score'
import { reversePhone } from '../../../src/domain/person/phone'
import type { ServiceContext } from '../service'

/**
 * The model for a few comparisons at the desk: what an index counts at once is counted, the rest is taken from the
 * shipped shares. The finder counts everything.
 */
export function deskModel({ store, resources }: Pick<ServiceContext, 'store' | 'resources'>): LinkageModel {
  const { duplicates, persons } = store
  const counts: RegisterCounts = {
    persons: persons.count(),
    name: remembered(key => duplicates.countNamed(key)),
    phone: remembered(phone => duplicates.countPhone(reversePhone(phone))),
    word: () => null,
    motherName: () => null,
    commune: () => null,
    hamlet: () => null,
    dose: () => null,
  }
  const weights = resources.linkageWeights
  return { weights, frequencies: createFrequencies(counts, weights) }
}

/** One question to the database for each value, however many records are compared. */
function remembered(count: (value: string) => number): (value: string) => number {
  const known = new Map<string, number>()
  return value => {
    const before = known.get(value)
    if (before !== undefined) return before
    const fresh = count(value)
    known.set(value, fresh)
    return fresh
  }
}
