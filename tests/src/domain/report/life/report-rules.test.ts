import { describe, expect, test } from 'vitest'
import type { CalendarDay, Instant } from '../../../../../src/domain/calendar/calendar-day'
import { dueReports, type KnownVersion } from '../../../../../src/domain/report/life/due-reports'
import { deadlineOf } from '../../../../../src/domain/report/life/report-deadline'
import { differenceOf } from '../../../../../src/domain/report/life/report-difference'
import {
  isExplained,
  mayStep,
  nextVersion,
  openVersion,
  reportSteps,
  standingVersion,
  withReasons,
} from '../../../../../src/domain/report/life/report-steps'
import { reportStates } from '../../../../../src/domain/report/report-record'
import { counted, form } from './hand-made'

const at = (text: string) => text as Instant
const on = (text: string) => text as CalendarDay

describe('deadlines, in Vietnam time', () => {
  test.each([
    // Before the 3rd: until the 2nd is over.
    [{ kind: 'before-day-after', day: 3, month: null }, '2026-10', '2026-11-02T17:00:00.000Z'],
    [{ kind: 'before-day-after', day: 3, month: null }, '2026-12', '2027-01-02T17:00:00.000Z'],
    [{ kind: 'before-day-after', day: 13, month: 1 }, '2026', '2027-01-12T17:00:00.000Z'],
    // The plan of a year, due in a month of its own.
    [{ kind: 'before-day-after', day: 31, month: 2 }, '2026', '2027-02-28T17:00:00.000Z'],
    [{ kind: 'same-day', before: '17:00' }, '2026-11-22', '2026-11-22T10:00:00.000Z'],
    [{ kind: 'none' }, '2026-10', null],
  ] as const)('%j of %s', (rule, period, expected) => {
    expect(deadlineOf(rule, period, null)).toBe(expected)
  })

  test('a severe case is due 24 hours after the point came to know of it', () => {
    const known = at('2026-11-22T03:30:00.000Z')
    expect(deadlineOf({ kind: 'hours-after', hours: 24 }, 'case', known)).toBe('2026-11-23T03:30:00.000Z')
    expect(deadlineOf({ kind: 'hours-after', hours: 24 }, 'case', null)).toBeNull()
  })
})

describe('what is owed', () => {
  const none = { campaignDays: [], cases: [] }
  const now = { startedOn: on('2026-09-10'), today: on('2026-11-02'), at: at('2026-11-02T16:59:59.999Z') }
  const version = (period: string, state: KnownVersion['state'], number = 1): KnownVersion => ({
    id: `${period}-${number}`,
    formId: form.id,
    period,
    basis: 'place',
    version: number,
    state,
    voided: false,
  })

  test('months that are over since the point began, the first deadline first', () => {
    expect(dueReports([form], [], none, now)).toEqual([
      {
        key: { formId: form.id, period: '2026-09', basis: 'place' },
        dueAt: '2026-10-02T17:00:00.000Z',
        isLate: true,
        state: null,
      },
      {
        key: { formId: form.id, period: '2026-10', basis: 'place' },
        dueAt: '2026-11-02T17:00:00.000Z',
        isLate: false,
        state: null,
      },
    ])
    const later = dueReports([form], [], none, { ...now, at: at('2026-11-02T17:00:00.000Z') })
    expect(later.map(({ isLate }) => isLate)).toEqual([true, true])
  })

  test('a sent report is owed no more, a signed one is, a refused one is again, and says how far its amendment is', () => {
    const states = (known: readonly KnownVersion[]) =>
      dueReports([form], [version('2026-09', 'accepted'), ...known], none, now).map(({ state }) => state)
    expect(states([version('2026-10', 'sent')])).toEqual([])
    expect(states([version('2026-10', 'signed')])).toEqual(['signed'])
    expect(states([version('2026-10', 'refused')])).toEqual(['refused'])
    expect(states([version('2026-10', 'refused'), version('2026-10', 'checked', 2)])).toEqual(['checked'])
    expect(states([{ ...version('2026-10', 'sent'), voided: true }])).toEqual([null])
  })

  test('a form that was not in force for a month is not owed for it', () => {
    const young = { ...form, validFrom: on('2026-10-01') }
    expect(dueReports([young], [], none, now).map(({ key }) => key.period)).toEqual(['2026-10'])
  })

  test('campaign days and severe cases have their own', () => {
    const day = {
      ...form,
      id: 'day',
      period: 'day',
      deadline: { kind: 'same-day', before: '17:00' },
    } as const
    const case24 = {
      ...form,
      id: 'case',
      period: 'case',
      deadline: { kind: 'hours-after', hours: 24 },
    } as const
    const occasions = {
      campaignDays: [on('2026-11-02')],
      cases: [{ caseId: 'c1', knownAt: at('2026-11-02T01:00:00.000Z') }],
    }
    const due = dueReports([day, case24], [], occasions, now)
    expect(due.map(({ key, dueAt, isLate }) => [key.period, dueAt, isLate])).toEqual([
      ['2026-11-02', '2026-11-02T10:00:00.000Z', true],
      ['c1', '2026-11-03T01:00:00.000Z', false],
    ])
  })
})

