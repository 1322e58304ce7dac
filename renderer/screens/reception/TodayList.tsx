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
import { visitPlaceOf } from './visit-place'

/** With an empty search box: who is expected, who just came. */
export function TodayList(props: {
  readonly people: PeopleToChoose
  readonly personId: string | null
  readonly onChoose: (personId: string) => void
}) {
  const { people, personId, onChoose } = props
  const lists = [
    { title: text.reception.expectedToday, cards: people.expected },
    { title: text.reception.recent, cards: people.recent },
  ].filter(({ cards }) => cards.length > 0)
  return (
    <Panel
      title={people.expected.length > 0 ? text.reception.expectedToday : text.frame.reception}
      note={text.reception.expectedNote(people.expected.length)}
      actions={
        <>
          <Kbd>↑↓</Kbd> {text.reception.keysChoose} <Kbd>Ctrl N</Kbd> {text.reception.keysNew}
        </>
      }
      scrolls
    >
      {lists.length === 0 && (
        <EmptyState title={text.reception.nobodyExpected}>{text.reception.firstDay}</EmptyState>
      )}
      <div role="listbox" aria-label={text.common.today} tabIndex={-1}>
        {lists.map(({ title, cards }, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options by role
          <div key={title} role="group" aria-label={title}>
            {(at > 0 || people.expected.length === 0) && <p className={styles.group}>{title}</p>}
            {cards.map(card => (
              <Option
                key={card.visitId ?? card.personId}
                isChosen={card.personId === personId}
                onChoose={() => onChoose(card.personId)}
              >
                <CardLine card={card} />
              </Option>
            ))}
          </div>
        ))}
      </div>
    </Panel>
  )
}

function CardLine({ card }: { readonly card: BoardCard }) {
  const { today } = useAppState()
  const { board } = useBoard()
  const place = board && visitPlaceOf(board, card.personId)
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
        {place ? (
          <Chip kind={place.stage === 'observation' ? 'ok' : 'wait'}>
            {text.reception.stages[place.stage]}
          </Chip>
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
