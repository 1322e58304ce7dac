import { adviseVials, type PlanDose, type VialCall, type VialHint } from '../../../src/contract/plan-calls'
import { type CalendarDay, vietnamTimeOf } from '../../../src/domain/calendar/calendar-day'
import { displayName } from '../../../src/domain/person/display-name'
import { ageGroupOf } from '../../../src/domain/session-plan/attendance'
import type { Invitation } from '../../../src/domain/session-plan/plan'
import { endOfSession, minutesOf, stillComing } from '../../../src/domain/session-plan/still-coming'
import { cannotWait, decideVial } from '../../../src/domain/session-plan/vial-decision'
import type { ExpectedChild, VialChild } from '../../../src/domain/session-plan/vial-types'
import { openVialRuleOf, vialRefusals } from '../../../src/domain/stock/vial'
import type { Stored } from '../../db/record-store'
import { contactOf } from '../person/person-hit'
import { type ServiceContext, serve } from '../service'
import { newUntil, type PlanFacts, planFacts } from './plan-facts'
import { dosesDue, phoneOf, placeOf } from './plan-lines'

/** Whoever is so unlikely to come still counts as staying away, and can be called. */
const staysAway = 0.15
/** So many of those due and not invited are looked at for whom to call. */
const mostOthers = 60

/** A child with what they are due for. */
type Candidate = { readonly personId: string; readonly doses: readonly PlanDose[]; readonly chance: number }

/** The session of today as it stands: who is here and not given yet, who may come, who else is due. */
type Standing = {
  readonly here: readonly Candidate[]
  readonly toCome: readonly Candidate[]
  readonly others: readonly Candidate[]
  readonly nextSessionOn: CalendarDay | null
  readonly mayWait: boolean
}

export const adviseVialsService = serve(adviseVials, (context): readonly VialHint[] => {
  const facts = planFacts(context, context.today)
  const standing = standingOf(context, facts)
  const asked = [...standing.here, ...standing.toCome].flatMap(({ doses }) =>
    doses.flatMap(({ vaccineCode }) => vaccineCode ?? []),
  )
  const fresh = newUntil(context, facts, context.today, standing.nextSessionOn)
  return [...new Set(asked)].flatMap(
    code => hintOf(context, facts, standing, code, fresh.get(code) ?? 0) ?? [],
  )
})

function standingOf(context: ServiceContext, facts: PlanFacts): Standing {
  const { store, resources, today, at } = context
  const plan = store.plans.planOn(today)
  const { dayParts, vialRule } = resources.planning
  const now = minutesOf(vietnamTimeOf(at))
  const visits = store.visits.listOn(today)
  const came = new Set(visits.map(({ personId }) => personId))
  const candidate = (personId: string, chance: number): Candidate => {
    const person = store.persons.find(personId)
    return { personId, chance, doses: person ? dosesDue(context, facts, person, today) : [] }
  }
  const here = visits
    .filter(({ stage }) => stage === 'screening' || stage === 'injection')
    .map(({ personId }) => candidate(personId, 1))
  const expected = store.plans
    .invitationsOn(today)
    .filter(({ status, personId }) => status === 'invited' && !came.has(personId))
    .map(invitation => candidate(invitation.personId, chanceNow(facts, invitation, now, context)))
  const invited = new Set(expected.map(({ personId }) => personId))
  const due = store.plans
    .candidates(today, null, mostOthers)
    .filter(({ personId }) => !invited.has(personId) && !came.has(personId))
    .slice(0, mostOthers)
    .map(({ personId }) => candidate(personId, 0))
  return {
    here,
    toCome: expected.filter(({ chance }) => chance >= staysAway),
    others: [...expected.filter(({ chance }) => chance < staysAway), ...due],
    nextSessionOn: plan?.nextSessionOn ?? store.plans.nextPlanAfter(today),
    mayWait: now < endOfSession(plan?.slots ?? [], dayParts) - vialRule.lastCallMinutes,
  }
}

function chanceNow(
  { attendance }: PlanFacts,
  invitation: Stored<Invitation>,
  now: number,
  { resources }: ServiceContext,
): number {
  const chance = attendance.chanceOf(invitation.hamlet, ageGroupOf(invitation.ageMonths))
  return stillComing(chance, invitation, now, resources.planning.dayParts)
}

/** Null: one dose a vial, or a vial that may be kept for other days: there is nothing to weigh. */
function hintOf(
  context: ServiceContext,
  facts: PlanFacts,
  standing: Standing,
  vaccineCode: string,
  fresh: number,
): VialHint | null {
  const { resources, today } = context
  const vaccine = facts.vaccines.get(vaccineCode)
  const dosesPerVial = vaccine?.dosesPerVial ?? null
  if (!vaccine || dosesPerVial === null || dosesPerVial < 2) return null
  if (!openVialRuleOf(resources.openVials, vaccineCode).endsWithSession) return null
  const who = (some: readonly Candidate[]) => some.flatMap(one => childFor(context, one, vaccineCode) ?? [])
  const [present, toCome, others] = [who(standing.here), who(standing.toCome), who(standing.others)]
  if (present.length === 0 && toCome.length === 0) return null
  const { nextSessionOn, mayWait } = standing
  const openDoses = openDosesOf(context, vaccineCode)
  const overall = facts.attendance.overall
  const advice = decideVial({
    on: today,
    dosesPerVial,
    openDoses,
    present,
    toCome,
    walkIns: 0,
    others,
    nextSessionOn,
    // Of those who stay away today about half come to the next session.
    nextExpected: fresh + 0.5 * overall * others.length,
    mayWait,
    rule: resources.planning.vialRule,
  })
  const pressed = present.filter(child => cannotWait(child, { nextSessionOn }))
  const views = (ids: readonly string[]) => ids.flatMap(personId => callOf(context, personId) ?? [])
  return {
    vaccineCode,
    shortName: vaccine.shortName,
    dosesPerVial,
    openDoses,
    present: views(present.map(({ personId }) => personId)),
    advice,
    pressed: views(pressed.map(({ personId }) => personId)),
    call: views(advice.call),
    nextSessionOn,
  }
}

function openDosesOf({ store, at }: ServiceContext, vaccineCode: string): number {
  return store.vials
    .listOpen()
    .filter(vial => vial.vaccineCode === vaccineCode && vialRefusals(vial, at).length === 0)
    .reduce((sum, { left }) => sum + left, 0)
}

/** A child as the rule sees it for one vaccine; null: not due for it. */
function childFor(
  { store, today }: ServiceContext,
  { personId, doses, chance }: Candidate,
  vaccineCode: string,
): ExpectedChild | null {
  const dose = doses.find(each => each.vaccineCode === vaccineCode)
  const sentHome = store.plans
    .invitationsOf(personId)
    .filter(
      ({ origin, doses: asked }) =>
        origin === 'sent-home' && asked.some(each => each.vaccineCode === vaccineCode),
    )
  // Who was given the next session today is no question of today any more.
  if (!dose || sentHome.some(({ on }) => on > today)) return null
  const child: VialChild = {
    personId,
    inTimeUntil: dose.inTimeUntil,
    latestOn: dose.latestOn,
    turnedAway: sentHome.length,
  }
  return { ...child, chance }
}

function callOf({ store }: ServiceContext, personId: string): VialCall | null {
  const person = store.persons.find(personId)
  if (!person) return null
  return {
    personId,
    displayName: displayName(person),
    birthDate: person.birthDate,
    contactName: contactOf(person)?.name ?? null,
    phone: phoneOf(person),
    hamlet: placeOf(person).hamlet,
  }
}
