import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { latestOf } from '../calendar/offset'
import { type Answers, completeAnswers, type Proposal, proposeConclusion } from './conclude'
import type { Conclusion, ScreeningForm } from './form'
import { isHolding, type VaccineHold } from './hold'
import { type DraftScreening, type ScreeningProblem, screeningProblems } from './problems'
import {
  narrowedItems,
  proposeHolds,
  questionsFor,
  type ScreeningFacts,
  withOverrides,
} from './propose-holds'
import type { Question, ScreeningRules } from './rules'

/** What a checklist is judged with; the same on the screen and where it is signed. */
export type ScreeningCase = {
  readonly form: ScreeningForm
  readonly rules: ScreeningRules
  readonly facts: ScreeningFacts
  /** kg that can be at this age. */
  readonly weightRange: { readonly lowest: number; readonly highest: number }
}

/** A draft with what the signer decided otherwise of single vaccines. */
export type JudgedDraft = DraftScreening & {
  readonly overrides: readonly { readonly reasonCode: string; readonly because: string }[]
}

export type Judgement = {
  readonly questions: readonly Question[]
  /** With what measurements and the record answer. */
  readonly answers: Answers
  readonly proposal: Proposal
  /** Conclusions about single vaccines, with the overrides of the signer. */
  readonly holds: readonly VaccineHold[]
  /** When to come again if the visit ends here. */
  readonly returnOn: CalendarDay
  readonly problems: readonly ScreeningProblem[]
}

/** Judges a draft as a whole; null for a form of another age. */
export function judgeScreening(given: ScreeningCase, draft: JudgedDraft): Judgement | null {
  const { form, rules, facts, weightRange } = given
  const ageDays = daysBetween(facts.birthDate, facts.on)
  const vitals = { ...draft, gestationWeeks: facts.gestationWeeks }
  const questions = questionsFor(rules, form, facts)
  const answers = completeAnswers(form, draft.answers, vitals, questions)
  const narrowed = narrowedItems(rules, form, answers)
  const setting = { questions, narrowed, weightRange, today: facts.on }
  const problems = screeningProblems(form, vitals, ageDays, setting)
  if (problems[0]?.code === 'screening.no-form') return null
  const proposal = proposeConclusion(form, answers, vitals, ageDays, narrowed)
  const proposed = proposeHolds({ rules, form, answers, vitals, facts })
  const holds = withOverrides(proposed, draft.overrides)
  return { questions, answers, proposal, holds, returnOn: returnDay(given, proposal, holds), problems }
}

/** The longest that one of the items asks for, and not before everything may be given again. */
function returnDay(
  { rules: { returnAfterDays }, facts: { on } }: ScreeningCase,
  { because }: Proposal,
  holds: readonly VaccineHold[],
): CalendarDay {
  const usual = returnAfterDays.other ?? 1
  const days = because.map(code => returnAfterDays[code] ?? usual)
  const ofAll = holds.filter(hold => hold.scope.kind === 'all' && isHolding(hold, on)).map(it => it.until)
  return latestOf([addDays(on, Math.max(1, ...(days.length > 0 ? days : [usual]))), ...ofAll]) ?? on
}

/** What the end of the visit holds back as a whole, so that nobody is asked to come before. */
export function holdOfVisit(
  concluded: Conclusion,
  nextOn: CalendarDay | null,
  reason: string | null,
): readonly VaccineHold[] {
  const all = { scope: { kind: 'all' }, reason: reason ?? '', overriddenBecause: null } as const
  if (concluded === 'contraindicated') {
    return [{ ...all, conclusion: 'contraindicated', until: null, reasonCode: 'visit-contraindicated' }]
  }
  if (concluded === 'eligible' || nextOn === null) return []
  return [{ ...all, conclusion: 'deferred', until: nextOn, reasonCode: 'visit-deferred' }]
}
