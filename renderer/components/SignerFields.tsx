import { PasswordInput, Select } from '@mantine/core'
import type { Signers, useSigner } from '../data/use-signer'
import { text } from '../text'

/** Who signs, and their PIN. */
export function SignerFields(props: {
  readonly signers: Signers
  readonly signing: Pick<ReturnType<typeof useSigner>, 'signer' | 'pin' | 'setPin' | 'choose'>
  readonly words: { readonly signer: string; readonly pin: (name: string) => string }
  readonly testId: string
  /** The PIN has the focus when a dialog opens. */
  readonly isFirst?: boolean
}) {
  const { signers, signing, words, testId, isFirst = false } = props
  const { signer, pin } = signing
  return (
    <>
      <Select
        label={words.signer}
        data={signers.map(({ userId, name, role }) => ({
          value: userId,
          label: `${name} · ${text.frame.roles[role]}`,
        }))}
        value={signer?.userId ?? null}
        onChange={value => value !== null && signing.choose(value)}
        allowDeselect={false}
      />
      <PasswordInput
        label={words.pin(signer?.name ?? '')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        {...(isFirst ? { 'data-autofocus': true } : {})}
        data-scan="own"
        data-testid={testId}
        value={pin}
        onChange={event => signing.setPin(event.currentTarget.value.replace(/\D/gu, ''))}
      />
    </>
  )
}
