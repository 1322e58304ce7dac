import type { PointKind } from '../point/point'
import type { Conclusion, FormItem, ItemAnswer, ScreeningForm } from './form'

/** What was measured before the questions; °C with one decimal, kg; null: not measured. */
export type Vitals = { readonly temperatureC: number | null; readonly weightKg: number | null }

export type Answers = Readonly<Record<string, ItemAnswer>>

/** A conclusion with the codes of the items that lead to it; none when everything is "Không". */
export type Proposal = { readonly conclusion: Conclusion; readonly because: readonly string[] }

/** The gravest first: one "Có" of a graver kind decides over any number of the lesser. */
const gravestFirst = ['contraindicated', 'refer-hospital', 'deferred'] as const

/** Below it the checklists want a child of any age deferred (QĐ 1575/2023, item 11). */
const lowWeightKg = 2

/** Where a point screens: hospitals use the in-hospital forms, everybody else the others. */
export function settingOf(kind: PointKind): ScreeningForm['setting'] {
  return kind === 'hospital' ? 'in-hospital' : 'outside-hospital'
}

/** True when the form is made for this age in days. */
export function fitsAge(form: ScreeningForm, ageDays: number): boolean {
  return ageDays >= form.ageFromDays && (form.ageToDays === null || ageDays <= form.ageToDays)
}

/** What the measurement says about an item: true is "Có"; null when the item is not measured or the value is missing. */
export function measuredAnswer(form: ScreeningForm, item: FormItem, vitals: Vitals): boolean | null {
  const { temperatureC, weightKg } = vitals
  if (item.measured === 'temperature' && temperatureC !== null) {
    return temperatureC >= form.limits.feverFromC || temperatureC <= form.limits.lowToC
  }
  if (item.measured === 'weight-under-2000g' && weightKg !== null) return weightKg < lowWeightKg
  return null
}

/** The answers with those that a measurement gives. A measurement can turn a "Không" into "Có", never back. */
export function completeAnswers(form: ScreeningForm, answers: Answers, vitals: Vitals): Answers {
  const completed: Record<string, ItemAnswer> = {}
  for (const item of form.items) {
    const given = answers[item.code]
    const measured = measuredAnswer(form, item, vitals)
    if (given || measured !== null) {
      completed[item.code] = { yes: given?.yes === true || measured === true, detail: given?.detail ?? null }
    }
  }
  return completed
}

/**
 * Proposes the conclusion of a checklist: the gravest outcome any "Có" leads to, eligible when there is none.
 * Items without an answer say nothing here; `screeningProblems` refuses them.
 * Throws RangeError for a form of another age: its limits are not this child's.
 */
export function proposeConclusion(
  form: ScreeningForm,
  answers: Answers,
  vitals: Vitals,
  ageDays: number,
): Proposal {
  if (!fitsAge(form, ageDays)) throw new RangeError(`form ${form.id} is not made for ${ageDays} days of age`)
  const completed = completeAnswers(form, answers, vitals)
  const yes = form.items.filter(item => completed[item.code]?.yes)
  for (const conclusion of gravestFirst) {
    const because = yes.filter(item => item.leadsTo === conclusion).map(item => item.code)
    if (because.length > 0) return { conclusion, because }
  }
  return { conclusion: 'eligible', because: [] }
}
