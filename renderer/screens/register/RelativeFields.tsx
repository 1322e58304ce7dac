import { TextInput } from '@mantine/core'
import type { Relation } from '../../../src/domain/person/person'
import { Picker } from '../../components/Picker'
import { text } from '../../text'
import { KnownRelative } from '../household/KnownRelative'
import { errorAt, type FormPart } from './form-part'
import styles from './Register.module.css'
import type { RelativeDraft } from './register-draft'

const relations: readonly Relation[] = ['mother', 'father', 'guardian']

/** Whom to call: mother first, father or guardian as well. */
export function RelativeFields(part: FormPart) {
  const { draft, setDraft } = part
  const [first] = draft.relatives
  if (!first) return null
  const change = (changed: Partial<RelativeDraft>) =>
    setDraft({ ...draft, relatives: [{ ...first, ...changed }, ...draft.relatives.slice(1)] })
  const at = `relatives.${first.relation}`
  return (
    <fieldset className={styles.group}>
      <legend>{text.register.caretaker}</legend>
      <div className={styles.relative}>
        <Picker
          label={text.register.relation}
          choices={relations.map(relation => ({ value: relation, label: text.common.relation[relation] }))}
          value={first.relation}
          onChange={value => change({ relation: relations.find(found => found === value) ?? first.relation })}
        />
        <TextInput
          label={text.register.relativeName[first.relation]}
          autoComplete="off"
          spellCheck={false}
          withAsterisk={draft.isNewborn}
          value={first.name}
          error={part.missing.includes('relative') ? text.register.required : undefined}
          onChange={event => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={text.register.relativePhone}
          inputMode="tel"
          autoComplete="off"
          value={first.phone}
          error={errorAt(part, `${at}.phone`) ?? undefined}
          onChange={event => change({ phone: event.currentTarget.value })}
        />
        <RelativeNumbers {...part} relative={first} onChange={change} />
      </div>
      {part.proposesKnown && <KnownRelative draft={draft} setDraft={setDraft} relative={first} />}
    </fieldset>
  )
}

function RelativeNumbers(
  part: FormPart & {
    readonly relative: RelativeDraft
    readonly onChange: (changed: Partial<RelativeDraft>) => void
  },
) {
  const { relative, onChange } = part
  return (
    <>
      <TextInput
        label={text.register.relativeYear}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={relative.birthYear}
        onChange={event => onChange({ birthYear: event.currentTarget.value.replace(/\D/gu, '') })}
      />
      <TextInput
        label={text.register.relativeId}
        inputMode="numeric"
        autoComplete="off"
        maxLength={15}
        value={relative.nationalId}
        error={errorAt(part, `relatives.${relative.relation}.nationalId`) ?? undefined}
        onChange={event => onChange({ nationalId: event.currentTarget.value })}
      />
    </>
  )
}
