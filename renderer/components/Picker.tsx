import { Select } from '@mantine/core'
import { nameKey } from '../../src/domain/person/name-key'
import { text } from '../text'

/** One thing to pick. */
export type Choice = { readonly value: string; readonly label: string }

/** A list filtered by typing without diacritics ("dong son" finds "Đông Sơn"); ↵ takes the first hit. */
export function Picker(props: {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly isClearable?: boolean
  readonly isLabelHidden?: boolean
  readonly error?: string | null
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly testId?: string
}) {
  return (
    <Select
      label={props.isLabelHidden ? undefined : props.label}
      aria-label={props.label}
      data={props.choices.map(({ value, label }) => ({ value, label }))}
      value={props.value}
      onChange={value => props.onChange(value)}
      searchable
      selectFirstOptionOnChange
      filter={({ options, search }) => {
        const words = nameKey(search).split(' ')
        return options.filter(option => 'label' in option && fits(nameKey(String(option.label)), words))
      }}
      limit={60}
      nothingFoundMessage={text.common.nothingFound}
      placeholder={props.placeholder ?? text.common.choose}
      withAsterisk={props.isRequired ?? false}
      disabled={props.isDisabled ?? false}
      clearable={props.isClearable ?? false}
      allowDeselect={false}
      error={props.error ?? undefined}
      autoFocus={props.autoFocus ?? false}
      openOnFocus={false}
      data-testid={props.testId}
    />
  )
}

function fits(key: string, words: readonly string[]): boolean {
  return words.every(word => key.startsWith(word) || key.includes(` ${word}`))
}
