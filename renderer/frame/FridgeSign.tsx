import { listFridges } from '../../src/contract/cold-chain-calls'
import { useCallQuery } from '../data/use-call-query'
import { formatDegrees, formatMoment } from '../screens/cold-chain/degrees'
import { text } from '../text'
import { useNavigation } from './navigation'
import styles from './StatusBar.module.css'

/** The fridges in a word: the last reading, or what is missing or undecided. Leads to the cold chain. */
export function FridgeSign() {
  const { data } = useCallQuery(listFridges, {})
  const { go } = useNavigation()
  const fridges = (data ?? []).filter(({ isActive }) => isActive)
  const [first] = fridges
  if (!first) return null
  const undecided = fridges.reduce((sum, fridge) => sum + fridge.undecided, 0)
  const isMissing = fridges.some(({ missing }) => missing.length > 0)
  const words =
    undecided > 0
      ? text.coldChain.undecidedCount(undecided)
      : first.last
        ? text.coldChain.lastRead(formatDegrees(first.last.temperatureC), formatMoment(first.last.at))
        : text.coldChain.neverRead
  return (
    <button
      type="button"
      className={styles.help}
      data-testid="fridge-sign"
      onClick={() => go({ name: 'cold-chain' })}
    >
      <span aria-hidden="true">{undecided > 0 ? '✕' : isMissing ? '▲' : '●'}</span> {first.name}: {words}
    </button>
  )
}
