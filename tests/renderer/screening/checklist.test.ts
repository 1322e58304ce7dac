import { describe, expect, test } from 'vitest'
import { nextAfter } from '../../../renderer/components/use-chosen-visit'
import {
  answerAllNo,
  answerCauses,
  answerItem,
  answersToSign,
  type ChecklistDraft,
  emptyDraft,
  judge,
  parseDecimal,
  parseTemperature,
} from '../../../renderer/screens/screening/checklist'
import type { ScreeningPreparation } from '../../../src/contract/screening-calls'
import { addDays, day } from '../../../src/domain/calendar/calendar-day'
import type { ScreeningForm } from '../../../src/domain/screening/form'
import { weightRangeKg } from '../../../src/domain/screening/problems'
import { noRules } from '../../../src/domain/screening/rules'

const form: ScreeningForm = {
  id: 'form',
  version: '1',
  title: { vi: '', en: '' },
  legalBasis: 'x',
  source: 'x',
  confirmation: 'unconfirmed',
  validFrom: day('2023-03-27'),
  validTo: null,
  setting: 'outside-hospital',
  audience: 'everybody',
  asksMotherHbsag: false,
  ageFromDays: 30,
  ageToDays: null,
  limits: { feverFromC: 38, lowToC: 35.5 },
  items: [
    {
      code: 'a',
      number: 1,
      text: { vi: 'A', en: 'A' },
      leadsTo: 'contraindicated',
      needsDetail: true,
      measured: null,
    },
    {
      code: 't',
      number: 2,
      text: { vi: 'T', en: 'T' },
      leadsTo: 'deferred',
      needsDetail: false,
      measured: 'temperature',
    },
  ],
}

const limits = {
  note: 'x',
  oddZ: { below: -6, above: 5 },
  impossible: { underMedian: 0.15, fromAgeDays: 28, overMedian: 4 },
  change: { lossShare: 0.1, lossFromAgeDays: 14, gainKgAtMost: 1, gainShareADay: 0.01, untilAgeDays: 1826 },
  oddTemperatureC: { below: 35, above: 41 },
}

/** The form as it is prepared for an invented child of so many days. */
const prepared = (ageDays: number): ScreeningPreparation => ({
  form,
  rules: noRules,
  facts: {
    on: day('2026-11-22'),
    birthDate: addDays(day('2026-11-22'), -ageDays),
    sex: 'female',
    gestationWeeks: null,
    alerts: [],
    immunoglobulins: [],
    previous: [],
  },
  weightRange: weightRangeKg,
  growth: { limits, weightForAge: { male: null, female: null } },
  lastWeight: null,
  weightToday: null,
  mayBePregnant: false,
  antigens: [],
  given: [],
  consentFrom: [{ relation: 'mother', name: 'Trần Thị Phượng' }],
})
const judgeAt = (draft: ChecklistDraft, ageDays = 61) => judge(prepared(ageDays), draft)

test.each([
  ['36,8', 36.8],
  ['36.8', 36.8],
  ['368', 36.8],
  ['405', 40.5],
  ['37', 37],
  ['', null],
  ['36,', null],
  ['abc', null],
])('temperature "%s" is %s', (typed, value) => {
  expect(parseTemperature(typed)).toBe(value)
})

test('a weight in grams is not read as a temperature trick: 368 stays 368', () => {
  expect(parseDecimal('368')).toBe(368)
  expect(parseDecimal('5,4')).toBe(5.4)
})

