import { type ChartGeometry, type DrawnPoint, lineStyles } from '../../../src/domain/child/growth-chart'
import styles from './GrowthChart.module.css'
import { pointKey } from './growth-words'

/** The lines, labels and points of a chart as SVG. What each point says is said by the chart around it. */
export function ChartDrawing(props: {
  readonly geometry: ChartGeometry
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
}) {
  const { geometry, chosen, onChoose } = props
  const { width, height, points, trail, correctedTrail } = geometry
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${width} ${height}`} height={height} aria-hidden="true">
      <Grid geometry={geometry} />
      <Curves geometry={geometry} />
      <path className={styles.correctedTrail} d={correctedTrail} />
      <path className={styles.trailHalo} d={trail} />
      <path className={styles.trail} d={trail} />
      {points.map(point => (
        <Point
          key={pointKey(point)}
          point={point}
          isChosen={pointKey(point) === chosen}
          onChoose={() => onChoose(pointKey(point))}
        />
      ))}
    </svg>
  )
}

function Grid({ geometry: { plot, across, upward } }: { readonly geometry: ChartGeometry }) {
  const { left, top, right, bottom } = plot
  return (
    <g>
      {across.map(({ at, label, isMajor }) => (
        <g key={at}>
          <line className={isMajor ? styles.major : styles.minor} x1={at} x2={at} y1={top} y2={bottom} />
          {label !== null && (
            <text className={styles.tick} x={at} y={bottom + 15} textAnchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
      {upward.map(({ at, label, isMajor }) => (
        <g key={at}>
          <line className={isMajor ? styles.major : styles.minor} x1={left} x2={right} y1={at} y2={at} />
          {label !== null && (
            <text className={styles.tick} x={left - 6} y={at + 4} textAnchor="end">
              {label}
            </text>
          )}
        </g>
      ))}
      <rect className={styles.frame} x={left} y={top} width={right - left} height={bottom - top} />
    </g>
  )
}

function Curves({ geometry: { curves } }: { readonly geometry: ChartGeometry }) {
  return (
    <g>
      {curves.map(({ z, path, label, labelX, labelY }) => {
        const style = lineStyles[Math.abs(z)]
        return (
          <g key={z} className={styles[`line${Math.abs(z)}`]}>
            <path d={path} strokeWidth={style?.width} strokeDasharray={style?.dashes} />
            <text x={labelX} y={labelY + 4}>
              {label}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function Point(props: {
  readonly point: DrawnPoint
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const { point, isChosen, onChoose } = props
  const { left, top, isCorrected, isImplausible, isOff } = point
  return (
    <g
      transform={`translate(${left} ${top})`}
      className={styles.point}
      onPointerEnter={onChoose}
      data-corrected={isCorrected}
    >
      <circle r={12} fill="transparent" />
      {isChosen && <circle r={9.5} className={styles.ring} />}
      <path className={isCorrected || isImplausible ? styles.hollow : styles.full} d={shapeOf(point)} />
      {isImplausible && <path className={styles.cross} d="M-3 -3L3 3M-3 3L3 -3" />}
      {isOff && <path className={styles.cross} d={top < 40 ? 'M-4 -8L0 -12L4 -8' : 'M-4 8L0 12L4 8'} />}
    </g>
  )
}

/** A disc by age since birth, a diamond by corrected age. */
function shapeOf({ isCorrected }: DrawnPoint): string {
  return isCorrected ? 'M0 -6L6 0L0 6L-6 0Z' : 'M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z'
}
