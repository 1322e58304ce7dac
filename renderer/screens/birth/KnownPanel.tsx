import type { BirthForm } from '../../../src/contract/birth-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import { Chip, type ChipKind } from '../../components/Chip'
import { formatAge, formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './Birth.module.css'
import { type BirthDraft, type ChildDraft, gestationOf } from './birth-draft'
import { wordOf } from './birth-words'
import { RegisteredPanel } from './RegisteredPanel'

/** What is known of the mother and therefore not asked, what the child needs, and who may be the child already. */
export function KnownPanel(props: {
  readonly form: BirthForm
  readonly draft: BirthDraft
  readonly onChild: (child: ChildDraft) => void
  readonly isCorrection: boolean
}) {
  const { form, draft } = props
  const { today } = useAppState()
  const { mother } = form
  const pregnancy = form.pregnancies.find(each => each.pregnancyId === draft.pregnancyId)
  const gestation = gestationOf(form, draft)
  const facts: readonly (readonly [string, string | null])[] = [
    [text.birth.birthDate, `${formatDay(mother.birthDate)} · ${formatAge(mother.birthDate, today)}`],
    [text.birth.phone, mother.phone && formatPhone(mother.phone)],
    [text.birth.address, form.addressLine],
    [text.birth.motherId, form.motherNationalId],
    [text.birth.dueOn, pregnancy?.dueOn ? formatDay(pregnancy.dueOn) : null],
    [text.birth.gestationToday, gestation && text.birth.weeksDays(gestation.weeks, gestation.days)],
  ]
  return (
    <Panel title={text.birth.known} scrolls padded className={styles.known}>
      <p className={styles.name}>{mother.displayName}</p>
      <dl className={styles.facts}>
        {facts.map(([label, value]) =>
          value ? (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {!props.isCorrection && <Tests form={form} draft={draft} />}
      {!props.isCorrection &&
        draft.children
          .filter(({ alive }) => alive)
          .map(child => (
            <RegisteredPanel
              key={child.key}
              motherId={mother.personId}
              child={child}
              title={text.birth.child(draft.children.indexOf(child) + 1, draft.children.length)}
              onChange={props.onChild}
            />
          ))}
    </Panel>
  )
}

const kinds: Readonly<Record<'positive' | 'negative' | 'unknown', ChipKind>> = {
  positive: 'wrong',
  negative: 'ok',
  unknown: 'wait',
}

function Tests({ form, draft }: { readonly form: BirthForm; readonly draft: BirthDraft }) {
  const isFound = draft.motherAlerts.includes('mother-hbsag-positive')
  const steps = form.plan.steps.filter(({ forMother }) => !isFound || forMother.includes('positive'))
  return (
    <div className={styles.section}>
      <div className={styles.choices}>
        {form.tests.map(({ alert, result }) => {
          const shown = draft.motherAlerts.includes(alert) ? 'positive' : result
          return (
            <Chip key={alert} kind={kinds[shown]}>
              {text.birth.tests[alert]}: {text.birth.testResults[shown]}
            </Chip>
          )
        })}
      </div>
      <h3>{text.birth.plan}</h3>
      <ul data-testid="newborn-plan">
        {steps.map(step => (
          <li key={step.code}>
            {wordOf(step.name)}{' '}
            <span className={styles.soft}>
              {step.withinHours ? text.birth.within(step.withinHours) : null}
              {step.atMonths === null ? null : text.birth.atMonths(step.atMonths)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
