import { useDebouncedValue } from '@mantine/hooks'
import { type DuplicateHit, findDuplicates } from '../../../src/contract/person-calls'
import type { Person } from '../../../src/domain/person/person'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { EvidenceList } from '../../components/EvidenceList'
import { formatAge, formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { contactOf } from '../../components/PersonLine'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './Register.module.css'

const kindOf = { certain: 'wrong', likely: 'late', possible: 'wait', unlikely: 'info' } as const

/** Looks for people who may be the same while the form is filled. */
export function DuplicatePanel(props: {
  readonly person: Person | null
  readonly others: readonly string[]
  readonly onSame: (personId: string) => void
  readonly onAnother: (personId: string) => void
}) {
  const [person] = useDebouncedValue(props.person, 250)
  const hasName = person !== null && (person.name !== '' || person.relatives.some(({ name }) => name !== ''))
  const found = useCallQuery(
    findDuplicates,
    { person: person ?? blank, exceptPersonId: null },
    { isOn: hasName, keep: true },
  )
  const hits = hasName ? (found.data ?? []) : []
  return (
    <Panel title={text.register.duplicates} scrolls className={styles.duplicates}>
      {found.error && <ErrorNotice error={found.error} onRetry={found.retry} />}
      {!hasName && <EmptyState title={text.register.duplicatesWait} />}
      {hasName && found.data && hits.length === 0 && (
        <p className={styles.clear}>
          <span aria-hidden="true">✓</span> {text.register.duplicatesNone}
        </p>
      )}
      {hits.map(hit => (
        <Duplicate
          key={hit.hit.personId}
          duplicate={hit}
          isAnother={props.others.includes(hit.hit.personId)}
          onSame={() => props.onSame(hit.hit.personId)}
          onAnother={() => props.onAnother(hit.hit.personId)}
        />
      ))}
    </Panel>
  )
}

function Duplicate(props: {
  readonly duplicate: DuplicateHit
  readonly isAnother: boolean
  readonly onSame: () => void
  readonly onAnother: () => void
}) {
  const { today } = useAppState()
  const { hit, score } = props.duplicate
  return (
    <article className={styles.duplicate} aria-label={hit.displayName}>
      <Chip kind={kindOf[score.certainty]}>{text.register.certainty[score.certainty]}</Chip>
      <p className={styles.duplicateName}>{hit.displayName}</p>
      <p>
        {formatDay(hit.birthDate)} · {formatAge(hit.birthDate, today)} · {hit.hamlet}
      </p>
      <p className={styles.soft}>{contactOf(hit)}</p>
      <EvidenceList score={score} />
      <div className={styles.choices}>
        <QuietButton isSmall onPress={props.onSame}>
          {text.register.samePerson}
        </QuietButton>
        <QuietButton
          isSmall
          onPress={props.onAnother}
          isPressed={props.isAnother}
          isDisabled={props.isAnother}
        >
          {text.register.anotherPerson}
        </QuietButton>
      </div>
    </article>
  )
}

/** Never sent: the read is off while there is no person. */
const blank: Person = {
  kind: 'child',
  name: '',
  birthDate: '1900-01-01' as Person['birthDate'],
  birthTime: null,
  sex: 'unknown',
  ethnicGroupCode: null,
  nationalityCode: null,
  bloodGroup: null,
  phone: null,
  identifiers: [],
  addresses: {},
  relatives: [],
  alerts: [],
  protectedAtBirth: null,
  gestationWeeks: null,
  birthWeightG: null,
  note: null,
}
