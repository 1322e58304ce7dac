import { TextInput } from '@mantine/core'
import type { Address } from '../../../src/domain/person/person'
import { text } from '../../text'

/** Hamlet and street of an address. */
export function HomeFields(props: {
  readonly address: Address
  readonly onChange: (address: Address) => void
}) {
  const { address, onChange } = props
  return (
    <>
      <TextInput
        label={text.common.hamlet}
        autoComplete="off"
        maxLength={200}
        value={address.hamlet ?? ''}
        onChange={event => onChange({ ...address, hamlet: event.currentTarget.value || null })}
      />
      <TextInput
        label={text.common.addressLine}
        autoComplete="off"
        maxLength={200}
        value={address.line ?? ''}
        onChange={event => onChange({ ...address, line: event.currentTarget.value || null })}
      />
    </>
  )
}
