import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { DateField } from '../../components/DateField'
import { formatAge } from '../../components/format'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { errorAt, type FormPart } from './form-part'
import styles from './Register.module.css'

const sexes = ['male', 'female', 'unknown'] as const

/** Who is vaccinated: name, birth, sex. */
export function IdentityFields(part: FormPart) {
  const { draft, setDraft } = part
  const { today } = useAppState()
  const mother = draft.relatives[0]?.name.trim() ?? ''
  return (
    <fieldset className={styles.group}>
      <legend>{text.register.child}</legend>
      <div className={styles.name}>
        <TextInput
          label={text.register.name}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          withAsterisk={!draft.isNewborn}
          disabled={draft.isNewborn}
          value={draft.isNewborn ? '' : draft.name}
          error={errorAt(part, 'name') ?? undefined}
          onChange={event => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <Checkbox
          label={text.register.newborn}
          description={draft.isNewborn ? text.register.newbornHint(mother) : undefined}
          checked={draft.isNewborn}
          onChange={event => setDraft({ ...draft, isNewborn: event.currentTarget.checked })}
        />
      </div>
      <div className={styles.birth}>
        <DateField
          label={text.register.birthDate}
          value={draft.birthDate}
          today={today}
          isRequired
          hint={draft.birthDate && formatAge(draft.birthDate, today)}
          error={errorAt(part, 'birthDate')}
          onChange={birthDate => setDraft({ ...draft, birthDate })}
        />
        <TextInput
          label={text.register.birthTime}
          placeholder={text.register.birthTimeExample}
          autoComplete="off"
          maxLength={5}
          value={draft.birthTime}
          error={errorAt(part, 'birthTime') ?? undefined}
          onChange={event => setDraft({ ...draft, birthTime: event.currentTarget.value })}
        />
        <SexChoice {...part} />
      </div>
    </fieldset>
  )
}

function SexChoice(part: FormPart) {
  const { draft, setDraft } = part
  return (
    <div>
      <p className={styles.label} id="register-sex">
        {text.register.sex} <span className={styles.star}>*</span>
      </p>
      <SegmentedControl
        fullWidth
        className={styles.sex}
        aria-labelledby="register-sex"
        data-testid="sex"
        data={sexes.map(sex => ({ value: sex, label: text.common.sex[sex] }))}
        value={draft.sex ?? ''}
        onChange={value => setDraft({ ...draft, sex: sexes.find(sex => sex === value) ?? null })}
      />
      {part.missing.includes('sex') && <p className={styles.error}>{text.register.required}</p>}
    </div>
  )
}
