import { fromEpochDays } from '../../../src/domain/calendar/calendar-day'
import { holdOrInvite } from '../../../src/domain/session-plan/hold-vaccine'
import { decideVial } from '../../../src/domain/session-plan/vial-decision'
import type { VialRule } from '../../../src/domain/session-plan/vial-rule'
import type { VialAdvice, VialChild } from '../../../src/domain/session-plan/vial-types'
import type { Scenario } from './scenario'

/** A child of the simulated year, as a point knows it. */
export type Child = {
  readonly id: number
  readonly bornOn: number
  readonly habit: number
  turnedAway: number
  sentHomeLast: boolean
  lost: boolean
  givenOn: number | null
}

/** What a point knows at one moment of a session. */
export type Moment = {
  readonly scenario: Scenario
  readonly on: number
  readonly present: readonly Child[]
  readonly toCome: readonly Child[]
  readonly others: readonly Child[]
  readonly openDoses: number
  readonly mayWait: boolean
  /** How many new children a session brings, on average. */
  readonly newPerSession: number
  /** Who is due in the register and has not been given, for the next session. */
  readonly dueNext: number
}

export type Policy = {
  readonly name: string
  /** Which of the due children are asked to come; everybody where it says nothing. */
  readonly invite?: (day: InvitationDay) => readonly Child[]
  readonly decide: (moment: Moment) => Verdict
}
/** What a point knows when it writes the invitations. */
export type InvitationDay = Pick<Moment, 'scenario' | 'on' | 'newPerSession'> & {
  readonly due: readonly Child[]
}
export type Verdict = { readonly opens: boolean; readonly call: readonly number[] }

/** Opens a vial for any child, as the oldest rule says. */
export const alwaysOpen: Policy = {
  name: 'always open',
  decide: ({ present, openDoses }) => ({ opens: present.length > openDoses, call: [] }),
}

/** As it, and calls those who did not come while doses are left in the vial. */
export function withCalls(policy: Policy, rule: VialRule): Policy {
  return {
    name: `${policy.name}, with calls`,
    decide: moment => ({
      ...policy.decide(moment),
      call: moment.present.length + moment.openDoses > 0 ? adviceAt(moment, rule).call.map(Number) : [],
    }),
  }
}

/** Opens when so many wait; otherwise everybody goes home. */
export function threshold(name: string, least: (scenario: Scenario) => number): Policy {
  return {
    name,
    decide: ({ present, openDoses, scenario }) => ({
      opens: present.length - openDoses >= least(scenario),
      call: [],
    }),
  }
}

/** The rule of the program, with what a point has: the plan, its own experience of attendance, the register. */
export function byRule(name: string, rule: VialRule, isCalling: boolean): Policy {
  return {
    name,
    invite: day => (isHeld(day, rule) ? [] : day.due),
    decide: moment => {
      const advice = adviceAt(moment, rule)
      const called = isCalling && advice.action !== 'nothing' ? advice.call.map(Number) : []
      return { opens: advice.action === 'open-now', call: called }
    },
  }
}

function isHeld({ scenario, on, due, newPerSession }: InvitationDay, rule: VialRule): boolean {
  const { action } = holdOrInvite({
    on: fromEpochDays(on),
    dosesPerVial: scenario.dosesPerVial,
    due: due.map(child => ({ ...asChild(child, scenario), chance: scenario.attendance })),
    nextSessionOn: fromEpochDays(on + scenario.sessionEveryDays),
    newUntilNext: newPerSession * scenario.attendance,
    rule,
  })
  return action === 'hold'
}

const asChild = (child: Child, { ageDays }: Scenario): VialChild => ({
  personId: String(child.id),
  inTimeUntil: fromEpochDays(child.bornOn + ageDays.inTimeUntil),
  latestOn: fromEpochDays(child.bornOn + ageDays.latest),
  turnedAway: child.turnedAway,
})

function adviceAt(moment: Moment, rule: VialRule): VialAdvice {
  const { scenario, on, present, toCome, others, openDoses, mayWait } = moment
  const toVialChild = (child: Child) => asChild(child, scenario)
  return decideVial({
    on: fromEpochDays(on),
    dosesPerVial: scenario.dosesPerVial,
    openDoses,
    present: present.map(toVialChild),
    toCome: toCome.map(child => ({ ...toVialChild(child), chance: scenario.attendance })),
    walkIns: 0,
    others: others.map(toVialChild),
    nextSessionOn: fromEpochDays(on + scenario.sessionEveryDays),
    nextExpected: moment.newPerSession * scenario.attendance + moment.dueNext * scenario.attendance,
    mayWait,
    rule,
  })
}
