import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ScreeningPreparation } from '../../../src/contract/screening-calls'
import type { VaccineHold } from '../../../src/domain/screening/hold'
import { QuietButton } from '../../components/QuietButton'
import { locale, text } from '../../text'
import type { ChecklistDraft } from './checklist'
import styles from './Holds.module.css'
import { holdWords, scopeWords } from './words'

/** What the rules conclude of single vaccines, as it arises, with the reason; the signer may decide otherwise with one. */
export function HoldList(props: {
  readonly holds: readonly VaccineHold[]
  readonly prepared: ScreeningPreparation
  readonly draft: ChecklistDraft
  readonly onChange: (changes: Partial<ChecklistDraft>) => void
}) {
  const { holds, prepared, draft, onChange } = props
  if (holds.length === 0) return null
  return (
    <ul className={styles.list} aria-label={text.screening.holds} data-testid="holds">
      {holds.map(hold => (
        <Hold
          key={hold.reasonCode}
          hold={hold}
          prepared={prepared}
          because={draft.overrides[hold.reasonCode] ?? null}
          onOverride={because => {
            const { [hold.reasonCode]: _gone, ...rest } = draft.overrides
            onChange({ overrides: because === null ? rest : { ...rest, [hold.reasonCode]: because } })
          }}
        />
      ))}
    </ul>
  )
}

function Hold(props: {
  readonly hold: VaccineHold
  readonly prepared: ScreeningPreparation
  readonly because: string | null
  readonly onOverride: (because: string | null) => void
}) {
  const { hold, prepared, because, onOverride } = props
  const [isOpen, setOpen] = useState(because !== null)
  const rule = prepared.rules.rules.find(({ code }) => code === hold.reasonCode)
  const isOverridden = hold.overriddenBecause !== null
  const sign = isOverridden ? '✓' : hold.conclusion === 'contraindicated' ? '✕' : '◷'
  return (
    <li className={`${styles.hold} ${isOverridden ? styles.isOverridden : ''}`}>
      <p title={rule && `${rule.source}. ${text.screening.holdUnconfirmed}`}>
        <span aria-hidden="true">{sign}</span>{' '}
        <strong className={styles.what}>
          {scopeWords(hold.scope, prepared.antigens)}:{' '}
          {isOverridden ? text.screening.overridden : holdWords(hold)}
        </strong>{' '}
        <span className={styles.why}>
          {rule?.text[locale] ?? hold.reason}
          {rule?.confirmation === 'unconfirmed' && ' °'}
        </span>
      </p>
      {isOpen ? (
        <Override
          because={because ?? ''}
          onChange={onOverride}
          onFollow={() => {
            setOpen(false)
            onOverride(null)
          }}
        />
      ) : (
        <QuietButton isSmall onPress={() => setOpen(true)} testId={`override-${hold.reasonCode}`}>
          {text.screening.override}
        </QuietButton>
      )}
    </li>
  )
}

/** The reason of the signer; without one the rule is followed. */
function Override(props: {
  readonly because: string
  readonly onChange: (because: string) => void
  readonly onFollow: () => void
}) {
  return (
    <div className={styles.override}>
      <TextInput
        aria-label={text.screening.overrideWhy}
        placeholder={text.screening.overrideWhy}
        maxLength={500}
        autoFocus
        value={props.because}
        onChange={event => props.onChange(event.currentTarget.value)}
      />
      <QuietButton isSmall onPress={props.onFollow}>
        {text.screening.followRule}
      </QuietButton>
    </div>
  )
}
