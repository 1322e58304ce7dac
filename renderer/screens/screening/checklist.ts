import {
  type Answers,
  completeAnswers,
  type Proposal,
  proposeConclusion,
  type Vitals,
} from '../../../src/domain/screening/conclude'
import type { Conclusion, FormItem, ScreeningForm } from '../../../src/domain/screening/form'
import { screeningProblems } from '../../../src/domain/screening/problems'

/** What stands on the screen before it is signed; numbers as typed, so that nothing typed is lost. */
export type ChecklistDraft = {
  readonly temperature: string
  readonly weight: string
  readonly answers: Answers
  /** Null as long as the user follows the proposal. */
  readonly decided: Conclusion | null
  readonly differsBecause: string
}

export const emptyDraft: ChecklistDraft = {
  temperature: '',
  weight: '',
  answers: {},
  decided: null,
  differsBecause: '',
}

/** A number as Vietnamese type it, with comma or point; null when it is none. */
export function parseDecimal(typed: string): number | null {
  const clean = typed.trim().replace(',', '.')
  return /^\d{1,5}(\.\d{1,3})?$/u.test(clean) ? Number(clean) : null
}

/** °C. Three digits without a comma are read as thermometers show them: `368` is 36,8. */
export function parseTemperature(typed: string): number | null {
  const clean = typed.trim()
  if (/^[34]\d\d$/u.test(clean)) return Number(clean) / 10
  return parseDecimal(clean)
}

/** A number as people write it: `36,8`. */
export function formatDecimal(value: number): string {
  return String(value).replace('.', ',')
}

/** The measurements as numbers; null where there is none or it is not one. */
export function vitalsOf(draft: Pick<ChecklistDraft, 'temperature' | 'weight'>): Vitals {
  return { temperatureC: parseTemperature(draft.temperature), weightKg: parseDecimal(draft.weight) }
}

/** "Không" for everything that is not answered "Có" yet: what was said stays said. */
export function answerAllNo(form: ScreeningForm, answers: Answers): Answers {
  return Object.fromEntries(
    form.items.map(({ code }) => [code, answers[code]?.yes ? answers[code] : { yes: false, detail: null }]),
  )
}

/** One item answered; the detail of a "Có" is kept while the user changes their mind. */
export function answerItem(answers: Answers, code: string, yes: boolean): Answers {
  return { ...answers, [code]: { yes, detail: answers[code]?.detail ?? null } }
}

/** Everything the screen shows about a draft. */
export type ChecklistState = {
  readonly answers: Answers
  readonly unanswered: readonly FormItem[]
  readonly proposal: Proposal
  readonly because: readonly FormItem[]
  readonly concluded: Conclusion
  readonly differs: boolean
  readonly canSign: boolean
}

/** Judges a draft against its form; null when the form is made for another age. */
export function judge(form: ScreeningForm, draft: ChecklistDraft, ageDays: number): ChecklistState | null {
  const vitals = vitalsOf(draft)
  const request = {
    ...vitals,
    answers: draft.answers,
    concluded: draft.decided ?? 'eligible',
    differsBecause: draft.differsBecause,
  }
  if (screeningProblems(form, request, ageDays)[0]?.code === 'screening.no-form') return null
  const answers = completeAnswers(form, draft.answers, vitals)
  const proposal = proposeConclusion(form, draft.answers, vitals, ageDays)
  const concluded = draft.decided ?? proposal.conclusion
  const isWeightRead = draft.weight.trim() === '' || vitals.weightKg !== null
  return {
    answers,
    unanswered: form.items.filter(({ code }) => !answers[code]),
    proposal,
    because: form.items.filter(({ code }) => proposal.because.includes(code)),
    concluded,
    differs: concluded !== proposal.conclusion,
    canSign: isWeightRead && screeningProblems(form, { ...request, concluded }, ageDays).length === 0,
  }
}

/** Only what was answered "Có" keeps a detail when it is signed. */
export function answersToSign(answers: Answers): Record<string, { yes: boolean; detail: string | null }> {
  return Object.fromEntries(
    Object.entries(answers).map(([code, { yes, detail }]) => [
      code,
      { yes, detail: yes && detail !== null && detail.trim() !== '' ? detail.trim() : null },
    ]),
  )
}
