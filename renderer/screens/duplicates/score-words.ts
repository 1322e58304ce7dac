import type { FieldEvidence } from '../../../src/domain/linkage/linkage-types'
import { text } from '../../text'

/** "cùng tên", "khác": how far two records agree in one field. */
export function evidenceWords({ level }: FieldEvidence): string {
  return text.duplicates.score.levels[level]
}

/** A weight with its sign: "+12,4", "−3,0". */
export function bitsWords(bits: number): string {
  const rounded = Math.abs(bits).toFixed(1).replace('.', ',')
  if (rounded === '0,0') return '0'
  return bits > 0 ? `+${rounded}` : `−${rounded}`
}

/** What says most about a pair, for and against, in one line: "Họ tên giống nhau · Mẹ khác nhau". */
export function strongestWords(evidence: readonly FieldEvidence[]): string {
  return evidence
    .filter(({ level }) => level !== 'missing')
    .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .slice(0, 4)
    .map(one => `${text.duplicates.score.fields[one.field]} ${evidenceWords(one)}`)
    .join(' · ')
}
