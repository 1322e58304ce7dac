import type { Share } from '../../../src/domain/report/indicators/measure'
import { Chip } from '../../components/Chip'
import { formatCount } from '../../components/format'
import { text } from '../../text'
import styles from './Indicators.module.css'
import { markWords, partWords, percentOf, percentWords } from './share-words'

/** What a share is to reach, or not to pass. */
export type Aim = { readonly percent: number; readonly isLimit: boolean }

/** One share as a bar with its target; it opens to its names. Filled plainly where it is well, hatched where it is not. */
export function ShareBar(props: {
  readonly label: string
  readonly share: Share
  readonly aim: Aim | null
  readonly onOpen: () => void
}) {
  const { label, share, aim, onOpen } = props
  const percent = percentOf(share)
  const isGood = isWell(percent, aim)
  return (
    <button
      type="button"
      className={styles.bar}
      aria-label={`${markWords(label, share)}${aim && percent !== null ? `, ${aimWords(percent, aim)}` : ''}`}
      title={aim ? limitWords(aim) : undefined}
      data-testid="share-bar"
      onClick={onOpen}
    >
      <span>{label}</span>
      <span className={styles.room} aria-hidden="true">
        <span
          className={`${styles.fill} ${isGood ? '' : styles.fillBad}`}
          style={{ width: `${Math.min(100, Math.max(0, percent ?? 0))}%` }}
        />
        {aim && <span className={styles.aim} style={{ left: `calc(${aim.percent}% - 1px)` }} />}
      </span>
      <span className={styles.share}>{percentWords(share)}</span>
      <span className={styles.part}>{percent === null ? text.indicators.nobodyOld : partWords(share)}</span>
      <span>
        {aim && percent !== null && <Chip kind={isGood ? 'ok' : 'late'}>{aimWords(percent, aim)}</Chip>}
      </span>
    </button>
  )
}

/** Whether nothing stands against a share: no target, nobody asked, or the target reached. */
export function isWell(percent: number | null, aim: Aim | null): boolean {
  return aim === null || percent === null || isReached(percent, aim)
}

function isReached(percent: number, { percent: aim, isLimit }: Aim): boolean {
  return isLimit ? percent <= aim : percent >= aim
}

function aimWords(percent: number, aim: Aim): string {
  const { reached, below, within, above } = text.indicators
  if (aim.isLimit) return isReached(percent, aim) ? within : above
  return isReached(percent, aim) ? reached : below
}

function limitWords({ percent, isLimit }: Aim): string {
  const words = isLimit ? text.indicators.limit : text.indicators.target
  return words(formatCount(percent))
}
