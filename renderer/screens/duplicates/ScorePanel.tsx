import type { FieldEvidence, LinkageScore } from '../../../src/domain/linkage/linkage-types'
import { Panel } from '../../components/Panel'
import { text } from '../../text'
import styles from './Duplicates.module.css'
import { bitsWords, evidenceWords } from './score-words'

/** Bits of a bar that fills its half. */
const fullBits = 16

/** Why two records may be one person: every field with its weight, as a bar and in words. */
export function ScorePanel({ score }: { readonly score: LinkageScore }) {
  return (
    <Panel
      title={text.duplicates.score.title}
      note={text.duplicates.score.probability(percentOf(score.probability))}
      scrolls
      className={styles.score}
    >
      <ul data-testid="review-score">
        {score.evidence.map(evidence => (
          <Evidence key={evidence.field} evidence={evidence} />
        ))}
      </ul>
    </Panel>
  )
}

function Evidence({ evidence }: { readonly evidence: FieldEvidence }) {
  const { bits } = evidence
  const width = `${Math.min(Math.abs(bits) / fullBits, 1) * 50}%`
  const kind = bits > 0.05 ? 'for' : bits < -0.05 ? 'against' : 'neither'
  return (
    <li className={styles.evidence}>
      <span>{text.duplicates.score.fields[evidence.field]}</span>
      <span className={styles.soft}>{evidenceWords(evidence)}</span>
      <span className={styles.scale} aria-hidden="true">
        <span className={styles.bar} data-kind={kind} style={{ width }} />
      </span>
      <span className={styles.bits} title={text.duplicates.score[kind]}>
        {bitsWords(bits)}
      </span>
    </li>
  )
}

/** Never "100%": nothing of this kind is certain. */
function percentOf(probability: number): string {
  if (probability > 0.999) return '> 99,9%'
  return `${String(Math.round(probability * 1000) / 10).replace('.', ',')}%`
}
