import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useRef, useState } from 'react'
import { listPersons, type PersonHit, searchPersons } from '../../../src/contract/person-calls'
import { call } from '../../api'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCount } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { PersonLine } from '../../components/PersonLine'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { ExportButton } from '../../data/ExportButton'
import { CallFailure, pageKey, useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { useSearch, useSearchKeys } from '../../frame/search'
import { text } from '../../text'
import styles from './People.module.css'

const pageSize = 100
const lineHeight = 54

/** Người: the whole register, page by page as one scrolls, or what the search box says. */
export function PeopleScreen() {
  const { go } = useNavigation()
  const register = useRegister()
  const { typed, found, count } = register
  const [at, setAt] = useState(0)
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useLines(count, scroller)
  const pages = usePages(typed === '' ? lines.getVirtualItems().map(line => line.index) : [])
  const hitAt = (index: number): PersonHit | null =>
    typed === '' ? (pages.personAt(index) ?? null) : (found.data?.hits[index] ?? null)

  function move(step: number) {
    const next = Math.min(Math.max(at + step, 0), Math.max(count - 1, 0))
    setAt(next)
    lines.scrollToIndex(next)
  }
  function open(index: number) {
    const hit = hitAt(index)
    if (hit) go({ name: 'person', personId: hit.personId })
  }
  usePeopleKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(10),
    PageUp: () => move(-10),
    Enter: () => open(at),
  })

  return (
    <Panel
      title={text.people.register}
      note={text.people.count(formatCount(count))}
      actions={
        <>
          <QuietButton isSmall onPress={() => go({ name: 'old-addresses' })} testId="old-addresses">
            {text.household.oldAddresses}
          </QuietButton>
          <ExportButton of={{ list: 'register', text: typed }} testId="export-register" />
          <ListKeys />
        </>
      }
      className={styles.panel}
    >
      <States register={register} />
      {pages.failed && <ErrorNotice error={pages.failed.error} onRetry={pages.retry} />}
      <Lines scroller={scroller} lines={lines} at={at} hitAt={hitAt} onOpen={open} />
    </Panel>
  )
}

function Line(props: {
  readonly measure: (line: HTMLElement | null) => void
  readonly index: number
  readonly top: number
  readonly hit: PersonHit | null
  readonly isChosen: boolean
  readonly onOpen: () => void
}) {
  const { measure, index, top, hit, isChosen, onOpen } = props
  const { today } = useAppState()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys and Enter of the screen do the same
    <div
      ref={measure}
      data-index={index}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={styles.line}
      style={{ transform: `translateY(${top}px)`, minHeight: `${lineHeight / 16}rem` }}
      onClick={onOpen}
    >
      {hit && <PersonLine hit={hit} today={today} />}
    </div>
  )
}

/** Reads the pages that are in view; gives the person at a place in the register once its page is there. */
function usePages(indexes: readonly number[]) {
  const wanted = [...new Set(indexes.map(index => Math.floor(index / pageSize)))]
  const pages = useQueries({
    queries: wanted.map(page => ({
      queryKey: pageKey(listPersons, { offset: page * pageSize, limit: pageSize }),
      queryFn: async () => {
        const answer = await call(listPersons, { offset: page * pageSize, limit: pageSize })
        if (!answer.ok) throw new CallFailure(answer.error)
        return answer.value.hits
      },
    })),
  })
  const failed = pages.map(({ error }) => error).find(error => error instanceof CallFailure) ?? null
  return {
    personAt: (index: number): PersonHit | undefined =>
      pages[wanted.indexOf(Math.floor(index / pageSize))]?.data?.[index % pageSize],
    failed,
    retry: () => void Promise.all(pages.filter(({ isError }) => isError).map(page => page.refetch())),
  }
}

/** The same keys in the search box and outside; a focused button keeps its own Enter. */
function usePeopleKeys(keys: Readonly<Record<string, () => void>>): void {
  useKeys({
    ...keys,
    Enter: event => (event.target instanceof HTMLButtonElement ? false : keys.Enter?.()),
  })
  useSearchKeys(event => {
    const act = keys[event.key]
    if (!act || event.ctrlKey) return
    event.preventDefault()
    act()
  })
}

/** The register as a whole, or the hits of what stands in the search box. */
function useRegister() {
  const search = useSearch()
  const typed = search.text.trim()
  const found = useCallQuery(searchPersons, { text: typed, limit: 100 }, { isOn: typed !== '', keep: true })
  const first = useCallQuery(listPersons, { offset: 0, limit: 1 })
  const count = typed === '' ? (first.data?.persons ?? 0) : (found.data?.hits.length ?? 0)
  const error = typed === '' ? first.error : found.error
  return { typed, found, first, count, error }
}

function ListKeys() {
  return (
    <>
      <Kbd>↑↓</Kbd> {text.reception.keysChoose} <Kbd>↵</Kbd> {text.people.keysOpen} <Kbd>Ctrl N</Kbd>{' '}
      {text.reception.keysNew}
    </>
  )
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

function States({ register }: { readonly register: ReturnType<typeof useRegister> }) {
  const { typed, first, count, error } = register
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={first.retry} />}
      {first.isLoading && <LateSkeleton lines={10} />}
      {first.data && count === 0 && (
        <EmptyState title={typed === '' ? text.people.empty : text.reception.nobodyTitle(typed)}>
          {text.people.emptyHint}
        </EmptyState>
      )}
    </>
  )
}

function Lines(props: {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly lines: ReturnType<typeof useLines>
  readonly at: number
  readonly hitAt: (index: number) => PersonHit | null
  readonly onOpen: (index: number) => void
}) {
  const { scroller, lines, at, hitAt, onOpen } = props
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label={text.people.register}
      tabIndex={-1}
    >
      <div className={styles.all} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(line => (
          <Line
            key={line.key}
            measure={lines.measureElement}
            index={line.index}
            top={line.start}
            hit={hitAt(line.index)}
            isChosen={line.index === at}
            onOpen={() => onOpen(line.index)}
          />
        ))}
      </div>
    </div>
  )
}
