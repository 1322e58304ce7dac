import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { type ConsentRelation, consentRelations } from '../../../src/domain/screening/form'
import { text } from '../../text'
import { choicesOf } from '../injection/choices'
import type { ChecklistDraft, ChecklistState, ConsentDraft } from './checklist'
import styles from './Holds.module.css'

/** Who consents, after the advice of the screener: the mother as on record, unless somebody else has come. */
export function ConsentFields(props: {
  readonly state: ChecklistState
  readonly consentFrom: readonly { readonly relation: ConsentRelation; readonly name: string }[]
  readonly onChange: (changes: Partial<ChecklistDraft>) => void
}) {
  const { state, consentFrom, onChange } = props
  const { consent } = state
  const change = (changes: Partial<ConsentDraft>) => onChange({ consent: { ...consent, ...changes } })
  return (
    <fieldset className={styles.consent}>
      <legend>{text.screening.consent}</legend>
      <SegmentedControl
        aria-label={text.screening.consent}
        size="xs"
        fullWidth
        data={[
          { value: 'yes', label: text.screening.consentGiven },
          { value: 'no', label: text.screening.consentRefused },
        ]}
        value={consent.given ? 'yes' : 'no'}
        onChange={value => change({ given: value === 'yes' })}
      />
      <div className={styles.who}>
        <TextInput
          aria-label={consent.given ? text.screening.consentName : text.screening.consentRefuser}
          placeholder={text.screening.consentHint}
          autoComplete="off"
          maxLength={120}
          value={consent.byName}
          error={consent.byName.trim() === '' ? text.screening.consentNeeded : undefined}
          onChange={event => change({ byName: event.currentTarget.value })}
        />
        <Select
          aria-label={text.screening.consentRelation}
          data={choicesOf(text.screening.relations).filter(({ value }) =>
            consentRelations.some(relation => relation === value),
          )}
          value={consent.relation}
          allowDeselect={false}
          onChange={relation => relation && change(withName(relation, consent, consentFrom))}
        />
      </div>
      {!consent.given && (
        <TextInput
          aria-label={text.screening.consentWhy}
          placeholder={text.screening.consentWhy}
          maxLength={500}
          value={consent.note}
          onChange={event => change({ note: event.currentTarget.value })}
        />
      )}
    </fieldset>
  )
}

/** Another relation brings the name on record; a name typed by hand stays where none is. */
function withName(
  relation: ConsentRelation,
  consent: ConsentDraft,
  known: readonly { readonly relation: ConsentRelation; readonly name: string }[],
): Partial<ConsentDraft> {
  const isKnown = known.some(({ name }) => name === consent.byName)
  const name = known.find(person => person.relation === relation)?.name
  return { relation, byName: name ?? (isKnown ? '' : consent.byName) }
}
