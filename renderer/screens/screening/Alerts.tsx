import { getPersonHistory, type HistoryItem, type PersonView } from '../../../src/contract/person-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { isAlertActive } from '../../../src/domain/person/alerts'
import { formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { signName } from '../../text/codes'
import styles from './Screening.module.css'

/** What a screener must see before the questions: alerts, earlier reactions, and what is due today. */
export function Alerts(props: {
  readonly view: PersonView
  readonly labels: readonly string[]
  /** The form asks whether the child was born too early. */
  readonly asksGestation: boolean
}) {
  const { view, labels, asksGestation } = props
  const history = useCallQuery(getPersonHistory, { personId: view.personId })
  const reactions = reactionsOf(history.data ?? [])
  const { today } = useAppState()
  const alerts = view.person.alerts.filter(alert => isAlertActive(alert, today))
  const hasNone = alerts.length === 0 && reactions.length === 0 && history.data !== null
  return (
    <Panel title={text.screening.alerts} padded className={styles.alerts} scrolls>
      <p className={styles.due}>
        <span>{text.screening.today}</span>
        {labels.length > 0 ? labels.join(', ') : text.screening.nothingDue}
      </p>
      <ul className={styles.alertList}>
        {alerts.map(alert => (
          <li key={`${alert.code}:${alert.notedOn}:${alert.note}`}>
            <span aria-hidden="true">▲</span> {text.common.alerts[alert.code]}
            {alert.note !== null && alert.note !== '' && `: ${alert.note}`}
          </li>
        ))}
        {reactions.map(({ recordId, day, signs }) => (
          <li key={recordId}>
            <span aria-hidden="true">▲</span> {text.screening.reactionOn(day, signs)}
          </li>
        ))}
        {history.error && <li role="alert">{text.screening.reactionsFailed}</li>}
      </ul>
      {hasNone && <p className={styles.calm}>{text.screening.noAlerts}</p>}
      {asksGestation && view.person.gestationWeeks === null && <GestationUnknown personId={view.personId} />}
    </Panel>
  )
}

/** Written into the record the weeks answer the form by themselves; what was ticked so far stays. */
function GestationUnknown({ personId }: { readonly personId: string }) {
  const { go } = useNavigation()
  return (
    <div className={styles.unknown} data-testid="gestation-unknown">
      <span>
        <span aria-hidden="true">▲</span> {text.screening.gestationUnknown}
      </span>
      <QuietButton isSmall onPress={() => go({ name: 'person', personId, open: 'edit' })}>
        {text.screening.writeGestation}
      </QuietButton>
    </div>
  )
}

function reactionsOf(history: readonly HistoryItem[]) {
  const voided = new Set(history.filter(item => item.verb === 'voided').map(item => item.recordId))
  return history
    .filter(({ noun, verb, recordId }) => noun === 'reaction' && verb === 'recorded' && !voided.has(recordId))
    .map(({ recordId, at, changes }) => ({
      recordId,
      day: formatDay(vietnamDayOf(at)),
      signs: signsOf(changes.find(change => change.field === 'signs')?.after ?? null),
    }))
}

/** The history shows a list as one text, with or without brackets and quotes. */
function signsOf(after: string | null): string {
  if (after === null) return text.common.notKnown
  const signs = after.replace(/[[\]"]/gu, '').split(',')
  return signs.map(sign => signName(sign.trim())).join(', ')
}
