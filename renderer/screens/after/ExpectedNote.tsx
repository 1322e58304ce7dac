import type { ExpectedReaction } from '../../../src/domain/aefi/expected-reactions'
import { locale, text } from '../../text'
import styles from './After.module.css'

/** What is known of reactions after these vaccines, with the mark of what nobody has compared. */
export function ExpectedNote({ expected }: { readonly expected: readonly ExpectedReaction[] }) {
  const words = text.after.reaction
  const once = expected.filter(
    (entry, index) => expected.findIndex(({ code }) => code === entry.code) === index,
  )
  if (once.length === 0) return null
  return (
    <ul className={styles.expected}>
      {once.map(entry => (
        <li key={entry.code}>
          {words.expected(entry.name[locale], entry.common[locale])}
          {entry.rare && ` · ${words.rare(entry.rare[locale])}`}
          {entry.unverified && <b> {words.unverified}</b>}
        </li>
      ))}
    </ul>
  )
}
