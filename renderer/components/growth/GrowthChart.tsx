import { useElementSize } from '@mantine/hooks'
import { type ChartGeometry, chartGeometry, type DrawnPoint } from '../../../src/domain/child/growth-chart'
import type { GrowthChartData } from '../../../src/domain/child/growth-curves'
import { text } from '../../text'
import { ChartDrawing } from './ChartDrawing'
import styles from './GrowthChart.module.css'
import { acrossTitle, chartTitle, decimalComma, pointKey, pointWords } from './growth-words'

/** The measuring that is looked at, by `pointKey`, and what changes it. */
export type ChosenPoint = {
  readonly chosen: string | null
  readonly onChoose: (key: string | null) => void
}

/**
 * One of WHO's growth charts with a child's points. Pointing at a point, or the arrow keys, tell its day, value, z-score and
 * percentile. `height` in pixels; the width is what there is.
 */
export function GrowthChart(
  props: { readonly data: GrowthChartData; readonly height: number } & ChosenPoint,
) {
  const { data, height, chosen, onChoose } = props
  const { ref, width } = useElementSize()
  const room = { width: Math.max(320, width || 640), height, letters: 12 }
  const geometry = chartGeometry(data, room, { decimalComma })
  const { points } = geometry
  const at = points.findIndex(point => pointKey(point) === chosen)
  const point = points[at]
  const words = point ? pointWords(data, point) : []
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.title}>
        {chartTitle(data)} <span className={styles.soft}>({data.yUnit})</span>
      </figcaption>
      <div
        ref={ref}
        className={styles.board}
        role="slider"
        tabIndex={0}
        aria-label={chartTitle(data)}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, points.length - 1)}
        aria-valuenow={Math.max(0, at)}
        aria-valuetext={words.join('. ') || (points.length ? text.growth.moveHint : text.growth.noPoints)}
        onKeyDown={event => walk(event, points, at, onChoose)}
        onPointerLeave={() => onChoose(null)}
        data-testid="growth-chart"
      >
        <ChartDrawing geometry={geometry} chosen={chosen} onChoose={onChoose} />
        {point && <PointWords point={point} words={words} geometry={geometry} />}
        {points.length === 0 && <div className={styles.none}>{text.growth.noPoints}</div>}
      </div>
      <div className={styles.across}>{acrossTitle(data)}</div>
      <div className={styles.key}>{keyOf(data)}</div>
    </figure>
  )
}

/** The arrow keys go from one point to the next, by day. */
function walk(
  event: React.KeyboardEvent,
  points: readonly DrawnPoint[],
  at: number,
  onChoose: ChosenPoint['onChoose'],
): void {
  const last = points.length - 1
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at < 0 ? last : at - 1,
    Home: 0,
    End: last,
  }
  const target = targets[event.key]
  if (target === undefined && (event.key !== 'Escape' || at < 0)) return
  const next = target === undefined ? undefined : points[Math.min(last, Math.max(0, target))]
  onChoose(next ? pointKey(next) : null)
  event.preventDefault()
  event.stopPropagation()
}

function PointWords(props: {
  readonly point: DrawnPoint
  readonly words: readonly string[]
  readonly geometry: ChartGeometry
}) {
  const { point, words, geometry } = props
  return (
    <div
      className={styles.words}
      data-side={point.left > geometry.width / 2 ? 'left' : 'right'}
      data-under={point.top < geometry.height / 3}
      style={{ left: point.left, top: point.top }}
      data-testid="growth-point-words"
    >
      {words.map(word => (
        <div key={word}>{word}</div>
      ))}
    </div>
  )
}

function keyOf({ points, range }: GrowthChartData): string {
  const { lineKey, correctedKey, implausibleKey, source } = text.growth
  return [
    range === '5-19y' ? source.reference : source.standards,
    lineKey,
    ...(points.some(point => point.isCorrected) ? [correctedKey] : []),
    ...(points.some(point => point.isImplausible) ? [implausibleKey] : []),
  ].join(' · ')
}
