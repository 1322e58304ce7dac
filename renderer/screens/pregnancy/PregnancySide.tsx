import { useState } from 'react'
import { issueHandbook, voidHandbook } from '../../../src/contract/pregnancy-calls'
import type { HandbookView, PregnancyView } from '../../../src/contract/pregnancy-views'
import { missingTests, type TestState, type VisitSlot } from '../../../src/domain/maternal/antenatal-schedule'
import type { PregnancyRules } from '../../../src/domain/maternal/pregnancy-rules'
import { Chip, type ChipKind } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay, formatDayShort } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { locale, text } from '../../text'
import { FundalChart, WeightChart } from './CourseCharts'
import styles from './Pregnancy.module.css'
import { TetanusBox } from './TetanusBox'

type Props = { readonly rules: PregnancyRules; readonly view: PregnancyView }

/** What is due and what is known beside the visits. */
export function PregnancySide(props: Props) {
  return (
    <Panel label={text.pregnancy.side.schedule} scrolls padded className={styles.side}>
      <Schedule {...props} />
      <Tests view={props.view} />
      <TetanusBox view={props.view} />
      <NewbornPlan view={props.view} />
      <WeightChart view={props.view} />
      <FundalChart {...props} />
      <Books view={props.view} />
      <Plan view={props.view} />
    </Panel>
  )
}

const slotKinds: Readonly<Record<VisitSlot['state'], ChipKind>> = {
  done: 'ok',
  due: 'due',
  late: 'late',
  missed: 'wait',
  coming: 'info',
}

function Schedule({ rules, view }: Props) {
  const words = text.pregnancy.side
  const [code, setCode] = useState(rules.usualSchedule)
  const all = view.schedules.find(each => each.code === code)?.slots ?? []
  // Of a pregnancy that has ended nothing is to come.
  const slots = view.endedOn === null ? all : all.filter(({ state }) => state === 'done')
  return (
    <section className={styles.sideSection}>
      <div className={styles.sideHead}>
        {rules.schedules.map(schedule => (
          <QuietButton
            key={schedule.code}
            isSmall
            isPressed={schedule.code === code}
            onPress={() => setCode(schedule.code)}
          >
            {schedule.name[locale]}
          </QuietButton>
        ))}
      </div>
      <ol className={styles.slots} data-testid="visit-slots">
        {slots.map(slot => (
          <li key={slot.number}>
            <span>{words.slot(slot.number, slot.dueWeek)}</span>
            <Chip kind={slotKinds[slot.state]}>
              {words.states[slot.state]}{' '}
              {slot.visitedOn ? formatDayShort(slot.visitedOn) : formatDayShort(slot.dueOn)}
            </Chip>
          </li>
        ))}
      </ol>
      {view.endedOn === null && (
        <p className={styles.soft}>
          {view.nextAppointmentOn
            ? words.appointment(formatDay(view.nextAppointmentOn))
            : words.noAppointment}
        </p>
      )}
    </section>
  )
}

const testKinds: Readonly<Record<TestState['state'], ChipKind>> = {
  done: 'ok',
  pending: 'wait',
  declined: 'wait',
  due: 'due',
  late: 'late',
  passed: 'wait',
  coming: 'info',
}

function Tests({ view }: { readonly view: PregnancyView }) {
  const words = text.pregnancy.side
  const missing = missingTests(view.tests).length
  const isGoing = view.endedOn === null
  const isShown = ({ rule, state }: TestState) =>
    (isGoing && rule.isCore) || state === 'done' || state === 'pending'
  const shown = view.tests.filter(isShown)
  return (
    <section className={styles.sideSection}>
      <h3>
        {words.tests}
        {missing > 0 && view.endedOn === null && (
          <span className={styles.soft}> · {words.missing(missing)}</span>
        )}
      </h3>
      <ul className={styles.slots} data-testid="test-states">
        {shown.map(({ rule, state, result, on }) => (
          <li key={rule.code}>
            <span>{rule.name[locale]}</span>
            <Chip kind={result === 'positive' ? 'late' : testKinds[state]}>
              {result === null ? words.testStates[state] : words[result]} {on && formatDayShort(on)}
            </Chip>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NewbornPlan({ view: { newbornPlan } }: { readonly view: PregnancyView }) {
  const words = text.pregnancy.side
  const kind = newbornPlan.hbsag === 'positive' ? 'late' : newbornPlan.hbsag === 'negative' ? 'ok' : 'wait'
  return (
    <section className={styles.sideSection} data-testid="newborn-plan">
      <h3>{words.newborn}</h3>
      <Chip kind={kind}>{words.hbsag[newbornPlan.hbsag]}</Chip>
      <ol className={styles.steps}>
        {newbornPlan.steps.map(step => (
          <li key={step.code}>
            {step.name[locale]}
            <span className={styles.soft}>
              {' '}
              {[
                step.withinHours !== null && words.withinHours(step.withinHours),
                step.atMonths !== null && words.atMonths(step.atMonths),
                step.otherSite && words.otherSite,
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Books({ view }: { readonly view: PregnancyView }) {
  const { today } = useAppState()
  const words = text.pregnancy.side
  const issuing = useCallMutation(issueHandbook)
  const [wrong, setWrong] = useState<HandbookView | null>(null)
  const { personId, pregnancyId, handbooks } = view
  const issue = () =>
    void issuing.send({ personId, pregnancyId, issuedOn: today, kind: 'paper', number: null })
  return (
    <section className={styles.sideSection} data-testid="handbooks">
      <h3>{words.book}</h3>
      {handbooks.length === 0 && (
        <div className={styles.sideHead}>
          <Chip kind="wait">{words.noBook}</Chip>
          <QuietButton isSmall isDisabled={issuing.isSaving} onPress={issue} testId="issue-handbook">
            {words.issue}
          </QuietButton>
        </div>
      )}
      {handbooks.map(book => (
        <p key={book.handbookId} className={styles.sideHead}>
          ✓ {words.issued(text.pregnancy.form.bookKinds[book.kind], formatDay(book.issuedOn))}
          {book.number && ` · ${words.bookNumber(book.number)}`}
          <QuietButton isSmall onPress={() => setWrong(book)}>
            {words.takeBack}
          </QuietButton>
        </p>
      ))}
      {issuing.error && <ErrorNotice error={issuing.error} />}
      {wrong && <TakeBack book={wrong} onClose={() => setWrong(null)} />}
    </section>
  )
}

function TakeBack({ book, onClose }: { readonly book: HandbookView; readonly onClose: () => void }) {
  const voiding = useCallMutation(voidHandbook)
  const { handbookId } = book
  return (
    <ReasonDialog
      title={text.pregnancy.side.takeBackTitle}
      action={text.pregnancy.side.takeBack}
      error={voiding.error}
      isBusy={voiding.isSaving}
      onClose={onClose}
      onConfirm={reason => {
        void voiding.send({ handbookId, reason }).then(answer => answer.ok && onClose())
      }}
    >
      <p>{formatDay(book.issuedOn)}</p>
    </ReasonDialog>
  )
}

function Plan({ view: { birthPlan } }: { readonly view: PregnancyView }) {
  const words = text.pregnancy.side
  const parts = birthPlan
    ? [birthPlan.place, birthPlan.transport, birthPlan.companion, birthPlan.bloodDonor].filter(Boolean)
    : []
  return (
    <section className={styles.sideSection}>
      <h3>{words.plan}</h3>
      <p className={styles.soft}>{parts.length > 0 ? parts.join(' · ') : words.noPlan}</p>
    </section>
  )
}
