import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { SheetLine, SheetRow, SheetSection } from '../../../src/domain/report/report-sheet'
import { locale, text } from '../../text'
import type { Cursor } from './cells'
import styles from './Reports.module.css'
import { SheetCellButton } from './SheetCellButton'

type BodyProps = {
  readonly section: SheetSection
  /** Which section of the sheet it is. */
  readonly index: number
  readonly scroller: RefObject<HTMLElement | null>
  readonly cursor: Cursor | null
  readonly onOpen: (at: Cursor) => void
}

/** All lines of a section. */
export function ShortBody({ section, index, cursor, onOpen }: BodyProps) {
  return (
    <tbody>
      {section.lines.map((line, at) => (
        <Line
          key={keyOf(line)}
          section={section}
          index={index}
          at={at}
          line={line}
          column={cursor?.line === at ? cursor.column : null}
          onOpen={onOpen}
        />
      ))}
    </tbody>
  )
}

/** The lines of a long section that are in view; room is kept for the others. */
export function LongBody({ section, index, scroller, cursor, onOpen }: BodyProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [above, setAbove] = useState(0)
  // The table stands below other sections of the same sheet.
  useLayoutEffect(() => {
    const top = body.current?.parentElement?.offsetTop ?? 0
    setAbove(top + (body.current?.offsetTop ?? 0))
  }, [])
  const rows = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: section.lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 1.875 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 20,
    scrollMargin: above,
  })
  const line = cursor?.line ?? null
  useEffect(() => {
    if (line !== null) rows.scrollToIndex(line, { align: 'auto' })
  }, [line, rows])
  const shown = rows.getVirtualItems()
  const before = (shown[0]?.start ?? above) - above
  const after = rows.getTotalSize() + above - (shown.at(-1)?.end ?? above)
  return (
    <tbody ref={body}>
      <Room height={before} />
      {shown.map(({ index: at }) => {
        const each = section.lines[at]
        return (
          each && (
            <Line
              key={keyOf(each)}
              section={section}
              index={index}
              at={at}
              line={each}
              column={cursor?.line === at ? cursor.column : null}
              onOpen={onOpen}
              measure={rows.measureElement}
            />
          )
        )
      })}
      <Room height={after} />
    </tbody>
  )
}

function Room({ height }: { readonly height: number }) {
  return height <= 0 ? null : (
    <tr>
      <td style={{ height }} />
    </tr>
  )
}

function keyOf(line: SheetLine): string {
  return line.kind === 'group' ? `group ${line.label.vi}` : line.rowId
}

type LineProps = {
  readonly section: SheetSection
  readonly index: number
  readonly at: number
  readonly line: SheetLine
  /** Where the cursor stands in it; null: elsewhere. */
  readonly column: number | null
  readonly onOpen: (at: Cursor) => void
  readonly measure?: (element: HTMLTableRowElement | null) => void
}

const Line = memo(function Line(props: LineProps) {
  const { section, line, at, measure } = props
  if (line.kind === 'group')
    return (
      <tr ref={measure} data-index={at}>
        <td className={styles.groupRoom} />
        <th scope="rowgroup" className={styles.group} colSpan={section.columns.length + 1}>
          {line.label[locale]}
        </th>
      </tr>
    )
  return (
    <tr ref={measure} data-index={at} data-testid="sheet-row">
      <td className={styles.number}>{line.number}</td>
      {section.rowHead && (
        <th scope="row" className={styles.rowName} title={sourceWords(line)}>
          {line.label?.[locale]}
        </th>
      )}
      <Cells {...props} line={line} />
    </tr>
  )
})

function Cells({ section, index, at, line, column, onOpen }: LineProps & { readonly line: SheetRow }) {
  return section.columns.map((each, place) => (
    <SheetCellButton
      key={each.id}
      rowLabel={line.label?.[locale] ?? String(line.number)}
      column={each}
      value={line.cells[place] ?? null}
      isAsked={line.row?.notAsked?.includes(each.id) !== true}
      isHere={column === place}
      onOpen={() => onOpen({ section: index, line: at, column: place })}
    />
  ))
}

function sourceWords({ row }: SheetRow): string | undefined {
  if (!row) return
  const unverified = row.confirmation === 'unverified' ? `${text.report.unverifiedRow} ` : ''
  return `${unverified}${text.report.names.source(row.source)}`
}
