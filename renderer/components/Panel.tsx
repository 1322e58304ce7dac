import type { ReactNode } from 'react'
import styles from './Panel.module.css'

/** A white sheet with a head line. `body` scrolls by itself when `scrolls` is set; the page never does. */
export function Panel(props: {
  readonly title?: ReactNode
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly label?: string
  readonly scrolls?: boolean
  readonly padded?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  const { title, note, actions, label, scrolls = false, padded = false, className, children } = props
  return (
    <section className={`${styles.panel} ${className ?? ''}`} aria-label={label ?? asLabel(title)}>
      {title !== undefined && (
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {note !== undefined && <span className={styles.note}>{note}</span>}
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      <div className={`${styles.body} ${scrolls ? styles.scrolls : ''} ${padded ? styles.padded : ''}`}>
        {children}
      </div>
    </section>
  )
}

function asLabel(title: ReactNode): string | undefined {
  return typeof title === 'string' ? title : undefined
}
