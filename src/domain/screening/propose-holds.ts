import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { addOffset, latestOf } from '../calendar/offset'
import type { AlertCode, Sex } from '../person/person'
import type { Answers, Vitals } from './conclude'
import type { ChosenCause, FormItem, ScreeningForm } from './form'
import { isHolding, type VaccineHold, type VaccineScope, visitReasons } from './hold'
import type { Question, ScreeningRules, Trigger, Until, VaccineRule } from './rules'

/** What is known of a person before the questions are asked. */
export type ScreeningFacts = {
  readonly on: CalendarDay
  readonly birthDate: CalendarDay
  readonly sex: Sex
  readonly gestationWeeks: number | null
  /** Alerts that hold today. */
  readonly alerts: readonly AlertCode[]
  /** Immunoglobulins in the history. */
  readonly immunoglobulins: readonly { readonly vaccineCode: string; readonly givenOn: CalendarDay }[]
  /** What the newest earlier screening held back. */
  readonly previous: readonly VaccineHold[]
}

/** Everything a rule may look at. */
type Case = {
  readonly rules: ScreeningRules
  readonly form: ScreeningForm
  readonly answers: Answers
  readonly vitals: Vitals
  readonly facts: ScreeningFacts
}

/** Questions about single vaccines that this person is asked besides the items of the form. */
export function questionsFor(
  { questions }: ScreeningRules,
  form: ScreeningForm,
  { birthDate, sex, alerts, on }: ScreeningFacts,
): readonly Question[] {
  const ageDays = daysBetween(birthDate, on)
  return questions.filter(
    question =>
      ageDays >= question.fromAgeDays &&
      (question.toAgeDays === null || ageDays <= question.toAgeDays) &&
      (question.sex === null || question.sex === sex) &&
      !(question.unlessAlert !== null && alerts.includes(question.unlessAlert)) &&
      !(question.unlessPregnantForm && form.audience === 'pregnant') &&
      !form.items.some(({ code }) => question.unlessItems.includes(code)),
  )
}

/**
 * Items whose "Có" speaks of some vaccines only: those the form itself leaves to the rules, and those of which every
 * ticked cause is such a one. Without a cause the item's own conclusion stands: the safe side.
 */
export function narrowedItems(
  rules: ScreeningRules,
  form: ScreeningForm,
  answers: Answers,
): ReadonlySet<string> {
  const narrowed = form.items.filter(item => {
    const answer = answers[item.code]
    if (!answer?.yes) return false
    if (item.leadsTo === 'per-vaccine') return true
    const causes = answer.causes ?? []
    return causes.length > 0 && causes.every(cause => isNarrow(rules, item, cause))
  })
  return new Set(narrowed.map(({ code }) => code))
}

function isNarrow({ causes, rules }: ScreeningRules, item: FormItem, chosen: ChosenCause): boolean {
  const cause = causes.find(({ code }) => code === chosen.code)
  if (!cause?.under.includes(item.code)) return false
  if (cause.isExempt) return true
  if (cause.asks === 'antigens' && chosen.antigens.length === 0) return false
  const about = rules.filter(({ when }) => when.some(it => it.by === 'cause' && it.code === chosen.code))
  return about.length > 0 && about.every(({ isAlone }) => isAlone)
}

/**
 * What the rules conclude of single vaccines, and what an earlier screening concluded that still holds. One line a rule:
 * the same reason twice is joined, with all its antigens and the later day.
 */
export function proposeHolds(asked: Case): readonly VaccineHold[] {
  const { rules, facts } = asked
  const fresh = rules.rules.flatMap(rule => holdsOf(rule, asked))
  const carried = facts.previous.filter(
    hold =>
      isHolding(hold, facts.on) &&
      !visitReasons.some(reason => reason === hold.reasonCode) &&
      rules.rules.find(({ code }) => code === hold.reasonCode)?.isCarried !== false,
  )
  const joined = new Map<string, VaccineHold>()
  for (const hold of [...fresh, ...carried]) {
    const known = joined.get(hold.reasonCode)
    joined.set(hold.reasonCode, known ? joinHolds(known, hold) : hold)
  }
  return [...joined.values()]
}

