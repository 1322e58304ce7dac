import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { TypedField, type TypedFieldProps } from '../../components/TypedField'
import { text } from '../../text'
import styles from './Pregnancy.module.css'
import { readNumber, writeNumber } from './typed-values'

/** A number typed with a comma or a point. */
export function NumberField(props: TypedFieldProps<number> & { readonly placeholder?: string }) {
  const { placeholder = '', ...field } = props
  return (
    <TypedField
      {...field}
      placeholder={placeholder}
      bad={text.pregnancy.form.badNumber}
      read={readNumber}
      write={writeNumber}
    />
  )
}

/** A few answers side by side; pressing the chosen one again takes it back. */
export function Choice<T extends string>(props: {
  readonly label: string
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly value: T | null
  readonly onChange: (value: T | null) => void
  readonly testId?: string
}) {
  const { label, choices, value, onChange } = props
  const none = { value: '', label: '–' }
  return (
    <div className={styles.choice} data-testid={props.testId}>
      <span className={styles.label}>{label}</span>
      <SegmentedControl
        aria-label={label}
        size="xs"
        fullWidth
        data={[none, ...choices]}
        value={value ?? ''}
        onChange={next => onChange(choices.find(each => each.value === next)?.value ?? null)}
      />
    </div>
  )
}

/** Things that are there or not, as buttons reached by Tab and pressed by the space bar. */
export function Ticks(props: {
  readonly label: string
  readonly hint?: string
  readonly items: readonly { readonly code: string; readonly name: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly testId: string
}) {
  const { label, hint, items, chosen, onChange, testId } = props
  const toggle = (code: string) =>
    onChange(chosen.includes(code) ? chosen.filter(each => each !== code) : [...chosen, code])
  return (
    <fieldset className={styles.ticks} data-testid={testId}>
      <legend className={styles.label}>
        {label}
        {hint && <span className={styles.soft}> · {hint}</span>}
      </legend>
      {items.map(({ code, name }) => (
        <label key={code} className={styles.tick} data-chosen={chosen.includes(code)}>
          <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** A line of words. */
export function Words(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly isLong?: boolean
  readonly testId?: string
}) {
  const { label, value, onChange, hint, isLong = false, testId } = props
  const shared = {
    label,
    description: hint,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
    maxLength: 1000,
    autoComplete: 'off',
    value,
    'data-testid': testId,
  }
  return isLong ? (
    <Textarea
      {...shared}
      autosize
      minRows={1}
      maxRows={3}
      onChange={event => onChange(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...shared} onChange={event => onChange(event.currentTarget.value)} />
  )
}
