import { listCommunes, listProvinces } from '../../src/contract/point-calls'
import { Picker } from '../components/Picker'
import { text } from '../text'
import { useCallQuery } from './use-call-query'

/** Province, then commune, from the two-level units. A change of province empties the commune. */
export function UnitPicker(props: {
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly onChange: (unit: {
    readonly provinceCode: string | null
    readonly communeCode: string | null
  }) => void
  readonly isRequired?: boolean
  readonly error?: string | null
  readonly autoFocus?: boolean
}) {
  const { provinceCode, communeCode, onChange, isRequired = false } = props
  const provinces = useCallQuery(listProvinces, {})
  const communes = useCallQuery(
    listCommunes,
    { provinceCode: provinceCode ?? '' },
    { isOn: provinceCode !== null },
  )
  return (
    <>
      <Picker
        label={text.common.province}
        choices={toChoices(provinces.data)}
        value={provinceCode}
        isRequired={isRequired}
        isClearable={!isRequired}
        autoFocus={props.autoFocus ?? false}
        onChange={value => onChange({ provinceCode: value, communeCode: null })}
      />
      <Picker
        label={text.common.commune}
        choices={provinceCode === null ? [] : toChoices(communes.data)}
        value={communeCode}
        isRequired={isRequired}
        isClearable={!isRequired}
        isDisabled={provinceCode === null}
        error={props.error ?? null}
        onChange={value => onChange({ provinceCode, communeCode: value })}
      />
    </>
  )
}

function toChoices(units: readonly { readonly code: string; readonly name: string }[] | null) {
  return (units ?? []).map(({ code, name }) => ({ value: code, label: name }))
}
