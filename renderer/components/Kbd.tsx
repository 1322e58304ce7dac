import type { ReactNode } from 'react'
import styles from './Kbd.module.css'

/** A key as it stands on the keyboard. Hidden from screen readers: the control itself carries `aria-keyshortcuts`. */
export function Kbd({
  children,
  onFill = false,
}: {
  readonly children: ReactNode
  readonly onFill?: boolean
}) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus
    <kbd className={`${styles.kbd} ${onFill ? styles.onFill : ''}`} aria-hidden="true">
      {children}
    </kbd>
  )
}
