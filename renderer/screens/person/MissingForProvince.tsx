import { listMissing, type MissingField } from '../../../src/contract/missing-calls'
import type { MendPlace } from '../../../src/domain/exchange/fhir/missing'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Person.module.css'

/** What the national data set still asks for, each with the way to where it is filled in. */
export function MissingForProvince(props: {
  readonly personId: string
  readonly onEdit: () => void
  readonly onDoses: () => void
}) {
  const { personId, onEdit, onDoses } = props
  const { go } = useNavigation()
  const { data, error, retry } = useCallQuery(listMissing, { personId })
  const all = [...(data?.person ?? []), ...(data?.doses.flatMap(({ missing }) => missing) ?? [])]
  const places = [...new Set(all.map(({ at }) => at))]
  const ways: Readonly<Record<MendPlace, () => void>> = {
    person: onEdit,
    dose: onDoses,
    point: () => go({ name: 'set-up' }),
  }
  const isComplete = data !== null && all.length === 0
  return (
    <Panel title={isComplete ? text.people.missingNone : text.people.missing(all.length)} scrolls padded>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!error && !data && <LateSkeleton lines={3} />}
      <ul className={styles.list} data-testid="missing-fields">
        {data && data.person.length > 0 && <Line title={text.people.record} missing={data.person} />}
        {data?.doses.map(({ doseId, vaccineName, givenOn, missing }) => (
          <Line key={doseId} title={`${vaccineName}, ${formatDay(givenOn)}`} missing={missing} />
        ))}
      </ul>
      <div className={styles.mend}>
        {places.map(place => (
          <QuietButton key={place} isSmall onPress={ways[place]} testId={`mend-${place}`}>
            {text.provinceFields.mend[place]}
          </QuietButton>
        ))}
      </div>
    </Panel>
  )
}

function Line(props: { readonly title: string; readonly missing: readonly MissingField[] }) {
  const { title, missing } = props
  return (
    <li>
      <span className={styles.caution} aria-hidden="true">
        ▲
      </span>{' '}
      <strong>{title}</strong>: {missing.map(({ field }) => text.provinceFields.fields[field]).join(', ')}
    </li>
  )
}
