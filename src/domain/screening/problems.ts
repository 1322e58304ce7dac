import type { CalendarDay } from '../calendar/calendar-day'
import { type Answers, completeAnswers, fitsAge, proposeConclusion, type Vitals } from './conclude'
import type { Conclusion, Consent, ScreeningForm } from './form'
import type { Question } from './rules'

/** A checklist somebody wants to sign. */
export type DraftScreening = Vitals & {
  readonly answers: Answers
  readonly concluded: Conclusion
  readonly differsBecause: string | null
  /** Absent: not asked for by whoever judges it. */
  readonly consent?: Omit<Consent, 'at'> | null
  /** When to come again, where the visit ends here. */
  readonly nextOn?: CalendarDay | null
}

/** What a judgement knows besides the form: all of it by default nothing (forms alone decide). */
export type ScreeningSetting = {
  /** Asked beside the items. */
  readonly questions?: readonly Question[]
  /** Items that speak of some vaccines only. */
  readonly narrowed?: ReadonlySet<string>
  /** kg that can be at this age. */
  readonly weightRange?: { readonly lowest: number; readonly highest: number }
  readonly today?: CalendarDay
}

/** What stands against signing; `item` is the number printed on the form. */
export type ScreeningProblem =
  | { readonly code: 'screening.no-form' }
  | { readonly code: 'screening.unanswered'; readonly item: number; readonly itemCode: string }
  | { readonly code: 'screening.detail-missing'; readonly item: number; readonly itemCode: string }
  | { readonly code: 'screening.bad-temperature'; readonly lowest: number; readonly highest: number }
  | { readonly code: 'screening.bad-weight'; readonly lowest: number; readonly highest: number }
  /** A question beside the form has no answer. */
  | { readonly code: 'screening.question-open'; readonly question: string; readonly itemCode: string }
  | { readonly code: 'screening.consent-missing' }
  | { readonly code: 'screening.return-not-ahead' }
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
  setting: ScreeningSetting = {},
): readonly ScreeningProblem[] {
  if (!fitsAge(form, ageDays)) return [{ code: 'screening.no-form' }]
  const { questions = [], narrowed, weightRange = weightRangeKg, today } = setting
  const { conclusion } = proposeConclusion(form, draft.answers, draft, ageDays, narrowed)
  const differs = draft.concluded !== conclusion && !isFilled(draft.differsBecause)
  const isPast = draft.nextOn && today && draft.nextOn <= today
  return [
    ...vitalsProblems(draft, weightRange),
    ...answerProblems(form, draft),
    ...questions
      .filter(({ code }) => !draft.answers[code])
      .map(({ code: itemCode, text }) => ({
        code: 'screening.question-open' as const,
        question: text.vi,
        itemCode,
      })),
    ...(differs ? [{ code: 'reason.missing' } as const] : []),
    ...consentProblems(draft),
    ...(isPast ? [{ code: 'screening.return-not-ahead' } as const] : []),
  ]
}

function answerProblems(form: ScreeningForm, draft: DraftScreening): readonly ScreeningProblem[] {
  const completed = completeAnswers(form, draft.answers, draft)
  return form.items.flatMap(({ number: item, code: itemCode, needsDetail }): readonly ScreeningProblem[] => {
    const answer = completed[itemCode]
    if (!answer) return [{ code: 'screening.unanswered', item, itemCode }]
    const isExplained = isFilled(answer.detail) || (answer.causes?.length ?? 0) > 0
    return answer.yes && needsDetail && !isExplained
      ? [{ code: 'screening.detail-missing', item, itemCode }]
      : []
  })
}

/** Nobody is vaccinated without consent: a yes needs a name, a no its reason. */
function consentProblems({ consent, concluded }: DraftScreening): readonly ScreeningProblem[] {
  if (consent === undefined || (consent === null && concluded !== 'eligible')) return []
  if (consent === null) return [{ code: 'screening.consent-missing' }]
  if (!isFilled(consent.byName)) return [{ code: 'screening.consent-missing' }]
  return !consent.given && !isFilled(consent.note) ? [{ code: 'reason.missing' }] : []
}

function vitalsProblems(
  { temperatureC, weightKg }: Vitals,
  range: { readonly lowest: number; readonly highest: number },
): readonly ScreeningProblem[] {
  const problems: ScreeningProblem[] = []
  if (!isTemperature(temperatureC)) problems.push({ code: 'screening.bad-temperature', ...temperatureRangeC })
  if (weightKg !== null && !isWithin(weightKg, range)) {
    problems.push({ code: 'screening.bad-weight', ...range })
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
