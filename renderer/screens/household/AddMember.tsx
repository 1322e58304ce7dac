import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { type PersonHit, type PersonView, searchPersons } from '../../../src/contract/person-calls'
import { type FamilyRelation, familyRelations } from '../../../src/domain/person/family'
import type { Person } from '../../../src/domain/person/person'
import { formatPhone } from '../../../src/domain/person/phone'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatAge, formatDay } from '../../components/format'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './Household.module.css'

/** Finds somebody in the register and links them. What the record says of its relatives fills the box at one press. */
export function AddMember(props: {
  readonly view: PersonView
  readonly onAdd: (relativeId: string, relation: FamilyRelation) => void
}) {
  const { personId, person } = props.view
  const [typed, setTyped] = useState('')
  const [relation, setRelation] = useState<FamilyRelation>('mother')
  const [asked] = useDebouncedValue(typed.trim(), 200)
  const found = useCallQuery(searchPersons, { text: asked, limit: 8 }, { isOn: asked.length > 1, keep: true })
  const hits = asked.length > 1 ? (found.data?.hits ?? []).filter(hit => hit.personId !== personId) : []
  return (
    <>
      <InWords
        person={person}
        onFind={(name, of) => {
          setTyped(name)
          setRelation(of)
        }}
      />
      <p className={styles.label}>{text.household.addMember}</p>
      <div className={styles.search}>
        <TextInput
          aria-label={text.household.addMember}
          placeholder={text.household.addHint}
          autoComplete="off"
          data-testid="find-member"
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        <Picker
          label={text.household.relation}
          isLabelHidden
          choices={familyRelations.map(value => ({ value, label: text.household.members[value] }))}
          value={relation}
          onChange={value => setRelation(familyRelations.find(known => known === value) ?? relation)}
        />
      </div>
      {found.error && <ErrorNotice error={found.error} onRetry={found.retry} />}
      {hits.map(hit => (
        <Found
          key={hit.personId}
          hit={hit}
          relation={relation}
          onAdd={() => {
            props.onAdd(hit.personId, relation)
            setTyped('')
          }}
        />
      ))}
    </>
  )
}

/** The relatives as the record says them, each ready to be looked for. */
function InWords(props: {
  readonly person: Person
  readonly onFind: (name: string, relation: FamilyRelation) => void
}) {
  const { relatives } = props.person
  if (relatives.length === 0) return null
  return (
    <>
      <p className={styles.label}>{text.household.inWords}</p>
      {relatives.map(({ relation, name, birthYear, phone, nationalId }) => (
        <div key={relation + name} className={styles.member}>
          <div className={styles.who}>
            <p>
              {text.common.relation[relation]} <strong>{name}</strong> {birthYear}
            </p>
            <p className={styles.soft}>
              {[phone && formatPhone(phone), nationalId].filter(Boolean).join(' · ')}
            </p>
          </div>
          <QuietButton isSmall onPress={() => props.onFind(name, relation)}>
            {text.household.find}
          </QuietButton>
        </div>
      ))}
    </>
  )
}

function Found(props: {
  readonly hit: PersonHit
  readonly relation: FamilyRelation
  readonly onAdd: () => void
}) {
  const { hit, relation, onAdd } = props
  const { today } = useAppState()
  const facts = [formatDay(hit.birthDate), formatAge(hit.birthDate, today), hit.hamlet]
  return (
    <div className={styles.member} data-testid="found-member">
      <div className={styles.who}>
        <p>
          <strong>{hit.displayName}</strong>
        </p>
        <p className={styles.soft}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <QuietButton isSmall onPress={onAdd}>
        {text.household.link(text.household.members[relation])}
      </QuietButton>
    </div>
  )
}
