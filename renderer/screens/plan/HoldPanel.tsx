import type { PlanView } from '../../../src/contract/plan-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { type HoldAdvice, holdOrInvite } from '../../../src/domain/session-plan/hold-vaccine'
import type { BringVaccine } from '../../../src/domain/session-plan/what-to-bring'
import { Chip } from '../../components/Chip'
import { formatCount, formatDayShort } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { text } from '../../text'
import styles from './Plan.module.css'
import { heldOf } from './plan-state'
import type { PlanDesk } from './use-plan'

/** For each vaccine in multi-dose vials: ask its children this time, or together with the next session. */
export function HoldPanel({ desk, view }: { readonly desk: PlanDesk; readonly view: PlanView }) {
  const nextOn = desk.draft.nextSessionOn ?? view.nextSessionOn
  const asked = view.vaccines
    .filter(({ dosesPerVial }) => dosesPerVial !== null && dosesPerVial > 1)
    .flatMap(vaccine => {
      const advice = adviceFor(desk, view, vaccine, nextOn)
      return advice ? [{ vaccine, advice }] : []
    })
  return (
    <Panel title={text.plan.vials} scrolls className={styles.vials}>
      {asked.length === 0 && <p className={styles.hint}>{text.plan.noVials}</p>}
      {asked.map(({ vaccine, advice }) => (
        <Question
          key={vaccine.code}
          desk={desk}
          view={view}
          vaccine={vaccine}
          advice={advice}
          nextOn={nextOn}
        />
      ))}
    </Panel>
  )
}

function adviceFor(
  desk: PlanDesk,
  view: PlanView,
  { code, dosesPerVial }: BringVaccine,
  nextSessionOn: CalendarDay | null,
): HoldAdvice | null {
  const due = desk.lines
    .filter(({ state, isInvited, isHeld }) => state !== 'removed' && (isInvited || isHeld))
    .flatMap(({ personId, chance, doses, sentHome }) => {
      const dose = doses.find(({ vaccineCode }) => vaccineCode === code)
      if (!dose) return []
      return [
        { personId, chance, inTimeUntil: dose.inTimeUntil, latestOn: dose.latestOn, turnedAway: sentHome },
      ]
    })
  if (due.length === 0 || dosesPerVial === null) return null
  return holdOrInvite({
    on: desk.on,
    dosesPerVial,
    due,
    nextSessionOn: nextSessionOn !== null && nextSessionOn > desk.on ? nextSessionOn : null,
    newUntilNext: view.newUntilNext[code] ?? 0,
    rule: view.rules.vialRule,
  })
}

function Question(props: {
  readonly desk: PlanDesk
  readonly view: PlanView
  readonly vaccine: BringVaccine
  readonly advice: HoldAdvice
  readonly nextOn: CalendarDay | null
}) {
  const { desk, view, vaccine, advice, nextOn } = props
  const held = heldOf(view, desk.draft)
  const isHeld = held.includes(vaccine.code)
  const next = nextOn === null ? '' : formatDayShort(nextOn)
  const { hold } = text.vials
  const toggle = () =>
    desk.change({ held: isHeld ? held.filter(code => code !== vaccine.code) : [...held, vaccine.code] })
  return (
    <div className={styles.question} data-testid="hold-question">
      <div className={styles.headline}>
        <b>{vaccine.shortName}</b>
        <Chip kind={isHeld ? 'wait' : advice.action === 'hold' ? 'late' : 'ok'}>
          {isHeld ? hold.isHeld(next) : advice.action === 'hold' ? hold.hold(next) : hold.invite()}
        </Chip>
        {nextOn !== null && (
          <QuietButton isSmall isPressed={isHeld} testId="hold-toggle" onPress={toggle}>
            {isHeld ? hold.inviteIt : hold.holdIt}
          </QuietButton>
        )}
      </div>
      <p className={styles.soft}>{whyOf(advice, next)}</p>
    </div>
  )
}

function whyOf({ reason, expected, waste }: HoldAdvice, next: string): string {
  const { hold } = text.vials
  const about = (count: number) => formatCount(Math.round(count))
  switch (reason.code) {
    case 'no-next-session':
      return `${hold.used(about(expected), about(waste))} ${hold.noNext}`
    case 'cannot-wait':
      return `${hold.cannotWait(reason.personIds.length)} ${hold.used(about(expected), about(waste))}`
    case 'vial-is-used':
      return hold.used(about(expected), about(waste))
    case 'better-together':
      return hold.together(about(expected), about(reason.savedDoses), next)
  }
}
