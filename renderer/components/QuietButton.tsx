import type { ReactNode } from 'react'
import styles from './Button.module.css'
import { Kbd } from './Kbd'

/** Everything that is not the next step. `tone` wrong marks what cannot be undone. */
export function QuietButton(props: {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly hint?: string
  readonly isDisabled?: boolean
  readonly isWide?: boolean
  readonly isSmall?: boolean
  readonly tone?: 'plain' | 'wrong'
  readonly label?: string
  readonly testId?: string
  readonly isPressed?: boolean
}) {
  const { children, onPress, hint, isWide = false, isSmall = false, tone = 'plain' } = props
  const names = [
    styles.quiet,
    isWide && styles.wide,
    isSmall && styles.small,
    tone === 'wrong' && styles.wrong,
  ]
  return (
    <button
      type="button"
      className={names.filter(Boolean).join(' ')}
      disabled={props.isDisabled}
      aria-label={props.label}
      aria-pressed={props.isPressed}
      data-testid={props.testId}
      onClick={onPress}
    >
      <span>{children}</span>
      {hint !== undefined && <Kbd>{hint}</Kbd>}
    </button>
  )
}
