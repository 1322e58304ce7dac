import { describe, expect, test } from 'vitest'
import { readScreeningRules } from '../../../../src/contract/screening-rules-file'
import { addDays, day } from '../../../../src/domain/calendar/calendar-day'
import { heldBack, type VaccineHold } from '../../../../src/domain/screening/hold'
import { judge, newborn, type Setting, treatment, woman, yes } from './judge-case'
import { cases } from './rule-cases'
import { forms, rules, rulesText, today, vaccine } from './screening-files'

describe('rules about single vaccines', () => {
  test.each(cases)('$rule when $why', ({ rule, when, held, free, conclusion, until }) => {
    const { holds } = judge(when)
    const own = holds.filter(({ reasonCode }) => reasonCode === rule)
    expect(own).toMatchObject([{ conclusion, until, overriddenBecause: null }])
    const back = (code: string) => heldBack({ perVaccine: own }, vaccine(code), today)?.reasonCode ?? null
    expect(held.map(back)).toEqual(held.map(() => rule))
    expect(free.map(back)).toEqual(free.map(() => null))
  })

  test.each(cases)('$rule says nothing where that is not so ($why)', ({ rule, not }) => {
    expect(judge(not).holds.map(({ reasonCode }) => reasonCode)).not.toContain(rule)
  })

  test('every rule that ships has a case here, a source and a state', () => {
    expect([...new Set(cases.map(({ rule }) => rule))].toSorted()).toEqual(
      rules.rules.map(({ code }) => code).toSorted(),
    )
    for (const { source, confirmation } of rules.rules) {
      expect(source).not.toBe('')
      expect(confirmation).toBe('unconfirmed')
    }
  })
})

describe('what a cause does to the conclusion of the visit', () => {
  const conclusions = [
    { what: 'no cause', causes: [], conclusion: 'deferred' },
    { what: 'immunoglobulin', causes: [{ code: 'immunoglobulin' }], conclusion: 'eligible' },
    { what: 'HBIG, which is excepted', causes: [{ code: 'hbig' }], conclusion: 'eligible' },
    { what: 'chemotherapy', causes: [{ code: 'chemo-radiotherapy' }], conclusion: 'deferred' },
    {
      what: 'immunoglobulin and chemotherapy',
      causes: [{ code: 'immunoglobulin' }, { code: 'chemo-radiotherapy' }],
      conclusion: 'deferred',
    },
    { what: 'a cause of another item', causes: [{ code: 'single-vaccine' }], conclusion: 'deferred' },
  ]
  test.each(conclusions)('$what under treatment: $conclusion', ({ causes, conclusion }) => {
    expect(judge({ yes: yes(treatment, ...causes) }).proposal.conclusion).toBe(conclusion)
  })

  test('anaphylaxis without a component contraindicates everything, with one only that', () => {
    const item = 'anaphylaxis-grade-3'
    const none = { code: 'component-anaphylaxis' }
    expect(judge({ yes: yes(item, none) }).proposal.conclusion).toBe('contraindicated')
    const named = { ...none, antigens: ['Pertussis'] }
    expect(judge({ yes: yes(item, named) }).proposal.conclusion).toBe('eligible')
    expect(judge({ yes: { ...yes(item, named), ...yes('breathing') } }).proposal).toEqual({
      conclusion: 'deferred',
      because: ['breathing'],
    })
  })
})

describe('what an earlier screening said', () => {
  const deferred = judge({ yes: yes(treatment, { code: 'immunoglobulin', on: '2026-11-20' }) }).holds

  test('still holds a month later without being asked again, and not when its day has come', () => {
    const later = { on: addDays(today, 30), previous: deferred }
    expect(judge({ facts: later }).holds).toEqual(deferred)
    expect(judge({ facts: { on: day('2027-02-20'), previous: deferred } }).holds).toEqual([])
  })

  test('holds no longer once a signer overrode it, and what ended a whole visit is decided anew', () => {
    const [hold] = deferred
    if (!hold) throw new Error('nothing was deferred')
    const overridden = { ...hold, overriddenBecause: 'Bác sĩ chuyên khoa đồng ý' }
    expect(judge({ facts: { previous: [overridden] } }).holds).toEqual([])
    expect(judge({ facts: { previous: [{ ...hold, reasonCode: 'visit-deferred' }] } }).holds).toEqual([])
  })

  test('the same reason again is one line, with all its components', () => {
    const cause = (antigen: string) => yes('other', { code: 'single-vaccine', antigens: [antigen] })
    const previous = judge({ yes: cause('JE') }).holds
    const { holds } = judge({ facts: { previous }, yes: cause('Rabies') })
    expect(holds).toMatchObject([{ scope: { antigens: ['Rabies', 'JE'] } }])
  })

  test('a weight that was too low holds nothing once it is not', () => {
    const small = { weightKg: 1.9, motherHbsag: 'negative' } as const
    const at = { form: 'newborn-in-hospital', facts: newborn }
    const previous = judge({ ...at, vitals: small }).holds
    expect(previous).toHaveLength(1)
    const grown = { ...small, weightKg: 2.1 }
    expect(judge({ ...at, facts: { ...newborn, previous }, vitals: grown }).holds).toEqual([])
  })
})

