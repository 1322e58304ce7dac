import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readScreeningForms } from '../../../../src/contract/screening-file'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { chooseForm, findAgeGaps } from '../../../../src/domain/screening/choose-form'
import { type Answers, completeAnswers, proposeConclusion } from '../../../../src/domain/screening/conclude'
import type { ScreeningForm } from '../../../../src/domain/screening/form'
import { type DraftScreening, screeningProblems } from '../../../../src/domain/screening/problems'

const folder = new URL('../../../../resources/screening/', import.meta.url)
const on = day('2026-11-22')
const files: readonly unknown[] = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
const forms = readScreeningForms(files, on)

function formNamed(id: string): ScreeningForm {
  const form = forms.find(candidate => candidate.id === id)
  if (!form) throw new Error(`no form ${id}`)
  return form
}

function answersOf(form: ScreeningForm, yes: Readonly<Record<string, string | null>> = {}): Answers {
  return Object.fromEntries(
    form.items.map(({ code }) => [code, { yes: code in yes, detail: yes[code] ?? null }]),
  )
}

const formA = formNamed('child-outside-hospital')
const twoMonths = 61
const well = { temperatureC: 36.8, weightKg: 5.4 }

describe('the forms that ship', () => {
  test.each([
    ['child-outside-hospital', 12, 38],
    ['child-in-hospital', 8, 38],
    ['newborn-in-hospital', 9, 37.5],
    ['newborn-outside-hospital', 13, 37.5],
    ['adult-outside-hospital', 7, 37.6],
    ['adult-in-hospital', 7, 37.6],
  ])('%s has %i items, fever from %f °C, and is not confirmed', (id, items, feverFromC) => {
    const form = formNamed(id)
    expect(form.items).toHaveLength(items)
    expect(form.limits.feverFromC).toBe(feverFromC)
    expect(form.confirmation).toBe('unconfirmed')
  })

  test.each([
    [0, 'newborn-outside-hospital', 'newborn-in-hospital'],
    [29, 'newborn-outside-hospital', 'newborn-in-hospital'],
    [30, 'child-outside-hospital', 'child-in-hospital'],
    [5843, 'child-outside-hospital', 'child-in-hospital'],
    [5844, 'adult-outside-hospital', 'adult-in-hospital'],
    [36_000, 'adult-outside-hospital', 'adult-in-hospital'],
  ])('at %i days: %s, in hospital %s', (ageDays, outside, inside) => {
    expect(chooseForm(forms, { ageDays, setting: 'outside-hospital', on })?.id).toBe(outside)
    expect(chooseForm(forms, { ageDays, setting: 'in-hospital', on })?.id).toBe(inside)
  })

  test('a missing form is a gap, named in days, and stops the load', () => {
    const without = files.filter(file => (file as { id: string }).id !== 'child-in-hospital')
    const left = forms.filter(form => form.id !== 'child-in-hospital')
    expect(findAgeGaps(left, 'in-hospital', on)).toEqual([{ fromDays: 30, toDays: 5843 }])
    expect(findAgeGaps([], 'in-hospital', on)).toEqual([{ fromDays: 0, toDays: null }])
    expect(() => readScreeningForms(without, on)).toThrow(
      'no in-hospital screening form from 30 to 5843 days',
    )
  })

  test('a file with a number left out, a code twice or an unknown field stops the load', () => {
    const [first, ...rest] = formA.items
    const changed = { ...formA, items: rest }
    const twice = { ...formA, items: formA.items.map(item => ({ ...item, code: first?.code ?? '' })) }
    expect(() => readScreeningForms([changed], on)).toThrow('not numbered')
    expect(() => readScreeningForms([twice], on)).toThrow('same code')
    expect(() => readScreeningForms([{ ...formA, note: 'x' }], on)).toThrow('note')
    expect(() => readScreeningForms([...files, formA], on)).toThrow('same version')
  })

  test('a newer version wins from its first day on', () => {
    const newer: ScreeningForm = { ...formA, version: '2027', validFrom: day('2027-01-01') }
    const who = { ageDays: twoMonths, setting: 'outside-hospital' } as const
    expect(chooseForm([newer, ...forms], { ...who, on: day('2026-12-31') })?.version).toBe('1575-2023')
    expect(chooseForm([newer, ...forms], { ...who, on: day('2027-01-01') })?.version).toBe('2027')
  })
})

