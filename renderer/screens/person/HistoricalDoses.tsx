import { type RefObject, useRef } from 'react'
import { listVaccines, recordHistoricalDoses } from '../../../src/contract/dose-calls'
import type { CallError } from '../../../src/contract/errors'
import type { Person } from '../../../src/domain/person/person'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { sentenceAt } from '../../components/sentences'
import { useDraft } from '../../components/use-draft'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { DoseRowFields } from './DoseRowFields'
import { type DoseRow, emptyRow, isEmptyRow, problemOfRow, toHistorical, vaccineChoices } from './dose-rows'
import styles from './Person.module.css'

/** Earlier doses from a card, row by row by keyboard. ↵ goes to the next row, Ctrl+↵ saves all of them together. */
export function HistoricalDoses(props: {
  readonly person: Person
  readonly personId: string
  readonly onClose: () => void
}) {
  const { person, personId, onClose } = props
  const vaccines = useCallQuery(listVaccines, {})
  const recording = useCallMutation(recordHistoricalDoses)
  const grid = useRef<HTMLDivElement>(null)
  const card = useCard(personId, person, grid)
  const { rows, setRows, filled, problems } = card
  const choices = vaccineChoices(vaccines.data ?? [])

  async function save() {
    const answer = await recording.send({ personId, doses: filled.map(toHistorical) })
    if (!answer.ok) return
    card.clear()
    onClose()
  }
  return (
    <Panel title={text.register.dosesTitle} note={text.register.dosesNote} className={styles.doses}>
      <div ref={grid} className={styles.grid} data-testid="historical-grid">
        {rows.map((row, at) => (
          <DoseRowFields
            key={row.key}
            row={row}
            at={at}
            choices={choices}
            bornOn={person.birthDate}
            problem={problems[at] ?? null}
            errorOf={field => errorAt(recording.error, filled.indexOf(row), field)}
            onChange={part => card.change(at, part)}
            onNext={() => card.nextRow(at)}
            onRemove={rows.length === 1 ? null : () => setRows(rows.filter(other => other !== row))}
          />
        ))}
      </div>
      {recording.error && <ErrorNotice error={recording.error} />}
      <div className={styles.gridButtons}>
        <QuietButton hint="Esc" onPress={onClose}>
          {text.common.back}
        </QuietButton>
        <FilledButton
          isBusy={recording.isSaving}
          isDisabled={!card.isReady}
          onPress={() => void save()}
          testId="save-historical"
        >
          {text.register.saveDoses(filled.length)}
        </FilledButton>
      </div>
    </Panel>
  )
}

function focusRow(grid: HTMLElement | null, at: number): void {
  grid?.children[at]?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus()
}

/** Main numbers the doses it was sent, which are the filled rows. */
function errorAt(error: CallError | null, index: number, field: string): string | null {
  if (index < 0) return null
  const whole = field === 'givenOn' ? sentenceAt(error, `doses.${index}`) : null
  return sentenceAt(error, `doses.${index}.${field}`) ?? whole
}

/** The lines typed so far; a draft outlives the panel. */
function useCard(personId: string, person: Person, grid: RefObject<HTMLDivElement | null>) {
  const { today } = useAppState()
  const {
    draft: rows,
    setDraft: setRows,
    clear,
  } = useDraft<readonly DoseRow[]>(`doses ${personId}`, () => [emptyRow()])
  const filled = rows.filter(row => !isEmptyRow(row))
  const problems = rows.map(row => problemOfRow(row, person.birthDate, today))
  const isReady = filled.length > 0 && problems.every(problem => problem === null)

  function change(at: number, part: Partial<DoseRow>) {
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  }
  function nextRow(at: number) {
    if (at === rows.length - 1) setRows([...rows, emptyRow(rows[at]?.placeName, rows[at]?.programme)])
    setTimeout(() => focusRow(grid.current, at + 1), 0)
  }
  return { rows, setRows, clear, filled, problems, isReady, change, nextRow }
}
