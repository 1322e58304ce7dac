import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { type CommuneChoice, type FormerProposal, findFormerUnits } from '../../../src/contract/unit-calls'
import type { Address } from '../../../src/domain/person/person'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Household.module.css'

/** An old commune typed as people say it fills the commune of today; one that was split asks which part. */
export function OldPlaceField(props: {
  readonly address: Address
  readonly onChange: (address: Address) => void
}) {
  const { address, onChange } = props
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<FormerProposal | null>(null)
  const [asked] = useDebouncedValue(typed.trim(), 200)
  const found = useCallQuery(findFormerUnits, { text: asked }, { isOn: asked.length >= 3, keep: true })
  const proposals = asked.length >= 3 ? (found.data ?? []) : []

  function take(proposal: FormerProposal, choice: CommuneChoice | undefined) {
    const { former } = proposal
    setTyped('')
    setChosen(choice ? null : proposal)
    // Until a part is chosen the address is known in the old units only.
    const { provinceCode = null, communeCode = null } = choice ?? {
      provinceCode: proposal.choices[0]?.provinceCode,
    }
    onChange({ ...address, provinceCode, communeCode, former })
  }
  return (
    <div className={styles.old}>
      <TextInput
        label={text.household.oldPlace}
        placeholder={text.household.oldPlaceExample}
        description={text.household.oldPlaceHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        data-testid="old-place"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      {found.error && <ErrorNotice error={found.error} onRetry={found.retry} />}
      {proposals.length > 0 && (
        <div className={styles.chips} data-testid="old-place-found">
          {proposals.map(proposal => (
            <QuietButton
              key={proposal.former.communeCode}
              isSmall
              onPress={() => take(proposal, proposal.choices.length === 1 ? proposal.choices[0] : undefined)}
            >
              {proposal.former.asWritten} → {becameWords(proposal)}
            </QuietButton>
          ))}
        </div>
      )}
      {chosen && <Parts proposal={chosen} onChoose={choice => take(chosen, choice)} />}
      {address.former?.asWritten && (
        <p className={styles.chips}>
          <span>{text.household.oldPlaceOf(address.former.asWritten)}</span>
          <QuietButton isSmall onPress={() => onChange({ ...address, former: null })}>
            {text.household.forget}
          </QuietButton>
        </p>
      )}
    </div>
  )
}

function becameWords({ choices }: FormerProposal): string {
  const [only, ...more] = choices
  if (!only) return text.common.notKnown
  return more.length === 0
    ? text.household.oldPlaceBecame(only.name)
    : text.household.oldPlaceSplit(choices.length)
}

/** The parts of a commune that was split, with the remark of the table where it has one. */
export function Parts(props: {
  readonly proposal: Pick<FormerProposal, 'choices'>
  readonly onChoose: (choice: CommuneChoice) => void
}) {
  return (
    <div className={styles.chips} data-testid="split-parts">
      <span>{text.household.oldPlaceAsk}</span>
      {props.proposal.choices.map(choice => (
        <QuietButton key={choice.communeCode} isSmall onPress={() => props.onChoose(choice)}>
          {[choice.name, choice.note].filter(Boolean).join(' · ')}
        </QuietButton>
      ))}
    </div>
  )
}
