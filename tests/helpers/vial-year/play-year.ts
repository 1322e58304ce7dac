import { seededRandom } from '../../../src/domain/exchange/random'
import type { Child, Policy } from './policy'
import type { Scenario } from './scenario'

/** What a year of sessions came to. */
export type YearResult = {
  readonly given: number
  readonly wasted: number
  readonly vials: number
  readonly children: number
  /** Never given, or no longer allowed. */
  readonly missed: number
  readonly late: number
  readonly sentHome: number
  readonly calls: number
  /** How many came to each session. */
  readonly here: readonly number[]
}

const firstDay = 10_000
const yearDays = 364
/** Children are followed for a while after the year in which they become due, so that the last ones are not cut off. */
const afterDays = 168
const sessionMinutes = 210
const lastCallMinutes = 60
/** From this minute on, who was expected and is not here counts as staying away and can be called. */
const noShowMinutes = 100
/** How many of those who were not asked come all the same. */
const uninvitedShare = 0.08

type Tally = { given: number; wasted: number; vials: number; sentHome: number; calls: number; here: number[] }
type Arrival = { readonly child: Child; readonly at: number }

/**
 * Plays a year of sessions with one policy. Every chance comes from the seed, the child and the day alone, so that all
 * policies meet the same children who come, or stay away, on the same days.
 */
export function playYear(scenario: Scenario, policy: Policy, seed: number): YearResult {
  const children = cohort(scenario, seed)
  const tally: Tally = { given: 0, wasted: 0, vials: 0, sentHome: 0, calls: 0, here: [] }
  const after: Tally = { ...tally, here: [] }
  for (let on = firstDay; on < firstDay + yearDays + afterDays; on += scenario.sessionEveryDays)
    playSession({ scenario, policy, seed, on, children }, on < firstDay + yearDays ? tally : after)
  const counted = children.filter(child => isOfYear(child, scenario))
  const isLate = ({ bornOn, givenOn }: Child) =>
    givenOn !== null && givenOn - bornOn > scenario.ageDays.inTimeUntil
  return {
    ...tally,
    children: counted.length,
    missed: counted.filter(({ givenOn }) => givenOn === null).length,
    late: counted.filter(isLate).length,
  }
}

const isOfYear = ({ bornOn }: Child, { ageDays }: Scenario) =>
  bornOn + ageDays.from >= firstDay && bornOn + ageDays.from < firstDay + yearDays

function cohort(scenario: Scenario, seed: number): readonly Child[] {
  const random = seededRandom(seed * 7_919 + 13)
  const days = yearDays + afterDays + 60
  const count = Math.round((scenario.birthsPerYear * days) / 365)
  return Array.from({ length: count }, (_, id) => ({
    id,
    bornOn: firstDay - 60 - scenario.ageDays.from + Math.floor(random() * days),
    habit: habitOf(scenario.attendance, random),
    turnedAway: 0,
    sentHomeLast: false,
    lost: false,
    givenOn: null,
  }))
}

/** Some families nearly always come, some seldom; the mean is the attendance. */
function habitOf(attendance: number, random: () => number): number {
  const spread = (random() + random() + random()) / 3 - 0.5
  return Math.min(0.98, Math.max(0.1, attendance + spread * 0.6))
}

/** A number from 0 to 1 that belongs to a child, a day and a question. */
function lot(seed: number, child: number, on: number, question: number): number {
  return seededRandom(seed * 1_000_003 + child * 8_191 + on * 131 + question * 17)()
}

type Session = {
  readonly scenario: Scenario
  readonly policy: Policy
  readonly seed: number
  readonly on: number
  readonly children: readonly Child[]
}

