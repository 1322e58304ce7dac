import { Select, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { DoseDateField } from '../../components/DoseDateField'
import { type Choice, Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { choicesOf } from '../injection/choices'
import type { DoseRow } from './dose-rows'
import styles from './Person.module.css'

type RowPart = {
  readonly row: DoseRow
  /** From 0; only the first line carries the visible labels. */
  readonly at: number
  readonly choices: readonly Choice[]
  readonly bornOn: CalendarDay
  readonly problem: string | null
  readonly errorOf: (field: string) => string | null
  readonly onChange: (part: Partial<DoseRow>) => void
  readonly onNext: () => void
  readonly onRemove: (() => void) | null
}

/** One dose of a card; ↵ goes on to the next line. */
export function DoseRowFields(part: RowPart) {
  const { row, at, onChange, onNext, onRemove } = part
  const { today } = useAppState()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid row
    <div
      role="group"
      aria-label={text.register.row(at + 1)}
      className={styles.row}
      onKeyDown={event => hear(event, onNext)}
    >
      <Picker
        label={text.register.vaccine}
        isLabelHidden={at > 0}
        choices={part.choices}
        placeholder={text.register.vaccinePlaceholder}
        value={row.vaccineCode}
        autoFocus={at === 0}
        error={part.errorOf('vaccineCode')}
        onChange={vaccineCode => onChange({ vaccineCode })}
      />
      <DoseDateField
        label={text.register.givenOn}
        isLabelHidden={at > 0}
        value={row.date}
        today={today}
        bornOn={part.bornOn}
        error={part.problem ?? part.errorOf('givenOn')}
        onChange={date => onChange({ date })}
      />
      <CardFields {...part} />
      <QuietButton
        isSmall
        label={text.register.removeRow(at + 1)}
        isDisabled={onRemove === null}
        onPress={() => onRemove?.()}
      >
        ✕
      </QuietButton>
    </div>
  )
}

/** What a card says beside vaccine and date, as far as it can be read. */
function CardFields({ row, at, onChange }: RowPart) {
  return (
    <>
      <Select
        label={at > 0 ? undefined : text.register.programme}
        aria-label={text.register.programme}
        data={choicesOf(text.register.programmes)}
        value={row.programme}
        allowDeselect={false}
        openOnFocus={false}
        onChange={programme => programme && onChange({ programme })}
      />
      <TextInput
        label={at > 0 ? undefined : text.register.number}
        aria-label={text.register.number}
        inputMode="numeric"
        maxLength={2}
        autoComplete="off"
        value={row.statedNumber}
        onChange={event => onChange({ statedNumber: event.currentTarget.value.replace(/\D/gu, '') })}
      />
      <TextInput
        label={at > 0 ? undefined : text.register.lot}
        aria-label={text.register.lot}
        data-scan="own"
        maxLength={40}
        autoComplete="off"
        value={row.lotNumber}
        onChange={event => onChange({ lotNumber: event.currentTarget.value })}
      />
      <TextInput
        label={at > 0 ? undefined : text.register.placeName}
        aria-label={text.register.placeName}
        autoComplete="off"
        value={row.placeName}
        onChange={event => onChange({ placeName: event.currentTarget.value })}
      />
    </>
  )
}

/** An Enter that picks from an open list or presses a button is not a new line. */
function hear(event: KeyboardEvent<HTMLDivElement>, onNext: () => void): void {
  const isPicking =
    event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
  if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing || event.keyCode === 229) return
  if (isPicking || event.target instanceof HTMLButtonElement) return
  event.preventDefault()
  onNext()
}
