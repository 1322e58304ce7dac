import { describe, expect, test } from 'vitest'
import { digestTables, rebuildTables } from '../../../main/db/rebuild'
import { sentenceOf } from '../../../renderer/components/sentences'
import { getChart } from '../../../src/contract/dose-calls'
import {
  applySchedule,
  type ImpactView,
  listSchedules,
  measureImpact,
  previewScheduleFile,
  previewWithdrawal,
} from '../../../src/contract/schedule-calls'
import { on, refusedCodes, register } from './ready-point'
import {
  apply,
  finished,
  good,
  measlesOn,
  pointWithChild,
  preview,
  reason,
  withdraw,
} from './schedule-setting'

describe('a schedule file of the province', () => {
  test('is shown as a difference, and changes nothing before it is applied', () => {
    const { point, personId } = pointWithChild()
    const entries = point.entries()
    const seen = preview(point, good)
    expect(seen).toMatchObject({ action: 'apply', replaces: 'nothing', problems: [], problemCount: 0 })
    expect(seen.version).toMatchObject({ code: 'TCMR-THANH-HOA', isInForce: true, confirmedRows: 0 })
    expect(seen.difference?.antigens.map(({ antigen, kind }) => [antigen, kind])).toEqual([
      ['Measles', 'changed'],
    ])
    expect(seen.difference?.antigens[0]?.series[0]?.doses[0]?.changes).toContainEqual({
      kind: 'age',
      field: 'min',
      old: { years: 0, months: 9, days: 0 },
      new: { years: 0, months: 8, days: 0 },
    })
    expect(point.entries()).toBe(entries)
    expect(measlesOn(point, personId)).toBe('2027-02-10')
  })

  test('takes effect with a reason, and going back leaves everything as it was', () => {
    const { point, personId } = pointWithChild()
    const fileId = apply(point, good)
    expect(measlesOn(point, personId)).toBe('2027-01-10')
    expect(point.done(getChart, { personId, on: null }).chart.scheduleCode).toBe('TCMR-THANH-HOA')
    expect(point.events.at(-1)).toMatchObject({ name: 'records.changed', nouns: ['schedule-file'] })
    const [file] = point.done(listSchedules, {}).files
    expect(file).toMatchObject({ fileId, state: 'in-use', reason, byName: 'Trưởng trạm', problems: [] })
    withdraw(point, fileId)
    expect(measlesOn(point, personId)).toBe('2027-02-10')
    expect(point.done(listSchedules, {}).files[0]).toMatchObject({ state: 'withdrawn', reason: 'Hết dịch' })
  })

  test('stays readable in the journal, and the tables can be built from it again', () => {
    const { point, personId } = pointWithChild()
    const fileId = apply(point, good)
    withdraw(point, fileId)
    const entries = point.store.journal.entriesOf(fileId)
    expect(entries.map(({ verb }) => verb)).toEqual(['recorded', 'updated'])
    expect(entries[0]?.body).toMatchObject({ text: good, reason, status: 'active' })
    const before = digestTables(point.db)
    rebuildTables(point.db, ids => [...ids].reverse())
    expect(digestTables(point.db)).toEqual(before)
    expect(measlesOn(point, personId)).toBe('2027-02-10')
  })

  test('goes before an earlier file of the same code, which counts again when the later one is withdrawn', () => {
    const { point, personId } = pointWithChild()
    const first = apply(point, good)
    const second = apply(point, good.replaceAll('8 months', '7 months'))
    expect(measlesOn(point, personId)).toBe('2026-12-10')
    const states = () => point.done(listSchedules, {}).files.map(({ fileId, state }) => [fileId, state])
    expect(states()).toEqual([
      [second, 'in-use'],
      [first, 'replaced'],
    ])
    withdraw(point, second)
    expect(measlesOn(point, personId)).toBe('2027-01-10')
    expect(states()).toEqual([
      [second, 'withdrawn'],
      [first, 'in-use'],
    ])
  })

  test('may take the place of a version that ships, and what stands on that one follows', () => {
    const { point, personId } = pointWithChild()
    const replacing = good
      .replace('"TCMR-THANH-HOA"', '"TCMR-2024"')
      .replace('"TCMR-2026B"', '"TCMR-2018"')
      .replace('"validFrom": "2026-11-01"', '"validFrom": "2024-08-01"')
      .replace('"validTo": null', '"validTo": "2026-02-14"')
    const seen = preview(point, replacing)
    expect(seen).toMatchObject({ replaces: 'shipped', problems: [], comparedOn: '2026-02-14' })
    point.done(applySchedule, { token: seen.token, reason })
    expect(measlesOn(point, personId)).toBe('2027-01-10')
  })

  test('that begins later is compared and takes effect on its first day', () => {
    const { point, personId } = pointWithChild()
    const seen = preview(point, good.replace('2026-11-01', '2026-12-01'))
    expect(seen).toMatchObject({ comparedOn: '2026-12-01', problemCount: 0 })
    expect(seen.version?.isInForce).toBe(false)
    expect(seen.difference?.antigens.map(({ antigen }) => antigen)).toEqual(['Measles'])
    point.done(applySchedule, { token: seen.token, reason })
    expect(measlesOn(point, personId)).toBe('2027-02-10')
    const { chart } = point.done(getChart, { personId, on: on('2026-12-01') })
    expect(chart.scheduleCode).toBe('TCMR-THANH-HOA')
  })
})