/** Who is due, who was asked, and who comes when. */
function openSession({ scenario, policy, seed, on, children }: Session) {
  const { ageDays, sessionEveryDays, birthsPerYear } = scenario
  const due = children.filter(
    ({ givenOn, bornOn }) => givenOn === null && on - bornOn >= ageDays.from && on - bornOn <= ageDays.latest,
  )
  const newPerSession = (birthsPerYear * sessionEveryDays) / 365
  const reachable = due.filter(({ lost }) => !lost)
  const asked = new Set(policy.invite?.({ scenario, on, newPerSession, due: reachable }) ?? reachable)
  // Some come without having been asked, because they come for something else or heard of the session.
  const invited = reachable.filter(child => asked.has(child) || lot(seed, child.id, on, 5) < uninvitedShare)
  // Who was sent home comes to the next session or, unless somebody calls, not at all.
  const comes = (child: Child) =>
    lot(seed, child.id, on, 1) < (child.sentHomeLast ? scenario.returnChance : child.habit)
  const arrivals = invited.filter(comes).map(child => ({ child, at: lot(seed, child.id, on, 2) * 180 }))
  for (const child of invited) {
    if (child.sentHomeLast && !comes(child)) child.lost = true
    child.sentHomeLast = false
  }
  return { due, reachable, asked, arrivals, newPerSession }
}

function playSession(session: Session, tally: Tally): void {
  const { scenario, policy, on } = session
  const { due, reachable, asked, arrivals, newPerSession } = openSession(session)
  let queue: readonly Arrival[] = arrivals
  let openDoses = 0
  const waiting: Child[] = []
  const called = new Set<number>()
  const here = new Set<Child>()
  const times = [
    ...arrivals.map(({ at }) => at),
    noShowMinutes,
    sessionMinutes - lastCallMinutes,
    sessionMinutes,
  ]
  while (times.length > 0) {
    const at = Math.min(...times)
    times.splice(times.indexOf(at), 1)
    const arriving = queue.filter(arrival => arrival.at <= at).toSorted((a, b) => a.at - b.at)
    queue = queue.filter(arrival => arrival.at > at)
    for (const { child } of arriving) {
      waiting.push(child)
      here.add(child)
    }
    const isExpected = (child: Child) => asked.has(child) && at < noShowMinutes
    const verdict = policy.decide({
      scenario,
      on,
      present: waiting,
      toCome: [...asked].filter(child => isExpected(child) && !here.has(child)),
      others: due.filter(child => !here.has(child) && !isExpected(child) && !called.has(child.id)),
      openDoses,
      mayWait: at < sessionMinutes - lastCallMinutes,
      newPerSession,
      dueNext: reachable.filter(child => !here.has(child)).length * 0.5,
    })
    tally.calls += verdict.call.length
    const answers = answersTo(session, verdict.call, at).filter(({ child }) => !here.has(child))
    for (const id of verdict.call) called.add(id)
    queue = [...queue.filter(({ child }) => !answers.some(answer => answer.child === child)), ...answers]
    times.push(...answers.map(answer => answer.at))
    if (verdict.opens) {
      const vials = Math.ceil((waiting.length - openDoses) / scenario.dosesPerVial)
      openDoses += vials * scenario.dosesPerVial
      tally.vials += vials
    }
    const served = waiting.splice(0, openDoses)
    openDoses -= served.length
    tally.given += served.length
    for (const child of served) Object.assign(child, { givenOn: on, lost: false })
  }
  tally.wasted += openDoses
  tally.sentHome += waiting.length
  tally.here.push(here.size)
  for (const child of waiting) Object.assign(child, { turnedAway: child.turnedAway + 1, sentHomeLast: true })
}

/** Who comes after a call, and when; the others say that they cannot, or do not answer. */
function answersTo({ scenario, seed, on, children }: Session, call: readonly number[], at: number) {
  return call.flatMap((id): readonly Arrival[] => {
    const child = children[id]
    const arrivesAt = at + 45 + lot(seed, id, on, 3) * 45
    const comes = child !== undefined && lot(seed, id, on, 4) < scenario.callChance
    return comes && arrivesAt < sessionMinutes ? [{ child, at: arrivesAt }] : []
  })
}
