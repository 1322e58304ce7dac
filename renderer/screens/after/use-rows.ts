import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { ContactState } from '../../../src/domain/aefi/contact'
import { useKeys } from '../../components/use-keys'
import { rowHeight } from './ConcernedRow'

/** A long list of lines of one height, and which of them has the cursor. */
export function useRows(count: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const rows = useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () =>
      rowHeight * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16),
    overscan: 12,
  })
  function goTo(index: number) {
    const next = Math.min(Math.max(index, 0), Math.max(count - 1, 0))
    setAt(next)
    rows.scrollToIndex(next)
  }
  return { scroller, rows, at, setAt, goTo }
}

/** The keys of a list of calls: arrows, ↵ for the record, 1–3 for what came of the call. */
export function useCallKeys(list: {
  readonly at: number
  readonly goTo: (index: number) => void
  readonly open: () => void
  readonly note: (state: ContactState) => void
}): void {
  const { at, goTo, open, note } = list
  useKeys({
    ArrowDown: () => goTo(at + 1),
    ArrowUp: () => goTo(at - 1),
    PageDown: () => goTo(at + 10),
    PageUp: () => goTo(at - 10),
    Enter: event => (event.target instanceof HTMLButtonElement ? false : open()),
    1: () => note('fine'),
    2: () => note('symptoms'),
    3: () => note('unreachable'),
  })
}
