import type { ReactNode } from 'react'
import styles from './Chip.module.css'

/** What a colour says: due today, late or caution, done or valid, wrong or forbidden, waiting, a plain note. */
export type ChipKind = 'due' | 'late' | 'ok' | 'wrong' | 'wait' | 'info'

/** The sign that says the same as the colour, for eyes that do not tell colours apart. */
export const glyphOf: Readonly<Record<ChipKind, string>> = {
  due: '●',
  late: '▲',
  ok: '✓',
  wrong: '✕',
  wait: '○',
  info: '',
}

/** A small coloured word. The glyph is always there, so colour is never alone. */
export function Chip(props: {
  readonly kind: ChipKind
  readonly children: ReactNode
  readonly title?: string
  readonly glyph?: string
}) {
  const { kind, children, title, glyph = glyphOf[kind] } = props
  return (
    <span className={`${styles.chip} ${styles[kind]}`} title={title}>
      {glyph !== '' && (
        <span className={styles.glyph} aria-hidden="true">
          {glyph}
        </span>
      )}
      <span className={styles.word}>{children}</span>
    </span>
  )
}