describe('whose due dates change', () => {
  test('is counted over the whole register, with names, before anything is applied', async () => {
    const { point, personId } = pointWithChild()
    register(point, { kind: 'other', birthDate: on('1990-05-10'), name: 'Người lớn', relatives: [] })
    const { token } = preview(point, good)
    const view = await finished(point, point.done(measureImpact, { token }))
    expect(view).toMatchObject({ state: 'done', name: 'schedule.measure-impact' })
    const impact = view.result as ImpactView
    expect(impact).toMatchObject({ persons: 2, changedPersons: 1 })
    expect(impact.antigens).toEqual([{ antigen: 'Measles', earlier: 1, later: 0, new: 0, gone: 0 }])
    expect(impact.sample).toMatchObject([
      {
        personId,
        name: 'Nguyễn Thị Ánh Ngọc',
        changes: [{ antigen: 'Measles', move: 'earlier', oldOn: '2027-02-10', newOn: '2027-01-10' }],
      },
    ])
  })

  test('is counted for going back as well', async () => {
    const { point } = pointWithChild()
    const { token } = point.done(previewWithdrawal, { fileId: apply(point, good) })
    const view = await finished(point, point.done(measureImpact, { token }))
    expect((view.result as ImpactView).antigens).toEqual([
      { antigen: 'Measles', earlier: 0, later: 1, new: 0, gone: 0 },
    ])
  })
})

describe('a file that cannot be used any more', () => {
  test('does not stop the station: what ships counts, and the trouble is shown with its line', () => {
    const { point, personId } = pointWithChild()
    const fileId = apply(point, good)
    // As if the product had left the product list with an update.
    const { text, ...record } = point.store.records.find('schedule-file', fileId) ?? { text: '' }
    const body = { ...record, text: text.replaceAll('"PRIORIX"', '"PRIORIX_OLD"') }
    point.store.transaction(() =>
      point.store.journal.append([{ noun: 'schedule-file', recordId: fileId, verb: 'updated', body }], {
        at: point.ports.clock(),
        userId: null,
        requestId: null,
      }),
    )
    expect(measlesOn(point, personId)).toBe('2027-02-10')
    const { files, versions } = point.done(listSchedules, {})
    expect(files[0]).toMatchObject({ fileId, state: 'refused' })
    expect(files[0]?.problems.map(sentenceOf)).toEqual([
      'Dòng 28: Không có vắc xin mã “PRIORIX_OLD”. Xem mã trong danh mục vắc xin.',
      'Dòng 39: Không có vắc xin mã “PRIORIX_OLD”. Xem mã trong danh mục vắc xin.',
    ])
    expect(versions.map(({ code }) => code)).not.toContain('TCMR-THANH-HOA')
    withdraw(point, fileId)
    expect(point.done(listSchedules, {}).files[0]).toMatchObject({ state: 'withdrawn' })
  })

  test('a file that another one stands on is not withdrawn before that one', () => {
    const { point } = pointWithChild()
    const base = apply(point, good)
    const other = good
      .replace('"TCMR-THANH-HOA"', '"TCMR-THANH-HOA-2"')
      .replace('"TCMR-2026B"', '"TCMR-THANH-HOA"')
      .replace('2026-11-01', '2026-11-20')
    const above = apply(point, other)
    const { token } = point.done(previewWithdrawal, { fileId: base })
    expect(refusedCodes(point, applySchedule, { token, reason })).toEqual(['schedule-file.needed'])
    withdraw(point, above)
    withdraw(point, base)
    expect(point.done(listSchedules, {}).files.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
  })
})

describe('who may, and what is refused', () => {
  test('head and administrator only; everybody may look', () => {
    const { point } = pointWithChild()
    const fileId = apply(point, good)
    point.actAs('vaccinator')
    expect(point.done(listSchedules, {}).files).toHaveLength(1)
    expect(point.codes(previewWithdrawal, { fileId })).toEqual(['user.not-allowed'])
    expect(point.codes(applySchedule, { token: fileId, reason })).toEqual(['user.not-allowed'])
  })

  test('a preview that is gone, the same file twice, a withdrawal twice, a reason left blank', () => {
    const { point } = pointWithChild()
    const { token } = preview(point, good)
    expect(refusedCodes(point, applySchedule, { token, reason: ' ' })).toEqual(['reason.missing'])
    const fileId = point.done(applySchedule, { token, reason }).fileId
    const again = preview(point, good)
    expect(refusedCodes(point, applySchedule, { token, reason })).toEqual(['schedule-file.choose-again'])
    expect(refusedCodes(point, applySchedule, { token: again.token, reason })).toEqual([
      'schedule-file.already-active',
    ])
    withdraw(point, fileId)
    expect(refusedCodes(point, previewWithdrawal, { fileId })).toEqual(['schedule-file.not-active'])
    const unknown = point.ports.newId()
    expect(refusedCodes(point, previewWithdrawal, { fileId: unknown })).toEqual(['schedule-file.not-found'])
  })

  test('bytes that are not UTF-8', () => {
    const { point } = pointWithChild()
    const bytes = new Uint8Array([0x7b, 0xff, 0x7d])
    expect(refusedCodes(point, previewScheduleFile, { fileName: 'x.json', bytes })).toEqual([
      'schedule-file.bad-encoding',
    ])
  })
})
