import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type RefObject, useEffect, useRef } from 'react'
import type { BoardCard } from '../../../src/contract/visit-calls'
import { Avatar } from '../../components/Avatar'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { formatAge, formatDay, formatTime } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { Panel } from '../../components/Panel'
import { useAppState } from '../../frame/app-state'
import { useBoard } from '../../frame/use-board'
import { text } from '../../text'
import { codes } from '../../text/codes'
import { outcomeGlyphs } from '../board/lanes'
import styles from './Reception.module.css'
import { Option } from './ResultList'
import type { PeopleToChoose } from './use-people-to-choose'
import { type VisitPlace, visitPlaceOf } from './visit-place'

type Row = { readonly key: string } & ({ readonly title: string } | { readonly card: BoardCard })

type Choosing = {
  readonly people: PeopleToChoose
  readonly personId: string | null
  readonly onChoose: (personId: string) => void
}

/** With an empty search box: who is expected, who just came. */
export function TodayList(props: Choosing) {
  const { expected, recent } = props.people
  return (
    <Panel
      title={expected.length > 0 ? text.reception.expectedToday : text.frame.reception}
      note={text.reception.expectedNote(expected.length)}
      actions={
        <>
          <Kbd>↑↓</Kbd> {text.reception.keysChoose} <Kbd>Ctrl N</Kbd> {text.reception.keysNew}
        </>
      }
      scrolls
    >
      {expected.length + recent.length === 0 && (
        <EmptyState title={text.reception.nobodyExpected}>{text.reception.firstDay}</EmptyState>
      )}
      <Lines {...props} />
    </Panel>
  )
}

/** Draws only the lines in view. */
function Lines({ people, personId, onChoose }: Choosing) {
  const { board } = useBoard()
  const list = useRef<HTMLDivElement>(null)
  const rows = rowsOf(people)
  const lines = useLines(rows, personId, list)
  const drawn = lines.getVirtualItems().flatMap(({ index, key, start }) => {
    const row = rows[index]
    return row ? [{ row, index, key, start }] : []
  })
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={text.common.today}
      tabIndex={-1}
      className={styles.lines}
      style={{ height: lines.getTotalSize() }}
    >
      {drawn.map(({ row, index, key, start }) => (
        <div
          key={key}
          ref={lines.measureElement}
          data-index={index}
          role="presentation"
          className={styles.line}
          style={{ transform: `translateY(${start}px)` }}
        >
          {'title' in row ? (
            <p className={styles.group}>{row.title}</p>
          ) : (
            <CardOption
              card={row.card}
              stage={(board && visitPlaceOf(board, row.card.personId)?.stage) ?? null}
              isChosen={row.card.personId === personId}
              onChoose={onChoose}
            />
          )}
        </div>
      ))}
    </div>
  )
}

/** Those who are expected first; their title is that of the panel. */
function rowsOf({ expected, recent }: PeopleToChoose): readonly Row[] {
  const cards = (all: readonly BoardCard[]) => all.map(card => ({ key: card.visitId ?? card.personId, card }))
  const title = { key: 'recent', title: text.reception.recent }
  return [...cards(expected), ...(recent.length > 0 ? [title, ...cards(recent)] : [])]
}

/** Height of a line before it is measured, in rem. */
const lineRem = 3.25

/** The lines in view, and whoever is chosen brought among them. */
function useLines(rows: readonly Row[], chosenId: string | null, list: RefObject<HTMLDivElement | null>) {
  const lines = useVirtualizer<HTMLElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => list.current?.parentElement ?? null,
    getItemKey: index => rows[index]?.key ?? index,
    estimateSize: () => lineRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 8,
  })
  const at = chosenId === null ? -1 : rows.findIndex(row => 'card' in row && row.card.personId === chosenId)
  useEffect(() => {
    if (at >= 0) lines.scrollToIndex(at, { align: 'auto' })
  }, [at, lines])
  return lines
}

/** Drawn again only when the card, the step or the choice is another: the board comes anew with every save. */
const CardOption = memo(function CardOption(props: {
  readonly card: BoardCard
  readonly stage: VisitPlace['stage'] | null
  readonly isChosen: boolean
  readonly onChoose: (personId: string) => void
}) {
  const { card, stage, isChosen, onChoose } = props
  return (
    <Option isChosen={isChosen} onChoose={() => onChoose(card.personId)}>
      <CardLine card={card} stage={stage} />
    </Option>
  )
})

function CardLine(props: { readonly card: BoardCard; readonly stage: VisitPlace['stage'] | null }) {
  const { card, stage } = props
  const { today } = useAppState()
  return (
    <div className={styles.card}>
      <Avatar name={card.displayName} />
      <div className={styles.cell}>
        <div className={styles.name}>{card.displayName}</div>
        <div className={styles.soft}>
          {card.ticket !== null && `${text.reception.ticket(card.ticket)} · `}
          {card.openedAt === null
            ? card.labels.join(', ')
            : text.reception.arrivedAt(formatTime(card.openedAt))}
        </div>
      </div>
      <div className={styles.cell}>
        <div>{formatDay(card.birthDate)}</div>
        <div className={styles.soft}>{formatAge(card.birthDate, today)}</div>
      </div>
      <div className={styles.cell}>{card.hamlet}</div>
      <div className={styles.end}>
        {stage ? (
          <Chip kind={stage === 'observation' ? 'ok' : 'wait'}>{text.reception.stages[stage]}</Chip>
        ) : card.outcome ? (
          <Chip
            kind="late"
            glyph={outcomeGlyphs[card.outcome]}
            {...(card.outcomeNote ? { title: card.outcomeNote } : {})}
          >
            {codes.outcomes[card.outcome]}
          </Chip>
        ) : (
          <Chip kind="due">{text.reception.dueCount(card.labels.length)}</Chip>
        )}
      </div>
    </div>
  )
}
