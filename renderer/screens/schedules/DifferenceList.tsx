import { listVaccines } from '../../../src/contract/dose-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type {
  AntigenDifference,
  DoseDifference,
  ScheduleDifference,
  SeriesDifference,
} from '../../../src/domain/schedule/schedule-difference'
import { isSameSchedule } from '../../../src/domain/schedule/schedule-difference'
import { Chip } from '../../components/Chip'
import { formatDay } from '../../components/format'
import { useCallQuery } from '../../data/use-call-query'
import { locale, text } from '../../text'
import { doseName, doseSentences } from './difference-words'
import styles from './Schedules.module.css'

/** What the new schedule says otherwise, disease by disease and dose by dose. */
export function DifferenceList(props: {
  readonly difference: ScheduleDifference
  readonly comparedOn: CalendarDay
}) {
  const { difference, comparedOn } = props
  const vaccines = useCallQuery(listVaccines, {})
  const names = new Map((vaccines.data ?? []).map(({ code, shortName }) => [code, shortName]))
  const nameOf = (code: string) => names.get(code) ?? code
  return (
    <section className={styles.difference} aria-label={text.schedules.difference}>
      <h3 className={styles.sectionTitle}>
        {text.schedules.difference}{' '}
        <span className={styles.soft}>{text.schedules.differenceOn(formatDay(comparedOn))}</span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard */}
      <div className={styles.scroller} tabIndex={0} data-testid="schedule-difference">
        {isSameSchedule(difference) && <p>{text.scheduleDifference.none}</p>}
        {difference.campaignDosesCount !== null && (
          <p>{text.scheduleDifference.campaigns(difference.campaignDosesCount)}</p>
        )}
        {difference.antigens.map(antigen => (
          <AntigenPart key={antigen.antigen} antigen={antigen} nameOf={nameOf} />
        ))}
      </div>
    </section>
  )
}

type NameOf = (vaccineCode: string) => string
const kindChips = { added: 'ok', removed: 'wrong', changed: 'due' } as const

function AntigenPart({ antigen, nameOf }: { readonly antigen: AntigenDifference; readonly nameOf: NameOf }) {
  return (
    <div className={styles.antigen}>
      <div className={styles.head}>
        <strong>{antigen.name[locale]}</strong>
        <Chip kind={kindChips[antigen.kind]}>{text.scheduleDifference.antigen[antigen.kind]}</Chip>
      </div>
      {antigen.rollOut && <p>{text.scheduleDifference.rollOut(antigen.rollOut.new)}</p>}
      {antigen.series.map(series => (
        <SeriesPart key={series.code} series={series} nameOf={nameOf} />
      ))}
    </div>
  )
}

function SeriesPart({ series, nameOf }: { readonly series: SeriesDifference; readonly nameOf: NameOf }) {
  const { name, kind, changes, doses } = series
  return (
    <>
      {kind !== 'changed' && <p>{text.scheduleDifference.series[kind](name[locale])}</p>}
      {changes.map(change => (
        <p key={change.field}>{text.scheduleDifference.seriesChange(change, name => name[locale])}</p>
      ))}
      {doses.map(dose => (
        <DosePart key={dose.number} dose={dose} nameOf={nameOf} />
      ))}
    </>
  )
}

function DosePart({ dose, nameOf }: { readonly dose: DoseDifference; readonly nameOf: NameOf }) {
  return (
    <div className={styles.dose}>
      <span className={styles.doseName}>{doseName(dose, locale)}</span>
      <ul>
        {doseSentences(dose, text.scheduleDifference, nameOf).map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
