import { useEffect, useRef } from 'react'
import type { DueDose, ImmunizationChart } from '../../../src/domain/schedule/chart-types'
import { groupBy } from '../../../src/domain/schedule/group-by'
import type { ForecastDates, SeriesAssessment } from '../../../src/domain/schedule/result-types'
import { formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { locale, text } from '../../text'
import { antigenName } from '../../text/codes'
import styles from './Injection.module.css'
import { forecastText, statusText } from './reasons'

/** Why a dose is due: the reasons as sentences, and every date with the rule it comes from. */
export function Why(props: {
  readonly chart: ImmunizationChart
  readonly due: DueDose
  readonly nameOf: (code: string) => string
  readonly onClose: () => void
}) {
  const { chart, due, nameOf, onClose } = props
  const box = useRef<HTMLElement>(null)
  useKeys({ Escape: onClose })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another dose brings other words to the same place
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [due.id])
  const dates = chart.series.flatMap(series =>
    due.antigens.includes(series.antigen) && series.dates ? [{ series, dates: series.dates }] : [],
  )
  return (
    <section
      ref={box}
      className={styles.why}
      aria-label={text.injection.whyTitle(due.label[locale])}
      role="status"
    >
      <p className={styles.whyTop}>
        <strong>{text.injection.whyTitle(due.label[locale])}</strong>
        <QuietButton isSmall hint="Space" onPress={onClose}>
          {text.injection.closeWhy}
        </QuietButton>
      </p>
      <p>{forecastText(due.reasons, nameOf)}</p>
      {dates.map(({ series, dates: found }) => (
        <div key={`${series.antigen}:${series.seriesCode}`}>
          <p className={styles.whyDates}>
            {dates.length > 1 && <b>{antigenName(series.antigen)}</b>}
            {headlinesOf(found).map(([name, on]) => (
              <span key={name}>
                {name} <b>{on}</b>
              </span>
            ))}
          </p>
          <ul className={styles.whyRules}>
            {rulesOf(series, found, nameOf).map(rule => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** Where the series stands, dose by dose, and every date that competed with the rule it comes from. */
function rulesOf(
  series: SeriesAssessment,
  { candidates }: ForecastDates,
  nameOf: (code: string) => string,
): readonly string[] {
  return [
    ...new Set([
      [
        statusText.series[series.status],
        ...[...groupBy(series.targets, ({ status }) => status)].map(([status, targets]) =>
          statusText.target[status](targets.map(({ dose }) => dose).join(', ')),
        ),
      ].join(' '),
      ...candidates.map(candidate => statusText.candidate(candidate, nameOf)),
    ]),
  ]
}

function headlinesOf(dates: ForecastDates): readonly (readonly [string, string])[] {
  const { earliestOn, recommendedOn, pastDueOn, latestOn } = dates
  return (
    [
      [text.injection.earliest, earliestOn],
      [text.injection.recommended, recommendedOn],
      [text.injection.pastDue, pastDueOn],
      [text.injection.latest, latestOn],
    ] as const
  ).flatMap(([name, on]) => (on === null ? [] : [[name, formatDay(on)] as const]))
}
