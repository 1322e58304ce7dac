import { listVaccines } from '../../../src/contract/dose-calls'
import { getPersonHistory, type HistoryItem } from '../../../src/contract/person-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatCode, formatMoment } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { historyWords } from './field-words'
import { handbookCodeWords, handbookFields, handbookTold } from './handbook-words'
import styles from './Person.module.css'
import { RemovePerson } from './RemovePerson'

/** Fields of a first recording worth a word; the rest stands in the record itself. */
const told = [
  'vaccineCode',
  'givenOn',
  'lotNumber',
  'name',
  'birthDate',
  'state',
  'on',
  'otherPlace',
  'reason',
  'relation',
  'label',
  'until',
  ...handbookTold,
  'checkedOn',
  'weightKg',
  'lengthHeightCm',
  'headCm',
  'armCm',
  'oedema',
  'feeding',
  'supplements',
  'signs',
  'dangerSigns',
  'illness',
  'nextVisitOn',
  'enrolledOn',
  'lastPeriodOn',
  'visitedOn',
  'systolic',
  'diastolic',
  'fundalHeightCm',
  'haemoglobin',
  'issuedOn',
]

/** The change history as sentences: when, who, what, from what to what, why. */
export function HistoryTab({ personId, name }: { readonly personId: string; readonly name: string }) {
  const history = useCallQuery(getPersonHistory, { personId })
  const vaccines = useCallQuery(listVaccines, {})
  const nameOf = (code: string) => vaccines.data?.find(vaccine => vaccine.code === code)?.shortName ?? code
  return (
    <Panel
      title={text.people.tabs.history}
      actions={<RemovePerson personId={personId} name={name} />}
      scrolls
      className={styles.grows}
    >
      {history.error && <ErrorNotice error={history.error} onRetry={history.retry} />}
      {history.isLoading && <LateSkeleton />}
      {history.data?.length === 0 && <EmptyState title={text.people.history.empty} />}
      <ol>
        {history.data?.map(item => (
          <li key={item.entryId} className={styles.entry}>
            <span className={styles.when}>{formatMoment(item.at)}</span>
            <div>
              <p>
                <strong>{item.userName ?? text.people.history.station}</strong> {happened(item)}
                {item.recordCode !== null && (
                  <span className={styles.soft}>
                    {' '}
                    ({text.duplicates.history.record(formatCode(item.recordCode))})
                  </span>
                )}
                {item.reason !== null && <> · {text.people.history.reason(item.reason)}</>}
              </p>
              {changesOf(item, nameOf).map(change => (
                <p key={change} className={styles.soft}>
                  {change}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

/** "sửa hồ sơ", "gộp hồ sơ … vào …". */
function happened({ verb, noun, merge }: HistoryItem): string {
  if (!merge) return text.people.history[verb](text.people.nouns[noun] ?? noun)
  const tell = text.duplicates.history[verb === 'voided' ? 'voided' : 'recorded']
  return tell(merge.absorbedName, merge.survivorName)
}

/** Codes of where people live and how they belong together, in words; null for other fields. */
function codeWords(noun: string, field: string, value: string | null): string | null {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    state: noun === 'not-given' ? text.injection.notGivenStates : text.household.states,
    relation: text.household.members,
    position: text.child.form.positions,
    oedema: { true: text.common.yes, false: text.common.no },
    outcome: text.pregnancy.outcomes,
    presentation: text.pregnancy.visit.presentations,
    urineProtein: text.pregnancy.visit.proteins,
    kind: noun === 'handbook' ? text.pregnancy.form.bookKinds : {},
  }
  return handbookCodeWords(noun, field, value) ?? ((value !== null && words[field]?.[value]) || null)
}

/** Fields of records that have names of their own. */
const birthFields = { ...text.people.fields, ...handbookFields }
const fieldNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  birth: birthFields,
  newborn: birthFields,
  'postpartum-visit': birthFields,
  'newborn-visit': birthFields,
  'not-given': text.people.notGivenFields,
  'child-check': text.child.fields,
  // The birth that ends a pregnancy writes into it as well.
  pregnancy: { ...birthFields, ...text.pregnancy.history },
  'antenatal-visit': text.pregnancy.history,
  handbook: text.pregnancy.history,
}

function changesOf(item: HistoryItem, nameOf: (code: string) => string): readonly string[] {
  const shown =
    item.verb === 'recorded' ? item.changes.filter(({ field }) => told.includes(field)) : item.changes
  const names = fieldNames[item.noun] ?? text.people.fields
  return shown.flatMap(({ field, before, after }) => {
    const name = names[field.split('.')[0] ?? field]
    const read = (value: string | null) =>
      field === 'vaccineCode' && value !== null
        ? nameOf(value)
        : (codeWords(item.noun, field, value) ?? historyWords(value))
    const [was, is] = [read(before), read(after)]
    if (!name || (was === null && is === null)) return []
    if (item.verb === 'recorded') return [text.people.history.added(name, is ?? '')]
    const nothing = text.people.history.nothing
    return [text.people.history.change(name, was ?? nothing, is ?? nothing)]
  })
}