describe('steps', () => {
  test('which step from which state', () => {
    const table = Object.fromEntries(
      reportStates.map(state => [state, reportSteps.filter(step => mayStep(state, step)).join(' ')]),
    )
    expect(table).toEqual({
      draft: 'enter check withdraw',
      checked: 'enter check sign withdraw',
      signed: 'send amend withdraw',
      sent: 'send answer amend withdraw',
      accepted: 'answer amend withdraw',
      refused: 'answer amend withdraw',
    })
  })

  test('the open version, the one that holds, and the next number', () => {
    const versions = [
      { id: 'a', version: 1, state: 'sent', voided: false },
      { id: 'b', version: 2, state: 'signed', voided: true },
      { id: 'c', version: 3, state: 'draft', voided: false },
    ] as const
    expect(standingVersion(versions)?.id).toBe('a')
    expect(openVersion(versions)?.id).toBe('c')
    expect(nextVersion(versions)).toBe(4)
    expect(nextVersion([])).toBe(1)
  })

  test('a reason stands while its numbers do, and is asked for again when they moved', () => {
    const cell = { sectionId: 'results', rowId: 'bcg', columnId: 'share' }
    const finding = {
      code: 'share-over-hundred',
      severity: 'look',
      cell,
      found: 110,
      expected: 100,
      reason: null,
    } as const
    const key = 'share-over-hundred results/bcg/share'
    const explained = withReasons([finding], [], [{ key, reason: 'Trẻ vãng lai' }])
    expect(isExplained(explained)).toBe(true)
    expect(withReasons([finding], explained, [])).toEqual(explained)
    expect(isExplained(withReasons([{ ...finding, found: 120 }], explained, []))).toBe(false)
    expect(isExplained(withReasons([finding], explained, [{ key, reason: ' ' }]))).toBe(false)
  })
})

describe('the difference of two versions', () => {
  const before = counted({ bcg: [20, 3, 3, 30, 29, 145, 0, 5, 3], mr: [20, 1, 1, 9, 9, 45, 0, 5, 1] })
  const after = counted({ bcg: [20, 4, 4, 31, 30, 150, 0, 5, 4], mr: [20, 1, 1, 9, 9, 45, 0, 5, 1] })
  const names = { 'results/bcg/given': ['d1', 'd2', 'd3'], 'results/mr/given': ['d4'] }

  test('names the cells, and who came and went', () => {
    const later = { 'results/bcg/given': ['d1', 'd2', 'd3', 'd9'], 'results/mr/given': ['d5'] }
    const found = differenceOf(form, { counted: before, names }, { counted: after, names: later })
    expect(found.map(({ cell: { rowId, columnId } }) => `${rowId}/${columnId}`)).toEqual([
      'bcg/given',
      'bcg/valid',
      'bcg/given-year',
      'bcg/valid-year',
      'bcg/share',
      'bcg/all',
      'mr/given',
    ])
    expect(found[0]).toEqual({
      cell: { sectionId: 'results', rowId: 'bcg', columnId: 'given' },
      before: 3,
      after: 4,
      added: ['d9'],
      removed: [],
    })
    // One dose less and another one more: the number hides what the names show.
    expect(found.at(-1)).toMatchObject({ before: 1, after: 1, added: ['d5'], removed: ['d4'] })
  })

  test('nothing differs from itself; names that were not kept are not guessed', () => {
    expect(differenceOf(form, { counted: before, names }, { counted: before, names })).toEqual([])
    const [first] = differenceOf(form, { counted: before, names: null }, { counted: after, names })
    expect(first).toMatchObject({ before: 3, after: 4, added: null, removed: null })
  })

  test('a row that is only in one of them', () => {
    const found = differenceOf(
      form,
      { counted: counted({}), names: null },
      { counted: counted({ mr: [null, 1] }), names: null },
    )
    expect(found).toMatchObject([{ cell: { rowId: 'mr', columnId: 'given' }, before: null, after: 1 }])
  })
})
