import { Textarea } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ScreeningPreparation } from '../../../src/contract/screening-calls'
import { type Conclusion, conclusions } from '../../../src/domain/screening/form'
import { Chip } from '../../components/Chip'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { text } from '../../text'
import { codes } from '../../text/codes'
import { ConsentFields } from './ConsentFields'
import { type ChecklistDraft, type ChecklistState, vitalsOf } from './checklist'
import { ReturnFields } from './ReturnFields'
import styles from './Screening.module.css'

/** What the rule proposes and why, what the signer decides, and the signature. */
export function ConclusionBox(props: {
  readonly draft: ChecklistDraft
  readonly state: ChecklistState
  readonly prepared: ScreeningPreparation
  readonly isBusy: boolean
  readonly error: ReactNode
  readonly onChange: (changes: Partial<ChecklistDraft>) => void
  readonly onSign: () => void
}) {
  const { draft, state, prepared, onChange } = props
  const isRefused = state.concluded === 'eligible' && !state.consent.given
  const isReady = state.unanswered.length === 0 && vitalsOf(draft).temperatureC !== null
  return (
    <Panel title={text.screening.proposal} padded className={styles.conclusion}>
      <p className={styles.because}>{isReady ? ruleOf(state) : missingOf(draft, state)}</p>
      <Boxes state={state} isReady={isReady} onChange={onChange} />
      {isReady && state.differs && (
        <Textarea
          label={text.screening.differs}
          description={text.screening.differsHint}
          withAsterisk
          autosize
          minRows={2}
          maxLength={500}
          value={draft.differsBecause}
          onChange={event => onChange({ differsBecause: event.currentTarget.value })}
        />
      )}
      {isReady && state.concluded === 'eligible' && (
        <ConsentFields state={state} consentFrom={prepared.consentFrom} onChange={onChange} />
      )}
      {isReady && state.endsHere && (
        <ReturnFields state={state} today={prepared.facts.on} proposed={state.returnOn} onChange={onChange} />
      )}
      {props.error}
      <div className={styles.signFoot}>
        <FilledButton
          isWide
          isBusy={props.isBusy}
          isDisabled={!state.canSign}
          onPress={props.onSign}
          testId="sign"
        >
          {isRefused ? text.screening.signRefused : text.screening.sign[state.concluded]}
        </FilledButton>
      </div>
    </Panel>
  )
}

function ruleOf({ proposal, because, answers }: ChecklistState): string {
  if (because.length === 0) {
    const isAllNo = Object.values(answers).every(({ yes }) => !yes)
    return isAllNo ? text.screening.becauseAllNo : text.screening.becauseSome
  }
  return text.screening.because(
    because.map(item => item.number).join(', '),
    codes.conclusions[proposal.conclusion].toLowerCase(),
  )
}

function missingOf(draft: ChecklistDraft, state: ChecklistState): string {
  if (vitalsOf(draft).temperatureC === null) return text.screening.noTemperature
  return text.screening.notYet(state.unanswered.length)
}

/** The four boxes of the paper form, moved with the arrow keys. */
function Boxes(props: {
  readonly state: ChecklistState
  readonly isReady: boolean
  readonly onChange: (changes: Partial<ChecklistDraft>) => void
}) {
  const { state, isReady, onChange } = props
  function decide(conclusion: Conclusion) {
    onChange({ decided: conclusion === state.proposal.conclusion ? null : conclusion })
  }
  function move(event: KeyboardEvent<HTMLElement>) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    const at = (conclusions.indexOf(state.concluded) + step + conclusions.length) % conclusions.length
    decide(conclusions[at] ?? 'eligible')
    event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')[at]?.focus()
  }
  return (
    <div
      role="radiogroup"
      tabIndex={-1}
      aria-label={text.screening.proposal}
      className={styles.boxes}
      onKeyDown={move}
    >
      {conclusions.map(conclusion => (
        // biome-ignore lint/a11y/useSemanticElements: a box of the paper form, with its chip inside
        <button
          key={conclusion}
          type="button"
          role="radio"
          aria-checked={isReady && state.concluded === conclusion}
          tabIndex={state.concluded === conclusion ? 0 : -1}
          disabled={!isReady}
          data-testid={`conclusion-${conclusion}`}
          className={`${styles.box} ${isReady && state.concluded === conclusion ? styles.isDecided : ''}`}
          onClick={() => decide(conclusion)}
        >
          <span className={styles.mark} aria-hidden="true">
            {isReady && state.concluded === conclusion ? '●' : '○'}
          </span>
          <span>{codes.conclusions[conclusion]}</span>
          {isReady && state.proposal.conclusion === conclusion && (
            <Chip kind={conclusion === 'eligible' ? 'ok' : 'late'}>{text.screening.proposed}</Chip>
          )}
        </button>
      ))}
    </div>
  )
}
