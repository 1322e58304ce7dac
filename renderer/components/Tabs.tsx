import styles from './Tabs.module.css'

/** Tabs moved with ← → when one has the focus. */
export function Tabs<T extends string>(props: {
  readonly label: string
  readonly tabs: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** Many tabs beside buttons: they stand closer. */
  readonly isDense?: boolean
}) {
  const { label, tabs, value, onChange, isDense = false } = props
  function move(step: number, from: HTMLElement) {
    const at = tabs.findIndex(tab => tab.value === value)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    onChange(next.value)
    const buttons = from.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]')
    buttons?.[(at + step + tabs.length) % tabs.length]?.focus()
  }
  return (
    <div role="tablist" aria-label={label} className={`${styles.tabs} ${isDense ? styles.dense : ''}`}>
      {tabs.map(tab => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          tabIndex={tab.value === value ? 0 : -1}
          className={styles.tab}
          onClick={() => onChange(tab.value)}
          onKeyDown={event => {
            if (event.key === 'ArrowRight') move(1, event.currentTarget)
            if (event.key === 'ArrowLeft') move(-1, event.currentTarget)
          }}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
