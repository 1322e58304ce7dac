import { type ReactNode, useRef } from 'react'
import styles from './Button.module.css'
import { Kbd } from './Kbd'
import { useKeys } from './use-keys'

/**
 * What the hand does next: one a screen. Ctrl+↵ presses it from anywhere; `hint` is the key shown on it, when another
 * key (such as ↵ in a list) does the same.
 */
export function FilledButton(props: {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly hint?: string
  readonly isDisabled?: boolean
  readonly isBusy?: boolean
  readonly isWide?: boolean
  readonly level?: 'screen' | 'dialog'
  readonly testId?: string
  readonly type?: 'button' | 'submit'
}) {
  const { children, onPress, hint = 'Ctrl ↵', isDisabled = false, isBusy = false, isWide = false } = props
  const button = useRef<HTMLButtonElement>(null)
  useKeys({ 'Ctrl+Enter': () => button.current?.click() }, props.level ?? 'screen', !isDisabled && !isBusy)
  return (
    <button
      ref={button}
      type={props.type ?? 'button'}
      className={`${styles.filled} ${isWide ? styles.wide : ''}`}
      disabled={isDisabled || isBusy}
      aria-busy={isBusy}
      aria-keyshortcuts="Control+Enter"
      data-testid={props.testId}
      onClick={onPress}
    >
      <span>{children}</span>
      <Kbd onFill>{hint}</Kbd>
    </button>
  )
}
