import { useState } from 'react'
import { type ChildPicture, getChildChart } from '../../../src/contract/child-calls'
import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import { type GrowthRange, rangeFor, rangesOf } from '../../../src/domain/child/growth-curves'
import { type GrowthIndicator, growthIndicators, growthMonths } from '../../../src/domain/child/growth-scores'
import { ErrorNotice } from '../../components/ErrorNotice'
import { GrowthChartOrTable } from '../../components/growth/GrowthChartOrTable'
import { rangeName } from '../../components/growth/growth-words'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { Tabs } from '../../components/Tabs'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Child.module.css'

/** WHO's chart of one indicator and range; both are chosen with ← → as soon as they have the focus. */
export function ChartPanel(props: {
  readonly picture: ChildPicture
  readonly today: CalendarDay
  readonly isLow: boolean
}) {
  const { picture, today, isLow } = props
  const ageDays = Math.max(0, daysBetween(picture.bornOn, today))
  const offered = growthIndicators.filter(name => rangeFor(name, ageDays) !== null)
  const [indicator, setIndicator] = useState<GrowthIndicator>(() => firstIndicator(ageDays))
  const [asked, setAsked] = useState<GrowthRange | null>(null)
  const ranges = rangesOf(indicator)
  const range =
    asked && ranges.includes(asked) ? asked : (rangeFor(indicator, ageDays) ?? ranges.at(-1) ?? '0-5y')
  const chart = useCallQuery(getChildChart, { personId: picture.personId, indicator, range }, { keep: true })
  return (
    <Panel label={text.child.chart} padded className={styles.chart}>
      <div className={styles.choosers}>
        <Tabs
          label={text.child.indicator}
          tabs={offered.map(value => ({ value, label: text.child.short[value] }))}
          value={indicator}
          onChange={setIndicator}
        />
        <Tabs
          label={text.child.range}
          tabs={ranges.map(value => ({ value, label: rangeName(indicator, value) }))}
          value={range}
          onChange={setAsked}
        />
      </div>
      {chart.error && <ErrorNotice error={chart.error} onRetry={chart.retry} />}
      {chart.isLoading && <LateSkeleton />}
      {chart.data && <GrowthChartOrTable data={chart.data} height={isLow ? 270 : 400} />}
    </Panel>
  )
}

/** Weight to five years, from there on the body mass index. */
function firstIndicator(ageDays: number): GrowthIndicator {
  return growthMonths({ unit: 'days', value: ageDays }) < 60 ? 'weight-for-age' : 'bmi-for-age'
}
