import { findRegisteredChildren } from '../../../src/contract/birth-calls'
import type { PersonHit } from '../../../src/contract/person-calls'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCode, formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Birth.module.css'
import type { ChildDraft } from './birth-draft'

/** Whoever stands in the register and may be this child: the same, or another one. */
export function RegisteredPanel(props: {
  readonly motherId: string
  readonly child: ChildDraft
  readonly title: string
  readonly onChange: (child: ChildDraft) => void
}) {
  const { motherId, child, onChange } = props
  const { bornOn, sex, name } = child
  const found = useCallQuery(
    findRegisteredChildren,
    { motherId, bornOn: bornOn ?? ('1900-01-01' as never), sex: sex ?? 'unknown', name },
    { isOn: bornOn !== null, keep: true },
  )
  const hits = bornOn === null ? [] : (found.data ?? [])
  if (found.error) return <ErrorNotice error={found.error} onRetry={found.retry} />
  if (bornOn === null || !found.data) return null
  return (
    <div className={styles.section} data-testid="registered-children">
      <h3>
        {text.birth.registered} {props.title}
      </h3>
      {hits.length === 0 && <p className={styles.soft}>✓ {text.birth.registeredNone}</p>}
      {hits.map(hit => (
        <Hit key={hit.personId} hit={hit} child={child} onChange={onChange} />
      ))}
    </div>
  )
}

function Hit(props: {
  readonly hit: PersonHit
  readonly child: ChildDraft
  readonly onChange: (child: ChildDraft) => void
}) {
  const { hit, child, onChange } = props
  const { personId } = hit
  const isThis = child.personId === personId
  const others = child.others.filter(other => other !== personId)
  return (
    <div className={styles.hit} data-testid="registered-child">
      <p className={styles.name}>{hit.displayName}</p>
      <p className={styles.soft}>
        {[formatDay(hit.birthDate), text.common.sex[hit.sex], hit.personCode && formatCode(hit.personCode)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {isThis && <Chip kind="ok">{text.birth.isThisChosen}</Chip>}
      <div className={styles.actions}>
        <QuietButton isSmall isPressed={isThis} onPress={() => onChange({ ...child, personId, others })}>
          {text.birth.isThis}
        </QuietButton>
        <QuietButton
          isSmall
          isPressed={child.others.includes(personId)}
          onPress={() =>
            onChange({
              ...child,
              personId: isThis ? null : child.personId,
              others: [...others, personId],
            })
          }
        >
          {text.birth.isOther}
        </QuietButton>
      </div>
    </div>
  )
}
