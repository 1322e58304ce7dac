import { type ReactionSign, severeSigns } from '../../../src/domain/session/reaction-sign'
import type { Reaction } from '../../../src/domain/session/visit'
import { parseTemperature } from '../screening/checklist'

/** Signs that pass by themselves in a day or two (fever below 39 °C, local, crying). */
export const commonSigns: readonly ReactionSign[] = [
  'fever',
  'local-swelling',
  'irritability',
  'rash',
  'vomiting',
]

/** A reaction that is being noted; text as typed. */
export type ReactionDraft = {
  readonly signs: readonly string[]
  readonly other: string
  readonly temperature: string
  readonly treatment: string
  readonly outcome: Reaction['outcome']
}

export const emptyReaction: ReactionDraft = {
  signs: [],
  other: '',
  temperature: '',
  treatment: '',
  outcome: 'observing',
}

/** Every sign of a draft, the typed one last. */
export function signsOf({ signs, other }: ReactionDraft): readonly string[] {
  return other.trim() === '' ? signs : [...signs, other.trim()]
}

/** True when one of the signs is a severe one. */
export function isSevere({ signs }: ReactionDraft): boolean {
  return signs.some(sign => (severeSigns as readonly string[]).includes(sign))
}

/** The reaction as main takes it. A sign that was only typed is neither common nor severe until a doctor says so. */
export function toReaction(draft: ReactionDraft) {
  const kind = isSevere(draft) ? 'severe' : draft.signs.length > 0 ? 'common' : 'other'
  return {
    kind: kind as Reaction['kind'],
    signs: [...signsOf(draft)],
    temperatureC: parseTemperature(draft.temperature),
    treatment: draft.treatment.trim() || null,
    outcome: draft.outcome,
    note: null,
  }
}
