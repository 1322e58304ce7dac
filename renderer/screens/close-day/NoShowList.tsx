import { Checkbox, TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { type ClosingView, recordNoShows } from '../../../src/contract/close-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import { type NoShowReason, noShowReasons } from '../../../src/domain/session/queue'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './CloseDay.module.css'

type Absent = ClosingView['noShows'][number]
const lineHeight = 41

/** Who was expected and did not come: choose one or several, then why. */
export function NoShowList({ view }: { readonly view: ClosingView }) {
  const { noShows, on, state } = view
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const left = noShows.filter(({ reason }) => reason === null)
  function toggle(personId: string) {
    const next = new Set(chosen)
    if (!next.delete(personId)) next.add(personId)
    setChosen(next)
  }
  return (
    <Panel
      title={text.closeDay.noShows}
      note={noShows.length === 0 ? undefined : text.closeDay.noShowsNote(left.length, noShows.length)}
      padded={noShows.length === 0}
    >
      {noShows.length === 0 && <p className={styles.good}>{text.closeDay.noShowsNone}</p>}
      {state !== 'closed' && noShows.length > 0 && (
        <Reasons
          on={on}
          chosen={noShows.filter(({ personId }) => chosen.has(personId)).map(({ personId }) => personId)}
          onChooseAll={() => setChosen(new Set(left.map(({ personId }) => personId)))}
          onDone={() => setChosen(new Set())}
        />
      )}
      <Lines noShows={noShows} chosen={chosen} onToggle={state === 'closed' ? null : toggle} />
    </Panel>
  )
}

function Reasons(props: {
  readonly on: ClosingView['on']
  readonly chosen: readonly string[]
  readonly onChooseAll: () => void
  readonly onDone: () => void
}) {
  const { on, chosen, onChooseAll, onDone } = props
  const save = useCallMutation(recordNoShows)
  const [note, setNote] = useState('')
  async function say(reason: NoShowReason) {
    const answer = await save.send({
      on,
      personIds: [...chosen],
      reason,
      note: reason === 'other' ? note : null,
    })
    if (!answer.ok) return
    setNote('')
    onDone()
  }
  const isOff = chosen.length === 0 || save.isSaving
  return (
    <div className={styles.reasons}>
      <QuietButton isSmall onPress={onChooseAll} testId="choose-no-shows">
        {text.closeDay.chooseAll}
      </QuietButton>
      <span>{chosen.length === 0 ? text.closeDay.chooseFirst : text.closeDay.chosen(chosen.length)}</span>
      {noShowReasons
        .filter(reason => reason !== 'other')
        .map(reason => (
          <QuietButton
            key={reason}
            isSmall
            isDisabled={isOff}
            onPress={() => void say(reason)}
            testId={`no-show-${reason}`}
          >
            {text.queue.noShowReasons[reason]}
          </QuietButton>
        ))}
      <TextInput
        size="xs"
        aria-label={text.closeDay.otherNote}
        placeholder={text.closeDay.otherNote}
        maxLength={300}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <QuietButton isSmall isDisabled={isOff || note.trim() === ''} onPress={() => void say('other')}>
        {text.closeDay.saveOther}
      </QuietButton>
      {save.error && <ErrorNotice error={save.error} />}
    </div>
  )
}

function Lines(props: {
  readonly noShows: readonly Absent[]
  readonly chosen: ReadonlySet<string>
  readonly onToggle: ((personId: string) => void) | null
}) {
  const { noShows, chosen, onToggle } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: noShows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  })
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.virtual}
        style={{ height: virtual.getTotalSize() }}
        data-testid="closing-no-shows"
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const person = noShows[index]
          return (
            person && (
              <li
                key={person.personId}
                className={styles.line}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Line
                  person={person}
                  isChosen={chosen.has(person.personId)}
                  onToggle={onToggle && (() => onToggle(person.personId))}
                />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

function Line(props: {
  readonly person: Absent
  readonly isChosen: boolean
  readonly onToggle: (() => void) | null
}) {
  const { person, isChosen, onToggle } = props
  const { reason, note, phone, hamlet } = person
  return (
    <>
      {onToggle && <Checkbox checked={isChosen} onChange={onToggle} aria-label={person.displayName} />}
      <span className={styles.who}>
        <b>{person.displayName}</b>{' '}
        <span className={styles.soft}>
          {[hamlet, phone && formatPhone(phone), person.labels.join(', ')].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={reason === null ? styles.missing : styles.good}>
        {reason === null
          ? `▲ ${text.closeDay.noReason}`
          : `✓ ${note === null ? text.queue.noShowReasons[reason] : note}`}
      </span>
    </>
  )
}
