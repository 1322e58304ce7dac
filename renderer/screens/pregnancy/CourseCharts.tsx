import type { ReactNode } from 'react'
import type { AntenatalVisitView, PregnancyView } from '../../../src/contract/pregnancy-views'
import type { PregnancyRules } from '../../../src/domain/maternal/pregnancy-rules'
import { text } from '../../text'
import styles from './Pregnancy.module.css'
import { writeNumber } from './typed-values'

const width = 360
const height = 168
const left = 30
const right = 14
const top = 14
const bottom = 20

/** A value at a week of the pregnancy, in weeks with their fraction. */
type Point = { readonly week: number; readonly value: number }
type Scale = { readonly x: (week: number) => number; readonly y: (value: number) => number }

function pointsOf(
  visits: readonly AntenatalVisitView[],
  read: (visit: AntenatalVisitView) => number | null,
): readonly Point[] {
  return visits.flatMap(visit => {
    const value = read(visit)
    return visit.gestation && value !== null ? [{ week: visit.gestation.totalDays / 7, value }] : []
  })
}

/** Her weight by week; the weight before the pregnancy is the dashed line. */
export function WeightChart({ view }: { readonly view: PregnancyView }) {
  const words = text.pregnancy.charts
  const points = pointsOf(view.visits, ({ weightKg }) => weightKg)
  const before = view.weightBeforeKg
  const values = [...points.map(({ value }) => value), ...(before === null ? [] : [before])]
  const low = Math.floor((Math.min(...values) - 3) / 5) * 5
  const high = Math.ceil((Math.max(...values) + 3) / 5) * 5
  const frame = { fromWeek: 0, toWeek: 42, low, high, step: high - low > 25 ? 10 : 5 }
  return (
    <Chart
      title={`${words.weight} (kg)`}
      label={words.weightLabel(points.length)}
      points={points}
      frame={frame}
    >
      {scale =>
        before !== null && (
          <g>
            <line
              className={styles.reference}
              x1={left}
              x2={width - right}
              y1={scale.y(before)}
              y2={scale.y(before)}
            />
            <text className={styles.axis} x={width - right} y={scale.y(before) - 3} textAnchor="end">
              {words.before} {writeNumber(before)}
            </text>
          </g>
        )
      }
    </Chart>
  )
}

/** Fundal height by week; between the dashed lines it agrees with the weeks as the rules have it. */
export function FundalChart({
  rules,
  view,
}: {
  readonly rules: PregnancyRules
  readonly view: PregnancyView
}) {
  const words = text.pregnancy.charts
  const points = pointsOf(view.visits, ({ fundalHeightCm }) => fundalHeightCm)
  const { fundalDiffersCm: differs, fundalWeeks } = rules.limits
  const isOne = (view.fetuses ?? 1) === 1
  const frame = { fromWeek: 12, toWeek: 42, low: 10, high: 45, step: 5 }
  return (
    <Chart
      title={`${words.fundal} (cm)`}
      label={words.fundalLabel(points.length)}
      points={points}
      frame={frame}
    >
      {scale =>
        isOne && (
          <g>
            {[-differs, differs].map(by => (
              <line
                key={by}
                className={styles.reference}
                x1={scale.x(fundalWeeks.from)}
                x2={scale.x(fundalWeeks.to)}
                y1={scale.y(fundalWeeks.from + by)}
                y2={scale.y(fundalWeeks.to + by)}
              />
            ))}
            <text
              className={styles.axis}
              x={scale.x(fundalWeeks.from)}
              y={scale.y(fundalWeeks.from + differs) - 6}
            >
              {words.band(differs)}
            </text>
          </g>
        )
      }
    </Chart>
  )
}

type Frame = {
  readonly fromWeek: number
  readonly toWeek: number
  readonly low: number
  readonly high: number
  readonly step: number
}

function scaleOf({ fromWeek, toWeek, low, high }: Frame): Scale {
  return {
    x: week => left + ((week - fromWeek) / (toWeek - fromWeek)) * (width - left - right),
    y: value => top + ((high - value) / (high - low)) * (height - top - bottom),
  }
}

/** A picture of points with their numbers: shape and number say what the colour says. */
function Chart(props: {
  readonly title: string
  readonly label: string
  readonly points: readonly Point[]
  readonly frame: Frame
  readonly children: (scale: Scale) => ReactNode
}) {
  const { title, label, points, frame, children } = props
  if (points.length === 0)
    return (
      <section className={styles.sideSection}>
        <h3>{title}</h3>
        <p className={styles.soft}>{text.pregnancy.charts.none}</p>
      </section>
    )
  const scale = scaleOf(frame)
  const shown = points.filter(({ week }) => week >= frame.fromWeek && week <= frame.toWeek)
  return (
    <section className={styles.sideSection}>
      <h3>{title}</h3>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.chart} role="img" aria-label={label}>
        <Grid frame={frame} scale={scale} />
        {children(scale)}
        <polyline
          className={styles.course}
          points={shown.map(({ week, value }) => `${scale.x(week)},${scale.y(value)}`).join(' ')}
        />
        {shown.map(point => (
          <Dot key={`${point.week}`} point={point} scale={scale} />
        ))}
      </svg>
    </section>
  )
}

function Dot({ point, scale }: { readonly point: Point; readonly scale: Scale }) {
  const [x, y] = [scale.x(point.week), scale.y(point.value)]
  return (
    <g>
      <circle className={styles.dot} cx={x} cy={y} r={3.5} />
      <text className={styles.value} x={x} y={y - 7} textAnchor="middle">
        {writeNumber(point.value)}
      </text>
    </g>
  )
}

function Grid({ frame, scale }: { readonly frame: Frame; readonly scale: Scale }) {
  const { fromWeek, toWeek, low, high, step } = frame
  const levels = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, index) => low + index * step)
  const firstMark = Math.ceil(fromWeek / 4) * 4
  const weeks = Array.from(
    { length: Math.floor((toWeek - firstMark) / 4) + 1 },
    (_, index) => firstMark + index * 4,
  )
  return (
    <>
      {levels.map(level => (
        <g key={level}>
          <line
            className={styles.gridLine}
            x1={left}
            x2={width - right}
            y1={scale.y(level)}
            y2={scale.y(level)}
          />
          <text className={styles.axis} x={left - 4} y={scale.y(level) + 3} textAnchor="end">
            {level}
          </text>
        </g>
      ))}
      {weeks.map(week => (
        <g key={week}>
          <line
            className={styles.gridLine}
            x1={scale.x(week)}
            x2={scale.x(week)}
            y1={top}
            y2={height - bottom}
          />
          <text className={styles.axis} x={scale.x(week)} y={height - 7} textAnchor="middle">
            {week}
          </text>
        </g>
      ))}
      <text className={styles.axis} x={0} y={height - 7}>
        {text.pregnancy.charts.weeks}
      </text>
    </>
  )
}
