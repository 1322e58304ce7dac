import { isOfMultipleBirth } from './find-pairs'
import type { LinkageRecord } from './linkage-record'
import type { Certainty, LinkageScore } from './linkage-types'
import { type LinkageModel, scorePair } from './score'

/** Somebody already registered, compared with a record that is being written. */
export type RankedCandidate = { readonly candidate: LinkageRecord; readonly score: LinkageScore }

const order: Readonly<Record<Certainty, number>> = { certain: 0, likely: 1, possible: 2, unlikely: 3 }

/**
 * The candidates whom a new or corrected record may already be, surest first; `left` of the evidence is the record. A
 * mother who had two children that day leaves open which of them a newborn without a name is.
 */
export function rankCandidates(
  record: LinkageRecord,
  candidates: readonly LinkageRecord[],
  model: LinkageModel,
): readonly RankedCandidate[] {
  const compared = candidates.map(candidate => ({ candidate, score: scorePair(record, candidate, model) }))
  const near = compared.filter(({ score }) => score.certainty !== 'unlikely' || score.veto === 'twins')
  return near
    .map(one => lowered(record, one, near, model))
    .filter(({ score }) => score.certainty !== 'unlikely')
    .sort((a, b) => order[a.score.certainty] - order[b.score.certainty] || b.score.bits - a.score.bits)
}

function lowered(
  record: LinkageRecord,
  one: RankedCandidate,
  near: readonly RankedCandidate[],
  model: LinkageModel,
): RankedCandidate {
  const isDoubtful = record.isNameless !== one.candidate.isNameless && one.score.certainty === 'likely'
  if (!isDoubtful || !hasTwin(record, one.candidate, near, model)) return one
  return { ...one, score: { ...one.score, certainty: 'possible' } }
}

function hasTwin(
  record: LinkageRecord,
  candidate: LinkageRecord,
  near: readonly RankedCandidate[],
  model: LinkageModel,
): boolean {
  return near.some(other => {
    if (isOfMultipleBirth(record, other.candidate, other.score)) return true
    if (other.candidate === candidate) return false
    return isOfMultipleBirth(candidate, other.candidate, scorePair(candidate, other.candidate, model))
  })
}