describe('the draft of a checklist', () => {
  test('"all No" keeps what was answered Yes, with its detail', () => {
    const yes = { a: { yes: true, detail: 'phản vệ' } }
    expect(answerAllNo(form.items, yes)).toEqual({ ...yes, t: { yes: false, detail: null } })
  })

  test('a detail survives a change of mind but is not signed under No', () => {
    const answers = answerItem({ a: { yes: true, detail: 'x ' } }, 'a', false)
    expect(answers.a).toEqual({ yes: false, detail: 'x ' })
    expect(answersToSign(answers)).toEqual({ a: { yes: false, detail: null } })
    expect(answersToSign(answerItem(answers, 'a', true))).toEqual({ a: { yes: true, detail: 'x' } })
  })

  test('nothing can be signed before the temperature and every answer', () => {
    const answers = answerAllNo(form.items, {})
    expect(judgeAt({ ...emptyDraft, answers })?.canSign).toBe(false)
    expect(judgeAt({ ...emptyDraft, temperature: '36,8' })?.unanswered.map(item => item.code)).toEqual(['a'])
    expect(judgeAt({ ...emptyDraft, answers, temperature: '36,8' })?.canSign).toBe(true)
  })

  test('a weight that is no number is not signed as no weight', () => {
    const draft = {
      ...emptyDraft,
      answers: answerAllNo(form.items, {}),
      temperature: '36,8',
      weight: '5,4kg',
    }
    expect(judgeAt(draft)?.canSign).toBe(false)
  })

  test('fever proposes deferral; deciding otherwise wants a reason', () => {
    const draft = { ...emptyDraft, answers: answerAllNo(form.items, {}), temperature: '38' }
    expect(judgeAt(draft)).toMatchObject({ concluded: 'deferred', differs: false, canSign: true })
    const otherwise = { ...draft, decided: 'eligible' as const }
    expect(judgeAt(otherwise)).toMatchObject({ concluded: 'eligible', differs: true, canSign: false })
    expect(judgeAt({ ...otherwise, differsBecause: 'đo lại 37,1' })?.canSign).toBe(true)
  })

  test('causes stay while the answer changes its mind, and are signed under "Có" only', () => {
    const causes = [{ code: 'x', on: null, antigens: ['HepB'] }]
    const answers = answerCauses({}, 'a', causes)
    expect(answersToSign(answers)).toEqual({ a: { yes: true, detail: null, causes } })
    expect(answersToSign(answerItem(answers, 'a', false))).toEqual({ a: { yes: false, detail: null } })
    expect(answerItem(answerItem(answers, 'a', false), 'a', true).a?.causes).toEqual(causes)
  })

  test('the mother on record consents unless somebody says otherwise; a refusal needs its reason', () => {
    const answers = answerAllNo(form.items, {})
    const draft = { ...emptyDraft, answers, temperature: '36,8' }
    expect(judgeAt(draft)).toMatchObject({
      consent: { given: true, byName: 'Trần Thị Phượng', relation: 'mother' },
      endsHere: false,
      next: null,
    })
    const consent = { given: false, byName: 'Trần Thị Phượng', relation: 'mother', note: '' } as const
    expect(judgeAt({ ...draft, consent })).toMatchObject({ endsHere: true, canSign: false })
    expect(judgeAt({ ...draft, consent: { ...consent, note: 'Để hỏi lại' } })?.canSign).toBe(true)
  })

  test('who is deferred gets a day ahead; none may be chosen, a day half typed is not signed', () => {
    const draft = { ...emptyDraft, answers: answerAllNo(form.items, {}), temperature: '38,4' }
    expect(judgeAt(draft)?.next).toEqual({ on: '2026-11-23', slot: 'morning' })
    expect(judgeAt({ ...draft, decided: 'contraindicated', differsBecause: 'x' })?.next).toBeNull()
    expect(judgeAt({ ...draft, next: null })).toMatchObject({ next: null, canSign: true })
    expect(judgeAt({ ...draft, next: { on: null, slot: 'morning' } })?.canSign).toBe(false)
    expect(judgeAt({ ...draft, next: { on: day('2026-11-22'), slot: 'morning' } })?.canSign).toBe(false)
  })

  test('a form of another age is not judged', () => {
    expect(judgeAt(emptyDraft, 5)).toBeNull()
  })
})

test('after a save comes the next below, at the end the first of the others', () => {
  const list = ['1', '2', '3'].map(visitId => ({ visitId }))
  expect(nextAfter(list, '2')?.visitId).toBe('3')
  expect(nextAfter(list, '3')?.visitId).toBe('1')
  expect(nextAfter([{ visitId: '1' }], '1')).toBeNull()
})
