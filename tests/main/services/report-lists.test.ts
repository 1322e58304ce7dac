import { describe, expect, test } from 'vitest'
import { noteCaseReport, saveCaseFacts } from '../../../src/contract/aefi-calls'
import { getProgrammeReport, listProgrammeNames } from '../../../src/contract/handbook-list-calls'
import { startJob } from '../../../src/contract/job-calls'
import { getReport, type ReportTable } from '../../../src/contract/report-calls'
import { recordResidence } from '../../../src/contract/residence-calls'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { Month } from '../../../src/domain/report/count-programme'
import { isShare } from '../../../src/domain/report/count-programme'
import type { CellValue } from '../../../src/domain/report/counted-report'
import type { ReportKey } from '../../../src/domain/report/report-form'
import {
  antenatalVisit,
  birth,
  childCheck,
  handedOut,
  newborn,
  note,
  pregnancy,
} from '../../helpers/handbook-records'
import type { TestPoint } from '../../helpers/test-point'
import { afterSevere } from './after-setting'
import { child, dayMs, mother, on, openReadyPoint, register, stockLot } from './ready-point'
import { cell, count, names, noteDose } from './report-setting'

const keyOf = (formId: string, period: string, basis: ReportKey['basis'] = 'place'): ReportKey => ({
  formId,
  period,
  basis,
})

/** The answer to a question. */
function answer({ counted }: ReportTable, sectionId: string, questionId: string): CellValue | undefined {
  const section = counted?.sections.find(({ id }) => id === sectionId)
  return section?.rows.find(({ id }) => id === questionId)?.cells[0]
}

/** A draft in which this was entered. */
function enter(point: TestPoint, key: ReportKey, entered: Record<string, CellValue>): void {
  note(point, 'report', {
    ...key,
    ...{ formVersion: 'draft-1', version: 1, amends: null, amendReason: null, state: 'draft', entered },
    ...{ findings: [], counted: null, frozenNames: null, madeByUserId: null, checkedByName: null },
    ...{ checkedAt: null, signedByName: null, signedAt: null, sentAt: null, sentBy: null },
    ...{ answeredAt: null, answer: null },
  })
}

describe('severe events', () => {
  test('the month lists the case with what its form says; every cell opens to the case', async () => {
    const { point, caseId, first } = afterSevere()
    const key = keyOf('aefi-month', '2026-11')
    const report = await count(point, key)
    expect(cell(report, caseId, 'patient-name')).toBe('Nguyễn Thị Ánh Ngọc')
    expect(cell(report, caseId, 'birth-date')).toEqual({ day: '2026-09-15' })
    expect(cell(report, caseId, 'lot-number')).toBe('PTA-12/26')
    expect(cell(report, caseId, 'sex')).toBe('Nữ')
    expect(cell(report, caseId, 'onset', 'events')).toBe('22/11/2026 08:12')
    expect(cell(report, caseId, 'told-provincial-cdc', 'events')).toBeNull()
    const behind = names(point, key, { sectionId: 'events', rowId: caseId, columnId: 'event' })
    expect(behind).toMatchObject({ total: 1, sum: 1, lines: [{ noun: 'aefi-case', recordId: caseId }] })
    expect(behind.lines[0]?.hit?.personId).toBe(first)
    expect((await count(point, keyOf('aefi-month', '2026-10'))).counted?.sections[0]?.rows).toEqual([])
  })

  test('the report of one case is what its form holds at the moment, and each of its doses', async () => {
    const { point, caseId, doseId } = afterSevere()
    point.done(saveCaseFacts, { caseId, facts: { diagnosis: 'Phản vệ độ II' }, doseFacts: {}, reason: null })
    point.done(noteCaseReport, { caseId, to: 'provincial-cdc', at: null, by: 'phone', takenBy: null })
    const key = keyOf('aefi-case', caseId)
    const report = await count(point, key)
    expect(answer(report, 'event', 'diagnosis')).toBe('Phản vệ độ II')
    expect(answer(report, 'patient', 'birth-date')).toEqual({ day: '2026-09-15' })
    expect(answer(report, 'report', 'told-provincial-cdc')).toBe('08:12 22/11/2026')
    expect(answer(report, 'report', 'told-health-department')).toBeNull()
    expect(cell(report, doseId, 'vaccination-date', 'vaccine')).toEqual({ day: '2026-11-22' })
    expect(names(point, key, { sectionId: 'event', rowId: 'diagnosis', columnId: 'answer' }).sum).toBe(1)
  })
})

