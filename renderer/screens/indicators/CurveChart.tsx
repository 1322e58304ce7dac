import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import {
  type CurveDrawing,
  curveDashes,
  curveDrawing,
  placing,
  shareAt,
} from '../../../src/domain/report/indicators/curve-drawing'
import {
  type CurvePoint,
  curveStepDays,
  type DoseCurve,
  daysPerMonth,
} from '../../../src/domain/report/indicators/curves'
import { locale, text } from '../../text'
import styles from './Indicators.module.css'
import { partWords, percentWords } from './share-words'

/** Which point is looked at: of which line, which week of age. */
type Chosen = { readonly line: number; readonly step: number }

/**
 * How children came to the doses of one picture, by age. Lines differ by dash and by the number at their end; the dotted
 * upright line of each is the age it is due. A point opens to its names.
 */
export function CurveChart(props: {
  readonly label: string
  readonly curves: readonly DoseCurve[]
  readonly untilMonths: number
  readonly doseLabel: (doseId: string) => string
  readonly onOpen: (doseId: string, ageDays: number, words: string) => void
}) {
  const { label, curves, untilMonths, doseLabel, onOpen } = props
  const { ref, width } = useElementSize()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const drawing = curveDrawing(curves, untilMonths, {
    width: Math.max(260, width || 360),
    height: 190,
    letters: 12,
  })
  const curve = chosen && curves[chosen.line]
  const point = chosen && curve?.points[chosen.step]
  const words = curve && point ? pointWords(doseLabel(curve.doseId), point) : null
  const open = () => curve && point && words && onOpen(curve.doseId, point.ageDays, words)
  return (
    <section className={styles.card} aria-label={label} data-testid="curve-card">
      <h3 className={styles.cardHead}>{label}</h3>
      <div
        ref={ref}
        className={styles.figure}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.round(untilMonths)}
        aria-valuenow={Math.round((point?.ageDays ?? 0) / daysPerMonth)}
        aria-valuetext={words ?? text.indicators.moveHint}
        data-testid="curve-chart"
        onPointerMove={event => setChosen(nearest(event, drawing, curves, untilMonths))}
        onKeyDown={event => {
          const next = event.key === 'Enter' ? null : moved(event.key, chosen, curves)
          if (event.key === 'Enter') open()
          else if (next) setChosen(next)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
        onClick={open}
      >
        <Drawing drawing={drawing} chosen={chosen} point={point ?? null} untilMonths={untilMonths} />
      </div>
      <div className={styles.pointWords} aria-hidden="true">
        {words ?? text.indicators.months}
      </div>
      <ul className={styles.legend}>
        {curves.map(({ doseId, dueDays, points }, line) => (
          <li key={doseId} className={styles[`line${line % 4}`]}>
            <LineSign line={line} /> {line + 1}. {doseLabel(doseId)}
            {': '}
            {text.indicators.due(monthsWords(dueDays))}
            {points.length === 0 ? `, ${text.indicators.nobodyOld}` : ''}
          </li>
        ))}
      </ul>
    </section>
  )
}

function monthsWords(days: number): string {
  const months = String(Math.round((days / daysPerMonth) * 2) / 2)
  return locale === 'vi' ? months.replace('.', ',') : months
}

function pointWords(dose: string, point: CurvePoint): string {
  const age = text.indicators.age(monthsWords(point.ageDays), String(Math.round(point.ageDays / 7)))
  return text.indicators.point(dose, age, percentWords(point), partWords(point))
}

/** The point under the pointer: its age, and the line that lies nearest there. */
function nearest(
  event: React.PointerEvent<HTMLElement>,
  drawing: CurveDrawing,
  curves: readonly DoseCurve[],
  untilMonths: number,
): Chosen | null {
  const box = event.currentTarget.getBoundingClientRect()
  const { plot } = drawing
  const place = placing(plot, untilMonths)
  const scale = drawing.width / box.width
  const step = Math.max(0, Math.round(place.ageAt((event.clientX - box.left) * scale) / curveStepDays))
  const top = (event.clientY - box.top) * scale
  const away = (curve: DoseCurve) => {
    const point = curve.points[step]
    return point ? Math.abs(place.top(shareAt(point)) - top) : Number.POSITIVE_INFINITY
  }
  const line = curves.reduce(
    (best, curve, index) => (away(curve) < away(curves[best] ?? curve) ? index : best),
    0,
  )
  return curves[line]?.points[step] ? { line, step } : null
}

/** The arrow keys: weeks across, four at a time with page keys; lines upward. */
function moved(key: string, chosen: Chosen | null, curves: readonly DoseCurve[]): Chosen | null {
  const { line, step } = chosen ?? { line: 0, step: 0 }
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, PageUp: 4, PageDown: -4 }
  const lines: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
  const across = steps[key] ?? 0
  const upward = lines[key] ?? 0
  if (across === 0 && upward === 0) return null
  const next = (line + upward + curves.length) % curves.length
  const last = (curves[next]?.points.length ?? 0) - 1
  return last < 0 ? null : { line: next, step: Math.min(last, Math.max(0, step + across)) }
}

function dashesOf(line: number, letters: number): string | undefined {
  const dashes = curveDashes[line % curveDashes.length] ?? []
  return dashes.length === 0 ? undefined : dashes.map(length => length * letters).join(' ')
}

function LineSign({ line }: { readonly line: number }) {
  return (
    <svg width="26" height="8" aria-hidden="true">
      <line className={styles.curve} x1="0" x2="26" y1="4" y2="4" strokeDasharray={dashesOf(line, 12)} />
    </svg>
  )
}

function Drawing(props: {
  readonly drawing: CurveDrawing
  readonly chosen: Chosen | null
  readonly point: CurvePoint | null
  readonly untilMonths: number
}) {
  const { drawing, chosen, point, untilMonths } = props
  const { width, height, letters, plot, across, upward, curves } = drawing
  const place = placing(plot, untilMonths)
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${width} ${height}`} height={height} aria-hidden="true">
      {across.map(({ at, label }) => (
        <g key={label}>
          <line className={styles.grid} x1={at} x2={at} y1={plot.top} y2={plot.bottom} />
          <text className={styles.tick} x={at} y={plot.bottom + letters * 1.2} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {upward.map(({ at, label }) => (
        <g key={label}>
          <line className={styles.grid} x1={plot.left} x2={plot.right} y1={at} y2={at} />
          <text className={styles.tick} x={plot.left - 5} y={at + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {curves.map(({ doseId, path, endX, endY, dueX }, line) => (
        <g key={doseId} className={styles[`line${line % 4}`]}>
          <line className={styles.due} x1={dueX} x2={dueX} y1={plot.top} y2={plot.bottom} />
          <path
            className={`${styles.curve} ${chosen?.line === line ? styles.curveChosen : ''}`}
            d={path}
            strokeDasharray={dashesOf(line, letters)}
          />
          {path !== '' && (
            <text className={styles.end} x={Math.min(endX + 3, plot.right + 3)} y={endY + 4}>
              {line + 1}
            </text>
          )}
        </g>
      ))}
      {chosen && point && (
        <circle
          className={`${styles.dot} ${styles[`line${chosen.line % 4}`]}`}
          cx={place.left(point.ageDays)}
          cy={place.top(shareAt(point))}
          r={4.5}
        />
      )}
    </svg>
  )
}
