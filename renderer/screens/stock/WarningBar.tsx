import { Chip, type ChipKind } from '../../components/Chip'
import { text } from '../../text'
import styles from './Stock.module.css'
import type { ShelfWarnings } from './shelves'

const kinds: readonly (readonly [keyof ShelfWarnings, ChipKind])[] = [
  ['overHours', 'wrong'],
  ['expired', 'wrong'],
  ['aside', 'late'],
  ['below', 'late'],
  ['soon', 'late'],
  ['above', 'info'],
]

/** What somebody should look at on the shelves, the worst first. */
export function WarningBar({ warnings }: { readonly warnings: ShelfWarnings }) {
  const told = kinds.filter(([name]) => warnings[name] > 0)
  return (
    <p className={styles.warnings} role="status" data-testid="stock-warnings">
      {told.length === 0 && <Chip kind="ok">{text.ledger.warnings.fine}</Chip>}
      {told.map(([name, kind]) => (
        <Chip key={name} kind={kind}>
          {text.ledger.warnings[name](warnings[name])}
        </Chip>
      ))}
    </p>
  )
}
