import type { KitLine } from '../../../src/contract/aefi-calls'
import type { AnaphylaxisCard } from '../../../src/domain/aefi/adrenaline'
import { needsHand } from '../../../src/domain/aefi/emergency-kit'
import { formatDay } from '../../components/format'
import { locale, text } from '../../text'
import styles from './Emergency.module.css'

/** What the box holds, and what of it cannot be relied on. */
export function KitNotice({
  card,
  kit,
}: {
  readonly card: AnaphylaxisCard
  readonly kit: readonly KitLine[]
}) {
  const words = text.emergency
  return (
    <section>
      <h3>{words.kit}</h3>
      <ul className={styles.kit}>
        {kit.map(({ itemCode, check, state }) => {
          const item = card.kit.find(({ code }) => code === itemCode)
          return (
            <li key={itemCode} className={needsHand(state) ? styles.wanting : ''}>
              {needsHand(state) ? '▲' : '✓'} {item?.name[locale]} · {check?.count ?? '–'}/{item?.needed}
              {check?.expiresOn && ` · ${words.until(formatDay(check.expiresOn))}`}
              {needsHand(state) && ` · ${words.kitStates[state]}`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
