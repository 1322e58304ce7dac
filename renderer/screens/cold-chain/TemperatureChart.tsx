import type { FridgeChart } from '../../../src/contract/cold-chain-calls'
import { addDays, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { vietnamInstant } from '../../../src/domain/stock/cold-chain'
import type { TemperaturePoint } from '../../../src/domain/stock/fridge'
import { text } from '../../text'
import styles from './ColdChain.module.css'
import { formatDegrees } from './degrees'

const width = 720
const height = 220
const left = 40
const right = 8
const top = 8
const bottom = 22

/** The temperatures over time with the limits as lines: loggers as a line, readings by hand as dots with minimum and maximum. */
export function TemperatureChart({ chart }: { readonly chart: FridgeChart }) {
  const { readings, logged, fromAt, untilAt } = chart
  const byHand = readings.flatMap(({ temperatureC, minC, maxC }) =>
    [temperatureC, minC ?? [], maxC ?? []].flat(),
  )
  const degrees = [...logged.map(({ temperatureC }) => temperatureC), ...byHand]
  if (degrees.length === 0) return <p className={styles.soft}>{text.coldChain.noPoints}</p>
  const lowest = degrees.reduce((a, b) => Math.min(a, b))
  const highest = degrees.reduce((a, b) => Math.max(a, b))
  const scale = scaleOf({ fromAt, untilAt, low: Math.min(lowest, -1) - 1, high: Math.max(highest, 9) + 1 })
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={styles.chart}
      role="img"
      aria-label={text.coldChain.chartLabel(
        formatDegrees(lowest),
        formatDegrees(highest),
        logged.length + readings.length,
      )}
    >
      <Limits chart={chart} scale={scale} />
      <Days chart={chart} scale={scale} />
      <polyline className={styles.logged} points={logged.map(point => pairOf(point, scale)).join(' ')} />
      {readings.map(reading => (
        <g key={reading.readingId}>
          {reading.minC !== null && reading.maxC !== null && (
            <line
              className={styles.span}
              x1={scale.x(reading.at)}
              x2={scale.x(reading.at)}
              y1={scale.y(reading.minC)}
              y2={scale.y(reading.maxC)}
            />
          )}
          <circle className={styles.dot} r={3} cx={scale.x(reading.at)} cy={scale.y(reading.temperatureC)} />
        </g>
      ))}
    </svg>
  )
}

type Scale = { readonly x: (at: string) => number; readonly y: (celsius: number) => number }

function scaleOf(of: { fromAt: string; untilAt: string; low: number; high: number }): Scale {
  const fromMs = Date.parse(of.fromAt)
  const spanMs = Math.max(Date.parse(of.untilAt) - fromMs, 1)
  return {
    x: at => Math.round(left + ((Date.parse(at) - fromMs) / spanMs) * (width - left - right)),
    y: celsius => Math.round(top + ((of.high - celsius) / (of.high - of.low)) * (height - top - bottom)),
  }
}

function pairOf({ at, temperatureC }: TemperaturePoint, scale: Scale): string {
  return `${scale.x(at)},${scale.y(temperatureC)}`
}

/** The limits of the rules, each with its number: the line is not told by its colour. */
function Limits({ chart, scale }: { readonly chart: FridgeChart; readonly scale: Scale }) {
  return chart.rules.map(({ kind, limitC }) => (
    <g key={kind}>
      <line className={styles.limit} x1={left} x2={width - right} y1={scale.y(limitC)} y2={scale.y(limitC)} />
      <text className={styles.axis} x={left - 4} y={scale.y(limitC) + 4} textAnchor="end">
        {formatDegrees(limitC)}
      </text>
    </g>
  ))
}

/** A mark at every midnight, with its date where there is room. */
function Days({ chart, scale }: { readonly chart: FridgeChart; readonly scale: Scale }) {
  const first = vietnamDayOf(chart.fromAt)
  const last = vietnamDayOf(chart.untilAt)
  const days = [first]
  for (let on = addDays(first, 1); on <= last; on = addDays(on, 1)) days.push(on)
  const step = Math.ceil(days.length / 10)
  return days.map((on, index) => {
    const x = scale.x(vietnamInstant(on, '00:00'))
    return (
      <g key={on}>
        <line className={styles.midnight} x1={x} x2={x} y1={top} y2={height - bottom} />
        {index % step === 0 && (
          <text className={styles.axis} x={x + 3} y={height - 6}>
            {`${on.slice(8)}/${on.slice(5, 7)}`}
          </text>
        )}
      </g>
    )
  })
}
