import { addDays } from '../../../src/domain/calendar/calendar-day'
import type { GrowthChartData, GrowthPoint } from '../../../src/domain/child/growth-curves'
import { text } from '../../text'
import { formatAgeShort, formatDay } from '../format'
import type { ChosenPoint } from './GrowthChart'
import styles from './GrowthChart.module.css'
import { figure, percentileFigure, pointKey, scoreFigure } from './growth-words'

/** The points of a chart as a table, newest first: what the chart shows, for whoever reads numbers. */
export function GrowthPointTable(props: { readonly data: GrowthChartData } & ChosenPoint) {
  const { data, chosen, onChoose } = props
  const { columns, measures } = text.growth
  return (
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
        {data.points.toReversed().map(point => (
          <tr
            key={pointKey(point)}
            data-chosen={pointKey(point) === chosen}
            onPointerEnter={() => onChoose(pointKey(point))}
            onPointerLeave={() => onChoose(null)}
          >
            <Cells data={data} point={point} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cells({ data, point }: { readonly data: GrowthChartData; readonly point: GrowthPoint }) {
  const { on, ageDays, x, y, z, percentile, isCorrected, isImplausible } = point
  return (
    <>
      <td>{formatDay(on)}</td>
      <td>
        {formatAgeShort(addDays(on, -ageDays), on)}
        {isCorrected && <span className={styles.note}> ◇ {text.growth.correctedShort}</span>}
      </td>
      {data.xUnit === 'cm' && <td className={styles.number}>{figure(x, 1)}</td>}
      <td className={styles.number}>{figure(y, data.yUnit === 'kg' ? 2 : 1)}</td>
      <td className={styles.number}>
        {z === null ? '–' : scoreFigure(z)}
        {isImplausible && <div className={styles.note}>⊗ {text.growth.implausible}</div>}
      </td>
      <td className={styles.number}>{percentile === null ? '–' : percentileFigure(percentile)}</td>
    </>
  )
}
