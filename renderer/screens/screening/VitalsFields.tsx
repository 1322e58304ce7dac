import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ScreeningForm } from '../../../src/domain/screening/form'
import { temperatureRangeC, weightRangeKg } from '../../../src/domain/screening/problems'
import { Chip } from '../../components/Chip'
import { text } from '../../text'
import { type ChecklistDraft, formatDecimal, vitalsOf } from './checklist'
import styles from './Screening.module.css'

/** Temperature and weight, before the questions; the temperature has the focus when somebody is chosen. */
export function VitalsFields(props: {
  readonly draft: ChecklistDraft
  readonly form: ScreeningForm
  readonly onChange: (changes: Partial<ChecklistDraft>) => void
  readonly onDone: () => void
}) {
  const { draft, form, onChange, onDone } = props
  const temperature = useRef<HTMLInputElement>(null)
  const weight = useRef<HTMLInputElement>(null)
  useEffect(() => temperature.current?.focus(), [])
  const { temperatureC, weightKg } = vitalsOf(draft)
  const { feverFromC, lowToC } = form.limits
  const isOut = temperatureC !== null && (temperatureC >= feverFromC || temperatureC <= lowToC)

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
        error={isBad(draft.weight, weightKg, weightRangeKg) ? text.screening.badNumber : undefined}
        onChange={event => onChange({ weight: event.currentTarget.value })}
        onKeyDown={event => step(event, onDone)}
      />
      <span className={styles.limits}>
        {isOut && <Chip kind="late">{`${formatDecimal(temperatureC)} °C`}</Chip>}
        {text.screening.limits(formatDecimal(feverFromC), formatDecimal(lowToC))}
      </span>
    </>
  )
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
