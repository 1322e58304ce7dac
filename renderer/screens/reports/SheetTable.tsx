import { useCallback, useRef, useState } from 'react'
import type { SheetSection } from '../../../src/domain/report/report-sheet'
import { useKeys } from '../../components/use-keys'
import { locale, text } from '../../text'
import { type Cursor, cellAt, movedCursor, type SheetCell } from './cells'
import styles from './Reports.module.css'
import { LongBody, ShortBody } from './SheetBody'
import { SheetHead } from './SheetHead'

/** Sections with more lines are drawn only where they are looked at. */
const mostDrawn = 100

/** A report as it stands on paper: sections below one another. Arrow keys move through the cells, ↵ opens one. */
export function SheetTable(props: {
  readonly sections: readonly SheetSection[]
  readonly onOpen: (cell: SheetCell) => void
}) {
  const { sections, onOpen } = props
  const scroller = useRef<HTMLElement>(null)
  const [cursor, setCursor] = useState<Cursor | null>(null)
  const move = (rows: number, columns: number) => (event: KeyboardEvent) => {
    // Arrow keys of a group of choices are its own.
    if (event.target instanceof HTMLInputElement) return false
    setCursor(now => movedCursor(sections, now, { rows, columns }))
    return true
  }
  useKeys({
    ArrowDown: move(1, 0),
    ArrowUp: move(-1, 0),
    ArrowRight: move(0, 1),
    ArrowLeft: move(0, -1),
    PageDown: move(12, 0),
    PageUp: move(-12, 0),
  })
  const open = useCallback(
    (at: Cursor) => {
      setCursor(at)
      const cell = cellAt(sections, at)
      if (cell) onOpen(cell)
    },
    [sections, onOpen],
  )
  return (
    <section ref={scroller} className={styles.sheet} aria-label={text.report.title} data-testid="sheet">
      {sections.map((section, index) => {
        const Body = section.lines.length > mostDrawn ? LongBody : ShortBody
        return (
          <div key={section.id}>
            <h3 className={styles.sectionTitle}>{section.title[locale]}</h3>
            {section.lines.length === 0 ? (
              <p className={`${styles.about} ${styles.quiet}`}>{text.report.nothing}</p>
            ) : (
              <table className={styles.table} data-testid={`section-${section.id}`}>
                <caption className="visually-hidden">{section.title[locale]}</caption>
                <SheetHead section={section} />
                <Body
                  section={section}
                  index={index}
                  scroller={scroller}
                  cursor={cursor?.section === index ? cursor : null}
                  onOpen={open}
                />
              </table>
            )}
          </div>
        )
      })}
    </section>
  )
}
