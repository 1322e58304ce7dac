import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** Nothing here yet: says so, and what to do first. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.what}>{children}</div>}
    </div>
  )
}
