import { Popover } from '@mantine/core'
import { useState } from 'react'
import type { DoseView } from '../../../src/contract/dose-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { ForecastCell, GivenCell } from '../../../src/domain/schedule/chart-types'
import { formatDay, formatDoseDay } from '../../components/format'
import { locale, text } from '../../text'
import { DoseDetails } from './DoseDetails'
import styles from './DoseMatrix.module.css'
import { DraftMark } from './DraftMark'
import { evaluationText, forecastText, reasonText } from './reasons'

const glyphs: Readonly<Record<GivenCell['status'], string>> = {
  valid: '✓',
  'not-valid': '✕',
  substandard: '✕',
  extraneous: '○',
  'not-evaluated': '○',
}
const tones: Readonly<Record<GivenCell['status'], string | undefined>> = {
  valid: styles.valid,
  'not-valid': styles.invalid,
  substandard: styles.invalid,
  extraneous: styles.waiting,
  'not-evaluated': styles.waiting,
}

/** A dose that was given: when, and whether it counts. Opens its details. */
export function GivenCellView(props: {
  readonly cell: GivenCell
  readonly dose: DoseView | null
  readonly place: readonly [number, number]
  readonly nameOf: (code: string) => string
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}) {
  const { cell, dose, place, nameOf, isOpen, onOpen } = props
  // A dialog over the details lies outside them: a click in it must not close what it stands on.
  const [hasDialog, setDialog] = useState(false)
  const why = evaluationText(cell.reasons, nameOf)
  const on = formatDoseDay(cell.givenOn, cell.givenUntil)
  const draft = cell.isConfirmed ? '' : reasonText.unconfirmedRow
  return (
    <Popover
      opened={isOpen}
      onChange={onOpen}
      closeOnEscape={false}
      closeOnClickOutside={!hasDialog}
      zIndex={150}
      position="bottom-start"
      withArrow
      trapFocus={!hasDialog}
      returnFocus
      shadow="none"
      width={360}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={`${styles.cell} ${tones[cell.status]}`}
          data-cell={place.join('.')}
          tabIndex={place[0] === 0 && place[1] === 0 ? 0 : -1}
          title={[why, draft].filter(Boolean).join(' ') || undefined}
          aria-label={[on, cell.vaccineName, wordOf(cell), why, draft].filter(Boolean).join('. ')}
          onClick={() => onOpen(!isOpen)}
        >
          <span className={styles.top}>
            <span aria-hidden="true">{glyphs[cell.status]}</span> {on}
            {!cell.isConfirmed && <DraftMark />}
          </span>
          <span className={styles.bottom}>{secondLine(cell)}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.details}>
        {dose && (
          <DoseDetails
            cell={cell}
            dose={dose}
            nameOf={nameOf}
            onDialog={setDialog}
            onClose={() => {
              setDialog(false)
              onOpen(false)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function wordOf({ status }: GivenCell): string {
  return reasonText.evaluationStatus[status]
}

function secondLine(cell: GivenCell): string {
  const [first] = cell.reasons
  if (cell.status !== 'valid') {
    return first ? reasonText.evaluationShort(first) : wordOf(cell)
  }
  return cell.vaccineName
}

/** What comes next in a row, or why nothing does. */
export function ForecastCellView(props: {
  readonly cell: ForecastCell
  readonly on: CalendarDay
  readonly nameOf: (code: string) => string
}) {
  const { cell, nameOf } = props
  const isDraft = !cell.isConfirmed
  const why = [forecastText(cell.reasons, nameOf), isDraft ? reasonText.unconfirmedRow : ''].join(' ').trim()
  const label = shortLabel(cell)
  if (cell.status === 'due') {
    const top = text.injection.cellToday
    return <Forecast tone={styles.due} glyph="●" top={top} bottom={label} why={why} isDraft={isDraft} />
  }
  if (cell.status === 'overdue') {
    const late = cell.reasons.find(reason => reason.code === 'overdue')
    const since = late?.since ?? cell.recommendedOn
    const bottom = since
      ? `${reasonText.forecastStatus.overdue} ${formatDay(since)}`
      : reasonText.forecastStatus.overdue
    return <Forecast tone={styles.late} glyph="▲" top={label} bottom={bottom} why={why} isDraft={isDraft} />
  }
  if (cell.status === 'later') {
    const on = cell.recommendedOn ?? cell.earliestOn
    const top = on ? formatDay(on) : text.injection.later
    return <Forecast tone={styles.later} glyph="" top={top} bottom={label} why={why} isDraft={isDraft} />
  }
  const isDone = cell.status === 'complete' || cell.status === 'immune'
  return (
    <span className={`${styles.ended} ${isDone ? styles.endedWell : ''}`} title={why}>
      {isDone && <span aria-hidden="true">✓ </span>}
      {reasonText.forecastStatus[cell.status]}
    </span>
  )
}

function Forecast(props: {
  readonly tone: string | undefined
  readonly glyph: string
  readonly top: string
  readonly bottom: string
  readonly why: string
  readonly isDraft: boolean
}) {
  return (
    <span className={`${styles.cell} ${props.tone}`} title={props.why}>
      <span className={styles.top}>
        {props.glyph !== '' && <span aria-hidden="true">{props.glyph} </span>}
        {props.top}
        {props.isDraft && <DraftMark />}
      </span>
      <span className={styles.bottom}>{props.bottom}</span>
    </span>
  )
}

/** Longer names do not fit a cell; the row has said already what it is. */
const longestLabel = 12

function shortLabel({ label, doseNumber }: ForecastCell): string {
  const name = label?.[locale] ?? ''
  if (name.length <= longestLabel || doseNumber === null) return name
  return text.injection.cellDose(doseNumber)
}
