import { Select, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ScreeningPreparation } from '../../../src/contract/screening-calls'
import { temperatureRangeC } from '../../../src/domain/screening/problems'
import { Chip } from '../../components/Chip'
import { formatDay } from '../../components/format'
import { text } from '../../text'
import { choicesOf } from '../injection/choices'
import { type ChecklistDraft, type ChecklistState, formatDecimal, motherHbsagOf, vitalsOf } from './checklist'
import holdStyles from './Holds.module.css'
import styles from './Screening.module.css'
import { doubtWords } from './words'

/** Temperature and weight, before the questions; the temperature has the focus when somebody is chosen. */
export function VitalsFields(props: {
  readonly draft: ChecklistDraft
  readonly prepared: ScreeningPreparation
  readonly state: ChecklistState
  readonly onChange: (changes: Partial<ChecklistDraft>) => void
  readonly onDone: () => void
}) {
  const { draft, prepared, onChange, onDone } = props
  const temperature = useRef<HTMLInputElement>(null)
  const weight = useRef<HTMLInputElement>(null)
  useEffect(() => temperature.current?.focus(), [])
  const { temperatureC, weightKg } = vitalsOf(draft)
  const { weightRange } = prepared
  const isWeightBad = isBad(draft.weight, weightKg, weightRange)
  const isImpossible = weightKg !== null && weightKg > weightRange.highest

  return (
    <>
      <TextInput
        ref={temperature}
        label={text.screening.temperature}
        placeholder={text.screening.temperatureHint}
        rightSection={text.screening.temperatureUnit}
        inputMode="decimal"
        autoComplete="off"
        maxLength={5}
        value={draft.temperature}
        error={
          isBad(draft.temperature, temperatureC, temperatureRangeC) ? text.screening.badNumber : undefined
        }
        onChange={event => onChange({ temperature: event.currentTarget.value })}
        onBlur={() => temperatureC !== null && onChange({ temperature: formatDecimal(temperatureC) })}
        onKeyDown={event => step(event, () => weight.current?.focus())}
      />
      <TextInput
        ref={weight}
        label={text.screening.weight}
        placeholder={text.screening.weightHint}
        rightSection={text.screening.weightUnit}
        inputMode="decimal"
        autoComplete="off"
        maxLength={6}
        value={draft.weight}
        error={isWeightBad ? weightSentence(isImpossible, weightRange) : undefined}
        onChange={event => onChange({ weight: event.currentTarget.value })}
        onKeyDown={event => step(event, onDone)}
      />
      <MotherHbsag {...props} />
      <Notes {...props} />
    </>
  )
}

/** What the head of a newborn form asks of the mother. */
function MotherHbsag(props: {
  readonly draft: ChecklistDraft
  readonly prepared: ScreeningPreparation
  readonly onChange: (changes: Partial<ChecklistDraft>) => void
}) {
  const { draft, prepared, onChange } = props
  if (!prepared.form.asksMotherHbsag) return null
  return (
    <Select
      label={text.screening.motherHbsag}
      placeholder={text.common.choose}
      data={choicesOf(text.screening.motherHbsagResults)}
      value={motherHbsagOf(prepared, draft)}
      onChange={motherHbsag => onChange({ motherHbsag })}
    />
  )
}

/** The limits of the form, the last weight, and what to measure again. */
function Notes(props: {
  readonly draft: ChecklistDraft
  readonly prepared: ScreeningPreparation
  readonly state: ChecklistState
}) {
  const { draft, prepared, state } = props
  const { temperatureC } = vitalsOf(draft)
  const { feverFromC, lowToC } = prepared.form.limits
  const isOut = temperatureC !== null && (temperatureC >= feverFromC || temperatureC <= lowToC)
  const { lastWeight, weightToday } = prepared
  return (
    <span className={styles.limits}>
      {isOut && <Chip kind="late">{`${formatDecimal(temperatureC)} °C`}</Chip>}
      {text.screening.limits(formatDecimal(feverFromC), formatDecimal(lowToC))}
      {weightToday !== null && ` · ${text.screening.weighedToday(formatDecimal(weightToday))}`}
      {lastWeight &&
        ` · ${text.screening.lastWeight(formatDecimal(lastWeight.weightKg), formatDay(lastWeight.on))}`}
      {state.doubts.map(doubt => (
        <span key={doubt.code} role="status" className={holdStyles.doubt}>
          ▲ {doubtWords(doubt)}
        </span>
      ))}
    </span>
  )
}

function weightSentence(
  isImpossible: boolean,
  { lowest, highest }: ScreeningPreparation['weightRange'],
): string {
  if (!isImpossible) return text.screening.badNumber
  return text.screening.impossibleWeight(formatDecimal(lowest), formatDecimal(highest))
}

/** A value is only called wrong when it cannot become right by typing on. */
function isBad(
  typed: string,
  value: number | null,
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
): boolean {
  if (typed.trim().length < 2) return false
  return value === null
    ? !/[,.]$/u.test(typed.trim())
    : value > highest || (typed.length > 3 && value < lowest)
}

/** Enter and ↓ go on; Ctrl+Enter signs. */
function step(event: KeyboardEvent, next: () => void) {
  if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return
  if (event.ctrlKey) return
  event.preventDefault()
  next()
}