test('an override needs words; with them it holds nothing back', () => {
  const asked = { yes: yes('had-intussusception') }
  const reasonCode = 'rotavirus-intussusception'
  const [blank] = judge({ ...asked, overrides: [{ reasonCode, because: '  ' }] }).holds
  expect(blank?.overriddenBecause).toBeNull()
  const { holds } = judge({ ...asked, overrides: [{ reasonCode, because: 'Nhầm với bệnh khác' }] })
  expect(heldBack({ perVaccine: holds }, vaccine('ROTARIX'), today)).toBeNull()
})

test('questions are asked of whom they concern, and not where the form or the record answers', () => {
  const asked = (setting: Setting) => judge(setting).questions.map(({ code }) => code)
  expect(asked({})).toEqual(['had-intussusception', 'mother-has-hiv'])
  expect(asked({ facts: { alerts: ['intussusception', 'mother-hiv'] } })).toEqual([])
  expect(asked({ facts: { birthDate: day('2025-01-01') } })).toEqual([])
  expect(asked({ form: 'newborn-outside-hospital', facts: newborn })).toEqual(['had-intussusception'])
  const adult = { form: 'adult-outside-hospital', vitals: { weightKg: 54 } }
  expect(asked({ ...adult, facts: woman })).toEqual(['is-pregnant'])
  expect(asked({ ...adult, facts: { ...woman, sex: 'male' } })).toEqual([])
  expect(asked({ ...adult, form: 'pregnant-outside-hospital', facts: woman })).toEqual([])
})

test('the gravest holds, and the longest of the same kind', () => {
  const hold = (reasonCode: string, changes: Partial<VaccineHold>): VaccineHold => ({
    scope: { kind: 'all' },
    conclusion: 'deferred',
    until: null,
    reasonCode,
    reason: '',
    overriddenBecause: null,
    ...changes,
  })
  const short = hold('short', { until: day('2026-12-01') })
  const long = hold('long', { until: day('2027-01-01') })
  const never = hold('never', { conclusion: 'contraindicated' })
  const back = (perVaccine: readonly VaccineHold[] | null, on = today) =>
    heldBack({ perVaccine }, vaccine('SII_PENTA'), on)?.reasonCode ?? null
  expect(back([short, long])).toBe('long')
  expect(back([short, never, long])).toBe('never')
  expect(back([short], day('2026-11-30'))).toBe('short')
  expect(back([short], day('2026-12-01'))).toBeNull()
  expect(back(null)).toBeNull()
})

describe('a file of rules that does not fit is refused', () => {
  const changed = (change: (file: Record<string, unknown[]>) => void) => {
    const file = structuredClone(rulesText) as Record<string, unknown[]>
    change(file)
    return () => readScreeningRules(file, forms)
  }
  const faults: readonly (readonly [string, (file: Record<string, unknown[]>) => void])[] = [
    ['a rule twice', file => file.rules?.push(file.rules[0])],
    [
      'a rule of an unknown cause',
      file => Object.assign(file.rules?.[0] ?? {}, { when: [{ by: 'cause', code: 'none' }] }),
    ],
    ['a cause under an item no form has', file => Object.assign(file.causes?.[0] ?? {}, { under: ['none'] })],
    [
      'a cause that leads nowhere',
      file => file.causes?.push({ ...(file.causes[0] as object), code: 'idle' }),
    ],
    ['an item left to the rules of which none speaks', file => file.rules?.splice(6, 2)],
    [
      'a span nobody can read',
      file => Object.assign(file.rules?.[3] ?? {}, { until: { kind: 'after', span: 'soon' } }),
    ],
  ]
  test.each(faults)('%s', (_what, change) => {
    expect(changed(change)).toThrow()
    expect(changed(() => {})).not.toThrow()
  })
})
