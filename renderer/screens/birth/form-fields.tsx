import { SegmentedControl, TextInput } from '@mantine/core'
import { text } from '../../text'
import styles from './Birth.module.css'

/** A short typed value: a measure, a score, a time. */
export function ShortField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | null
  readonly hint?: string | null
  readonly placeholder?: string
  readonly isTime?: boolean
  readonly testId?: string
}) {
  const allowed = props.isTime ? /[^\d:h.]/giu : /[^\d.,]/gu
  return (
    <TextInput
      label={props.label}
      inputMode="decimal"
      autoComplete="off"
      maxLength={6}
      placeholder={props.placeholder}
      value={props.value}
      error={props.error ?? undefined}
      description={props.hint ?? undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data-testid={props.testId}
      onChange={event => props.onChange(event.currentTarget.value.replace(allowed, ''))}
    />
  )
}

/** One of a few words; the arrow keys choose. */
export function Choose<T extends string>(props: {
  readonly label: string
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly isRequired?: boolean
  readonly error?: string | null
  readonly isDisabled?: boolean
  readonly testId?: string
}) {
  const { label, choices, value, onChange } = props
  return (
    <div className={styles.choose}>
      <p className={styles.label}>
        {label} {props.isRequired && <span className={styles.star}>*</span>}
      </p>
      <SegmentedControl
        fullWidth
        aria-label={label}
        disabled={props.isDisabled ?? false}
        data-testid={props.testId}
        data={choices.map(each => ({ value: each.value, label: each.label }))}
        value={value ?? ''}
        onChange={chosen => {
          const found = choices.find(each => each.value === chosen)
          if (found) onChange(found.value)
        }}
      />
      {props.error && <p className={styles.error}>{props.error}</p>}
    </div>
  )
}

const answers = ['unknown', 'yes', 'no'] as const

/** Asked or not asked, yes or no. */
export function YesNo(props: {
  readonly label: string
  readonly value: boolean | null
  readonly onChange: (value: boolean | null) => void
}) {
  const { label, value, onChange } = props
  return (
    <Choose
      label={label}
      choices={answers.map(answer => ({ value: answer, label: text.birth.answers[answer] }))}
      value={value === null ? 'unknown' : value ? 'yes' : 'no'}
      onChange={chosen => onChange(chosen === 'unknown' ? null : chosen === 'yes')}
    />
  )
}