describe('proposeConclusion', () => {
  test('everything "Không" and normal measurements: eligible', () => {
    expect(proposeConclusion(formA, answersOf(formA), well, twoMonths)).toEqual({
      conclusion: 'eligible',
      because: [],
    })
  })

  test.each([
    ['anaphylaxis-grade-3', 'contraindicated'],
    ['anaphylaxis-grade-2', 'refer-hospital'],
    ['acute-or-progressing-illness', 'deferred'],
    ['growing-reactions', 'deferred'],
    ['other', 'contraindicated'],
  ] as const)('form 1575, "Có" at %s: %s', (code, conclusion) => {
    expect(proposeConclusion(formA, answersOf(formA, { [code]: 'x' }), well, twoMonths)).toEqual({
      conclusion,
      because: [code],
    })
  })

  test.each([
    [35.5, 'deferred'],
    [35.6, 'eligible'],
    [37.9, 'eligible'],
    [38, 'deferred'],
  ] as const)('form 1575 at %f °C: %s', (temperatureC, conclusion) => {
    const vitals = { ...well, temperatureC }
    expect(proposeConclusion(formA, answersOf(formA), vitals, twoMonths).conclusion).toBe(conclusion)
  })

  test('37,6 °C is fever in a newborn and in an adult, not in a child of two months', () => {
    const vitals = { temperatureC: 37.6, weightKg: 3.2 }
    const at = (id: string, ageDays: number) =>
      proposeConclusion(formNamed(id), answersOf(formNamed(id)), vitals, ageDays).conclusion
    expect(at('newborn-outside-hospital', 1)).toBe('deferred')
    expect(at('adult-outside-hospital', 9000)).toBe('deferred')
    expect(at('child-outside-hospital', twoMonths)).toBe('eligible')
  })

  test.each([
    [1.999, 'deferred'],
    [2, 'eligible'],
    [null, 'eligible'],
  ] as const)('weight %s kg: %s', (weightKg, conclusion) => {
    const vitals = { ...well, weightKg }
    expect(proposeConclusion(formA, answersOf(formA), vitals, twoMonths).conclusion).toBe(conclusion)
  })

  test('the gravest decides, and only its items are named', () => {
    const answers = answersOf(formA, { 'anaphylaxis-grade-3': null, 'anaphylaxis-grade-2': null })
    const feverish = { ...well, temperatureC: 39 }
    expect(proposeConclusion(formA, answers, feverish, twoMonths)).toEqual({
      conclusion: 'contraindicated',
      because: ['anaphylaxis-grade-3'],
    })
    const referred = answersOf(formA, { 'anaphylaxis-grade-2': null, breathing: null })
    expect(proposeConclusion(formA, referred, well, twoMonths).conclusion).toBe('refer-hospital')
  })

  test('a measurement turns "Không" into "Có", never "Có" into "Không"', () => {
    const feverish = completeAnswers(formA, answersOf(formA), { ...well, temperatureC: 38.4 })
    expect(feverish.temperature).toEqual({ yes: true, detail: null })
    const said = completeAnswers(formA, answersOf(formA, { temperature: 'sốt đêm qua' }), well)
    expect(said.temperature).toEqual({ yes: true, detail: 'sốt đêm qua' })
  })

  test('a newborn under 2000 g whose mother is HBsAg (+) goes to hospital', () => {
    const form = formNamed('newborn-outside-hospital')
    const vitals = { temperatureC: 36.8, weightKg: 1.9 }
    expect(proposeConclusion(form, answersOf(form), vitals, 1).conclusion).toBe('deferred')
    const answers = answersOf(form, { 'small-and-mother-hbsag': null })
    expect(proposeConclusion(form, answers, vitals, 1).conclusion).toBe('refer-hospital')
  })

  test('a form of another age never concludes', () => {
    expect(() => proposeConclusion(formA, answersOf(formA), well, 12)).toThrow(RangeError)
  })
})

describe('screeningProblems', () => {
  const draft = (changes: Partial<DraftScreening> = {}): DraftScreening => ({
    ...well,
    answers: answersOf(formA),
    concluded: 'eligible',
    differsBecause: null,
    ...changes,
  })

  test('a full checklist can be signed', () => {
    expect(screeningProblems(formA, draft(), twoMonths)).toEqual([])
  })

  test('every item left out is named by its number, except what was measured', () => {
    const problems = screeningProblems(formA, draft({ answers: {} }), twoMonths)
    const numbers = problems.flatMap(problem =>
      problem.code === 'screening.unanswered' ? [problem.item] : [],
    )
    expect(numbers).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10, 12])
  })

  test('without a weight, its item wants an answer', () => {
    const problems = screeningProblems(formA, draft({ answers: {}, weightKg: null }), twoMonths)
    expect(problems).toContainEqual({
      code: 'screening.unanswered',
      item: 11,
      itemCode: 'weight-under-2000g',
    })
  })

  test.each([null, 31.9, 43.1, 368, 37.55])('a temperature of %s cannot be', temperatureC => {
    const codes = screeningProblems(formA, draft({ temperatureC }), twoMonths).map(problem => problem.code)
    expect(codes).toContain('screening.bad-temperature')
  })

  test.each([0.3, 251, -1])('a weight of %f kg cannot be', weightKg => {
    const codes = screeningProblems(formA, draft({ weightKg }), twoMonths).map(problem => problem.code)
    expect(codes).toContain('screening.bad-weight')
  })

  test('"Các chống chỉ định khác" wants words', () => {
    const answers = answersOf(formA, { other: '  ' })
    expect(screeningProblems(formA, draft({ answers, concluded: 'contraindicated' }), twoMonths)).toEqual([
      { code: 'screening.detail-missing', item: 12, itemCode: 'other' },
    ])
  })

  test('deciding otherwise wants a reason, in either direction', () => {
    const feverish = { temperatureC: 38.5 }
    expect(screeningProblems(formA, draft(feverish), twoMonths)).toEqual([{ code: 'reason.missing' }])
    expect(screeningProblems(formA, draft({ concluded: 'deferred' }), twoMonths)).toEqual([
      { code: 'reason.missing' },
    ])
    expect(
      screeningProblems(formA, draft({ ...feverish, differsBecause: 'đo lại 37,2' }), twoMonths),
    ).toEqual([])
  })

  test('a form of another age is refused before anything else', () => {
    expect(screeningProblems(formA, draft(), 3)).toEqual([{ code: 'screening.no-form' }])
  })
})
