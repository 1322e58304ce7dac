import { Select } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { nameKey } from '../../src/domain/person/name-key'
import { text } from '../text'
import { isComposing } from './use-keys'

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
  const enter = useEnter(props)
  return (
    <Select
      searchValue={enter.search}
      onSearchChange={enter.setSearch}
      onKeyDown={enter.onKeyDown}
      label={props.isLabelHidden ? undefined : props.label}
      aria-label={props.label}
      data={props.choices.map(({ value, label }) => ({ value, label }))}
      value={props.value}
      onChange={enter.onChange}
      searchable
      selectFirstOptionOnChange
      filter={({ options, search }) => {
        return options.filter(option => 'label' in option && fits(String(option.label), search))
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

/** The list marks its first hit a moment after it is drawn; ↵ in that moment takes the first hit all the same. */
function useEnter(props: Parameters<typeof Picker>[0]) {
  const [search, setSearch] = useState('')
  const isTaken = useRef(false)
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' || event.ctrlKey || isComposing(event.nativeEvent)) return
    const known = props.choices.find(({ value }) => value === props.value)
    if (search.trim() === '' || search === known?.label) return
    isTaken.current = false
    const hit = props.choices.find(({ label }) => fits(label, search))
    window.setTimeout(() => {
      if (!isTaken.current && hit) props.onChange(hit.value)
    })
  }
  return {
    search,
    setSearch,
    onKeyDown,
    onChange(value: string | null) {
      isTaken.current = true
      props.onChange(value)
    },
  }
}

function fits(label: string, search: string): boolean {
  const key = nameKey(label)
  return nameKey(search)
    .split(' ')
    .every(word => key.startsWith(word) || key.includes(` ${word}`))
}
