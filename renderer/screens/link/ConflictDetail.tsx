import { useState } from 'react'
import { type ConflictDose, type ConflictView, settleConflict } from '../../../src/contract/arrival-calls'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { ConflictValue } from '../../../src/domain/exchange/arrival-records'
import { writtenDate } from '../../../src/domain/immunization/dose-date'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatMoment } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
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
  useKeys(
    {
      '1': () => setVerdict(first),
      '2': () => setVerdict(second),
      Enter: event => (event.target instanceof HTMLButtonElement || verdict === null ? false : save()),
      o: open,
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
      <p className={styles.who}>{conflict.displayName}</p>
      {isDouble && (
        <div className={styles.sides}>
          {conflict.doses.map(dose => (
            <DoseCard key={dose.doseId} dose={dose} />
          ))}
        </div>
      )}
      <div className={styles.sides}>
        {[first, second].map((side, index) => (
          <Choice
            key={side}
            conflict={conflict}
            side={side}
            number={index + 1}
            isChosen={verdict === side}
            isDisabled={!maySettle}
            onChoose={() => setVerdict(side)}
          />
        ))}
      </div>
      {maySettle && (
        <div className={styles.decide}>
          <label className={styles.note}>
            {words.noteLabel}
            <input
              type="text"
              maxLength={300}
              value={note}
              data-testid="conflict-note"
              onChange={event => setNote(event.currentTarget.value)}
              onKeyDown={event => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) save()
              }}
            />
          </label>
          {settling.error && <ErrorNotice error={settling.error} />}
          <FilledButton
            hint="↵"
            isDisabled={verdict === null}
            isBusy={settling.isSaving}
            onPress={save}
            testId="conflict-save"
          >
            {words.save}
          </FilledButton>
        </div>
      )}
    </Panel>
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
