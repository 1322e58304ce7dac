import { Select, TextInput } from '@mantine/core'
import { severeSigns } from '../../../src/domain/session/reaction-sign'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import { codes, signName } from '../../text/codes'
import { choicesOf } from '../injection/choices'
import styles from './Observation.module.css'
import { commonSigns, type ReactionDraft } from './signs'

/** All signs, one of one's own words, and what was done: a reaction while it is written. */
export function SignFields(props: {
  readonly draft: ReactionDraft
  readonly onChange: (part: Partial<ReactionDraft>) => void
}) {
  const { draft, onChange } = props
  const shown = { chosen: draft.signs, onToggle: (sign: string) => onChange({ signs: toggled(draft, sign) }) }
  return (
    <section className={styles.reaction}>
      <SignButtons name={text.observation.commonSigns} signs={commonSigns} {...shown} />
      <SignButtons name={text.observation.severeSigns} isSevere signs={severeSigns} {...shown} />
      <TextInput
        aria-label={text.observation.otherSign}
        placeholder={text.observation.otherSign}
        maxLength={100}
        value={draft.other}
        onChange={event => onChange({ other: event.currentTarget.value })}
      />
      <ReactionDetails draft={draft} onChange={onChange} />
    </section>
  )
}

/** The signs of a draft with this one added, or taken away when it is there. */
export function toggled({ signs }: ReactionDraft, sign: string): readonly string[] {
  return signs.includes(sign) ? signs.filter(each => each !== sign) : [...signs, sign]
}

/** Temperature, treatment and how it ended. */
export function ReactionDetails(props: {
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

/** Signs as buttons, with a key each where `keys` has one. */
export function SignButtons(props: {
  readonly name: string
  readonly isSevere?: boolean
  readonly signs: readonly string[]
  readonly chosen: readonly string[]
  readonly keys?: readonly string[]
  readonly onToggle: (sign: string) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons under one name, not fields of a form
    <div role="group" aria-label={props.name} className={styles.signs}>
      <span className={props.isSevere ? styles.severe : styles.soft}>{props.name}</span>
      {props.signs.map((sign, index) => (
        <QuietButton
          key={sign}
          isSmall
          {...hintOf(props.keys?.[index])}
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

function hintOf(key: string | undefined): { readonly hint?: string } {
  return key === undefined ? {} : { hint: key }
}
