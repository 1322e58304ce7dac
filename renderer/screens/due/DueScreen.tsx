import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { countDue } from '../../../src/contract/due-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { useSearch, useSearchKeys } from '../../frame/search'
import { text } from '../../text'
import { CountLists } from './CountLists'
import styles from './Due.module.css'
import { DueFilters } from './DueFilters'
import { DueLineRow, lineHeight } from './DueLineRow'
import { ages, type DueChoice, firstChoice, isNarrowed, nextOf, requestOf, statuses } from './due-choice'
import { RenewalNotice } from './RenewalNotice'
import { useDueList } from './use-due-list'

/** Đến hạn: everybody who is due, by place, vaccine and age; what is kept answers at once, whatever the register's size. */
export function DueScreen() {
  const due = useDue()
  const { choice, choose, list, counts, total } = due
  const bar = useRef<HTMLElement>(null)
  useListKeys(due)
  useFilterKeys(due, bar)
  return (
    <div className={styles.screen}>
      <Panel
        title={text.due.title}
        note={text.due.count(formatCount(total))}
        actions={
          <>
            <ExportButton of={{ list: 'due', filter: due.filter, order: choice.order }} testId="export-due" />
            <Keys />
          </>
        }
        className={styles.panel}
      >
        <DueFilters bar={bar} choice={choice} counts={counts.data} today={due.today} onChoose={choose} />
        {list.first && <RenewalNotice renewal={list.first.renewal} waiting={counts.data?.waiting ?? null} />}
        <States due={due} />
        <Lines due={due} />
      </Panel>
      <CountLists counts={counts.data} choice={choice} onChoose={choose} />
    </div>
  )
}

type Due = ReturnType<typeof useDue>

/** What is chosen, who fits, and which line has the cursor. */
function useDue() {
  const { today } = useAppState()
  const { go } = useNavigation()
  const search = useSearch()
  const typed = search.text.trim()
  // Whoever comes back from a record finds the list, and the line, as they left them.
  const { draft, setDraft } = useDraft('due', () => ({ choice: firstChoice, at: 0 }))
  const { choice, at } = draft
  const [total, setTotal] = useState(0)
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useLines(total, scroller)
  const filter = requestOf(choice, typed, today)
  const inView = lines.getVirtualItems().map(line => line.index)
  const list = useDueList(filter, choice.order, inView)
  const counts = useCallQuery(countDue, { filter }, { keep: true })
  const known = list.first?.total ?? 0
  if (known !== total) setTotal(known)
  useReturnTo(at, total, lines)

  function goTo(index: number) {
    setDraft({ choice, at: index })
    lines.scrollToIndex(index)
  }
  function choose(part: Partial<DueChoice>) {
    setDraft({ choice: { ...choice, ...part }, at: 0 })
    lines.scrollToIndex(0)
  }
  function clear() {
    choose({ ...firstChoice, status: choice.status })
    search.clear()
  }
  function open(index: number) {
    const line = list.lineAt(index)
    if (line) go({ name: 'person', personId: line.hit.personId })
  }
  const move = (step: number) => goTo(Math.min(Math.max(at + step, 0), Math.max(total - 1, 0)))
  return { today, typed, filter, choice, choose, clear, list, counts, total, lines, scroller, at, move, open }
}

function States({ due: { list, counts, total, choice, typed, clear } }: { readonly due: Due }) {
  const error = list.error ?? counts.error
  const narrowed = isNarrowed(choice, typed)
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={list.error ? list.retry : counts.retry} />}
      {list.isLoading && <LateSkeleton lines={10} />}
      {list.first && total === 0 && (
        <EmptyState title={text.due.empty}>
          {narrowed ? text.due.emptyFiltered : text.due.emptyHint}
          {narrowed && (
            <p className={styles.clear}>
              <QuietButton onPress={clear}>{text.due.clear}</QuietButton>
            </p>
          )}
        </EmptyState>
      )}
    </>
  )
}

function Lines({ due: { scroller, lines, list, today, at, open } }: { readonly due: Due }) {
  return (
    <div ref={scroller} className={styles.scroller} role="listbox" aria-label={text.due.title} tabIndex={-1}>
      <div className={styles.all} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(line => (
          <DueLineRow
            key={line.key}
            measure={lines.measureElement}
            index={line.index}
            top={line.start}
            line={list.lineAt(line.index)}
            today={today}
            isChosen={line.index === at}
            onOpen={() => open(line.index)}
          />
        ))}
      </div>
    </div>
  )
}

function Keys() {
  return (
    <>
      <Kbd>↑↓</Kbd> {text.reception.keysChoose} <Kbd>↵</Kbd> {text.due.keysOpen} <Kbd>1</Kbd>
      <Kbd>2</Kbd>
      <Kbd>3</Kbd> {text.due.keysStatus}
    </>
  )
}

/** The same keys in the search box and outside; a focused button or field keeps its own Enter and arrows. */
function useListKeys({ move, open, at }: Due): void {
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(10),
    PageUp: () => move(-10),
    Enter: () => open(at),
  }
  const own = (act: () => void) => (event: KeyboardEvent) => {
    const isControl = event.target instanceof HTMLButtonElement || event.target instanceof HTMLInputElement
    return isControl ? false : act()
  }
  useKeys(Object.fromEntries(Object.entries(keys).map(([key, act]) => [key, own(act)])))
  useSearchKeys(event => {
    const act = keys[event.key]
    if (!act || event.ctrlKey) return
    event.preventDefault()
    act()
  })
}

/** One key for each choice, as the bar shows them. */
function useFilterKeys({ choice, choose }: Due, bar: RefObject<HTMLElement | null>): void {
  const focus = (name: string) =>
    bar.current?.querySelector<HTMLInputElement>(`[data-testid="${name}"]`)?.focus()
  useKeys({
    ...Object.fromEntries(statuses.map((status, index) => [`${index + 1}`, () => choose({ status })])),
    t: () => focus('due-place'),
    v: () => focus('due-row'),
    u: () => choose({ age: nextOf(ages, choice.age) }),
    s: () => choose({ order: choice.order === 'oldest' ? 'newest' : 'oldest' }),
  })
}

/** Shows the line that had the cursor as soon as the list is there again. */
function useReturnTo(at: number, total: number, lines: ReturnType<typeof useLines>): void {
  const isThere = total > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first answer is there
  useEffect(() => {
    if (isThere && at > 0) lines.scrollToIndex(at)
  }, [isThere])
}

function useLines(count: number, scroller: RefObject<HTMLDivElement | null>) {
  return useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () =>
      lineHeight * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16),
    overscan: 12,
  })
}
