import { Select, TextInput } from '@mantine/core'
import { text } from '../../text'
import { type Receipt, readTemperature } from './receipt'

const indicators = ['fine', 'alarm', 'none'] as const

/** Where a delivery comes from and what was seen on arrival. What speaks against it sets its doses aside. */
export function ArrivalFields(props: {
  readonly draft: Receipt
  readonly isSupply: boolean
  readonly onChange: (part: Partial<Receipt>) => void
}) {
  const { draft, isSupply, onChange } = props
  const { arrival } = text.ledger
  return (
    <>
      <TextInput
        label={arrival.supplier}
        maxLength={200}
        value={draft.supplier}
        onChange={event => onChange({ supplier: event.currentTarget.value })}
      />
      <TextInput
        label={arrival.documentNumber}
        maxLength={60}
        value={draft.documentNumber}
        onChange={event => onChange({ documentNumber: event.currentTarget.value })}
      />
      {!isSupply && <ColdFields draft={draft} onChange={onChange} />}
    </>
  )
}

function ColdFields(props: { readonly draft: Receipt; readonly onChange: (part: Partial<Receipt>) => void }) {
  const { draft, onChange } = props
  const { arrival } = text.ledger
  return (
    <>
      <TextInput
        label={arrival.dosesPerVial}
        inputMode="numeric"
        maxLength={3}
        value={draft.dosesPerVial}
        onChange={event => onChange({ dosesPerVial: event.currentTarget.value })}
      />
      <TextInput
        label={arrival.temperature}
        maxLength={5}
        value={draft.temperature}
        error={readTemperature(draft.temperature) === undefined ? arrival.badTemperature : null}
        onChange={event => onChange({ temperature: event.currentTarget.value })}
      />
      <Select
        label={arrival.vvm}
        clearable
        data={arrival.vvmStages.map((label, index) => ({ value: String(index + 1), label }))}
        value={draft.vvmStage}
        placeholder={text.common.choose}
        onChange={vvmStage => onChange({ vvmStage })}
      />
      <Select
        label={arrival.indicator}
        clearable
        data={indicators.map(value => ({ value, label: arrival.indicators[value] }))}
        value={draft.indicator}
        placeholder={text.common.choose}
        onChange={indicator => onChange({ indicator })}
      />
    </>
  )
}
