import type { OpenVial } from '../../../src/contract/vial-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { formatDayShort, formatTime } from '../../components/format'
import { useSessionNow } from '../../frame/use-board'
import { text } from '../../text'
import styles from './Stock.module.css'
import type { Named } from './shelves'

/** Open vials, the first to be thrown away on top. */
export function VialList(props: {
  readonly vials: readonly OpenVial[]
  readonly vaccines: readonly Named[]
  readonly chosenId: string | null
  readonly onChoose: (vialId: string) => void
}) {
  const { vials, vaccines, chosenId, onChoose } = props
  if (vials.length === 0)
    return <EmptyState title={text.ledger.vials.none}>{text.ledger.vials.noneHint}</EmptyState>
  return (
    <ul className={styles.vials} data-testid="open-vials">
      {vials.map(vial => (
        <li key={vial.vialId}>
          <button
            type="button"
            className={`${styles.vial} ${vial.vialId === chosenId ? styles.chosen : ''}`}
            aria-pressed={vial.vialId === chosenId}
            onClick={() => onChoose(vial.vialId)}
          >
            <b>{nameOf(vaccines, vial.vaccineCode)}</b>
            <span className={styles.soft}>
              {text.stock.lotTitle(vial.lotNumber)} · {openedWords(vial)}
            </span>
            <VialChips vial={vial} />
          </button>
        </li>
      ))}
    </ul>
  )
}

export function nameOf(vaccines: readonly Named[], code: string): string {
  return vaccines.find(vaccine => vaccine.code === code)?.shortName ?? code
}

export function openedWords({ openedAt, openedByName }: OpenVial): string {
  const opened = text.ledger.vials.openedAt(formatTime(openedAt), formatDayShort(vietnamDayOf(openedAt)))
  return openedByName ? `${opened}, ${openedByName}` : opened
}

/** How much is left, and how long it may be used. */
export function VialChips({ vial }: { readonly vial: OpenVial }) {
  const now = useSessionNow(30_000)
  const leftMs = Date.parse(vial.discardBy) - now
  const minutes = Math.max(0, Math.floor(leftMs / 60_000))
  const isLong = vial.endsWithSession && discardsAtMidnight(vial)
  return (
    <span className={styles.chips}>
      <Chip kind="info">{text.ledger.vials.left(vial.left, vial.doses)}</Chip>
      {leftMs < 0 && <Chip kind="wrong">{text.ledger.vials.over}</Chip>}
      {leftMs >= 0 && isLong && <Chip kind="ok">{text.ledger.vials.untilEnd}</Chip>}
      {leftMs >= 0 && !isLong && (
        <Chip kind={minutes < 60 ? 'late' : 'ok'}>{text.ledger.vials.minutesLeft(minutes)}</Chip>
      )}
    </span>
  )
}

/** The end of its day stands for the end of the session: hours until midnight would say the wrong thing. */
function discardsAtMidnight({ discardBy }: OpenVial): boolean {
  return discardBy.endsWith('T16:59:59.999Z')
}
