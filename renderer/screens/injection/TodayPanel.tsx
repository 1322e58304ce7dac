import { type KeyboardEvent, useState } from 'react'
import type { BirthDoseWait } from '../../../src/domain/immunization/birth-dose-hours'
import { isInUse } from '../../../src/domain/immunization/vaccine'
import type { DueDose } from '../../../src/domain/schedule/chart-types'
import { BirthDoseChip } from '../../components/BirthDoseChip'
import { formatDay } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { Panel } from '../../components/Panel'
import { Picker } from '../../components/Picker'
import { isTyping, useKeys } from '../../components/use-keys'
import { useSessionNow } from '../../frame/use-board'
import { locale, text } from '../../text'
import { DraftMark } from './DraftMark'
import styles from './Injection.module.css'
import type { InjectionData } from './injection-data'
import { type PlanLine, planExtra } from './plan'
import { forecastText } from './reasons'
import type { Injection } from './use-injection'
import { Why } from './Why'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** What is due today, as ticks with their reasons; any other vaccine can be added by its name. */
export function TodayPanel({
  data,
  injection,
}: {
  readonly data: InjectionData
  readonly injection: Injection
}) {
  const { chart, shelf } = data
  const { lines, toggle } = injection
  const [focusedId, setFocusedId] = useState<string | null>(chart.today[0]?.id ?? null)
  const [whyId, setWhyId] = useState<string | null>(null)

  useDueKeys({
    today: chart.today,
    focusedId,
    onFocus: setFocusedId,
    onToggle: toggle,
    onWhy: id => setWhyId(whyId === id ? null : id),
  })
  const nameOf = (code: string) => shelf.vaccines.get(code)?.shortName ?? code
  const why = chart.today.find(due => due.id === whyId)
  return (
    <Panel
      title={text.injection.today}
      note={text.injection.todaySummary(chart.today.length, sitesOf(lines))}
      actions={<AddOther data={data} injection={injection} />}
      className={styles.today}
    >
      {chart.today.length === 0 && <p className={styles.nothing}>{nothingOf(data)}</p>}
      <div className={styles.dueList}>
        {chart.today.map((due, index) => (
          <DueCard
            key={due.id}
            due={due}
            hint={digits[index] ?? null}
            why={forecastText(due.reasons, nameOf)}
            birthDose={data.birthDose?.dueId === due.id ? data.birthDose : null}
            isTicked={lines.some(line => line.key === due.id)}
            onFocus={() => setFocusedId(due.id)}
            onToggle={() => toggle(due)}
          />
        ))}
      </div>
      {why && <Why chart={chart} due={why} nameOf={nameOf} onClose={() => setWhyId(null)} />}
    </Panel>
  )
}

/** 1 … 9 tick a dose; Space says why for the one that has, or had, the focus. */
function useDueKeys(props: {
  readonly today: readonly DueDose[]
  readonly focusedId: string | null
  readonly onFocus: (id: string) => void
  readonly onToggle: (due: DueDose) => void
  readonly onWhy: (id: string) => void
}) {
  const { today, focusedId } = props
  const keys = digits.map((digit, index) => {
    const tick = () => {
      const due = today[index]
      if (!due) return false
      props.onFocus(due.id)
      props.onToggle(due)
      return true
    }
    return [digit, tick] as const
  })
  useKeys({
    ...Object.fromEntries(keys),
    ' ': event => {
      if (isTyping(event.target) || !focusedId || isOtherControl(event.target)) return false
      props.onWhy(focusedId)
      return true
    },
  })
}

function DueCard(props: {
  readonly due: DueDose
  readonly hint: string | null
  readonly why: string
  readonly birthDose: BirthDoseWait | null
  readonly isTicked: boolean
  readonly onFocus: () => void
  readonly onToggle: () => void
}) {
  const { due, hint, why, isTicked, onToggle } = props
  function hear(event: KeyboardEvent<HTMLElement>) {
    const step =
      event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key.startsWith('Arrow') ? -1 : 0
    if (step !== 0) {
      const cards = [...(event.currentTarget.parentElement?.children ?? [])]
      const next = cards[cards.indexOf(event.currentTarget) + step]
      if (next instanceof HTMLElement) next.focus()
    } else if (event.key === 'Enter' && !event.ctrlKey) onToggle()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: Space says why here, so the native checkbox would tick twice
    <div
      role="checkbox"
      aria-checked={isTicked}
      aria-label={`${due.label[locale]}. ${why}`}
      aria-keyshortcuts={hint ?? undefined}
      data-testid={`due-${due.id}`}
      tabIndex={0}
      className={`${styles.due} ${isTicked ? styles.ticked : ''}`}
      onFocus={props.onFocus}
      onClick={onToggle}
      onKeyDown={hear}
    >
      <span className={styles.tick} aria-hidden="true">
        {isTicked ? '✓' : ''}
      </span>
      <span className={styles.dueWords}>
        <span className={styles.dueName}>
          {due.status === 'overdue' && <span className={styles.lateMark}>▲ </span>}
          {due.label[locale]}
          {!due.isConfirmed && <DraftMark />}
        </span>
        {props.birthDose && <BirthDoseHours wait={props.birthDose} />}
        <span className={styles.dueWhy} title={why}>
          {why}
        </span>
      </span>
      {hint && <Kbd>{hint}</Kbd>}
    </div>
  )
}

/** The hours since birth go on while the screen is open. */
function BirthDoseHours({ wait }: { readonly wait: BirthDoseWait }) {
  return <BirthDoseChip wait={wait} nowMs={useSessionNow(10_000)} />
}

function AddOther({ data, injection }: { readonly data: InjectionData; readonly injection: Injection }) {
  const { shelf } = data
  const planned = new Set(injection.lines.map(line => line.vaccineCode))
  const choices = [...shelf.vaccines.values()].filter(it => isInUse(it) && !planned.has(it.code))
  return (
    <div className={styles.addOther}>
      <Picker
        // What was typed goes with the vaccine that was added.
        key={injection.lines.length}
        label={text.injection.addOther}
        isLabelHidden
        placeholder={text.injection.addOther}
        choices={choices.map(({ code, shortName }) => ({ value: code, label: shortName }))}
        value={null}
        onChange={code => {
          const vaccine = code === null ? undefined : shelf.vaccines.get(code)
          if (vaccine) injection.add(planExtra(vaccine, shelf, injection.lines))
        }}
        testId="add-other"
      />
    </div>
  )
}

function sitesOf(lines: readonly PlanLine[]): number {
  return new Set(lines.flatMap(line => line.site ?? [])).size
}

function nothingOf({ chart }: InjectionData): string {
  if (!chart.next) return text.injection.nothingToday
  const labels = chart.next.labels.map(label => label[locale]).join(', ')
  return `${text.injection.nothingToday} ${text.injection.nothingTodayNext(formatDay(chart.next.on), labels)}`
}

/** Space presses a button or opens a list where one has the focus. */
function isOtherControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, select, [role="dialog"]') !== null
}
