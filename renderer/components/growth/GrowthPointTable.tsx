import type { GrowthChartData, GrowthPoint } from '../../../src/domain/child/growth-curves'
import { text } from '../../text'
import { formatDay } from '../format'
import type { ChosenPoint } from './GrowthChart'
import styles from './GrowthChart.module.css'
import { chartTitle, figure, percentileFigure, pointAge, pointKey, scoreFigure } from './growth-words'

/**
 * The points of a chart as a table, newest first: what the chart shows, for whoever reads numbers. What belongs to the
 * corrected age stands under its measuring, with the diamond of the chart.
 */
export function GrowthPointTable(
  props: { readonly data: GrowthChartData; readonly height: number } & ChosenPoint,
) {
  const { data, height, chosen, onChoose } = props
  const { columns, measures } = text.growth
  const measurings = data.points.filter(point => !point.isCorrected).toReversed()
  return (
    <div className={styles.numbers} style={{ maxHeight: height }}>
      <div className={styles.title}>{chartTitle(data)}</div>
      <table className={styles.table} data-testid="growth-point-table">
        <thead>
          <tr>
            <th>{columns.on}</th>
            <th>{columns.age}</th>
            {data.xUnit === 'cm' && <th className={styles.number}>{measures['length-for-age']} (cm)</th>}
            <th className={styles.number}>
              {measures[data.indicator]} ({data.yUnit})
            </th>
            <th className={styles.number}>{columns.z}</th>
            <th className={styles.number}>{columns.percentile}</th>
          </tr>
        </thead>
        <tbody>
          {measurings.map(point => (
            <tr
              key={pointKey(point)}
              data-chosen={pointKey(point) === chosen || pointKey({ ...point, isCorrected: true }) === chosen}
              onPointerEnter={() => onChoose(pointKey(point))}
              onPointerLeave={() => onChoose(null)}
            >
              <Cells
                data={data}
                point={point}
                corrected={data.points.find(({ id, isCorrected }) => isCorrected && id === point.id) ?? null}
              />
            </tr>
          ))}
        </tbody>
      </table>
      {measurings.length === 0 && <p className={styles.note}>{text.growth.noPoints}</p>}
    </div>
  )
}

function Cells(props: {
  readonly data: GrowthChartData
  readonly point: GrowthPoint
  readonly corrected: GrowthPoint | null
}) {
  const { data, point, corrected } = props
  return (
    <>
      <td>{formatDay(point.on)}</td>
      <td>
        {pointAge(point)}
        {corrected && <div className={styles.note}>◇ {pointAge(corrected)}</div>}
      </td>
      {data.xUnit === 'cm' && <td className={styles.number}>{figure(point.x, 1)}</td>}
      <td className={styles.number}>
        {figure(point.y, data.yUnit === 'kg' ? 2 : 1)}
        {point.isImplausible && <div className={styles.note}>⊗ {text.growth.implausible}</div>}
      </td>
      <td className={styles.number}>
        {point.z === null ? '–' : scoreFigure(point.z)}
        {corrected?.z != null && <div className={styles.note}>◇ {scoreFigure(corrected.z)}</div>}
      </td>
      <td className={styles.number}>
        {point.percentile === null ? '–' : percentileFigure(point.percentile)}
        {corrected?.percentile != null && (
          <div className={styles.note}>◇ {percentileFigure(corrected.percentile)}</div>
        )}
      </td>
    </>
  )
}
