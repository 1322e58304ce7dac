import type { ScreeningPreparation } from '../../../src/contract/screening-calls'
import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import type { Answers, Proposal, Vitals } from '../../../src/domain/screening/conclude'
import type {
  ChosenCause,
  Conclusion,
  ConsentRelation,
  FormItem,
  MotherHbsag,
} from '../../../src/domain/screening/form'
import type { VaccineHold } from '../../../src/domain/screening/hold'
import { judgeScreening } from '../../../src/domain/screening/judge-screening'
import { doubtsAbout, type MeasurementDoubt } from '../../../src/domain/screening/plausible'
import type { Question } from '../../../src/domain/screening/rules'

/** Consent as it stands on the screen. */
export type ConsentDraft = {
  readonly given: boolean
  readonly byName: string
  readonly relation: ConsentRelation
  readonly note: string
}

/** When to come again, and in which part of the day. */
export type ReturnDraft = {
  /** Null while it is being typed. */
  readonly on: CalendarDay | null
  readonly slot: 'morning' | 'afternoon' | 'all-day'
}

/** What stands on the screen before it is signed; numbers as typed, so that nothing typed is lost. */
export type ChecklistDraft = {
  readonly temperature: string
  readonly weight: string
  readonly motherHbsag: MotherHbsag | null
  readonly answers: Answers
  /** Null as long as the user follows the proposal. */
  readonly decided: Conclusion | null
  readonly differsBecause: string
  /** Reasons why a conclusion about single vaccines is not followed, by its rule. */
  readonly overrides: Readonly<Record<string, string>>
  /** Null as long as the user follows what the record suggests. */
  readonly consent: ConsentDraft | null
  /** Undefined: as proposed. Null: no day is arranged. */
  readonly next: ReturnDraft | null | undefined
}

export const emptyDraft: ChecklistDraft = {
  temperature: '',
  weight: '',
  motherHbsag: null,
  answers: {},
  decided: null,
  differsBecause: '',
  overrides: {},
  consent: null,
  next: undefined,
}

