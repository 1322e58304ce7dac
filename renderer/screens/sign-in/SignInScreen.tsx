import { PasswordInput } from '@mantine/core'
import { type RefObject, useRef, useState } from 'react'
import { signIn, switchMode, type UserItem } from '../../../src/contract/point-calls'
import { call } from '../../api'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Kbd } from '../../components/Kbd'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './SignIn.module.css'

/** Who is working: choose, PIN, Enter. */
export function SignInScreen() {
  const state = useAppState()
  const users = state.users.filter(user => user.active)
  const [at, setAt] = useState(0)
  const [pin, setPin] = useState('')
  const pinField = useRef<HTMLInputElement>(null)
  const entry = useCallMutation(signIn)
  const user = users[at]

  function choose(next: number) {
    if (next < 0 || next >= users.length) return
    setAt(next)
    setPin('')
    entry.clearError()
    pinField.current?.focus()
  }
  async function enter() {
    if (!user || pin === '') return
    const answer = await entry.send({ userId: user.userId, pin })
    if (answer.ok) return
    setPin('')
    pinField.current?.focus()
  }
  useKeys({
    ArrowDown: () => choose(at + 1),
    ArrowUp: () => choose(at - 1),
    ...Object.fromEntries(users.slice(0, 9).map((_, number) => [`Alt+${number + 1}`, () => choose(number)])),
  })

  return (
    <main className={styles.page} data-mode={state.mode} data-testid="screen-sign-in">
      {state.mode === 'practice' && <p className={styles.practice}>{text.setUp.mode}</p>}
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          void enter()
        }}
      >
        <Panel title={state.point?.name ?? text.frame.product} note={text.start.signIn} padded>
          <div className={styles.body}>
            <UserChoice users={users} at={at} onChoose={choose} />
            <PinField ref={pinField} name={user?.name ?? null} pin={pin} setPin={setPin} />
            {entry.error && <ErrorNotice error={entry.error} />}
            <FilledButton type="submit" hint="↵" isWide isDisabled={pin.length < 4} isBusy={entry.isSaving}>
              {text.start.enter}
            </FilledButton>
            <Hint practicePin={state.practicePin} />
          </div>
        </Panel>
      </form>
      <OtherMode mode={state.mode} />
    </main>
  )
}

function UserChoice(props: {
  readonly users: readonly UserItem[]
  readonly at: number
  readonly onChoose: (number: number) => void
}) {
  const { users, at, onChoose } = props
  return (
    <div className={styles.users} role="listbox" tabIndex={-1} aria-label={text.start.users}>
      {users.map((item, number) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys and digits move the choice
        <div
          key={item.userId}
          role="option"
          aria-selected={number === at}
          tabIndex={-1}
          className={styles.user}
          onClick={() => onChoose(number)}
        >
          <span className={styles.name}>{item.name}</span>
          <span className={styles.role}>{text.frame.roles[item.role]}</span>
          {number < 9 && <Kbd>{`Alt ${number + 1}`}</Kbd>}
        </div>
      ))}
    </div>
  )
}

function Hint({ practicePin }: { readonly practicePin: string | null }) {
  return (
    <p className={styles.hint}>
      {practicePin === null ? text.start.signInHint : text.start.practicePinHint(practicePin)}
    </p>
  )
}

function OtherMode({ mode }: { readonly mode: 'real' | 'practice' }) {
  const other = mode === 'practice' ? 'real' : 'practice'
  return (
    <QuietButton onPress={() => void call(switchMode, { mode: other })}>
      {mode === 'practice' ? text.start.leavePractice : text.start.practice}
    </QuietButton>
  )
}

function PinField(props: {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly name: string | null
  readonly pin: string
  readonly setPin: (pin: string) => void
}) {
  const { ref, name, pin, setPin } = props
  return (
    <PasswordInput
      ref={ref}
      label={name === null ? text.start.pin : text.start.signInPin(name)}
      size="md"
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      autoFocus
      data-scan="own"
      data-testid="pin"
      value={pin}
      onChange={event => setPin(event.currentTarget.value.replace(/\D/gu, ''))}
    />
  )
}
