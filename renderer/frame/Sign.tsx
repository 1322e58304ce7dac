import styles from './StatusBar.module.css'

/** A word of the status bar with a dot: full where all is well, empty where something is missing. */
export function Sign({ isGood, children }: { readonly isGood: boolean; readonly children: string }) {
  return (
    <span className={styles.sign}>
      <span className={isGood ? styles.good : styles.missing} aria-hidden="true">
        {isGood ? '●' : '○'}
      </span>
      {children}
    </span>
  )
}
