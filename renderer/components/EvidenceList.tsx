import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { FieldEvidence, LinkageField, LinkageScore } from '../../src/domain/linkage/linkage-types'
import { text } from '../text'
import styles from './EvidenceList.module.css'
import { formatDay } from './format'

/** Less than this, in bits, is neither for nor against. */
const telling = 0.5
/** Fields whose two values help to see what differs. */
const shownFields: ReadonlySet<LinkageField> = new Set<LinkageField>([
  'identifier',
  'name',
  'birth-date',
  'mother',
  'father',
  'guardian',
  'phone',
])

/** What speaks for and against two records being one person, a line a field; what is not known is left out. */
export function EvidenceList({ score }: { readonly score: Pick<LinkageScore, 'evidence' | 'veto'> }) {
  const known = score.evidence.filter(({ level }) => level !== 'missing')
  return (
    <>
      {score.veto && (
        <p className={styles.veto}>
          <span aria-hidden="true">▲</span> {text.linkage.vetoes[score.veto]}
        </p>
      )}
      <ul className={styles.list}>
        {known.map(one => (
          <Evidence key={one.field} evidence={one} />
        ))}
      </ul>
    </>
  )
}

function Evidence({ evidence }: { readonly evidence: FieldEvidence }) {
  const { field, level, bits } = evidence
  const { glyph, word, look } = signOf(bits)
  const values = valuesOf(evidence)
  return (
    <li className={look}>
      <span aria-hidden="true" className={styles.sign}>
        {glyph}
      </span>
      <span className="visually-hidden">{word}: </span>
      <span>
        {text.linkage.fields[field]} {text.linkage.levels[level]}
        {values && <span className={styles.values}>: {values}</span>}
      </span>
    </li>
  )
}

function signOf(bits: number) {
  if (bits >= telling) return { glyph: '✓', word: text.linkage.speaksFor, look: styles.for }
  if (bits <= -telling) return { glyph: '✕', word: text.linkage.speaksAgainst, look: styles.against }
  return { glyph: '·', word: text.linkage.speaksNeither, look: styles.neither }
}

/** What stands in the two records, where they do not say the same. */
function valuesOf({ field, level, left, right }: FieldEvidence): string | null {
  if (!shownFields.has(field) || level === 'same' || left === null || right === null) return null
  const show = (value: string) => (field === 'birth-date' ? formatDay(value as CalendarDay) : value)
  return `${show(left)} ≠ ${show(right)}`
}
