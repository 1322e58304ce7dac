import { IconLock } from '@tabler/icons-react'
import type { PersonView } from '../../../src/contract/person-calls'
import { missingOfPerson } from '../../../src/domain/exchange/fhir/missing'
import { addressUses } from '../../../src/domain/person/address-uses'
import type { Address } from '../../../src/domain/person/person'
import { formatCount } from '../../components/format'
import { Panel } from '../../components/Panel'
import { text } from '../../text'
import { FamilyMembers } from '../household/FamilyMembers'
import styles from '../household/Household.module.css'
import { ResidencePanel } from '../household/ResidencePanel'
import { useUnitNames } from './use-unit-names'

/** Who belongs together, where they live, whether they are followed, and what was known at birth. */
export function FamilyTab({ view }: { readonly view: PersonView }) {
  const { person } = view
  const birth = [
    person.birthTime && `${text.register.birthTime} ${person.birthTime}`,
    person.birthWeightG !== null && text.people.weight(formatCount(person.birthWeightG)),
    person.gestationWeeks !== null && text.people.weeks(person.gestationWeeks),
  ].filter(Boolean)
  return (
    <div className={styles.columns}>
      <FamilyMembers view={view} />
      <div className={styles.stack}>
        <Panel title={text.people.addresses} scrolls padded>
          <Places view={view} />
          {birth.length > 0 && (
            <p className={styles.soft}>
              {text.people.birthFacts}: {birth.join(' · ')}
            </p>
          )}
          <ForTheProvince person={person} />
        </Panel>
        <ResidencePanel view={view} />
      </div>
    </div>
  )
}

/** What the national data set still asks for; or that nothing of this person is ever sent. */
function ForTheProvince({ person }: { readonly person: PersonView['person'] }) {
  if (person.managedBy)
    return (
      <p role="note" className={styles.province} data-testid="province-stays">
        <IconLock size={16} aria-hidden /> {text.register.managers[person.managedBy]}:{' '}
        {text.register.staysHere}
      </p>
    )
  const missing = missingOfPerson(person).map(field => text.provinceFields.fields[field])
  return (
    <p className={styles.province} data-testid="province-fields">
      {missing.length === 0 ? text.provinceFields.complete : text.provinceFields.missing(missing)}
    </p>
  )
}

/** The five places; one that is known in the old units only is said in the words of then. */
function Places({ view }: { readonly view: PersonView }) {
  const { addresses } = view.person
  const all = addressUses.flatMap(use => addresses[use] ?? [])
  const unitName = useUnitNames(all.map(({ provinceCode }) => provinceCode))
  return (
    <dl>
      {addressUses.toReversed().map(use => {
        const address = addresses[use]
        const isCurrent = use === 'current'
        if (!address && !isCurrent) return null
        const words = isCurrent ? view.addressLine : address && placeWords(address, unitName)
        return (
          <div key={use} className={styles.place}>
            <dt>{text.register.addressUses[use]}</dt>
            <dd>
              {words || text.common.notKnown}
              {address?.former?.asWritten && address.communeCode !== null && (
                <p className={styles.soft}>{text.household.oldPlaceOf(address.former.asWritten)}</p>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function placeWords(address: Address, unitName: (code: string) => string): string {
  const { line, hamlet, communeCode, former } = address
  const commune = communeCode
    ? unitName(communeCode)
    : former?.asWritten && text.household.oldPlaceOf(former.asWritten)
  return [line, hamlet, commune].filter(Boolean).join(', ')
}