test('reactions of the month stand by vaccine, in the columns of what was seen, and open to their doses', async () => {
  const point = openReadyPoint()
  const personId = register(point)
  const doseId = noteDose(point, personId, 'SII_PENTA', '2026-11-16')
  noteDose(point, personId, 'BOPV_POLYVAC', '2026-11-16')
  const reactionId = note(point, 'reaction', {
    ...{ personId, visitId: null, doseIds: [doseId], kind: 'other', signs: ['fever', 'local-swelling'] },
    ...{ onsetAt: '2026-11-17T02:00:00.000Z' as Instant, temperatureC: 39.2, treatment: null },
    ...{ outcome: 'recovered', note: null },
  })
  const key = keyOf('reactions-month', '2026-11')
  const report = await count(point, key)
  const columns = [
    'doses',
    'with-reaction',
    'share',
    'fever-below-39',
    'fever-from-39',
    'local',
    'other',
    'severe',
  ]
  const rowOf = (code: string) => columns.map(column => cell(report, code, column))
  expect(rowOf('SII_PENTA')).toEqual([1, 1, 100, 0, 1, 1, 0, 0])
  expect(rowOf('BOPV_POLYVAC')).toEqual([1, 0, 0, 0, 0, 0, 0, 0])
  const of = { sectionId: 'reactions', rowId: 'SII_PENTA', columnId: 'fever-from-39' }
  expect(names(point, key, of)).toMatchObject({ sum: 1, lines: [{ noun: 'reaction', recordId: reactionId }] })
})

test('the book of a year has a line for each child, the day of each dose, what does not count, and who left', async () => {
  const point = openReadyPoint()
  const first = register(point, { birthDate: on('2026-01-10') })
  const second = register(point, {
    name: 'Lê Văn Thử',
    birthDate: on('2026-03-05'),
    sex: 'male',
    relatives: [],
  })
  register(point, { name: 'Phạm Thị Mẫu', birthDate: on('2025-12-31'), relatives: [] })
  noteDose(point, first, 'SII_PENTA', '2026-02-01') // three weeks old: too early
  noteDose(point, first, 'SII_PENTA', '2026-03-15')
  const bcg = noteDose(point, second, 'BCG_IVAC', '2026-03-01', { accuracy: 'month', isElsewhere: true })
  const dpt = noteDose(point, second, 'SII_PENTA', '2026-05-06')
  const gone = { personId: second, state: 'moved-out', on: on('2026-10-01'), until: null } as const
  point.done(recordResidence, { ...gone, reason: null, otherPlace: null, note: null })
  const key = keyOf('register-year', '2026', 'residence')
  const report = await count(point, key)
  expect(report.counted?.sections[0]?.rows.map(({ id }) => id)).toEqual([first, second])
  expect(cell(report, first, 'dpt-1', 'under-1')).toEqual({ day: '2026-03-15' })
  expect(cell(report, first, 'dpt-2', 'under-1')).toBeNull()
  expect(cell(report, first, 'parent')).toBe(mother().name)
  expect(cell(report, second, 'bcg')).toBe('03/2026')
  expect(cell(report, second, 'note')).toBe('Chuyển đi 01/10/2026')
  const opened = names(point, key, { sectionId: 'under-1', rowId: second, columnId: 'dpt-1' })
  expect(opened.lines).toMatchObject([{ noun: 'dose', recordId: dpt, on: '2026-05-06' }])
  expect(names(point, key, { sectionId: 'children', rowId: second, columnId: 'bcg' }).lines).toMatchObject([
    { recordId: bcg },
  ])
})

test('a plan: needs follow from targets, months and quarters add up, what is on hand is the ledger; no target, no need', async () => {
  const point = openReadyPoint()
  stockLot(point, { vaccineCode: 'BCG_IVAC', doses: 40 })
  register(point, { birthDate: on('2026-04-30') })
  const key = keyOf('annual-plan', '2027')
  const before = await count(point, key)
  expect(cell(before, 'bcg', 'year', 'vaccines')).toBeNull()
  expect(cell(before, 'bcg', 'on-hand', 'vaccines')).toBe(40)
  expect(cell(before, 'age-1', 'known', 'targets')).toBe(1)
  expect(cell(before, 'under-1', 'known', 'targets')).toBeNull()
  enter(point, key, { 'targets/under-1/people': 105, 'targets/under-1/target': 101 })
  const after = point.done(getReport, { key })
  // 101 children, one dose, factor 2; 101 × 3 × 1.1 = 333.3
  expect(cell(after, 'bcg', 'year', 'vaccines')).toBe(202)
  expect(cell(after, 'bcg', 'request', 'vaccines')).toBe(162)
  expect(cell(after, 'penta', 'year', 'vaccines')).toBe(334)
  expect(cell(after, 'mr', 'year', 'vaccines')).toBeNull()
  expect(cell(after, 'under-1', 'share', 'targets')).toBe(96.2)
  // 101 BCG doses and a tenth more; vials of ten: 202 + 152 measles doses for 10 each, a tenth more.
  expect(cell(after, 'syringe-01', 'year', 'supplies')).toBe(112)
  expect(cell(after, 'syringe-5', 'year', 'supplies')).toBe(39)
  const numbers = (prefix: string, of: number) =>
    Array.from({ length: of }, (_, at) =>
      Number(cell(after, 'penta', `${prefix}-${at + 1}`, prefix === 'month' ? 'months' : 'vaccines')),
    )
  const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0)
  expect([sum(numbers('month', 12)), sum(numbers('quarter', 4))]).toEqual([334, 334])
  expect(sum(numbers('month', 12).slice(0, 3))).toBe(numbers('quarter', 4)[0])
  expect(names(point, key, { sectionId: 'vaccines', rowId: 'bcg', columnId: 'on-hand' })).toMatchObject({
    sum: 40,
    lines: [{ noun: 'movement', quantity: 40 }],
  })
  const counted = await count(point, key)
  expect(counted.counted).toEqual(after.counted)
})

