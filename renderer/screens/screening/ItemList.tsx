import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type Ref, useState } from 'react'
import type { FormItem, ItemAnswer, ScreeningForm } from '../../../src/domain/screening/form'
import { Chip } from '../../components/Chip'
import { Kbd } from '../../components/Kbd'
import { locale, text } from '../../text'
import type { ChecklistState } from './checklist'
import styles from './Screening.module.css'

/** The numbered questions. ↑ ↓ move; C or 1 is "Có", K or 0 is "Không" and goes on to the next. */
export function ItemList(props: {
  readonly ref: Ref<HTMLDivElement>
  readonly form: ScreeningForm
  readonly state: ChecklistState
  readonly onAnswer: (code: string, yes: boolean) => void
  readonly onDetail: (code: string, detail: string) => void
}) {
  const { ref, form, state, onAnswer, onDetail } = props
  const [activeCode, setActiveCode] = useState<string | null>(null)
  const done = form.items.length - state.unanswered.length

  function hear(event: KeyboardEvent<HTMLElement>, item: FormItem) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target instanceof HTMLInputElement) return
    const row = event.currentTarget
    const key = event.key.toLowerCase()
    if (key === 'arrowdown' || key === 'arrowup') focusRow(row, key === 'arrowdown' ? 1 : -1)
    else if (key === 'c' || key === '1') {
      onAnswer(item.code, true)
      requestAnimationFrame(() => row.querySelector('input')?.focus())
    } else if (key === 'k' || key === '0') {
      onAnswer(item.code, false)
      focusRow(row, 1)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a scrolling list of questions, not a fieldset
    <div ref={ref} className={styles.items} role="group" aria-label={text.screening.checklist}>
      <p className={styles.itemsHead}>
        <span>{text.screening.itemKeys}</span>
        <span>{text.screening.answered(done, form.items.length)}</span>
      </p>
      {form.items.map((item, index) => (
        <ItemRow
          key={item.code}
          item={item}
          answer={state.answers[item.code] ?? null}
          isReached={activeCode === null ? index === 0 : activeCode === item.code}
          onFocus={() => setActiveCode(item.code)}
          onKeyDown={event => hear(event, item)}
          onAnswer={yes => onAnswer(item.code, yes)}
          onDetail={detail => onDetail(item.code, detail)}
        />
      ))}
    </div>
  )
}

function ItemRow(props: {
  readonly item: FormItem
  readonly answer: ItemAnswer | null
  readonly isReached: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onAnswer: (yes: boolean) => void
  readonly onDetail: (detail: string) => void
}) {
  const { item, answer, onAnswer } = props
  return (
    <div
      role="radiogroup"
      aria-label={`${item.number}. ${item.text[locale]}`}
      data-item={item.code}
      data-testid={`item-${item.number}`}
      tabIndex={props.isReached ? 0 : -1}
      className={`${styles.item} ${answer?.yes ? styles.isYes : ''}`}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
    >
      <span className={styles.number}>{item.number}</span>
      <span className={styles.question}>
        {item.text[locale]}
        {item.measured && answer && <Chip kind="info">{text.screening.measured}</Chip>}
      </span>
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
      {answer?.yes && <Detail item={item} detail={answer.detail ?? ''} onDetail={props.onDetail} />}
    </div>
  )
}

function Detail(props: {
  readonly item: FormItem
  readonly detail: string
  readonly onDetail: (detail: string) => void
}) {
  const { item, detail, onDetail } = props
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
      aria-label={text.screening.detailFor(item.number)}
      placeholder={text.screening.detail}
      error={item.needsDetail && detail.trim() === '' ? text.screening.detailNeeded : undefined}
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
