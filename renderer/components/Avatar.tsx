import { initialsOf } from '../../src/domain/person/name-key'
import styles from './Avatar.module.css'

/** The square with the last two initials; a newborn without a name shows those of the name it goes by. */
export function Avatar({
  name,
  size = 'small',
}: {
  readonly name: string
  readonly size?: 'small' | 'large'
}) {
  return (
    <span className={`${styles.avatar} ${styles[size]}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
