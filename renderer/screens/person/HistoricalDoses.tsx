import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { listVaccines, recordHistoricalDoses } from '../../../src/contract/dose-calls'
import type { Person } from '../../../src/domain/person/person'
import { DateField } from '../../components/DateField'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { sentenceAt } from '../../components/sentences'
import { useCallMutation } from '../../components/use-call-mutation'
import { useCallQuery } from '../../components/use-call-query'
import { useDraft } from '../../components/use-draft'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { type DoseRow, emptyRow, isEmptyRow, problemOfRow, toHistorical } from './dose-rows'
import styles from './Person.module.css'

/** Earlier doses from a card, row by row by keyboard. ↵ goes to the next row, Ctrl+↵ saves all of them together. */
export function HistoricalDoses(props: {
  readonly person: Person
  readonly personId: string
  readonly onClose: () => void
}) {
  const { person, personId, onClose } = props
  const { today } = useAppState()
  const vaccines = useCallQuery(listVaccines, {})
  const recording = useCallMutation(recordHistoricalDoses)
  const {
    draft: rows,
    setDraft: setRows,
    clear,
  } = useDraft<readonly DoseRow[]>(`doses ${personId}`, () => [emptyRow()])
  const grid = useRef<HTMLDivElement>(null)
  const filled = rows.filter(row => !isEmptyRow(row))
  const problems = rows.map(row => problemOfRow(row, person.birthDate, today))
  const isReady = filled.length > 0 && problems.every(problem => problem === null)
  const choices = (vaccines.data ?? []).map(vaccine => ({
    value: vaccine.code,
    label: [vaccine.shortName, vaccine.tradeName]
      .filter((name, at, all) => all.indexOf(name) === at)
      .join(' · '),
  }))

  function change(at: number, part: Partial<DoseRow>) {
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  }
  function nextRow(at: number) {
    if (at === rows.length - 1) setRows([...rows, emptyRow(rows[at]?.placeName)])
    setTimeout(() => focusRow(grid.current, at + 1), 0)
  }
  async function save() {
    const answer = await recording.send({ personId, doses: filled.map(toHistorical) })
    if (!answer.ok) return
    clear()
    onClose()
  }
  function hear(event: KeyboardEvent<HTMLDivElement>, at: number) {
    const isPicking =
      event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing || isPicking) return
    if (event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    nextRow(at)
  }
  return (
    <Panel title={text.register.dosesTitle} note={text.register.dosesNote} className={styles.doses}>
      <div ref={grid} className={styles.grid} data-testid="historical-grid">
        {rows.map((row, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid row
          <div
            key={row.key}
            role="group"
            aria-label={text.register.row(at + 1)}
            className={styles.row}
            onKeyDown={event => hear(event, at)}
          >
            <Picker
              label={text.register.vaccine}
              isLabelHidden={at > 0}
              choices={choices}
              placeholder={text.register.vaccinePlaceholder}
              value={row.vaccineCode}
              autoFocus={at === 0}
              error={errorAt(filled.indexOf(row), 'vaccineCode')}
              onChange={vaccineCode => change(at, { vaccineCode })}
            />
            <DateField
              label={text.register.givenOn}
              isLabelHidden={at > 0}
              value={row.givenOn}
              today={today}
              error={problems[at] ?? errorAt(filled.indexOf(row), 'givenOn')}
              onChange={givenOn => change(at, { givenOn })}
            />
            <TextInput
              label={at > 0 ? undefined : text.register.number}
              aria-label={text.register.number}
              inputMode="numeric"
              maxLength={2}
              autoComplete="off"
              value={row.statedNumber}
              onChange={event => change(at, { statedNumber: event.currentTarget.value.replace(/\D/gu, '') })}
            />
            <TextInput
              label={at > 0 ? undefined : text.register.lot}
              aria-label={text.register.lot}
              data-scan="own"
              maxLength={40}
              autoComplete="off"
              value={row.lotNumber}
              onChange={event => change(at, { lotNumber: event.currentTarget.value })}
            />
            <TextInput
              label={at > 0 ? undefined : text.register.placeName}
              aria-label={text.register.placeName}
              autoComplete="off"
              value={row.placeName}
              onChange={event => change(at, { placeName: event.currentTarget.value })}
            />
            <QuietButton
              isSmall
              label={text.register.removeRow(at + 1)}
              isDisabled={rows.length === 1}
              onPress={() => setRows(rows.filter(other => other !== row))}
            >
              ✕
            </QuietButton>
          </div>
        ))}
      </div>
      {recording.error && <ErrorNotice error={recording.error} />}
      <div className={styles.gridButtons}>
        <QuietButton hint="Esc" onPress={onClose}>
          {text.common.back}
        </QuietButton>
        <FilledButton
          isBusy={recording.isSaving}
          isDisabled={!isReady}
          onPress={() => void save()}
          testId="save-historical"
        >
          {text.register.saveDoses(filled.length)}
        </FilledButton>
      </div>
    </Panel>
  )

  /** Main numbers the doses it was sent, which are the filled rows. */
  function errorAt(index: number, field: string): string | null {
    if (index < 0) return null
    return (
      sentenceAt(recording.error, `doses.${index}.${field}`) ??
      (field === 'givenOn' ? sentenceAt(recording.error, `doses.${index}`) : null)
    )
  }
}

function focusRow(grid: HTMLElement | null, at: number): void {
  grid?.children[at]?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus()
}
