import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CellValue } from '../../../../src/domain/report/counted-report'
import { DateField } from '../../../components/DateField'
import { useAppState } from '../../../frame/app-state'
import { locale, text } from '../../../text'
import { typedNumber } from './typed-number'

const words = text.reportLife.entering

export type AskedType = 'number' | 'text' | 'yes-no' | 'day'

type FieldProps = {
  readonly label: string
  readonly placeholder: string
  readonly value: CellValue
  readonly onChange: (value: CellValue, isBad: boolean) => void
}

/** One value of a report, by its kind. Emptied, it is not said. */
export function EnterField({ type, ...field }: FieldProps & { readonly type: AskedType }) {
  if (type === 'number') return <NumberField {...field} />
  if (type === 'day') return <DayField {...field} />
  if (type === 'yes-no') return <YesNoField {...field} />
  return (
    <TextInput
      aria-label={field.label}
      placeholder={field.placeholder}
      maxLength={2000}
      value={typeof field.value === 'string' ? field.value : ''}
      onChange={event => field.onChange(event.currentTarget.value || null, false)}
    />
  )
}

function NumberField({ label, placeholder, value, onChange }: FieldProps) {
  const [typed, setTyped] = useState(
    typeof value === 'number' ? String(value).replace('.', locale === 'vi' ? ',' : '.') : '',
  )
  const read = typedNumber(typed, locale)
  return (
    <TextInput
      aria-label={label}
      placeholder={placeholder}
      inputMode="decimal"
      maxLength={15}
      error={read === 'bad' ? words.bad : undefined}
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value)
        const now = typedNumber(event.currentTarget.value, locale)
        onChange(now === 'bad' ? null : now, now === 'bad')
      }}
    />
  )
}

function DayField({ label, value, onChange }: FieldProps) {
  const { today } = useAppState()
  const on = typeof value === 'object' && value !== null ? value.day : null
  return (
    <DateField
      label={label}
      today={today}
      value={on as Parameters<typeof DateField>[0]['value']}
      onChange={day => onChange(day === null ? null : { day }, false)}
    />
  )
}

function YesNoField({ label, placeholder, value, onChange }: FieldProps) {
  return (
    <Select
      aria-label={label}
      placeholder={placeholder}
      clearable
      data={[
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ]}
      value={typeof value === 'string' ? value : null}
      onChange={chosen => onChange(chosen, false)}
    />
  )
}
