import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { recordReaction } from '../../../src/contract/visit-calls'
import type { Reaction } from '../../../src/domain/session/visit'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../components/use-call-mutation'
import { text } from '../../text'
import { codes, signName } from '../../text/codes'
import { parseTemperature } from '../screening/checklist'
import styles from './Observation.module.css'
import { choicesOf } from '../injection/choices'
import { commonSigns, severeSigns } from './signs'

const noDetails = { temperature: '', treatment: '', other: '' }

/** A reaction in two clicks: the sign, then "Ghi". A severe sign shows what the law asks for at once. */
export function ReactionBox({
  visitId,
  onSevere,
}: {
  readonly visitId: string
  readonly onSevere: () => void
}) {
  const [signs, setSigns] = useState<readonly string[]>([])
  const [details, setDetails] = useState(noDetails)
  const [outcome, setOutcome] = useState<Reaction['outcome']>('observing')
  const [said, setSaid] = useState<string | null>(null)
  const record = useCallMutation(recordReaction)
  const isSevere = signs.some(sign => (severeSigns as readonly string[]).includes(sign))
  const all = details.other.trim() === '' ? signs : [...signs, details.other.trim()]

  function toggle(sign: string) {
    setSaid(null)
    setSigns(signs.includes(sign) ? signs.filter(each => each !== sign) : [...signs, sign])
  }
  async function save() {
    const temperatureC = parseTemperature(details.temperature)
    const answer = await record.send({
      visitId,
      kind: isSevere ? 'severe' : signs.length > 0 ? 'common' : 'other',
      signs: [...all],
      temperatureC,
      treatment: details.treatment.trim() || null,
      outcome,
      note: null,
    })
    if (!answer.ok) return
    setSaid(text.observation.recorded(all.map(signName).join(', ')))
    setSigns([])
    setDetails(noDetails)
    setOutcome('observing')
    if (isSevere) onSevere()
  }
  return (
    <section className={styles.reaction}>
      <h3>{text.observation.reactions}</h3>
      <SignButtons name={text.observation.commonSigns} signs={commonSigns} chosen={signs} onToggle={toggle} />
      <SignButtons
        name={text.observation.severeSigns}
        isSevere
        signs={severeSigns}
        chosen={signs}
        onToggle={toggle}
      />
      {isSevere && (
        <p className={styles.severePath} role="alert">
          ✕ {text.observation.severePath}
        </p>
      )}
      <TextInput
        aria-label={text.observation.otherSign}
        placeholder={text.observation.otherSign}
        maxLength={100}
        value={details.other}
        onChange={event => setDetails({ ...details, other: event.currentTarget.value })}
      />
      {all.length > 0 && (
        <div className={styles.details}>
          <TextInput
            label={text.observation.temperature}
            inputMode="decimal"
            maxLength={5}
            value={details.temperature}
            onChange={event => setDetails({ ...details, temperature: event.currentTarget.value })}
          />
          <Select
            label={text.observation.outcome}
            data={choicesOf(codes.reactionOutcomes)}
            value={outcome}
            allowDeselect={false}
            onChange={value => value && setOutcome(value)}
          />
          <TextInput
            className={styles.whole}
            label={text.observation.treatment}
            maxLength={500}
            value={details.treatment}
            onChange={event => setDetails({ ...details, treatment: event.currentTarget.value })}
          />
        </div>
      )}
      {record.error && <ErrorNotice error={record.error} />}
      <p role="status" className={styles.said}>
        {said}
      </p>
      <QuietButton
        isDisabled={all.length === 0 || record.isSaving}
        tone={isSevere ? 'wrong' : 'plain'}
        onPress={() => void save()}
        testId="record-reaction"
      >
        {text.observation.record(all.length)}
      </QuietButton>
    </section>
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
