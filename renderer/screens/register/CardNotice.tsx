import type { Relation } from '../../../src/domain/person/person'
import type { ScanDraft } from '../../../src/domain/scan/card-draft'
import { Chip } from '../../components/Chip'
import { formatCode, formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import styles from './Register.module.css'

const relations: readonly Relation[] = ['mother', 'father', 'guardian']

/** Says what was filled from a scan, what must still be asked, and lets the card be a parent's. */
export function CardNotice(props: {
  readonly scan: ScanDraft
  /** True while nothing was filled, because the form says something else than the card. */
  readonly isAsked: boolean
  readonly onPerson: () => void
  readonly onRelative: (relation: Relation) => void
}) {
  const { scan, isAsked, onPerson, onRelative } = props
  const said = [
    scan.name,
    scan.birthDate && formatDay(scan.birthDate),
    ...scan.identifiers.slice(0, 1).map(({ value }) => formatCode(value)),
  ]
  return (
    <div className={styles.card} role="status" data-testid="card-notice">
      <p>
        <strong>{text.scan.from[scan.from]}</strong> {said.filter(Boolean).join(' · ')}
      </p>
      {scan.checks.map(check => (
        <Chip key={check} kind="late">
          {text.scan.checks[check]}
        </Chip>
      ))}
      {scan.from !== 'number' && (
        <div className={styles.cardButtons}>
          <span>{isAsked ? text.scan.whoseAsked : text.scan.whose}</span>
          {isAsked && (
            <QuietButton isSmall onPress={onPerson} testId="card-of-person">
              {text.register.child}
            </QuietButton>
          )}
          {relations.map(relation => (
            <QuietButton
              key={relation}
              isSmall
              onPress={() => onRelative(relation)}
              testId={`card-of-${relation}`}
            >
              {text.common.relation[relation]}
            </QuietButton>
          ))}
        </div>
      )}
    </div>
  )
}
