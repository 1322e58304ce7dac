import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { RequestOf } from '../../../src/contract/call'
import { moveFamily } from '../../../src/contract/family-calls'
import { correctPerson, type PersonView } from '../../../src/contract/person-calls'
import { isNameless } from '../../../src/domain/person/display-name'
import type { Person } from '../../../src/domain/person/person'
import { problemsOf } from '../../../src/domain/person/validate-person'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useDraft } from '../../components/use-draft'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { MoveFamily } from '../household/MoveFamily'
import { IdentityFields } from '../register/IdentityFields'
import { MoreFields } from '../register/MoreFields'
import { PlaceFields } from '../register/PlaceFields'
import registerStyles from '../register/Register.module.css'
import { RelativeFields } from '../register/RelativeFields'
import { missingIn, type RegisterDraft } from '../register/register-draft'
import { changesOf, draftOf, type EditableField } from './edit-draft'
import { fieldWords } from './field-words'
import styles from './Person.module.css'
import { useFirstField } from './use-first-field'
import { useUnitNames } from './use-unit-names'

/** Corrects a record: the same form, what was before beside what will be, and why. */
export function EditPanel(props: {
  readonly view: PersonView
  /** Where to begin, as a path into the record; null: at the first field. */
  readonly field?: string | null
  readonly onClose: () => void
}) {
  const { view, field = null, onClose } = props
  const { personId, person } = view
  const form = useFirstField(field)
  const { today } = useAppState()
  const wasNameless = isNameless(person)
  const { draft, setDraft, clear } = useDraft<RegisterDraft>(`edit ${personId}`, () => ({
    ...draftOf(person),
    isNewborn: false,
  }))
  const [reason, setReason] = useState(wasNameless ? text.people.nameReason : '')
  const saving = useSaving()
  const { alsoMove, setAlsoMove, error } = saving
  const effective = wasNameless && draft.name.trim() === '' ? { ...draft, isNewborn: true } : draft
  const changes = changesOf(person, effective, today)
  const fields = Object.keys(changes) as EditableField[]
  const missing = missingIn(effective)
  const isMoving = movesHouse(person, changes)
  const problems = problemsOf({ ...person, ...changes }, today)
  const part = { draft, setDraft, missing, problems, error }

  async function save() {
    const request = { personId, changes: structuredClone(changes) as never, reason }
    const answer = await saving.send(request, isMoving)
    if (answer.ok) {
      clear()
      onClose()
    }
  }
  return (
    <div ref={form} className={registerStyles.screen} data-testid="edit-form">
      <Panel
        title={`${text.people.correctTitle}: ${view.displayName}`}
        note={text.people.correctNote}
        scrolls
        padded
      >
        <div className={registerStyles.form}>
          <IdentityFields {...part} />
          <RelativeFields {...part} />
          <PlaceFields {...part} />
          <MoreFields {...part} />
        </div>
      </Panel>
      <div className={registerStyles.right}>
        <Panel title={text.people.correctSave(fields.length)} scrolls className={registerStyles.duplicates}>
          <ChangeList person={person} changes={changes} draft={draft} />
        </Panel>
        {isMoving && <MoveFamily personId={personId} chosen={alsoMove} onChange={setAlsoMove} />}
        <ReasonField reason={reason} setReason={setReason} />
        {error && <ErrorNotice error={error} />}
        <FilledButton
          isWide
          isBusy={saving.isSaving}
          isDisabled={fields.length === 0 || reason.trim() === '' || missing.length > 0}
          onPress={() => void save()}
          testId="save-correction"
        >
          {text.people.correctSave(fields.length)}
        </FilledButton>
        <QuietButton hint="Esc" onPress={onClose}>
          {text.common.back}
        </QuietButton>
      </div>
    </div>
  )
}

/** One record, or with it those who move along: one transaction either way. */
function useSaving() {
  const correction = useCallMutation(correctPerson)
  const move = useCallMutation(moveFamily)
  const [alsoMove, setAlsoMove] = useState<readonly string[] | null>(null)
  return {
    alsoMove,
    setAlsoMove,
    error: correction.error ?? move.error,
    isSaving: correction.isSaving || move.isSaving,
    send(request: RequestOf<typeof correctPerson>, isMoving: boolean) {
      const others = isMoving ? [...(alsoMove ?? [])] : []
      return others.length > 0 ? move.send({ ...request, alsoMove: others }) : correction.send(request)
    },
  }
}

/** Whether the place where they live now changes. */
function movesHouse({ addresses }: Person, changes: Partial<Person>): boolean {
  if (!changes.addresses) return false
  return JSON.stringify(changes.addresses.current ?? null) !== JSON.stringify(addresses.current ?? null)
}

function ChangeList(props: {
  readonly person: Person
  readonly changes: Partial<Person>
  readonly draft: RegisterDraft
}) {
  const { person, changes, draft } = props
  const fields = Object.keys(changes) as EditableField[]
  const unitName = useUnitNames([person.addresses.current?.provinceCode ?? null, draft.current.provinceCode])
  if (fields.length === 0) return <p className={styles.changes}>{text.people.history.empty}.</p>
  return (
    <dl className={styles.changes}>
      {fields.map(field => (
        <div key={field}>
          <dt>{text.people.fields[field]}</dt>
          <dd className={styles.before}>
            {fieldWords(person, field, unitName) ?? text.people.history.nothing}
          </dd>
          <dd className={styles.after}>
            → {fieldWords(changes, field, unitName) ?? text.people.history.nothing}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function ReasonField(props: { readonly reason: string; readonly setReason: (reason: string) => void }) {
  const { reason, setReason } = props
  return (
    <>
      <Textarea
        label={text.common.reason}
        autosize
        minRows={2}
        maxLength={500}
        withAsterisk
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <div className={styles.suggestions}>
        {text.people.reasons.map(suggestion => (
          <QuietButton key={suggestion} isSmall onPress={() => setReason(suggestion)}>
            {suggestion}
          </QuietButton>
        ))}
      </div>
    </>
  )
}