test('the handbook programme counts here what it counts on its own screen, and opens to the same names', async () => {
  const point = openReadyPoint()
  const woman = { kind: 'woman', name: 'Người Thứ Nhất', birthDate: on('1995-05-05') } as const
  const personId = note(point, 'person', child(woman))
  note(point, 'handbook', handedOut(personId, on('2026-11-03')))
  const pregnancyId = note(point, 'pregnancy', pregnancy(personId, { enrolledOn: on('2026-11-02') }))
  note(point, 'antenatal-visit', antenatalVisit(personId, pregnancyId, on('2026-11-02')))
  const birthId = note(point, 'birth', birth(personId, on('2026-11-20'), { pregnancyId }))
  const baby = note(point, 'person', child({ birthDate: on('2026-11-20') }))
  note(point, 'newborn', newborn(birthId, baby, on('2026-11-20'), { weightG: 2300 }))
  note(point, 'child-check', childCheck(baby, on('2026-11-21')))
  const key = keyOf('handbook-month', '2026-11', 'residence')
  const report = await count(point, key)
  const until = '2026-11' as Month
  point.done(startJob, { job: { name: 'handbook.report', until } })
  await point.ended('handbook.report')
  const { rows } = point.done(getProgrammeReport, { until, communeCode: null })
  const rules = new Map(point.ports.resources.programme.form.rows.map(({ id, rule }) => [id, rule]))
  expect(rows.filter(({ byMonth }) => (byMonth.at(-1)?.counted ?? 0) > 0).length).toBeGreaterThan(5)
  for (const { id, byMonth } of rows) {
    const rule = rules.get(id)
    const own = byMonth.at(-1)
    expect([id, cell(report, id, 'counted')]).toEqual([id, own?.counted])
    expect([id, cell(report, id, 'all')]).toEqual([id, rule && isShare(rule) ? own?.of : null])
    for (const columnId of ['counted', 'all'] as const) {
      if (cell(report, id, columnId) === null) continue
      const here = names(point, key, { sectionId: 'programme', rowId: id, columnId })
      const which = columnId === 'all' ? 'all' : 'counted'
      const there = point.done(listProgrammeNames, {
        cell: { until, rowId: id, month: until, communeCode: null, which },
        ...{ offset: 0, limit: 200 },
      })
      expect(here.sum).toBe(cell(report, id, columnId))
      expect(here.lines.map(({ hit }) => hit?.personId).toSorted()).toEqual(
        there.lines.map(({ hit }) => hit.personId).toSorted(),
      )
    }
  }
})

test('the roll-out proposes what the program knows, and what a person says stands instead', async () => {
  const point = openReadyPoint()
  const personId = register(point)
  register(point, { name: 'Lê Văn Thử', birthDate: on('2024-01-01'), sex: 'male', relatives: [] })
  point.moveClock(dayMs)
  noteDose(point, personId, 'SII_PENTA', '2026-11-20')
  const key = keyOf('roll-out', '2026-11')
  const report = await count(point, key)
  expect(answer(report, 'progress', 'people')).toBe(2)
  expect(answer(report, 'progress', 'infants')).toBe(1)
  expect(answer(report, 'readiness', 'accounts')).toBe(1)
  expect(answer(report, 'readiness', 'computer')).toBeNull()
  for (const rowId of ['people', 'infants', 'doses', 'suspected-duplicates'])
    expect([rowId, names(point, key, { sectionId: 'progress', rowId, columnId: 'answer' }).sum]).toEqual([
      rowId,
      answer(report, 'progress', rowId),
    ])
  enter(point, key, { 'progress/people/answer': 240, 'readiness/computer/answer': 'yes' })
  const after = point.done(getReport, { key })
  expect(answer(after, 'progress', 'people')).toBe(240)
  expect(answer(after, 'readiness', 'computer')).toBe('Có')
  expect((await count(point, key)).counted).toEqual(after.counted)
})
