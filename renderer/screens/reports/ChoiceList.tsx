import { type ReactNode, useEffect, useRef } from 'react'
import { useKeys } from '../../components/use-keys'
import styles from './Reports.module.css'

/** A short list to choose from, one of several beside each other: ↑ ↓ move in the active one, ↵ opens. */
export function ChoiceList<T>(props: {
  readonly label: string
  readonly choices: readonly T[]
  readonly idOf: (choice: T) => string
  readonly chosen: string
  readonly isActive: boolean
  readonly onChoose: (choice: T) => void
  readonly onOpen: (choice: T) => void
  /** A click opens as well; else it only chooses. */
  readonly isPressOpening?: boolean
  readonly testId: string
  readonly children: (choice: T) => ReactNode
}) {
  const { label, choices, idOf, chosen, isActive, onChoose, onOpen, testId, children } = props
  const list = useRef<HTMLDivElement>(null)
  const at = choices.findIndex(choice => idOf(choice) === chosen)
  const move = (step: number) => {
    const next = choices[Math.min(Math.max(at + step, 0), choices.length - 1)]
    if (next) onChoose(next)
  }
  const open = (event: KeyboardEvent) => {
    const here = choices[at]
    if (!here || event.target instanceof HTMLButtonElement) return false
    return onOpen(here)
  }
  useKeys({ ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: open }, 'screen', isActive)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen is what has moved
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div
      ref={list}
      className={styles.options}
      role="listbox"
      aria-label={label}
      data-active={isActive}
      tabIndex={-1}
    >
      {choices.map(choice => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys and Enter of the screen do the same
        <div
          key={idOf(choice)}
          role="option"
          aria-selected={idOf(choice) === chosen}
          tabIndex={-1}
          className={styles.option}
          data-testid={testId}
          onClick={() => {
            onChoose(choice)
            if (props.isPressOpening) onOpen(choice)
          }}
        >
          {children(choice)}
        </div>
      ))}
    </div>
  )
}
