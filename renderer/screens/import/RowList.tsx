import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useRef, useState } from 'react'
import {
  type ImportSummary,
  listImportRows,
  type RowLine,
  rowKinds,
} from '../../../src/contract/import-calls'
import { call } from '../../api'
import { formatCount } from '../../components/format'
import { Tabs } from '../../components/Tabs'
import { useKeys } from '../../components/use-keys'
import { CallFailure, pageKey, useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Import.module.css'
import { RowView } from './RowView'
import type { ImportWork } from './use-import'

const pageSize = 100
const lineHeight = 34
const tabs = ['all', ...rowKinds, 'noted'] as const
type Tab = (typeof tabs)[number]

/** Every row of the file with what it comes to; those that may be somebody known are decided here. */
export function RowList({ work, summary }: { readonly work: ImportWork; readonly summary: ImportSummary }) {
  const first: Tab = summary.kinds.refused > 0 ? 'refused' : summary.kinds.possible > 0 ? 'possible' : 'all'
  const [tab, setTab] = useState<Tab>(first)
  const [at, setAt] = useState(0)
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRows(work, summary, tab, scroller)
  function move(step: number) {
    const next = Math.min(Math.max(at + step, 0), Math.max(rows.total - 1, 0))
    setAt(next)
    rows.lines.scrollToIndex(next)
  }
  const chosen = rows.lineAt(at)
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(10),
    PageUp: () => move(-10),
    c: () => decide(work, chosen, 'same'),
    m: () => decide(work, chosen, 'new'),
    b: () => decide(work, chosen, null),
  })
  return (
    <>
      <Tabs
        label={text.importFile.listLabel}
        tabs={tabs.map(kind => ({ value: kind, label: labelOf(kind, summary) }))}
        value={tab}
        onChange={next => {
          setTab(next)
          setAt(0)
        }}
      />
      <Lines work={work} rows={rows} scroller={scroller} at={at} onChoose={setAt} />
    </>
  )
}

/** A tab with how many rows are behind it. */
function labelOf(kind: Tab, { kinds, rows }: ImportSummary): string {
  const count = kind === 'noted' ? null : kind === 'all' ? rows : kinds[kind]
  return count === null ? text.importFile.kinds[kind] : `${text.importFile.kinds[kind]} ${formatCount(count)}`
}

function Lines(props: {
  readonly work: ImportWork
  readonly rows: ReturnType<typeof useRows>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly at: number
  readonly onChoose: (index: number) => void
}) {
  const { work, rows, scroller, at, onChoose } = props
  return (
    <div
      ref={scroller}
      className={styles.table}
      role="listbox"
      aria-label={text.importFile.listLabel}
      tabIndex={-1}
    >
      {rows.total === 0 && !rows.isLoading && <p className={styles.emptyKind}>{text.importFile.emptyKind}</p>}
      <div className={styles.all} style={{ height: rows.lines.getTotalSize() }}>
        {rows.lines.getVirtualItems().map(line => (
          <RowView
            key={line.key}
            measure={rows.lines.measureElement}
            index={line.index}
            top={line.start}
            line={rows.lineAt(line.index)}
            decision={work.decisions.get(rows.lineAt(line.index)?.firstRow ?? 0) ?? null}
            isChosen={line.index === at}
            onChoose={() => onChoose(line.index)}
            onDecide={(kind, candidate) => decide(work, rows.lineAt(line.index), kind, candidate)}
          />
        ))}
      </div>
    </div>
  )
}

/** A decision about the person of a row; `same` means the first candidate unless another is named. */
function decide(work: ImportWork, line: RowLine | null, kind: 'same' | 'new' | null, candidate = 0): void {
  if (line?.kind !== 'possible') return
  const { firstRow, candidates } = line
  const personId = kind === 'same' ? (candidates[candidate]?.personId ?? null) : null
  work.decide(kind === null ? null : { row: firstRow, decision: kind, personId }, firstRow)
}

/** The pages in view. The digest is part of the question: another check is another list. */
function useRows(
  work: ImportWork,
  { digest }: ImportSummary,
  tab: Tab,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const token = work.file?.token ?? ''
  const kind = tab === 'all' ? null : tab
  const head = useCallQuery(listImportRows, { token, kind, offset: 0, limit: 1 })
  const total = head.data?.total ?? 0
  const lines = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () =>
      lineHeight * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16),
    overscan: 10,
  })
  const wanted = [...new Set(lines.getVirtualItems().map(({ index }) => Math.floor(index / pageSize)))]
  const pages = useQueries({
    queries: wanted.map(page => ({
      queryKey: pageKey(listImportRows, { token, kind, page, digest }),
      queryFn: async () => {
        const answer = await call(listImportRows, { token, kind, offset: page * pageSize, limit: pageSize })
        if (!answer.ok) throw new CallFailure(answer.error)
        return answer.value.lines
      },
    })),
  })
  return {
    total,
    isLoading: head.isLoading,
    lines,
    lineAt: (index: number): RowLine | null =>
      pages[wanted.indexOf(Math.floor(index / pageSize))]?.data?.[index % pageSize] ?? null,
  }
}
