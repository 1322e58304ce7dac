import { IconBabyCarriage, IconHeart, IconUser } from '@tabler/icons-react'
import type { ThreadChild, ThreadPerson, ThreadPregnancy } from '../../../src/contract/thread-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import { Chip } from '../../components/Chip'
import { formatAge, formatDay, formatDayShort } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { ResidenceChip } from '../../components/ResidenceChip'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { findingWords, severityKinds, shortWords } from '../child/child-words'
import styles from './Thread.module.css'

const words = text.familyThread

/** The mother at the head of the thread. */
export function MotherCard({ person }: { readonly person: ThreadPerson }) {
  const { hit } = person
  const { today } = useAppState()
  const facts = [
    formatAge(hit.birthDate, today),
    hit.phone && formatPhone(hit.phone),
    hit.hamlet,
    hit.communeName,
  ]
  return (
    <article className={`${styles.knot} ${styles.mother}`} data-testid="thread-mother">
      <span className={styles.dot} aria-hidden="true">
        <IconHeart size={16} />
      </span>
      <div className={styles.card}>
        <div className={styles.head}>
          <Name person={person} before={words.mother} />
          <Alerts alerts={person.alerts} />
          <ResidenceChip mark={hit.residence} isShort />
        </div>
        <p className={styles.soft}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
    </article>
  )
}

/** A pregnancy without a recorded birth: how far it is, or how it ended. */
export function PregnancyRow(props: {
  readonly pregnancy: ThreadPregnancy
  readonly motherId: string | null
}) {
  const { pregnancy, motherId } = props
  return (
    <article className={styles.knot} data-testid="thread-pregnancy">
      <span className={`${styles.dot} ${styles.pregnancyDot}`} aria-hidden="true">
        ◐
      </span>
      <div className={styles.card}>
        <div className={styles.head}>
          <strong>{words.pregnancy}</strong>
          {pregnancy.outcome === null ? (
            <Chip kind="due">{words.going}</Chip>
          ) : (
            <Chip kind="info">{words.outcomes[pregnancy.outcome]}</Chip>
          )}
          {pregnancy.risks > 0 && <Chip kind="late">{words.risks(pregnancy.risks)}</Chip>}
          <span className={styles.push} />
          {motherId !== null && <OpenPregnancies motherId={motherId} />}
        </div>
        <p className={styles.soft}>{pregnancyFacts(pregnancy)}</p>
      </div>
    </article>
  )
}

/** Leads to her pregnancies: visits, tests, risks. */
export function OpenPregnancies({ motherId }: { readonly motherId: string }) {
  const { go } = useNavigation()
  return (
    <QuietButton
      isSmall
      onPress={() => go({ name: 'person', personId: motherId, tab: 'pregnancy' })}
      testId="thread-open-pregnancy"
    >
      {words.openPregnancy}
    </QuietButton>
  )
}

/** A pregnancy in one line. */
export function pregnancyFacts(pregnancy: ThreadPregnancy): string {
  const { gestation, dueOn, visitedOn, endedOn } = pregnancy
  return [
    gestation && words.weeks(gestation.weeks, gestation.days),
    pregnancy.outcome === null && dueOn && words.dueOn(formatDay(dueOn)),
    words.visits(visitedOn.length) +
      (visitedOn.length > 0 ? ` (${visitedOn.map(formatDayShort).join(', ')})` : ''),
    endedOn && words.endedOn(formatDay(endedOn)),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** A child: doses, looks and growth in one line. `isLoose`: its birth was not recorded here. */
export function ChildCard(props: {
  readonly child: ThreadChild
  readonly isLoose?: boolean
  readonly motherId: string | null
}) {
  const { child, isLoose = false, motherId } = props
  const { hit } = child
  const { today } = useAppState()
  const { go } = useNavigation()
  const number = (value: number) => String(value).replace('.', ',')
  const last = child.lastDoseOn && formatDayShort(child.lastDoseOn)
  const card = (
    <div className={styles.card} data-testid="thread-child">
      <div className={styles.head}>
        <IconUser size={16} aria-hidden />
        <Name person={child} />
        <span className={styles.soft}>
          {[child.twin && text.birth.child(child.twin, 2), text.common.sex[hit.sex]]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Alerts alerts={child.alerts} />
        <ResidenceChip mark={hit.residence} isShort />
        {isLoose && (
          <QuietButton
            isSmall
            onPress={() => go({ name: 'birth', motherId, childId: hit.personId })}
            testId="record-birth-of"
          >
            {words.recordBirth}
          </QuietButton>
        )}
      </div>
      <p>
        {formatDay(hit.birthDate)} · {formatAge(hit.birthDate, today)} ·{' '}
        <strong>
          {words.grown(child.weight && number(child.weight.kg), child.length && number(child.length.cm))}
        </strong>{' '}
        {child.findings.map(finding => (
          <Chip
            key={shortWords(finding)}
            kind={severityKinds[finding.severity]}
            title={findingWords(finding)}
          >
            {shortWords(finding)}
          </Chip>
        ))}
      </p>
      <p className={styles.soft}>
        {[words.doses(child.doses, last), words.checks(child.visits), isLoose && words.noBirth]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
  if (!isLoose) return card
  return (
    <article className={styles.knot}>
      <span className={`${styles.dot} ${styles.childDot}`} aria-hidden="true">
        <IconBabyCarriage size={16} />
      </span>
      {card}
    </article>
  )
}

/** The name leads to the record. */
function Name({ person, before }: { readonly person: ThreadPerson; readonly before?: string }) {
  const { hit } = person
  const { go } = useNavigation()
  return (
    <button
      type="button"
      className={styles.name}
      data-person={hit.personId}
      aria-label={text.household.open(hit.displayName)}
      onClick={() => go({ name: 'person', personId: hit.personId })}
    >
      {before && <span className={styles.before}>{before}</span>} {hit.displayName}
    </button>
  )
}

function Alerts({ alerts }: { readonly alerts: ThreadPerson['alerts'] }) {
  return alerts.map(code => (
    <Chip key={code} kind="late">
      {text.common.alerts[code]}
    </Chip>
  ))
}