function joinHolds(a: VaccineHold, b: VaccineHold): VaccineHold {
  return {
    ...a,
    scope: joinScopes(a.scope, b.scope),
    until: a.until === null || b.until === null ? null : a.until > b.until ? a.until : b.until,
  }
}

function joinScopes(a: VaccineScope, b: VaccineScope): VaccineScope {
  if (a.kind !== 'antigens' || b.kind !== 'antigens') return a
  return { ...a, antigens: [...new Set([...a.antigens, ...b.antigens])] }
}

function holdsOf(rule: VaccineRule, asked: Case): readonly VaccineHold[] {
  const met = rule.when.flatMap(trigger => occasionsOf(trigger, asked))
  if (met.length === 0) return []
  const scope: VaccineScope =
    rule.scope.kind === 'cause-antigens'
      ? { kind: 'antigens', antigens: [...new Set(met.flatMap(({ antigens }) => antigens))], live: false }
      : rule.scope
  if (scope.kind === 'antigens' && scope.antigens.length === 0) return []
  const until = rule.until && latestOf(met.map(({ from }) => untilDay(rule.until, from, asked.facts)))
  if (rule.until && until !== null && until <= asked.facts.on) return []
  const { conclusion, code, text } = rule
  return [{ scope, conclusion, until, reasonCode: code, reason: text.vi, overriddenBecause: null }]
}

/** One time a trigger is met: from which day a span counts (null: not known), and what it is about. */
type Occasion = { readonly from: CalendarDay | null; readonly antigens: readonly string[] }
const once: readonly Occasion[] = [{ from: null, antigens: [] }]

function occasionsOf(trigger: Trigger, { form, answers, vitals, facts }: Case): readonly Occasion[] {
  switch (trigger.by) {
    case 'cause':
      return chosenCauses(form, answers)
        .filter(({ code }) => code === trigger.code)
        .map(({ on, antigens }) => ({ from: on, antigens }))
    case 'item':
      return form.items.some(({ code }) => code === trigger.code) && answers[trigger.code]?.yes ? once : []
    case 'alert':
      return facts.alerts.includes(trigger.code) ? once : []
    case 'pregnant-form':
      return form.audience === 'pregnant' ? once : []
    case 'gestation':
      return facts.gestationWeeks !== null && facts.gestationWeeks < trigger.underWeeks ? once : []
    case 'weight':
      return vitals.weightKg !== null &&
        vitals.weightKg * 1000 < trigger.underG &&
        vitals.motherHbsag === trigger.motherHbsag
        ? once
        : []
    case 'immunoglobulin':
      return facts.immunoglobulins
        .filter(({ vaccineCode, givenOn }) => !trigger.except.includes(vaccineCode) && givenOn <= facts.on)
        .map(({ givenOn }) => ({ from: givenOn, antigens: [] }))
  }
}

/** Causes ticked under a "Có", and questions answered "Có". */
function chosenCauses(form: ScreeningForm, answers: Answers): readonly ChosenCause[] {
  const items = new Set(form.items.map(({ code }) => code))
  return Object.entries(answers).flatMap(([code, answer]) => {
    if (!answer.yes) return []
    return items.has(code) ? (answer.causes ?? []) : [{ code, on: null, antigens: [] }]
  })
}

function untilDay(
  until: Until | null,
  from: CalendarDay | null,
  { on, birthDate, gestationWeeks }: ScreeningFacts,
): CalendarDay | null {
  if (until === null) return null
  if (until.kind === 'after') return addOffset(from ?? on, until.span)
  return gestationWeeks === null ? null : addDays(birthDate, (until.weeks - gestationWeeks) * 7)
}

/** The holds with what the signer overrides; a reason of blanks overrides nothing. */
export function withOverrides(
  holds: readonly VaccineHold[],
  overrides: readonly { readonly reasonCode: string; readonly because: string }[],
): readonly VaccineHold[] {
  return holds.map(hold => {
    const because = overrides.find(({ reasonCode }) => reasonCode === hold.reasonCode)?.because.trim()
    return because ? { ...hold, overriddenBecause: because } : hold
  })
}
