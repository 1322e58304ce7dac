import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef, useState } from 'react'
import { type KeyLevel, useKeys } from '../../components/use-keys'
import styles from './Duplicates.module.css'

/** Lines of a list of any length, the cursor moved with ↑ ↓; keys act on the line that has it. */
export function LongList<T>(props: {
  readonly label: string
  readonly count: number
  readonly lineHeight: number
  readonly itemAt: (index: number) => T | null
  /** Tells which lines are in view, so that their pages are read. */
  readonly onView: (indexes: readonly number[]) => void
  readonly children: (item: T) => ReactNode
  readonly keys: Readonly<Record<string, (item: T) => void>>
  readonly onPress?: (item: T) => void
  /** Hears of the line the cursor has moved to. */
  readonly onMove?: (item: T) => void
  /** Where its keys are heard; in a dialog: there. */
  readonly level?: KeyLevel
}) {
  const { label, count, itemAt, children, keys, onPress, onMove } = props
  const { lines, scroller, at, move: moveTo } = useLines(props)
  const move = (step: number) => {
    const item = itemAt(moveTo(step))
    if (item) onMove?.(item)
  }
  const press = (item: T, index: number) => {
    moveTo(index - at)
    onPress?.(item)
  }
  const act = (key: string) => (event: KeyboardEvent) => {
    const item = itemAt(at)
    if (!item || (key === 'Enter' && event.target instanceof HTMLButtonElement)) return false
    return keys[key]?.(item)
  }
  useKeys(
    {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      PageDown: () => move(10),
      PageUp: () => move(-10),
      ...Object.fromEntries(Object.keys(keys).map(key => [key, act(key)])),
    },
    props.level,
  )
  return (
    <div ref={scroller} className={styles.scroller} role="listbox" aria-label={label} tabIndex={-1}>
      <div className={styles.all} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(line => {
          const item = line.index < count ? itemAt(line.index) : null
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys and Enter of the screen do the same
            <div
              key={line.key}
              ref={lines.measureElement}
              data-index={line.index}
              role="option"
              aria-selected={line.index === at}
              tabIndex={-1}
              className={styles.line}
              style={{ transform: `translateY(${line.start}px)`, minHeight: `${props.lineHeight / 16}rem` }}
              onClick={() => item && press(item, line.index)}
            >
              {item && children(item)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function useLines(props: {
  readonly count: number
  readonly lineHeight: number
  readonly onView: (indexes: readonly number[]) => void
}) {
  const { count, lineHeight, onView } = props
  const [at, setAt] = useState(0)
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () =>
      lineHeight * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16),
    overscan: 12,
    onChange: virtualizer => onView(virtualizer.getVirtualItems().map(({ index }) => index)),
  })
  function move(step: number): number {
    const next = Math.min(Math.max(at + step, 0), Math.max(count - 1, 0))
    setAt(next)
    lines.scrollToIndex(next)
    return next
  }
  return { lines, scroller, at: Math.min(at, Math.max(count - 1, 0)), move }
}
