import { isOneRelative } from './evidence-of-names'
import type { LinkageRecord } from './linkage-record'
import type { LinkageField, LinkageScore } from './linkage-types'
import { type LinkageModel, scorePair } from './score'

/** Two records of a register that may be one person; `leftId` is the smaller id. */
export type FoundPair = {
  readonly leftId: string
  readonly rightId: string
  readonly score: LinkageScore
  /** The same for all pairs that lead from record to record without passing a veto. */
  readonly cluster: number
}

type Candidate = Omit<FoundPair, 'cluster'> & { readonly left: LinkageRecord; readonly right: LinkageRecord }

/** Gathers the pairs of a register worth a look, one comparison at a time. */
export type PairFinder = {
  readonly compare: (left: LinkageRecord, right: LinkageRecord) => void
  /** The pairs found, surest first. */
  readonly finish: () => readonly FoundPair[]
}

export function createPairFinder(model: LinkageModel): PairFinder {
  const found: Candidate[] = []
  const ofMultipleBirth = new Set<string>()
  const apart = new Set<string>()
  return {
    compare(one, other) {
      const [left, right] = one.id < other.id ? [one, other] : [other, one]
      const score = scorePair(left, right, model)
      if (isOfMultipleBirth(left, right, score)) {
        ofMultipleBirth.add(left.id)
        ofMultipleBirth.add(right.id)
      }
      if (score.veto !== null) apart.add(`${left.id} ${right.id}`)
      if (score.certainty === 'unlikely') return
      found.push({ leftId: left.id, rightId: right.id, score, left, right })
    },
    finish() {
      const settled = found.map(pair => lowered(pair, ofMultipleBirth))
      return clustered(settled.sort(surestFirst), apart)
    },
  }
}

const ofFamily: ReadonlySet<LinkageField> = new Set<LinkageField>(['mother', 'father', 'phone'])

/** Twins, or two newborns without names of one mother and day, who may be. Neighbours born on one day are not meant. */
export function isOfMultipleBirth(left: LinkageRecord, right: LinkageRecord, score: LinkageScore): boolean {
  const mayBe = left.isNameless && right.isNameless && score.certainty !== 'unlikely'
  if (score.veto !== 'twins' && !mayBe) return false
  return score.evidence.some(one => ofFamily.has(one.field) && isOneRelative(one))
}

/**
 * A newborn without a name is likely the child of that mother and day who has one; not when that day she had two. Then
 * nobody can tell which, and each pair is only possible.
 */
function lowered(pair: Candidate, ofMultipleBirth: ReadonlySet<string>): Candidate {
  const { left, right, score } = pair
  const isDoubtful = left.isNameless !== right.isNameless && score.certainty === 'likely'
  if (!isDoubtful || !(ofMultipleBirth.has(left.id) || ofMultipleBirth.has(right.id))) return pair
  return { ...pair, score: { ...score, certainty: 'possible' } }
}

function surestFirst(a: Candidate, b: Candidate): number {
  return b.score.bits - a.score.bits || (a.leftId < b.leftId ? -1 : 1)
}

/** Joins records into clusters, surest pair first; two clusters that hold a vetoed pair stay apart, so that no chain joins twins. */
function clustered(pairs: readonly Candidate[], apart: ReadonlySet<string>): readonly FoundPair[] {
  const clusterOf = new Map<string, Set<string>>()
  const of = (id: string) => clusterOf.get(id) ?? new Set([id])
  for (const { leftId, rightId, score } of pairs) {
    if (score.certainty === 'possible') continue
    const [a, b] = [of(leftId), of(rightId)]
    if (a === b || isApart(a, b, apart)) continue
    const joined = new Set([...a, ...b])
    for (const id of joined) clusterOf.set(id, joined)
  }
  const numbers = new Map<Set<string>, number>()
  let next = 0
  return pairs.map(({ leftId, rightId, score }) => {
    const cluster = clusterOf.get(leftId)
    const isInside = cluster !== undefined && cluster === clusterOf.get(rightId)
    if (!isInside) return { leftId, rightId, score, cluster: next++ }
    const number = numbers.get(cluster) ?? next++
    numbers.set(cluster, number)
    return { leftId, rightId, score, cluster: number }
  })
}

function isApart(a: ReadonlySet<string>, b: ReadonlySet<string>, apart: ReadonlySet<string>): boolean {
  return [...a].some(one =>
    [...b].some(other => apart.has(one < other ? `${one} ${other}` : `${other} ${one}`)),
  )
}
