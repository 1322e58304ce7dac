import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { chanceOfAtLeast, comingDistribution, expected, meanOf, poisson } from './coming'
import type { VialAdvice, VialChild, VialQuestion, VialReason } from './vial-types'

/** Doses left over when a number of children get theirs from full vials. */
export function wasteOf(children: number, dosesPerVial: number): number {
  return children <= 0 ? 0 : Math.ceil(children / dosesPerVial) * dosesPerVial - children
}

/**
 * Whether to open the next vial now, wait until more are here, call others, or send who is here to the next session, so
 * that little is thrown away and nobody is turned away who cannot wait. Decision 0019.
 *
 * Opening costs the doses that stay in the vial. Sending home costs the doses that the next session could have shared,
 * with its sign turned: a vial saved; and for each child the chance of not coming again, of getting the dose late, and the
 * weeks of waiting. Who would be too old by then, or was sent home before, opens the vial alone.
 */
export function decideVial(question: VialQuestion): VialAdvice {
  const { present, openDoses, dosesPerVial, toCome, walkIns } = question
  const coming = comingDistribution(
    toCome.map(({ chance }) => chance),
    walkIns,
  )
  // Who is first here gets what is open; the question is about those behind.
  const waiting = present.slice(Math.min(openDoses, present.length))
  const facts = {
    needed: neededOf(question),
    expectedToday: present.length + meanOf(coming),
    wasteIfOpened: expected(coming, more => wasteOf(present.length + more - openDoses, dosesPerVial)),
    call: callsOf(question, meanOf(coming)),
  }
  const verdict = verdictOf(question, waiting, facts)
  const isOpening = verdict.action === 'open-now'
  const asksNobody = verdict.action === 'nothing' || verdict.action === 'next-session'
  return {
    ...facts,
    ...verdict,
    vials: isOpening ? Math.ceil(waiting.length / dosesPerVial) : 0,
    call: asksNobody ? [] : facts.call,
  }
}

type Verdict = Pick<VialAdvice, 'action' | 'reason'>
type Facts = Pick<VialAdvice, 'needed' | 'expectedToday' | 'call'>

function verdictOf(question: VialQuestion, waiting: readonly VialChild[], facts: Facts): Verdict {
  const { present, openDoses, toCome } = question
  if (present.length > 0 && waiting.length === 0)
    return { action: 'use-open', reason: { code: 'in-open-vial', left: openDoses - present.length } }
  if (present.length === 0 && toCome.length === 0) return { action: 'nothing', reason: { code: 'nobody' } }
  return (
    (waiting.length > 0 && reasonToOpen(question, waiting, facts.needed)) ||
    whileWaiting(question, waiting, facts)
  )
}

/** Why the vial is opened at once; null: nothing asks for it. */
function reasonToOpen(question: VialQuestion, waiting: readonly VialChild[], needed: number): Verdict | null {
  const open = (reason: VialReason): Verdict => ({ action: 'open-now', reason })
  if (question.nextSessionOn === null) return open({ code: 'no-next-session' })
  const pressed = waiting.filter(child => cannotWait(child, question))
  if (pressed.length > 0)
    return open({ code: 'cannot-wait', personIds: pressed.map(({ personId }) => personId) })
  if (waiting.length >= needed) return open({ code: 'enough', present: waiting.length, needed })
  const reach = chanceToOpen(question, waiting.length, needed)
  return reach >= question.rule.sureShare
    ? open({ code: 'sure-to-open', chancePercent: percent(reach) })
    : null
}

function whileWaiting(question: VialQuestion, waiting: readonly VialChild[], facts: Facts): Verdict {
  const { openDoses, mayWait, rule } = question
  const { needed, expectedToday, call } = facts
  const reach = chanceToOpen(question, waiting.length, needed)
  if (mayWait && reach >= rule.worthWaitingShare)
    return { action: 'wait', reason: { code: 'more-are-coming', chancePercent: percent(reach), needed } }
  const hoped = expectedToday - openDoses + call.length * rule.callChance
  if (mayWait && waiting.length > 0 && call.length > 0 && hoped >= needed)
    return { action: 'call', reason: { code: 'calls-may-help', needed } }
  return { action: 'next-session', reason: { code: 'too-few', expected: expectedToday, needed } }
}

