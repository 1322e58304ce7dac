import type { PointKind } from '../point/point'
import type { Conclusion, FormItem, ItemAnswer, MotherHbsag, ScreeningForm } from './form'

/** What was measured before the questions; °C with one decimal, kg; null: not measured. */
export type Vitals = {
  readonly temperatureC: number | null
  readonly weightKg: number | null
  /** What the newborn forms ask for in their head; absent or null: not known. */
  readonly motherHbsag?: MotherHbsag | null
  readonly gestationWeeks?: number | null
}

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

/** What is measured or on record says about an item: true is "Có"; null when it says nothing. */
export function measuredAnswer(form: ScreeningForm, item: FormItem, vitals: Vitals): boolean | null {
  const { temperatureC, weightKg, motherHbsag = null, gestationWeeks = null } = vitals
  const isSmall = weightKg === null ? null : weightKg < lowWeightKg
  switch (item.measured) {
    case null:
      return null
    case 'temperature':
      if (temperatureC === null) return null
      return temperatureC >= form.limits.feverFromC || temperatureC <= form.limits.lowToC
    case 'weight-under-2000g':
      return isSmall
    case 'gestation-under-28-weeks':
      return gestationWeeks === null ? null : gestationWeeks < 28
    case 'gestation-under-34-weeks':
      return gestationWeeks === null ? null : gestationWeeks < 34
    case 'weight-under-2000g-mother-negative':
      if (isSmall === false) return false
      return isSmall === null || motherHbsag === null ? null : motherHbsag === 'negative'
    case 'small-or-early-mother-not-negative': {
      const isEarly = gestationWeeks === null ? null : gestationWeeks < 34
      if (motherHbsag === 'negative' || (isSmall === false && isEarly === false)) return false
      return motherHbsag !== null && (isSmall || isEarly) ? true : null
    }
  }
}

/**
 * The answers with those that a measurement gives. A measurement can turn a "Không" into "Có", never back. Answers to
 * questions beside the form (decision 0018) are kept as they are.
 */
export function completeAnswers(
  form: ScreeningForm,
  answers: Answers,
  vitals: Vitals,
  questions: readonly { readonly code: string }[] = [],
): Answers {
  const completed: Record<string, ItemAnswer> = {}
  for (const item of form.items) {
    const given = answers[item.code]
    const measured = measuredAnswer(form, item, vitals)
    if (given || measured !== null) {
      const { yes, detail = null, causes = [] } = given ?? { yes: false }
      const isYes = yes || measured === true
      completed[item.code] = {
        yes: isYes,
        detail,
        ...(isYes && causes.length > 0 ? { causes } : {}),
      }
    }
  }
  for (const { code } of questions) {
    const given = answers[code]
    if (given) completed[code] = { yes: given.yes, detail: null }
  }
  return completed
}

/**
 * Proposes the conclusion of a checklist: the gravest outcome any "Có" leads to, eligible when there is none. Items in
 * `narrowed` speak of some vaccines only and lead to nothing for the visit (`narrowedItems`).
 * Items without an answer say nothing here; `screeningProblems` refuses them.
 * Throws RangeError for a form of another age: its limits are not this child's.
 */
export function proposeConclusion(
  form: ScreeningForm,
  answers: Answers,
  vitals: Vitals,
  ageDays: number,
  narrowed: ReadonlySet<string> = new Set(),
): Proposal {
  if (!fitsAge(form, ageDays)) throw new RangeError(`form ${form.id} is not made for ${ageDays} days of age`)
  const completed = completeAnswers(form, answers, vitals)
  const yes = form.items.filter(item => completed[item.code]?.yes && !narrowed.has(item.code))
  for (const conclusion of gravestFirst) {
    const because = yes.filter(item => item.leadsTo === conclusion).map(item => item.code)
    if (because.length > 0) return { conclusion, because }
  }
  return { conclusion: 'eligible', because: [] }
}