/** What a checklist begins with: a weight that was taken today already stands there. */
export function firstDraft({ weightToday }: Pick<ScreeningPreparation, 'weightToday'>): ChecklistDraft {
  return weightToday === null ? emptyDraft : { ...emptyDraft, weight: formatDecimal(weightToday) }
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
export function answerAllNo(asked: readonly { readonly code: string }[], answers: Answers): Answers {
  return Object.fromEntries(
    asked.map(({ code }) => [code, answers[code]?.yes ? answers[code] : { yes: false, detail: null }]),
  )
}

/** One item answered; detail and causes of a "Có" are kept while the user changes their mind. */
export function answerItem(answers: Answers, code: string, yes: boolean): Answers {
  return { ...answers, [code]: { ...answers[code], detail: answers[code]?.detail ?? null, yes } }
}

/** The causes of a "Có" as they are ticked. */
export function answerCauses(answers: Answers, code: string, causes: readonly ChosenCause[]): Answers {
  return { ...answers, [code]: { yes: true, detail: answers[code]?.detail ?? null, causes } }
}

/** Everything the screen shows about a draft. */
export type ChecklistState = {
  readonly answers: Answers
  readonly questions: readonly Question[]
  readonly unanswered: readonly { readonly code: string }[]
  readonly proposal: Proposal
  readonly because: readonly FormItem[]
  readonly concluded: Conclusion
  readonly differs: boolean
  readonly holds: readonly VaccineHold[]
  readonly doubts: readonly MeasurementDoubt[]
  readonly consent: ConsentDraft
  /** True when nobody is vaccinated today. */
  readonly endsHere: boolean
  readonly next: ReturnDraft | null
  /** The day the rules propose to come again. */
  readonly returnOn: CalendarDay
  readonly canSign: boolean
}

/** Judges a draft with what was prepared for the person; null when the form is made for another age. */
export function judge(prepared: ScreeningPreparation, draft: ChecklistDraft): ChecklistState | null {
  const { form, facts } = prepared
  const vitals = vitalsOf(draft)
  const motherHbsag = motherHbsagOf(prepared, draft)
  const consent = draft.consent ?? suggestedConsent(prepared)
  const overrides = overridesOf(draft)
  const request = { ...vitals, motherHbsag, answers: draft.answers, overrides }
  const asFollowed = { ...request, concluded: 'eligible', differsBecause: draft.differsBecause } as const
  const first = judgeScreening(prepared, asFollowed)
  if (!first) return null
  const { answers, proposal, questions, holds, returnOn } = first
  const concluded = draft.decided ?? proposal.conclusion
  const endsHere = concluded !== 'eligible' || !consent.given
  const next = endsHere ? nextOf(draft, concluded, returnOn) : null
  const whole = judgeScreening(prepared, {
    ...asFollowed,
    concluded,
    consent: concluded === 'eligible' ? consent : null,
    nextOn: next?.on ?? null,
  })
  const isWeightRead = draft.weight.trim() === '' || vitals.weightKg !== null
  return {
    answers,
    questions,
    unanswered: [...form.items, ...questions].filter(({ code }) => !answers[code]),
    proposal,
    because: form.items.filter(({ code }) => proposal.because.includes(code)),
    concluded,
    differs: concluded !== proposal.conclusion,
    holds,
    doubts: doubtsAbout(prepared.growth, vitals, {
      sex: facts.sex,
      ageDays: ageDaysOf(facts),
      on: facts.on,
      last: prepared.lastWeight,
    }),
    consent,
    endsHere,
    next,
    returnOn,
    canSign: isWeightRead && next?.on !== null && whole !== null && whole.problems.length === 0,
  }
}

function ageDaysOf({ birthDate, on }: ScreeningPreparation['facts']): number {
  return daysBetween(birthDate, on)
}

/** What was typed, else what the record knows. */
export function motherHbsagOf(
  { form, facts }: ScreeningPreparation,
  draft: Pick<ChecklistDraft, 'motherHbsag'>,
): MotherHbsag | null {
  if (!form.asksMotherHbsag) return null
  return draft.motherHbsag ?? (facts.alerts.includes('mother-hbsag-positive') ? 'positive' : null)
}

function suggestedConsent({ consentFrom }: ScreeningPreparation): ConsentDraft {
  const [likeliest] = consentFrom
  const { relation = 'guardian', name = '' } = likeliest ?? {}
  return { given: true, byName: name, relation, note: '' }
}

/** Overrides with a reason; blanks override nothing. */
export function overridesOf({ overrides }: Pick<ChecklistDraft, 'overrides'>) {
  return Object.entries(overrides)
    .map(([reasonCode, because]) => ({ reasonCode, because: because.trim() }))
    .filter(({ because }) => because !== '')
}

/** Nobody is asked to come again after a contraindication, unless the user says so. */
function nextOf({ next }: ChecklistDraft, concluded: Conclusion, returnOn: CalendarDay): ReturnDraft | null {
  if (next !== undefined) return next
  return concluded === 'contraindicated' ? null : { on: returnOn, slot: 'morning' }
}

/** Only what was answered "Có" keeps a detail and causes when it is signed. */
export function answersToSign(answers: Answers): Record<string, SignedAnswer> {
  return Object.fromEntries(
    Object.entries(answers).map(([code, { yes, detail, causes = [] }]) => [
      code,
      {
        yes,
        detail: yes && detail !== null && detail.trim() !== '' ? detail.trim() : null,
        ...(yes && causes.length > 0
          ? { causes: causes.map(cause => ({ ...cause, antigens: [...cause.antigens] })) }
          : {}),
      },
    ]),
  )
}

type SignedAnswer = {
  yes: boolean
  detail: string | null
  causes?: { code: string; on: CalendarDay | null; antigens: string[] }[]
}
