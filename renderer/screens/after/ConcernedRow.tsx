import type { ConcernedLine, ConcernedPerson } from '../../../src/contract/contact-calls'
import type { ContactState } from '../../../src/domain/aefi/contact'
import { formatPhone } from '../../../src/domain/person/phone'
import { Chip, type ChipKind } from '../../components/Chip'
import { formatCode, formatDay, formatMoment, formatTime } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import styles from './After.module.css'

/** Height of a line in pixels of normal type. */
export const rowHeight = 62

const kinds: Readonly<Record<ContactState, ChipKind>> = {
  fine: 'ok',
  symptoms: 'wrong',
  reached: 'due',
  unreachable: 'late',
}
const states: readonly ContactState[] = ['fine', 'symptoms', 'unreachable']

/** One dose of one person. */
export function ConcernedRow(props: {
  readonly top: number
  readonly line: ConcernedLine | null
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onNote: (line: ConcernedLine, state: ContactState) => void
}) {
  const { top, line, isChosen, onChoose, onNote } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys of the list do the same
    <div
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      data-testid="concerned-line"
      className={styles.row}
      style={{ transform: `translateY(${top}px)`, height: `${rowHeight / 16}rem` }}
      onClick={onChoose}
    >
      {line && (
        <>
          <Who person={line} />
          <div className={styles.cell}>
            <div>
              {line.vaccineName} · {line.lotNumber ?? '–'}
            </div>
            <div className={styles.soft}>
              {formatDay(line.givenOn)}
              {line.givenAt && ` ${formatTime(line.givenAt)}`} {marksOf(line).join(' · ')}
            </div>
          </div>
          <CallState person={line} onNote={state => onNote(line, state)} />
        </>
      )}
    </div>
  )
}

function marksOf(line: ConcernedLine): readonly string[] {
  const words = text.after.people
  return [
    line.isSameLot && words.sameLot,
    line.isSameSession && words.sameSession,
    !line.isSameLot && !line.isSameSession && `▲ ${words.likeNumber}`,
    line.isHistorical && words.historical,
  ].filter(mark => mark !== false)
}

/** Who and where, with the number to call. */
export function Who({ person }: { readonly person: ConcernedPerson }) {
  const words = text.after.people
  return (
    <>
      <div className={styles.cell}>
        <div className={styles.name}>{person.displayName}</div>
        <div className={styles.soft}>
          {formatDay(person.birthDate)}
          {person.personCode && ` · ${formatCode(person.personCode)}`}
        </div>
      </div>
      <div className={styles.cell}>
        <div className={styles.phone}>{person.phone ? formatPhone(person.phone) : words.noPhone}</div>
        <div className={`${styles.soft} ${styles.cut}`} title={person.address}>
          {[person.contactName, person.address || words.noPlace].filter(Boolean).join(' · ')}
        </div>
      </div>
    </>
  )
}

/** What came of the last call, and the buttons that note this one. */
export function CallState(props: {
  readonly person: ConcernedPerson
  readonly onNote: (state: ContactState) => void
}) {
  const { contact } = props.person
  const words = text.after.people
  return (
    <div className={styles.call}>
      {contact ? (
        <Chip kind={kinds[contact.state]} title={`${formatMoment(contact.at)} · ${contact.byName}`}>
          {words.states[contact.state]} · {formatTime(contact.at)}
        </Chip>
      ) : (
        <Chip kind="wait">{words.notCalled}</Chip>
      )}
      <span className={styles.callKeys}>
        {states.map(state => (
          <QuietButton
            key={state}
            isSmall
            isPressed={contact?.state === state}
            tone={state === 'symptoms' ? 'wrong' : 'plain'}
            onPress={() => props.onNote(state)}
          >
            {words.short[state]}
          </QuietButton>
        ))}
      </span>
    </div>
  )
}
