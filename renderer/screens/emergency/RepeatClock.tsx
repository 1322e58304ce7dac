import { type AnaphylaxisCard, repeatState } from '../../../src/domain/aefi/adrenaline'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import { FilledButton } from '../../components/FilledButton'
import { formatLeft, formatTime } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useNow } from '../../components/use-now'
import { text } from '../../text'
import styles from './Emergency.module.css'

/** The times of the injections and when the next may be given. */
export function RepeatClock(props: {
  readonly card: AnaphylaxisCard
  readonly injections: readonly number[]
  readonly onInjected: () => void
  readonly onClear: () => void
}) {
  const { card, injections, onInjected, onClear } = props
  const words = text.emergency
  const now = useNow(500)
  const last = injections.at(-1)
  const repeat = last === undefined ? null : repeatState(card, last, now)
  return (
    <section className={styles.repeat}>
      <FilledButton level="dialog" onPress={onInjected} testId="adrenaline-given">
        {words.given(injections.length + 1)}
      </FilledButton>
      {injections.length > 0 && (
        <ol className={styles.times} aria-label={words.times}>
          {injections.map((at, index) => (
            <li key={at}>{words.time(index + 1, formatTime(instantOf(at)))}</li>
          ))}
        </ol>
      )}
      {repeat && (
        <p role="status" className={styles[repeat.state]} data-testid="repeat-state">
          {repeat.state === 'wait' && `◷ ${words.wait(formatLeft(repeat.fromMs - now))}`}
          {repeat.state === 'may' && `● ${words.may(formatLeft(repeat.toMs - now))}`}
          {repeat.state === 'late' && `▲ ${words.late(formatLeft(now - repeat.toMs))}`}
        </p>
      )}
      {injections.length > 0 && (
        <QuietButton isSmall onPress={onClear}>
          {words.stable}
        </QuietButton>
      )}
    </section>
  )
}
