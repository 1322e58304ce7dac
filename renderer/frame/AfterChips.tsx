import { getEmergencyCard, listReportClocks } from '../../src/contract/aefi-calls'
import { repeatState } from '../../src/domain/aefi/adrenaline'
import { needsHand } from '../../src/domain/aefi/emergency-kit'
import { Chip } from '../components/Chip'
import { formatLeft } from '../components/format'
import { useNow } from '../components/use-now'
import { useCallQuery } from '../data/use-call-query'
import { text } from '../text'
import { useEmergency } from './emergency'
import { useNavigation } from './navigation'
import status from './StatusBar.module.css'
import styles from './TopBar.module.css'

const hourMs = 3_600_000

/** On every screen: how long is left to report a severe case, by the clock it was written with. */
export function ReportClockChip() {
  const { data, readAtMs } = useCallQuery(listReportClocks, {}, { keep: true })
  const { go } = useNavigation()
  const now = useNow(15_000)
  const first = data?.lines[0]
  if (!data || !first) return null
  const leftMs = Date.parse(first.dueAt) - (now + Date.parse(data.now) - readAtMs)
  const isOverdue = leftMs < 0
  const words = isOverdue
    ? text.after.clock.overdue(Math.ceil(-leftMs / hourMs))
    : text.after.clock.left(Math.floor(leftMs / hourMs), Math.floor(leftMs / 60_000))
  return (
    <button
      type="button"
      className={styles.bare}
      title={text.after.clock.hint}
      data-testid="report-clock"
      onClick={() =>
        go(
          data.lines.length === 1
            ? { name: 'aefi-case', caseId: first.caseId }
            : { name: 'after', tab: 'cases' },
        )
      }
    >
      <Chip kind="wrong" glyph={isOverdue ? '✕' : '▲'}>
        {words}
        {data.lines.length > 1 && ` · ${text.after.clock.several(data.lines.length)}`}
      </Chip>
    </button>
  )
}

/** While adrenaline is being given: when the next may be, with the card closed as well. */
export function AdrenalineChip() {
  const { injections, open } = useEmergency()
  const { data } = useCallQuery(getEmergencyCard, {}, { isOn: injections.length > 0, keep: true })
  const now = useNow(1000)
  const last = injections.at(-1)
  if (last === undefined || !data) return null
  const { state, fromMs, toMs } = repeatState(data.card, last, now)
  const words = {
    wait: formatLeft(fromMs - now),
    may: formatLeft(toMs - now),
    late: formatLeft(now - toMs),
  }
  return (
    <button type="button" className={styles.bare} data-testid="adrenaline-chip" onClick={() => open(null)}>
      <Chip kind={state === 'wait' ? 'wait' : state === 'may' ? 'due' : 'wrong'}>
        {text.emergency.chip(injections.length, words[state])}
      </Chip>
    </button>
  )
}

/** How many things of the emergency box must be seen to; 0 until it is read. */
export function useKitWanting(): number {
  const { data } = useCallQuery(getEmergencyCard, {}, { keep: true })
  return data?.kit.filter(({ state }) => needsHand(state)).length ?? 0
}

/** Something of the emergency box is wanting: said on every screen until somebody has seen to it. */
export function KitSign() {
  const wanting = useKitWanting()
  const { go } = useNavigation()
  if (wanting === 0) return null
  return (
    <button
      type="button"
      className={status.help}
      data-testid="kit-sign"
      onClick={() => go({ name: 'after', tab: 'kit' })}
    >
      <span aria-hidden="true">▲</span> {text.after.kit.chip(wanting)}
    </button>
  )
}
