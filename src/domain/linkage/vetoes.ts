import { mayBeOneBirth } from './compare-dates'
import { mayBeTwinNames } from './compare-names'
import { isOneRelative, type LinkageModel } from './evidence-of-names'
import type { LinkageRecord } from './linkage-record'
import type { FieldEvidence, LinkageField, LinkageVeto } from './linkage-types'

export type EvidenceByField = Readonly<Record<LinkageField, FieldEvidence>>

/**
 * What forbids to take two records for one person, whatever else agrees. One mother, one birth and two names are twins;
 * so are two places in the order of birth, and two newborns without names of different sex.
 */
export function vetoOf(
  a: LinkageRecord,
  b: LinkageRecord,
  evidence: EvidenceByField,
  model: LinkageModel,
): LinkageVeto | null {
  const { level } = evidence.identifier
  if (level === 'same') return null
  const isTrusted = a.numbers.isNationalIdTrusted && b.numbers.isNationalIdTrusted
  if (level === 'different' && isTrusted) return 'two-identities'
  if (isOneBirth(evidence) && areTwins(a, b, evidence, model)) return 'twins'
  return evidence.sex.level === 'different' ? 'different-sex' : null
}

/** One family, and dates that leave no room for two births. A mother may be missing, or the grandmother may stand in her place. */
function isOneBirth(evidence: EvidenceByField): boolean {
  const { mother, father, guardian, phone, address } = evidence
  const isFamily = [mother, father, guardian].some(isOneRelative)
  const isHouse = phone.level === 'same' || address.level === 'same'
  return mayBeOneBirth(evidence['birth-date'].level) && (isFamily || isHouse)
}

function areTwins(
  a: LinkageRecord,
  b: LinkageRecord,
  evidence: EvidenceByField,
  model: LinkageModel,
): boolean {
  if (evidence['birth-order'].level === 'different') return true
  if (a.isNameless && b.isNameless) return evidence.sex.level === 'different'
  if (a.isNameless || b.isNameless) return false
  return mayBeTwinNames(a.name, b.name, model.frequencies.isNameWord)
}
