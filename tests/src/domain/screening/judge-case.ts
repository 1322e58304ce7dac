import { day } from '../../../../src/domain/calendar/calendar-day'
import type { Answers, Vitals } from '../../../../src/domain/screening/conclude'
import { type JudgedDraft, judgeScreening } from '../../../../src/domain/screening/judge-screening'
import { weightRangeKg } from '../../../../src/domain/screening/problems'
import type { ScreeningFacts } from '../../../../src/domain/screening/propose-holds'
import { formNamed, rules, today } from './screening-files'

/** How a case differs from a healthy girl of two months at the station. */
export type Setting = {
  readonly form?: string
  readonly facts?: Partial<ScreeningFacts>
  readonly yes?: Answers
  readonly vitals?: Partial<Vitals>
  readonly overrides?: JudgedDraft['overrides']
}

/** The checklist of an invented girl of two months, "Không" everywhere but where the case says otherwise. */
export function judge({
  form: id = 'child-outside-hospital',
  facts,
  yes = {},
  vitals,
  overrides = [],
}: Setting) {
  const form = formNamed(id)
  const known: ScreeningFacts = {
    on: today,
    birthDate: day('2026-09-15'),
    sex: 'female',
    gestationWeeks: null,
    alerts: [],
    immunoglobulins: [],
    previous: [],
    ...facts,
  }
  const given = { form, rules, facts: known, weightRange: weightRangeKg }
  const measured = { temperatureC: 36.8, weightKg: 5.4, ...vitals }
  const blank = { ...measured, answers: {}, concluded: 'eligible', differsBecause: null, overrides } as const
  const asked = [...form.items, ...(judgeScreening(given, blank)?.questions ?? [])]
  const no = asked.filter(it => !('measured' in it) || it.measured === null || !(it.code in yes))
  const answers = { ...Object.fromEntries(no.map(it => [it.code, { yes: false, detail: null }])), ...yes }
  const judgement = judgeScreening(given, { ...blank, answers })
  if (!judgement) throw new Error('the form does not fit')
  return judgement
}

/** A "Có" with these causes. */
export const yes = (
  item: string,
  ...causes: readonly { code: string; on?: string; antigens?: readonly string[] }[]
): Answers => ({
  [item]: {
    yes: true,
    detail: 'ghi rõ',
    causes: causes.map(({ code, on, antigens = [] }) => ({ code, on: on ? day(on) : null, antigens })),
  },
})

export const newborn: Partial<ScreeningFacts> = { birthDate: day('2026-11-20') }
export const woman: Partial<ScreeningFacts> = { birthDate: day('1998-03-02') }
export const treatment = 'immunosuppressive-treatment'
