import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCaseForm, readExpectedReactions } from '../../../../src/contract/aefi-file'
import { type CaseReport, reportClock, stateOf, stepRefusals } from '../../../../src/domain/aefi/aefi-case'
import { callDays } from '../../../../src/domain/aefi/call-days'
import { factProblems, isMoment, missingFacts } from '../../../../src/domain/aefi/case-form'
import { kitState } from '../../../../src/domain/aefi/emergency-kit'
import { expectedAfter } from '../../../../src/domain/aefi/expected-reactions'
import { day, type Instant } from '../../../../src/domain/calendar/calendar-day'
import { reactionKind } from '../../../../src/domain/session/reaction-sign'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../resources/aefi/${name}`, import.meta.url), 'utf8'))
const form = readCaseForm(read('case-form.json'))
const knownAt = '2026-11-22T01:00:00.000Z' as Instant
const knownMs = Date.parse(knownAt)
const report: CaseReport = {
  at: knownAt,
  by: 'phone',
  takenBy: null,
  byUserId: 'u',
  byName: 'Người thử',
  missing: [],
}
const untold = { knownAt, toldHealthDepartment: null, toldProvincialCdc: null }

describe('the report clock', () => {
  test('runs 24 hours from when the point knew, and is overdue a moment later', () => {
    const end = knownMs + 24 * 3_600_000
    expect(reportClock(untold, knownMs).leftMs).toBe(24 * 3_600_000)
    expect(reportClock(untold, end).isOverdue).toBe(false)
    expect(reportClock(untold, end + 1).isOverdue).toBe(true)
  })

  test('goes on until both have been told: one of two is not enough', () => {
    const half = { ...untold, toldProvincialCdc: report }
    expect(reportClock(half, knownMs).waiting).toEqual(['health-department'])
    expect(stateOf({ ...half, step: 'open' })).toBe('draft')
    const both = { ...half, toldHealthDepartment: report }
    expect(reportClock(both, knownMs).waiting).toEqual([])
    expect(stateOf({ ...both, step: 'open' })).toBe('reported')
  })
})

describe('the steps of a case', () => {
  const told = { toldHealthDepartment: report, toldProvincialCdc: report }
  const codes = (of: Parameters<typeof stepRefusals>[0], next: 'investigated' | 'closed', missing = 0) =>
    stepRefusals(of, next, missing).map(({ code }) => code)

  test('investigated needs both reports and a cause', () => {
    expect(codes({ ...untold, step: 'open', facts: {} }, 'investigated')).toEqual([
      'aefi.wrong-state',
      'aefi.cause-missing',
    ])
    const facts = { 'cause-class': 'coincidental' }
    expect(codes({ ...told, step: 'open', facts }, 'investigated', 5)).toEqual([])
  })

  test('closed needs every critical value and an outcome that is an end', () => {
    const facts = { 'cause-class': 'product', outcome: 'recovering' }
    expect(codes({ ...told, step: 'investigated', facts }, 'closed', 2)).toEqual([
      'aefi.incomplete',
      'aefi.outcome-open',
    ])
    const ended = { ...facts, outcome: 'recovered' }
    expect(codes({ ...told, step: 'investigated', facts: ended }, 'closed')).toEqual([])
    expect(codes({ ...told, step: 'open', facts: ended }, 'closed')).toEqual(['aefi.wrong-state'])
  })
})

describe('the form of a case', () => {
  test('has the 25 core variables of WHO, 13 of them critical', () => {
    expect(form.fields.filter(({ core }) => core !== null)).toHaveLength(25)
    expect(form.fields.filter(({ critical }) => critical)).toHaveLength(13)
    expect(form.confirmation).toBe('unverified')
  })

  test('a file without one of the 25 is refused', () => {
    const fields = form.fields.filter(({ code }) => code !== 'onset')
    expect(() => readCaseForm({ ...form, fields })).toThrow('25 core variables')
  })

  test('what is missing is named for each dose; death is asked for only when somebody died', () => {
    const of = { facts: {}, doseFacts: { a: { 'lot-number': 'X1' } }, doseIds: ['a', 'b'] }
    const lots = missingFacts(form, of).filter(({ code }) => code === 'lot-number')
    expect(lots).toEqual([{ code: 'lot-number', doseId: 'b', critical: true }])
    const codes = (outcome: string) =>
      missingFacts(form, { facts: { outcome }, doseFacts: {}, doseIds: [] }).map(({ code }) => code)
    expect(codes('recovered')).not.toContain('death-date')
    expect(codes('died')).toContain('death-date')
  })

  test('blank text is missing', () => {
    const missing = missingFacts(form, { facts: { 'patient-name': '  ' }, doseFacts: {}, doseIds: [] })
    expect(missing.map(({ code }) => code)).toContain('patient-name')
  })

  test('values that are not of their kind are named; an emptied one is allowed', () => {
    const facts = { 'birth-date': '2026-02-30', sex: 'boy', onset: '2026-11-22 25:00', serious: 'death,x' }
    expect(factProblems(form, { ...facts, unknown: '1', outcome: '' }, 'case')).toEqual([
      'birth-date',
      'sex',
      'onset',
      'serious',
      'unknown',
    ])
    expect(['2026-11-22', '2026-11-22 07:05', '2026-11-22T07:05'].map(isMoment)).toEqual([true, true, false])
  })
})

describe('the class of a reaction', () => {
  const noted = {
    kind: 'common' as const,
    signs: ['fever'],
    temperatureC: 38.9,
    outcome: 'observing' as const,
  }

  test('a severe sign is severe whatever it was called', () => {
    expect(reactionKind({ ...noted, signs: ['fever', 'convulsion'] })).toBe('severe')
    expect(reactionKind({ ...noted, outcome: 'died' })).toBe('severe')
  })

  test('fever of 39 °C is no longer common', () => {
    expect(reactionKind(noted)).toBe('common')
    expect(reactionKind({ ...noted, temperatureC: 39 })).toBe('other')
  })
})

describe('the emergency box', () => {
  const item = { code: 'adrenaline', name: { vi: 'Adrenalin', en: 'Adrenaline' }, needed: 5, expires: true }
  const on = day('2026-11-22')
  const state = (count: number, expiresOn: string | null) =>
    kitState(item, { count, expiresOn: expiresOn === null ? null : day(expiresOn) }, on, 60)

  test('says what is wrong with an item; the day of expiry still counts', () => {
    expect(kitState(item, null, on, 60)).toBe('never-checked')
    expect(state(4, '2028-01-01')).toBe('short')
    expect(state(5, '2026-11-21')).toBe('expired')
    expect(state(5, '2026-11-22')).toBe('expires-soon')
    expect(state(5, '2027-01-21')).toBe('expires-soon')
    expect(state(5, '2027-01-22')).toBe('fine')
    expect(state(5, null)).toBe('no-expiry')
  })
})

describe('expected reactions', () => {
  const expected = readExpectedReactions(read('expected-reactions.json'))
  const codes = (antigens: readonly string[], live = false) =>
    expectedAfter(expected, { antigens, live }).map(({ code }) => code)

  test('five-in-one is not tetanus', () => {
    expect(codes(['Diphtheria', 'Tetanus', 'Pertussis', 'HepB', 'Hib'])).toEqual(['hepb', 'dtp', 'hib'])
    expect(codes(['Tetanus', 'Diphtheria'])).toEqual(['tetanus'])
  })

  test('only the living polio vaccine is OPV', () => {
    expect(codes(['Polio'], true)).toEqual(['opv'])
    expect(codes(['IPV', 'Polio'], false)).toEqual([])
  })
})

describe('whom to call today', () => {
  test.each([
    ['2026-11-25', '2026-11-24', '2026-11-24'],
    ['2026-11-23', '2026-11-20', '2026-11-22'],
    ['2026-11-22', '2026-11-20', '2026-11-21'],
  ])('on %s: from %s to %s', (today, from, to) => {
    expect(callDays(day(today))).toEqual({ from, to })
  })
})
