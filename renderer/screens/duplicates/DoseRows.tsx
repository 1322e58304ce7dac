import type { ReviewedDose } from '../../../src/contract/merge-calls'
import { lastPossibleDay } from '../../../src/domain/immunization/dose-date'
import { formatDoseDay } from '../../components/format'
import { text } from '../../text'
import styles from './Duplicates.module.css'
import type { Side } from './review-choice'

type Line = {
  readonly dose: ReviewedDose
  readonly left: ReviewedDose | null
  readonly right: ReviewedDose | null
}

/** Doses of both records in one order of time; one that both have stands once, with its sign. */
export function DoseRows({ doses }: { readonly doses: readonly ReviewedDose[] }) {
  const lines = linesOf(doses)
  const isAnyTwice = lines.some(({ left, right }) => left && right)
  return (
    <div className={styles.rows} data-testid="review-doses">
      <p className={styles.group}>{text.duplicates.review.dosesOfBoth}</p>
      {lines.length === 0 && <p className={styles.none}>{text.duplicates.review.noDoses}</p>}
      {lines.map(({ dose, left, right }) => (
        <div key={dose.doseId} className={styles.row}>
          <span className={styles.label}>
            <strong>{formatDoseDay(dose.givenOn, lastPossibleDay(dose))}</strong> {dose.vaccineName}
            {left && right && (
              <span className={styles.twice}>
                <span aria-hidden="true">=</span> {text.duplicates.review.twice}
              </span>
            )}
          </span>
          <Cell dose={left} side="left" />
          <Cell dose={right} side="right" />
        </div>
      ))}
      {isAnyTwice && <p className={styles.none}>{text.duplicates.review.twiceHint}</p>}
    </div>
  )
}

function Cell({ dose, side }: { readonly dose: ReviewedDose | null; readonly side: Side }) {
  if (!dose) return <span className={`${styles.kept} ${styles.soft}`} data-side={side} />
  const { review } = text.duplicates
  const words = [review.kinds[dose.kind], dose.lotNumber && review.lot(dose.lotNumber), dose.placeName]
  return (
    <span className={styles.kept} data-side={side}>
      <span className={styles.mark} aria-hidden="true">
        ✓
      </span>
      <span>{words.filter(Boolean).join(' · ')}</span>
    </span>
  )
}

function linesOf(doses: readonly ReviewedDose[]): readonly Line[] {
  const byId = new Map(doses.map(dose => [dose.doseId, dose]))
  const shown = new Set<string>()
  return doses.flatMap(dose => {
    if (shown.has(dose.doseId)) return []
    const twin = dose.twinDoseId === null ? null : (byId.get(dose.twinDoseId) ?? null)
    // Two of one product on one day against one: the second has no twin of its own left.
    const other = twin && !shown.has(twin.doseId) ? twin : null
    shown.add(dose.doseId)
    if (other) shown.add(other.doseId)
    const [left, right] = dose.side === 'left' ? [dose, other] : [other, dose]
    return [{ dose, left, right }]
  })
}