/** Whether a child would be too late at the next session, or has been sent home before. */
export function cannotWait(
  { latestOn, turnedAway }: VialChild,
  { nextSessionOn }: Pick<VialQuestion, 'nextSessionOn'>,
): boolean {
  return nextSessionOn === null || turnedAway > 0 || (latestOn !== null && latestOn < nextSessionOn)
}

/**
 * From how many children without a dose in an open vial on it is better to open another one than to send them home. At
 * most a full vial: then nothing is left over.
 */
export function neededOf(question: VialQuestion): number {
  const { dosesPerVial, nextSessionOn, present, toCome, rule } = question
  if (nextSessionOn === null) return 1
  const asked = [...present, ...toCome]
  const perChild =
    asked.length === 0
      ? rule.missedCost * (1 - rule.returnChance)
      : asked.reduce((sum, child) => sum + costOfWaiting(child, nextSessionOn, question), 0) / asked.length
  for (let children = 1; children < dosesPerVial; children += 1)
    if (children * perChild >= savedByWaiting(children, question)) return children
  return dosesPerVial
}

/** Doses that are not thrown away, on average, when these children share the vials of the next session. */
function savedByWaiting(children: number, { dosesPerVial, nextExpected, rule }: VialQuestion): number {
  const anyway = poisson(nextExpected)
  const back = Math.round(children * rule.returnChance)
  const apart = wasteOf(children, dosesPerVial) + expected(anyway, count => wasteOf(count, dosesPerVial))
  return apart - expected(anyway, count => wasteOf(count + back, dosesPerVial))
}

/** What it costs to send one child home: it may not come again, may be late, and is not protected meanwhile. */
function costOfWaiting(child: VialChild, next: CalendarDay, { on, rule }: VialQuestion): number {
  const isLate = child.inTimeUntil !== null && child.inTimeUntil < next && child.inTimeUntil >= on
  const lost = child.latestOn !== null && child.latestOn < next ? 1 : 1 - rule.returnChance
  return (
    lost * rule.missedCost +
    (isLate ? rule.lateCost : 0) +
    (Math.max(0, daysBetween(on, next)) / 7) * rule.weekCost
  )
}

/** The chance that a vial has to be opened today whatever is decided now: enough come, or one who cannot wait. */
function chanceToOpen(question: VialQuestion, waiting: number, needed: number): number {
  const { toCome, walkIns, openDoses, present } = question
  const spare = Math.max(0, openDoses - present.length)
  const patient = toCome.filter(child => !cannotWait(child, question))
  const pressed = toCome.filter(child => cannotWait(child, question))
  const nonePressed = pressed.reduce((sum, { chance }) => sum * (1 - chance), 1)
  const coming = comingDistribution(
    patient.map(({ chance }) => chance),
    walkIns,
  )
  return 1 - nonePressed * (1 - chanceOfAtLeast(coming, needed + spare - waiting))
}

/** Whom to call so that the doses of the vial in question are used: the most urgent first, as many as may be needed. */
function callsOf(question: VialQuestion, more: number): readonly string[] {
  const { others, present, openDoses, dosesPerVial, rule } = question
  const beyond = present.length + more - openDoses
  const room = beyond <= 0 ? -beyond : wasteOf(Math.ceil(beyond), dosesPerVial)
  const wanted = Math.ceil(room / Math.max(rule.callChance, 0.05))
  return others
    .toSorted(byUrgency)
    .slice(0, wanted)
    .map(({ personId }) => personId)
}

/** Who has the least time first; who was sent home before goes ahead of all. */
export function byUrgency(a: VialChild, b: VialChild): number {
  const far = '9999-12-31'
  return (
    b.turnedAway - a.turnedAway ||
    compare(a.latestOn ?? far, b.latestOn ?? far) ||
    compare(a.inTimeUntil ?? far, b.inTimeUntil ?? far) ||
    compare(a.personId, b.personId)
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const percent = (share: number) => Math.round(share * 100)
