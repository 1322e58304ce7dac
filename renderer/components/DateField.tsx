import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import { text } from '../text'
import { formatDay, parseTypedDay } from './format'

/** A date typed by hand: `18052025`, `18/5/2025` or `18/5/25`. Gives null while it is not a date that exists. */
export function DateField(props: {
  readonly label: string
  readonly value: CalendarDay | null
  readonly onChange: (on: CalendarDay | null) => void
  readonly today: CalendarDay
  readonly error?: string | null
  readonly hint?: string | null
  readonly isRequired?: boolean
  readonly isLabelHidden?: boolean
  readonly autoFocus?: boolean
  readonly testId?: string
}) {
  const { label, value, onChange, today, error, hint } = props
  const [typed, setTyped] = useState(value ? formatDay(value) : '')
  const [wasLeft, setLeft] = useState(false)
  const read = parseTypedDay(typed, today)
  // A value that was set from outside (a scan, a draft) replaces what stands in the field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the value from outside counts
  useEffect(() => {
    if (value !== null && value !== parseTypedDay(typed, today)) setTyped(formatDay(value))
    if (value === null && parseTypedDay(typed, today) !== null) setTyped('')
  }, [value])
  const isBad = wasLeft && typed.trim() !== '' && read === null
  return (
    <TextInput
      label={props.isLabelHidden ? undefined : label}
      aria-label={label}
      description={hint ?? undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      withAsterisk={props.isRequired ?? false}
      placeholder={text.common.datePlaceholder}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      value={typed}
      data-autofocus={props.autoFocus}
      autoFocus={props.autoFocus ?? false}
      data-testid={props.testId}
      error={error ?? (isBad ? text.common.badDate : undefined)}
      onChange={event => {
        setTyped(event.currentTarget.value)
        onChange(parseTypedDay(event.currentTarget.value, today))
      }}
      onBlur={() => {
        setLeft(true)
        if (read) setTyped(formatDay(read))
      }}
    />
  )
}
