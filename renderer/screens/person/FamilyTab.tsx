import type { PersonView } from '../../../src/contract/person-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import { formatCount } from '../../components/format'
import { Panel } from '../../components/Panel'
import { text } from '../../text'
import styles from './Person.module.css'

/** Whom to call, where they live, and what was known at birth. */
export function FamilyTab({ view }: { readonly view: PersonView }) {
  const { person, addressLine } = view
  const birth = [
    person.birthTime && `${text.register.birthTime} ${person.birthTime}`,
    person.birthWeightG !== null && text.people.weight(formatCount(person.birthWeightG)),
    person.gestationWeeks !== null && text.people.weeks(person.gestationWeeks),
  ].filter(Boolean)
  return (
    <div className={styles.columns}>
      <Panel title={text.people.relatives} scrolls padded>
        {person.relatives.length === 0 && <p className={styles.soft}>{text.people.noRelatives}</p>}
        {person.relatives.map(relative => (
          <div key={relative.relation + relative.name} className={styles.relative}>
            <p>
              {text.common.relation[relative.relation]} <strong>{relative.name}</strong> {relative.birthYear}
            </p>
            <p className={styles.soft}>
              {[relative.phone && formatPhone(relative.phone), relative.nationalId]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        ))}
      </Panel>
      <Panel title={text.people.addresses} scrolls padded>
        <p>{addressLine ?? text.common.notKnown}</p>
        {birth.length > 0 && (
          <p className={styles.soft}>
            {text.people.birthFacts}: {birth.join(' · ')}
          </p>
        )}
      </Panel>
    </div>
  )
}
