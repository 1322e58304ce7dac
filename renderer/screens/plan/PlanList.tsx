import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useRef, useState } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { formatCount } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useKeys } from '../../components/use-keys'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Plan.module.css'
import { lineHeight, PlanRow } from './PlanRow'
import { type Showing, visibleLines } from './plan-state'
import type { PlanDesk, usePlanLine } from './use-plan'

/** Everybody in the plan or due, with the cursor on one of them. Draws only what is in sight. */
export function PlanList(props: {
  readonly desk: PlanDesk
  readonly acts: ReturnType<typeof usePlanLine>
  readonly showing: Showing
  readonly hamlet: string | null
}) {
  const { desk, acts, showing, hamlet } = props
  const { go } = useNavigation()
  const scroller = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  const shown = visibleLines(desk.lines, showing, hamlet)
  const at = Math.min(chosen, Math.max(shown.length - 1, 0))
  const rows = useRows(shown.length, scroller)
  const here = shown[at] ?? null
  useRowKeys({
    move(step) {
      const next = Math.min(Math.max(at + step, 0), Math.max(shown.length - 1, 0))
      setChosen(next)
      rows.scrollToIndex(next)
    },
    toggle: () => here && acts.toggle(here),
    place: slotAt => here && acts.moveTo(here, slotAt),
    open: () => here && go({ name: 'person', personId: here.personId }),
  })
  if (!desk.view) return <LateSkeleton lines={10} />
  return (
    <>
      <Caption shown={shown.length} due={desk.view.totalDue} />
      {shown.length === 0 && <EmptyState title={text.plan.emptyTitle}>{text.plan.emptyHint}</EmptyState>}
      <div
        ref={scroller}
        className={styles.scroller}
        role="listbox"
        aria-label={text.plan.title}
        tabIndex={-1}
      >
        <div className={styles.all} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ key, index, start }) => (
            <PlanRow
              key={key}
              measure={rows.measureElement}
              index={index}
              top={start}
              line={shown[index] ?? null}
              desk={desk}
              isChosen={index === at}
              onChoose={() => setChosen(index)}
              acts={acts}
            />
          ))}
        </div>
      </div>
    </>
  )
}

function Caption({ shown, due }: { readonly shown: number; readonly due: number }) {
  return (
    <p className={styles.caption}>
      <span>{text.plan.shown(formatCount(shown), formatCount(due))}</span>
      <span className={styles.keys}>
        <Kbd>↑↓</Kbd> <Kbd>Space</Kbd> {text.plan.keysTick} <Kbd>1</Kbd>…<Kbd>9</Kbd> {text.plan.keysSlot}{' '}
        <Kbd>↵</Kbd> {text.plan.keysOpen}
      </span>
    </p>
  )
}

function useRows(count: number, scroller: RefObject<HTMLDivElement | null>) {
  return useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () =>
      lineHeight * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16),
    overscan: 10,
  })
}

type RowActs = {
  readonly move: (step: number) => void
  readonly toggle: () => unknown
  readonly place: (slotAt: number) => unknown
  readonly open: () => unknown
}

/** Keys of the list; a focused button or field keeps its own. */
function useRowKeys({ move, toggle, place, open }: RowActs): void {
  const own = (act: () => unknown) => (event: KeyboardEvent) => {
    const target = event.target
    const isControl =
      target instanceof HTMLButtonElement ||
      target instanceof HTMLSelectElement ||
      target instanceof HTMLInputElement
    if (isControl) return false
    act()
    return true
  }
  const digits = Array.from(
    { length: 9 },
    (_, slotAt) => [`${slotAt + 1}`, own(() => place(slotAt))] as const,
  )
  useKeys({
    ArrowDown: own(() => move(1)),
    ArrowUp: own(() => move(-1)),
    PageDown: own(() => move(10)),
    PageUp: own(() => move(-10)),
    ' ': own(toggle),
    Delete: own(toggle),
    Enter: own(open),
    ...Object.fromEntries(digits),
  })
}
