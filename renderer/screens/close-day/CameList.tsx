import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { ClosingView } from '../../../src/contract/close-calls'
import { Panel } from '../../components/Panel'
import { text } from '../../text'
import { codes } from '../../text/codes'
import { outcomeGlyphs } from '../board/lanes'
import styles from './CloseDay.module.css'

const lineHeight = 33

/** Who came, and how it ended. */
export function CameList({ came }: Pick<ClosingView, 'came'>) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: came.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  })
  if (came.length === 0) return null
  return (
    <Panel title={text.closeDay.came} note={text.closeDay.cameNote(came.length)}>
      <div ref={scroller} className={styles.scroller}>
        <ul className={styles.virtual} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const person = came[index]
            return (
              person && (
                <li
                  key={person.visitId}
                  className={styles.shortLine}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <span className={styles.who}>{text.board.cardName(person.ticket, person.displayName)}</span>
                  <span className={styles.soft} title={person.outcomeNote ?? undefined}>
                    {endOf(person)}
                  </span>
                </li>
              )
            )
          })}
        </ul>
      </div>
    </Panel>
  )
}

function endOf({ outcome, outcomeNote, given }: ClosingView['came'][number]): string {
  if (outcome === null) return ''
  const words =
    given.length > 0 ? given.join(', ') : [codes.outcomes[outcome], outcomeNote].filter(Boolean).join(': ')
  return `${outcomeGlyphs[outcome]} ${words}`
}
