import { useState } from 'react'
import type { GrowthChartData } from '../../../src/domain/child/growth-curves'
import { text } from '../../text'
import { QuietButton } from '../QuietButton'
import { useKeys } from '../use-keys'
import { GrowthChart } from './GrowthChart'
import styles from './GrowthChart.module.css'
import { GrowthPointTable } from './GrowthPointTable'

/** A growth chart, or its numbers: B changes from one to the other, and what was pointed at stays marked. */
export function GrowthChartOrTable(props: { readonly data: GrowthChartData; readonly height: number }) {
  const { data, height } = props
  const [isTable, setTable] = useState(false)
  const [chosen, onChoose] = useState<string | null>(null)
  const turn = () => setTable(shown => !shown)
  useKeys({ b: turn })
  const Shown = isTable ? GrowthPointTable : GrowthChart
  return (
    <div className={styles.turned}>
      <Shown data={data} height={height} chosen={chosen} onChoose={onChoose} />
      <div className={styles.turn}>
        <QuietButton hint="B" isSmall onPress={turn} testId="growth-as-table">
          {isTable ? text.growth.asChart : text.growth.asTable}
        </QuietButton>
      </div>
    </div>
  )
}
