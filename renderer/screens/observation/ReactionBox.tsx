import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { recordReaction } from '../../../src/contract/visit-calls'
import { severeSigns } from '../../../src/domain/session/reaction-sign'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { codes, signName } from '../../text/codes'
import { choicesOf } from '../injection/choices'
import styles from './Observation.module.css'
import { commonSigns, emptyReaction, isSevere, type ReactionDraft, signsOf, toReaction } from './signs'

/** A reaction in two clicks: the sign, then "Ghi". A severe sign shows what the law asks for at once. */
export function ReactionBox({
  visitId,
  onSevere,
}: {
  readonly visitId: string
  readonly onSevere: () => void
}) {
  const [draft, setDraft] = useState(emptyReaction)
  const [said, setSaid] = useState<string | null>(null)
  const record = useCallMutation(recordReaction)
  const all = signsOf(draft)
  const change = (part: Partial<ReactionDraft>) => setDraft({ ...draft, ...part })

  function toggle(sign: string) {
    setSaid(null)
    const { signs } = draft
    change({ signs: signs.includes(sign) ? signs.filter(each => each !== sign) : [...signs, sign] })
  }
  async function save() {
    const answer = await record.send({ visitId, ...toReaction(draft) })
    if (!answer.ok) return
    setSaid(text.observation.recorded(all.map(signName).join(', ')))
    setDraft(emptyReaction)
    if (isSevere(draft)) onSevere()
  }
  return (
    <section className={styles.reaction}>
      <SignButtons
        name={text.observation.commonSigns}
        signs={commonSigns}
        chosen={draft.signs}
        onToggle={toggle}
      />
      <SignButtons
        name={text.observation.severeSigns}
        isSevere
        signs={severeSigns}
        chosen={draft.signs}
        onToggle={toggle}
      />
      <OtherSign
        draft={draft}
        isDisabled={all.length === 0 || record.isSaving}
        onChange={change}
        onSave={() => void save()}
      />
      {isSevere(draft) && (
        <p className={styles.severePath} role="alert">
          ✕ {text.observation.severePath}
        </p>
      )}
      {record.error && <ErrorNotice error={record.error} />}
      <p role="status" className={styles.said}>
        {said}
      </p>
      {all.length > 0 && <Details draft={draft} onChange={change} />}
    </section>
  )
}

/** A sign that has no button, and the button that notes all of them. */
function OtherSign(props: {
  readonly draft: ReactionDraft
  readonly isDisabled: boolean
  readonly onChange: (part: Partial<ReactionDraft>) => void
  readonly onSave: () => void
}) {
  const { draft, onChange } = props
  return (
    <div className={styles.other}>
      <TextInput
        aria-label={text.observation.otherSign}
        placeholder={text.observation.otherSign}
        maxLength={100}
        value={draft.other}
        onChange={event => onChange({ other: event.currentTarget.value })}
      />
      <QuietButton
        isDisabled={props.isDisabled}
        tone={isSevere(draft) ? 'wrong' : 'plain'}
        onPress={props.onSave}
        testId="record-reaction"
      >
        {text.observation.record(signsOf(draft).length)}
      </QuietButton>
    </div>
  )
}

function Details(props: {
  readonly draft: ReactionDraft
  readonly onChange: (part: Partial<ReactionDraft>) => void
}) {
  const { draft, onChange } = props
  return (
    <div className={styles.details}>
      <TextInput
        label={text.observation.temperature}
        inputMode="decimal"
        maxLength={5}
        value={draft.temperature}
        onChange={event => onChange({ temperature: event.currentTarget.value })}
      />
      <Select
        label={text.observation.outcome}
        data={choicesOf(codes.reactionOutcomes)}
        value={draft.outcome}
        allowDeselect={false}
        onChange={outcome => outcome && onChange({ outcome })}
      />
      <TextInput
        className={styles.whole}
        label={text.observation.treatment}
        maxLength={500}
        value={draft.treatment}
        onChange={event => onChange({ treatment: event.currentTarget.value })}
      />
    </div>
  )
}

function SignButtons(props: {
  readonly name: string
  readonly isSevere?: boolean
  readonly signs: readonly string[]
  readonly chosen: readonly string[]
  readonly onToggle: (sign: string) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons under one name, not fields of a form
    <div role="group" aria-label={props.name} className={styles.signs}>
      <span className={props.isSevere ? styles.severe : styles.soft}>{props.name}</span>
      {props.signs.map(sign => (
        <QuietButton
          key={sign}
          isSmall
          isPressed={props.chosen.includes(sign)}
          tone={props.isSevere ? 'wrong' : 'plain'}
          onPress={() => props.onToggle(sign)}
        >
          {signName(sign)}
        </QuietButton>
      ))}
    </div>
  )
}
