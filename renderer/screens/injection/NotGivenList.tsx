import { TextInput } from '@mantine/core'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import { notGivenStates } from '../../../src/domain/immunization/not-given'
import type { DueDose } from '../../../src/domain/schedule/chart-types'
import { DateField } from '../../components/DateField'
import { formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { locale, text } from '../../text'
import styles from './DoseLine.module.css'
import type { InjectionData } from './injection-data'
import { type NotGivenDraft, toNotGiven, withState } from './not-given'
import type { Injection } from './use-injection'

/** A year ahead, so that a typed year of two digits lies before us. */
const farAheadDays = 366

/** What is due and not ticked: each with its state in the national system, why, and when it is to be tried again. */
export function NotGivenList({
  data,
  injection,
}: {
  readonly data: InjectionData
  readonly injection: Injection
}) {
  if (injection.openDoses.length === 0) return null
  return (
    <section className={styles.notGiven} aria-label={text.injection.notGivenList}>
      <h3 className={styles.notGivenTitle}>{text.injection.notGivenList}</h3>
      {injection.openDoses.map(due => (
        <NotGivenLine key={due.id} due={due} data={data} injection={injection} />
      ))}
    </section>
  )
}

function NotGivenLine(props: {
  readonly due: DueDose
  readonly data: InjectionData
  readonly injection: Injection
}) {
  const { due, data, injection } = props
  const { on } = data.shelf
  const draft = injection.notGivenOf(due)
  const key = `not:${due.id}`
  const isOpen = injection.openKey === key
  const label = due.label[locale]
  const isSaid = toNotGiven(due.id, draft, on) !== null
  return (
    <section className={`${styles.line} ${isOpen ? styles.lineOpen : ''}`} aria-label={label}>
      <button
        type="button"
        className={styles.lineName}
        aria-expanded={isOpen}
        data-testid={`not-given-${due.id}`}
        onClick={() => injection.open(isOpen ? null : key)}
      >
        <b>
          <span aria-hidden="true">{isSaid ? '○' : '▲'}</span> {label}
        </b>
        <span className={isSaid ? styles.lineShort : styles.unsaid}>{shortOf(draft, isSaid)}</span>
      </button>
      {isOpen && <Fields draft={draft} data={data} onChange={next => injection.sayNotGiven(due, next)} />}
    </section>
  )
}

function shortOf({ state, reason, until }: NotGivenDraft, isSaid: boolean): string {
  if (!isSaid || state === null) return text.injection.notGivenUnsaid
  const words = [text.injection.notGivenStates[state], reason.trim()]
  return [...words, ...(until === null ? [] : [text.injection.notGivenAgain(formatDay(until))])].join(' · ')
}

function Fields(props: {
  readonly draft: NotGivenDraft
  readonly data: InjectionData
  readonly onChange: (draft: NotGivenDraft) => void
}) {
  const { draft, data, onChange } = props
  const { on } = data.shelf
  return (
    <div className={styles.notGivenFields}>
      <div className={styles.quick}>
        {notGivenStates.map(state => (
          <QuietButton
            key={state}
            isSmall
            isPressed={draft.state === state}
            onPress={() => onChange(withState(draft, state, on))}
            testId={`state-${state}`}
          >
            {`${draft.state === state ? '✓ ' : ''}${text.injection.notGivenStates[state]}`}
          </QuietButton>
        ))}
      </div>
      <TextInput
        size="xs"
        aria-label={text.injection.notGivenReason}
        placeholder={text.injection.notGivenReason}
        data-testid="not-given-reason"
        maxLength={500}
        autoComplete="off"
        value={draft.reason}
        onChange={event => onChange({ ...draft, reason: event.currentTarget.value })}
      />
      {draft.state !== null && (
        <div className={styles.quick}>
          {text.injection.notGivenSuggestions[draft.state].map(reason => (
            <QuietButton key={reason} isSmall onPress={() => onChange({ ...draft, reason })}>
              {reason}
            </QuietButton>
          ))}
        </div>
      )}
      {draft.state === 'deferred' && (
        <DateField
          label={text.injection.notGivenUntil}
          isRequired
          value={draft.until}
          today={addDays(on, farAheadDays)}
          error={draft.until !== null && draft.until <= on ? text.injection.notGivenUntilPast : null}
          onChange={until => onChange({ ...draft, until })}
        />
      )}
    </div>
  )
}
