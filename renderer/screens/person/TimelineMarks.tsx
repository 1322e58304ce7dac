import type { TimelineMark } from '../../../src/domain/schedule/timeline'
import styles from './Timeline.module.css'

const glyphs: Readonly<Record<TimelineMark['status'], string>> = {
  valid: '✓',
  'not-valid': '✕',
  extra: '○',
  unknown: '?',
  due: '●',
  overdue: '▲',
  later: '◇',
}

/** The time in which a dose may be given, or may have been given, behind its mark. */
export function TimelineTarget({ mark }: { readonly mark: TimelineMark }) {
  if (mark.kind === 'given') return mark.span && <Bar {...mark.span} className={styles.perhaps} />
  const { window, late, isOpen, status } = mark
  return (
    <>
      <Bar
        {...window}
        className={`${styles.window} ${styles[status]} ${isOpen && !late ? styles.open : ''}`}
      />
      {late && <Bar {...late} className={`${styles.lateBar} ${isOpen ? styles.open : ''}`} />}
    </>
  )
}

function Bar(props: { readonly from: number; readonly to: number; readonly className: string | undefined }) {
  const { from, to, className } = props
  return (
    <span
      className={`${styles.bar} ${className}`}
      style={{ left: percent(from), width: percent(Math.max(0, to - from)) }}
    />
  )
}

/** One dose given or to come. Focus or pointing chooses it. */
export function TimelineMarkView(props: {
  readonly mark: TimelineMark
  readonly words: string
  readonly isTabStop: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const { mark, words, isTabStop, isChosen, onChoose } = props
  const isProjected = mark.kind === 'target' && mark.cell.isProjected
  const names = [styles.mark, styles[mark.status], isProjected && styles.projected, isChosen && styles.chosen]
  return (
    <button
      type="button"
      className={names.filter(Boolean).join(' ')}
      style={{ left: percent(mark.place) }}
      data-mark={mark.key}
      data-status={mark.status}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={words}
      onFocus={onChoose}
      onMouseEnter={onChoose}
      onClick={onChoose}
    >
      <span aria-hidden="true">{glyphs[mark.status]}</span>
      {mark.cell.doseNumber !== null && (
        <span className={styles.number} aria-hidden="true">
          {mark.cell.doseNumber}
        </span>
      )}
    </button>
  )
}

function percent(place: number): string {
  return `${(place * 100).toFixed(2)}%`
}
