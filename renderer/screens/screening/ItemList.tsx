import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type Ref, useState } from 'react'
import type { ScreeningPreparation } from '../../../src/contract/screening-calls'
import type { ChosenCause, FormItem, ItemAnswer } from '../../../src/domain/screening/form'
import { Chip } from '../../components/Chip'
import { Kbd } from '../../components/Kbd'
import { locale, text } from '../../text'
import { CauseList } from './CauseList'
import type { ChecklistState } from './checklist'
import holdStyles from './Holds.module.css'
import styles from './Screening.module.css'

/** One line to answer: an item of the form with its number, or a question beside it. */
type Asked = Pick<FormItem, 'code' | 'text'> & Partial<Pick<FormItem, 'number' | 'measured' | 'needsDetail'>>

/** The numbered questions, and those about single vaccines. ↑ ↓ move; C or 1 is "Có", K or 0 is "Không" and goes on. */
export function ItemList(props: {
  readonly ref: Ref<HTMLDivElement>
  readonly prepared: ScreeningPreparation
  readonly state: ChecklistState
  readonly onAnswer: (code: string, yes: boolean) => void
  readonly onDetail: (code: string, detail: string) => void
  readonly onCauses: (code: string, causes: readonly ChosenCause[]) => void
}) {
  const { ref, prepared, state, onAnswer } = props
  const { items } = prepared.form
  const [activeCode, setActiveCode] = useState<string | null>(null)
  const all = items.length + state.questions.length

  function hear(event: KeyboardEvent<HTMLElement>, code: string) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return
    const row = event.currentTarget
    const key = event.key.toLowerCase()
    if (key === 'arrowdown' || key === 'arrowup') focusRow(row, key === 'arrowdown' ? 1 : -1)
    else if (key === 'c' || key === '1') {
      onAnswer(code, true)
      requestAnimationFrame(() => row.querySelector('input')?.focus())
    } else if (key === 'k' || key === '0') {
      onAnswer(code, false)
      focusRow(row, 1)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const rowOf = (item: Asked, isFirst: boolean) => (
    <ItemRow
      key={item.code}
      item={item}
      prepared={prepared}
      answer={state.answers[item.code] ?? null}
      isReached={activeCode === null ? isFirst : activeCode === item.code}
      onFocus={() => setActiveCode(item.code)}
      onKeyDown={event => hear(event, item.code)}
      onAnswer={yes => onAnswer(item.code, yes)}
      onDetail={detail => props.onDetail(item.code, detail)}
      onCauses={causes => props.onCauses(item.code, causes)}
    />
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a scrolling list of questions, not a fieldset
    <div ref={ref} className={styles.items} role="group" aria-label={text.screening.checklist}>
      <p className={styles.itemsHead}>
        <span>{text.screening.itemKeys}</span>
        <span>{text.screening.answered(all - state.unanswered.length, all)}</span>
      </p>
      {items.map((item, index) => rowOf(item, index === 0))}
      {state.questions.length > 0 && <p className={holdStyles.asked}>{text.screening.questions}</p>}
      {state.questions.map(question => rowOf(question, false))}
    </div>
  )
}

function ItemRow(props: {
  readonly item: Asked
  readonly prepared: ScreeningPreparation
  readonly answer: ItemAnswer | null
  readonly isReached: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onAnswer: (yes: boolean) => void
  readonly onDetail: (detail: string) => void
  readonly onCauses: (causes: readonly ChosenCause[]) => void
}) {
  const { item, answer, prepared, onAnswer } = props
  const causes = prepared.rules.causes.filter(({ under }) => under.includes(item.code))
  return (
    <div
      role="radiogroup"
      aria-label={item.number === undefined ? item.text[locale] : `${item.number}. ${item.text[locale]}`}
      data-item={item.code}
      data-testid={`item-${item.number ?? item.code}`}
      tabIndex={props.isReached ? 0 : -1}
      className={`${styles.item} ${answer?.yes ? styles.isYes : ''}`}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
    >
      <span className={styles.number}>{item.number ?? '+'}</span>
      <span className={styles.question}>
        {item.text[locale]}
        {item.measured && answer && <Chip kind="info">{text.screening.measured}</Chip>}
      </span>
      <YesNo answer={answer} onAnswer={onAnswer} />
      {answer?.yes && item.number !== undefined && (
        <Detail
          number={item.number}
          isNeeded={item.needsDetail === true && (answer.causes ?? []).length === 0}
          detail={answer.detail ?? ''}
          onDetail={props.onDetail}
        />
      )}
      {answer?.yes && causes.length > 0 && (
        <CauseList
          causes={causes}
          chosen={answer.causes ?? []}
          prepared={prepared}
          onChange={props.onCauses}
        />
      )}
    </div>
  )
}

function YesNo(props: { readonly answer: ItemAnswer | null; readonly onAnswer: (yes: boolean) => void }) {
  const { answer, onAnswer } = props
  return (
    <span className={styles.choices}>
      <Choice
        name={text.common.no}
        hint="K"
        isChosen={answer?.yes === false}
        onChoose={() => onAnswer(false)}
      />
      <Choice
        name={text.common.yes}
        hint="C"
        isYes
        isChosen={answer?.yes === true}
        onChoose={() => onAnswer(true)}
      />
    </span>
  )
}

function Detail(props: {
  readonly number: number
  readonly isNeeded: boolean
  readonly detail: string
  readonly onDetail: (detail: string) => void
}) {
  const { number, isNeeded, detail, onDetail } = props
  function hear(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.ctrlKey) return
    const row = event.currentTarget.closest<HTMLElement>('[data-item]')
    if (!row || !['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    focusRow(row, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <TextInput
      className={styles.detail}
      aria-label={text.screening.detailFor(number)}
      placeholder={text.screening.detail}
      error={isNeeded && detail.trim() === '' ? text.screening.detailNeeded : undefined}
      autoComplete="off"
      maxLength={500}
      value={detail}
      onChange={event => onDetail(event.currentTarget.value)}
      onKeyDown={hear}
    />
  )
}

function Choice(props: {
  readonly name: string
  readonly hint: string
  readonly isYes?: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const tone = props.isChosen ? (props.isYes ? styles.chosenYes : styles.chosenNo) : ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: answered by C and K on the row, not by the native radio keys
    <button
      type="button"
      role="radio"
      aria-checked={props.isChosen}
      tabIndex={-1}
      className={`${styles.choice} ${tone}`}
      onClick={props.onChoose}
    >
      {props.isChosen && <span aria-hidden="true">{props.isYes ? '▲' : '✓'}</span>}
      {props.name}
      <Kbd>{props.hint}</Kbd>
    </button>
  )
}

function focusRow(row: HTMLElement, step: number): void {
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
  const next = rows[rows.indexOf(row) + step]
  if (next) next.focus()
  else if (step < 0) row.closest('section')?.querySelector<HTMLElement>('input')?.focus()
  else row.focus()
}
