import { isOneSlip } from '../person/slips'
import type { LinkageModel } from './evidence-of-names'
import type { LinkageRecord } from './linkage-record'
import type { FieldEvidence } from './linkage-types'
import { levelBits } from './weights'

/** Phones of the person and the relatives. A number that many have (of a health worker, of a hamlet) says little. */
export function phoneEvidence(a: LinkageRecord, b: LinkageRecord, model: LinkageModel): FieldEvidence {
  const [left, right] = [a.phones.join(', ') || null, b.phones.join(', ') || null]
  const of = (level: FieldEvidence['level'], bits: number): FieldEvidence => ({
    field: 'phone',
    level,
    bits,
    left,
    right,
  })
  if (a.phones.length === 0 || b.phones.length === 0) return of('missing', 0)
  const shared = a.phones.filter(phone => b.phones.includes(phone))
  if (shared.length > 0) {
    const rarest = Math.min(...shared.map(model.frequencies.phone))
    const { m = 1 } = model.weights.levels.phone.same ?? {}
    return of('same', Math.max(0.5, Math.log2(m / rarest)))
  }
  const isSlip = a.phones.some(phone => b.phones.some(other => isOneSlip(phone, other)))
  const level = isSlip ? 'one-slip' : 'different'
  return of(level, levelBits(model.weights, 'phone', level))
}

/** The best agreement of any two places: families move, so that another commune says little against. */
export function addressEvidence(a: LinkageRecord, b: LinkageRecord, model: LinkageModel): FieldEvidence {
  const { frequencies, weights } = model
  const [left, right] = [a.places[0]?.shown ?? null, b.places[0]?.shown ?? null]
  const of = (level: FieldEvidence['level'], bits: number): FieldEvidence => ({
    field: 'address',
    level,
    bits,
    left,
    right,
  })
  if (a.places.length === 0 || b.places.length === 0) return of('missing', 0)
  let best: FieldEvidence | null = null
  for (const one of a.places)
    for (const other of b.places) {
      if (one.communeCode !== other.communeCode) continue
      const isHamlet = one.hamlet !== '' && one.hamlet === other.hamlet
      const level = isHamlet ? 'same' : 'same-in-part'
      const share = isHamlet
        ? frequencies.hamlet(one.communeCode, one.hamlet)
        : frequencies.commune(one.communeCode)
      const { m = 1 } = weights.levels.address[level] ?? {}
      const bits = Math.max(0, Math.log2(m / share))
      if (!best || bits > best.bits) best = of(level, bits)
    }
  return best ?? of('different', levelBits(weights, 'address', 'different'))
}
