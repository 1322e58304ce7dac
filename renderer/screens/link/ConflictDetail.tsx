import { useState } from 'react'
import { type ConflictDose, type ConflictView, settleConflict } from '../../../src/contract/arrival-calls'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import { writtenDate } from '../../../src/domain/immunization/dose-date'
import type { ConflictValue } from '../../../src/domain/journal/arrival-records'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCode, formatDay, formatMoment } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { type CallWrite, useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { ConflictHistory } from './ConflictHistory'
import styles from './Conflicts.module.css'
import { fieldWords, valueWords } from './conflict-words'

type Verdict = 'here' | 'there' | 'same-dose' | 'two-doses'
const words = text.conflicts

/** One question with both answers side by side: 1 or 2 chooses, Enter writes it. */
export function ConflictDetail(props: { readonly conflict: ConflictView; readonly maySettle: boolean }) {
  const { conflict, maySettle } = props
  const { go } = useNavigation()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [note, setNote] = useState('')
  const settling = useCallMutation(settleConflict)
  const isDouble = conflict.kind === 'double-dose'
  const [first, second]: readonly [Verdict, Verdict] = isDouble
    ? ['same-dose', 'two-doses']
    : ['here', 'there']
  const save = () => {
    if (verdict !== null)
      void settling.send({ conflictId: conflict.conflictId, verdict, note: note.trim() || null })
  }
  const open = () => go({ name: 'person', personId: conflict.personId })
  useKeys({ o: open })
  useKeys(
    {
      '1': () => setVerdict(first),
      '2': () => setVerdict(second),
      Enter: event => (event.target instanceof HTMLButtonElement || verdict === null ? false : save()),
    },
    'screen',
    maySettle,
  )
  return (
    <Panel
      title={words.ask[conflict.kind]}
      note={fieldWords(conflict)}
      scrolls
      padded
      actions={
        <QuietButton isSmall hint="O" onPress={open} testId="conflict-open">
          {words.open}
        </QuietButton>
      }
    >
      <Who conflict={conflict} />
      {isDouble && <DoseCards doses={conflict.doses} />}
      <Choices
        conflict={conflict}
        sides={[first, second]}
        verdict={verdict}
        isDisabled={!maySettle}
        onChoose={setVerdict}
      />
      <ConflictHistory conflict={conflict} />
      {maySettle && (
        <Decide note={note} onNote={setNote} settling={settling} isReady={verdict !== null} onSave={save} />
      )}
    </Panel>
  )
}

/** Whom the question is about: a name alone is shared by many. */
function Who({ conflict }: { readonly conflict: ConflictView }) {
  const { displayName, birthDate, personCode } = conflict
  const born = birthDate && text.common.born(formatDay(birthDate))
  return (
    <div className={styles.about}>
      <p className={styles.who}>{displayName}</p>
      <span className={styles.soft}>
        {[born, personCode && formatCode(personCode)].filter(Boolean).join(' · ')}
      </span>
    </div>
  )
}

/** Why, for those who read it later, and the decision itself. */
function Decide(props: {
  readonly note: string
  readonly onNote: (note: string) => void
  readonly settling: CallWrite<typeof settleConflict>
  readonly isReady: boolean
  readonly onSave: () => void
}) {
  const { note, onNote, settling, isReady, onSave } = props
  return (
    <div className={styles.decide}>
      <label className={styles.note}>
        {words.noteLabel}
        <input
          type="text"
          maxLength={300}
          value={note}
          data-testid="conflict-note"
          onChange={event => onNote(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSave()
          }}
        />
      </label>
      {settling.error && <ErrorNotice error={settling.error} />}
      <FilledButton
        hint="↵"
        isDisabled={!isReady}
        isBusy={settling.isSaving}
        onPress={onSave}
        testId="conflict-save"
      >
        {words.save}
      </FilledButton>
    </div>
  )
}

function Choices(props: {
  readonly conflict: ConflictView
  readonly sides: readonly [Verdict, Verdict]
  readonly verdict: Verdict | null
  readonly isDisabled: boolean
  readonly onChoose: (verdict: Verdict) => void
}) {
  const { conflict, sides, verdict, isDisabled, onChoose } = props
  return (
    <div className={styles.sides}>
      {sides.map((side, index) => (
        <Choice
          key={side}
          conflict={conflict}
          side={side}
          number={index + 1}
          isChosen={verdict === side}
          isDisabled={isDisabled}
          onChoose={() => onChoose(side)}
        />
      ))}
    </div>
  )
}

function Choice(props: {
  readonly conflict: ConflictView
  readonly side: Verdict
  readonly number: number
  readonly isChosen: boolean
  readonly isDisabled: boolean
  readonly onChoose: () => void
}) {
  const { conflict, side, number, isChosen, isDisabled, onChoose } = props
  return (
    <button
      type="button"
      className={styles.side}
      aria-pressed={isChosen}
      disabled={isDisabled}
      data-testid={`conflict-${side}`}
      onClick={onChoose}
    >
      <span className={styles.sideHead}>
        <span aria-hidden="true">{isChosen ? '✓' : '○'}</span> {headOf(side)} <Kbd>{String(number)}</Kbd>
      </span>
      {side === 'here' || side === 'there' ? <Value conflict={conflict} side={side} /> : <Hint side={side} />}
    </button>
  )
}

function headOf(side: Verdict): string {
  return { here: words.here, there: words.there, 'same-dose': words.sameDose, 'two-doses': words.twoDoses }[
    side
  ]
}

function Hint({ side }: { readonly side: Verdict }) {
  return <span className={styles.soft}>{side === 'same-dose' ? words.sameDoseHint : words.twoDosesHint}</span>
}

/** A value, who wrote it and when; and whether it is the one the record shows meanwhile. */
function Value({ conflict, side }: { readonly conflict: ConflictView; readonly side: 'here' | 'there' }) {
  const value = conflict[side]
  const who = side === 'here' ? [words.thisPoint, conflict.hereBy] : [conflict.therePlace, conflict.thereBy]
  const at = side === 'here' ? conflict.hereAt : conflict.thereAt
  const named = who.filter(Boolean).join(', ') || words.unknownWho
  return (
    <>
      <strong className={styles.value}>{valueWords(conflict, value)}</strong>
      <span className={styles.soft}>{words.by(named, at ? formatMoment(at) : '')}</span>
      {isStanding(conflict, value) && <span className={styles.soft}>• {words.standsNow}</span>}
    </>
  )
}

function isStanding({ kind, stands }: ConflictView, value: ConflictValue): boolean {
  return kind === 'person-field' && stands === value
}

function DoseCards({ doses }: { readonly doses: readonly ConflictDose[] }) {
  return (
    <div className={styles.sides}>
      {doses.map(dose => (
        <DoseCard key={dose.doseId} dose={dose} />
      ))}
    </div>
  )
}

function DoseCard({ dose }: { readonly dose: ConflictDose }) {
  const at: Instant | null = dose.source?.at ?? null
  const place = dose.placeName ?? (dose.source ? null : words.thisPoint)
  return (
    <div className={styles.dose} data-testid="conflict-dose">
      <strong>{dose.vaccineName}</strong>
      <span className={styles.value}>{writtenDate(dose)}</span>
      <span>{dose.lotNumber === null ? words.noLot : words.lot(dose.lotNumber)}</span>
      <span>{[place, dose.givenByName].filter(Boolean).join(', ') || words.unknownWho}</span>
      <span className={styles.soft}>
        {words.by(dose.isFirstHand ? words.firstHand : words.copied, at ? formatMoment(at) : '')}
      </span>
    </div>
  )
}
