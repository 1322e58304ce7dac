import { PasswordInput, TextInput } from '@mantine/core'
import { type Role, roles } from '../../../src/domain/point/point'
import { Picker } from '../../components/Picker'
import { text } from '../../text'
import styles from './Start.module.css'
import type { UserDraft } from './start-draft'

/** Name, role, and the PIN twice. */
export function UserFields(props: {
  readonly user: UserDraft
  readonly isTried: boolean
  readonly choices?: readonly Role[]
  readonly onChange: (user: UserDraft) => void
}) {
  const { user, isTried, choices = roles, onChange } = props
  const differs = user.pin !== user.pinAgain && (isTried || user.pinAgain.length >= user.pin.length)
  return (
    <div className={styles.fields}>
      <TextInput
        label={text.start.userName}
        withAsterisk
        className={styles.whole}
        autoComplete="off"
        value={user.name}
        onChange={event => onChange({ ...user, name: event.currentTarget.value })}
      />
      <div className={styles.whole}>
        <Picker
          label={text.start.role}
          choices={choices.map(role => ({ value: role, label: text.frame.roles[role] }))}
          value={user.role}
          onChange={role => onChange({ ...user, role: toRole(role) ?? user.role })}
        />
      </div>
      <PasswordInput
        label={text.start.pin}
        withAsterisk
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={user.pin}
        onChange={event => onChange({ ...user, pin: digitsOf(event.currentTarget.value) })}
      />
      <PasswordInput
        label={text.start.pinAgain}
        withAsterisk
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={user.pinAgain}
        error={differs && user.pinAgain !== '' ? text.start.pinDiffers : undefined}
        onChange={event => onChange({ ...user, pinAgain: digitsOf(event.currentTarget.value) })}
      />
    </div>
  )
}

function toRole(value: string | null): Role | null {
  return roles.find(role => role === value) ?? null
}

function digitsOf(typed: string): string {
  return typed.replace(/\D/gu, '')
}
