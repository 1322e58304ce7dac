import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'

/** What every field shows that reads typed text as a value. */
export type TypedFieldProps<T> = {
  readonly label: string
  readonly value: T | null
  readonly onChange: (value: T | null) => void
  readonly error?: string | null
  readonly hint?: string | null
  readonly isRequired?: boolean
  readonly isLabelHidden?: boolean
  readonly autoFocus?: boolean
  readonly testId?: string
}

/** Typed text that is read as a value while it is typed; gives null while it is none, and says so once it is left. */
export function TypedField<T>(
  props: TypedFieldProps<T> & {
    readonly placeholder: string
    readonly bad: string
    readonly read: (typed: string) => T | null
    readonly write: (value: T) => string
  },
) {
  const { label, value, onChange, error, hint, read, write } = props
  const written = value === null ? null : write(value)
  const [typed, setTyped] = useState(written ?? '')
  const [wasLeft, setLeft] = useState(false)
  const found = read(typed)
  // A value that was set from outside (a scan, a draft) replaces what stands in the field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the value from outside counts
  useEffect(() => {
    const shown = found === null ? null : write(found)
    if (written !== null && written !== shown) setTyped(written)
    if (written === null && shown !== null) setTyped('')
  }, [written])
  const isBad = wasLeft && typed.trim() !== '' && found === null
  return (
    <TextInput
      label={props.isLabelHidden ? undefined : label}
      aria-label={label}
      description={hint ?? undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      withAsterisk={props.isRequired ?? false}
      placeholder={props.placeholder}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      value={typed}
      data-autofocus={props.autoFocus}
      autoFocus={props.autoFocus ?? false}
      data-testid={props.testId}
      error={error ?? (isBad ? props.bad : undefined)}
      onChange={event => {
        setTyped(event.currentTarget.value)
        onChange(read(event.currentTarget.value))
      }}
      onBlur={() => {
        setLeft(true)
        if (found !== null) setTyped(write(found))
      }}
    />
  )
}
