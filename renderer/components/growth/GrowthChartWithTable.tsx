import { useState } from 'react'
import type { GrowthChartData } from '../../../src/domain/child/growth-curves'
import { GrowthChart } from './GrowthChart'
import styles from './GrowthChart.module.css'
import { GrowthPointTable } from './GrowthPointTable'

/** A growth chart with its numbers beside it; what is pointed at in one is marked in the other. */
export function GrowthChartWithTable(props: { readonly data: GrowthChartData; readonly height: number }) {
  const { data, height } = props
  const [chosen, onChoose] = useState<string | null>(null)
  return (
    <div className={styles.beside}>
      <GrowthChart data={data} height={height} chosen={chosen} onChoose={onChoose} />
      {data.points.length > 0 && (
        <div className={styles.numbers} style={{ maxHeight: height + 48 }}>
          <GrowthPointTable data={data} chosen={chosen} onChoose={onChoose} />
        </div>
      )}
    </div>
  )
}
