import { TextInput } from '@mantine/core'
import { listEthnicGroups } from '../../../src/contract/point-calls'
import { Picker } from '../../components/Picker'
import { UnitPicker } from '../../data/UnitPicker'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { OldPlaceField } from '../household/OldPlaceField'
import { errorAt, type FormPart } from './form-part'
import styles from './Register.module.css'

/** Where they live now, and the ethnic group. */
export function PlaceFields(part: FormPart) {
  const { draft, setDraft } = part
  const groups = useCallQuery(listEthnicGroups, {})
  const { current } = draft
  return (
    <fieldset className={styles.group}>
      <legend>{text.register.place}</legend>
      <div className={styles.place}>
        <TextInput
          label={text.common.hamlet}
          autoComplete="off"
          value={current.hamlet ?? ''}
          onChange={event =>
            setDraft({ ...draft, current: { ...current, hamlet: event.currentTarget.value || null } })
          }
        />
        <TextInput
          label={text.common.addressLine}
          autoComplete="off"
          value={current.line ?? ''}
          onChange={event =>
            setDraft({ ...draft, current: { ...current, line: event.currentTarget.value || null } })
          }
        />
        <Picker
          label={text.register.ethnicGroup}
          choices={(groups.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          value={draft.ethnicGroupCode}
          onChange={ethnicGroupCode => setDraft({ ...draft, ethnicGroupCode })}
        />
        <UnitPicker
          provinceCode={current.provinceCode}
          communeCode={current.communeCode}
          error={errorAt(part, 'addresses.current')}
          onChange={unit => setDraft({ ...draft, current: { ...current, ...unit } })}
        />
        <OldPlaceField address={current} onChange={address => setDraft({ ...draft, current: address })} />
      </div>
    </fieldset>
  )
}
