import { type Answers, completeAnswers, fitsAge, proposeConclusion, type Vitals } from './conclude'
import type { Conclusion, ScreeningForm } from './form'

/** A checklist somebody wants to sign. */
export type DraftScreening = Vitals & {
  readonly answers: Answers
  readonly concluded: Conclusion
  readonly differsBecause: string | null
}

/** What stands against signing; `item` is the number printed on the form. */
export type ScreeningProblem =
  | { readonly code: 'screening.no-form' }
  | { readonly code: 'screening.unanswered'; readonly item: number; readonly itemCode: string }
  | { readonly code: 'screening.detail-missing'; readonly item: number; readonly itemCode: string }
  | { readonly code: 'screening.bad-temperature'; readonly lowest: number; readonly highest: number }
  | { readonly code: 'screening.bad-weight'; readonly lowest: number; readonly highest: number }
  | { readonly code: 'reason.missing' }

/** °C a living person can show on the thermometer; beyond them it is a slip of the finger. */
export const temperatureRangeC = { lowest: 32, highest: 43 } as const

/** kg from the smallest newborn to the heaviest adult a point meets. */
export const weightRangeKg = { lowest: 0.4, highest: 250 } as const

/** Every reason why a checklist cannot be signed yet; an empty list means it can. */
export function screeningProblems(
  form: ScreeningForm,
  draft: DraftScreening,
  ageDays: number,
): readonly ScreeningProblem[] {
  if (!fitsAge(form, ageDays)) return [{ code: 'screening.no-form' }]
  const problems: ScreeningProblem[] = [...vitalsProblems(draft)]
  const completed = completeAnswers(form, draft.answers, draft)
  for (const { number: item, code: itemCode, needsDetail } of form.items) {
    const answer = completed[itemCode]
    if (!answer) problems.push({ code: 'screening.unanswered', item, itemCode })
    else if (answer.yes && needsDetail && !isFilled(answer.detail)) {
      problems.push({ code: 'screening.detail-missing', item, itemCode })
    }
  }
  const { conclusion } = proposeConclusion(form, draft.answers, draft, ageDays)
  if (draft.concluded !== conclusion && !isFilled(draft.differsBecause)) {
    problems.push({ code: 'reason.missing' })
  }
  return problems
}

function vitalsProblems({ temperatureC, weightKg }: Vitals): readonly ScreeningProblem[] {
  const problems: ScreeningProblem[] = []
  if (!isTemperature(temperatureC)) problems.push({ code: 'screening.bad-temperature', ...temperatureRangeC })
  if (weightKg !== null && !isWithin(weightKg, weightRangeKg)) {
    problems.push({ code: 'screening.bad-weight', ...weightRangeKg })
  }
  return problems
}

/** One decimal, as thermometers show and as the limits are written. */
function isTemperature(temperatureC: number | null): boolean {
  if (temperatureC === null || !isWithin(temperatureC, temperatureRangeC)) return false
  return Math.abs(temperatureC * 10 - Math.round(temperatureC * 10)) < 1e-6
}

function isWithin(value: number, { lowest, highest }: { lowest: number; highest: number }): boolean {
  return value >= lowest && value <= highest
}

function isFilled(text: string | null): boolean {
  return text !== null && text.trim() !== ''
}
