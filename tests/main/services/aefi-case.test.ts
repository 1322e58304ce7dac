import { describe, expect, test } from 'vitest'
import {
  advanceCase,
  listReportClocks,
  noteCaseReport,
  saveCaseFacts,
} from '../../../src/contract/aefi-calls'
import { voidPerson } from '../../../src/contract/merge-calls'
import { afterSevere, view } from './after-setting'
import { refusedCodes } from './ready-point'

describe('the form of a case', () => {
  test('has what the program knows', () => {
    const { point, caseId, doseId } = afterSevere()
    const { facts, doseFacts, missing } = view(point, caseId)
    expect(facts).toMatchObject({
      'reporter-name': 'Trưởng trạm',
      'reporter-unit': 'Trạm Y tế Phường Đông Sơn',
      'patient-name': 'Nguyễn Thị Ánh Ngọc',
      'birth-date': '2026-09-15',
      sex: 'female',
      parent: 'Trần Thị Phượng',
      'patient-phone': '0912345678',
      event: 'Khó thở, thở rít, Mày đay, phù toàn thân',
      onset: '2026-11-22 08:12',
      setting: 'station',
      'same-session': '2',
      'same-lot': '2',
    })
    expect(doseFacts[doseId]).toMatchObject({
      'lot-number': 'PTA-12/26',
      'lot-expiry': '2027-06-30',
      'dose-number': '1',
      route: 'IM',
      site: 'LVL',
      'vaccination-date': '2026-11-22',
      'vaccination-time': '08:00',
      'given-by': 'Trưởng trạm',
    })
    const critical = missing.filter(it => it.critical).map(({ code }) => code)
    expect(critical).toEqual(['diluent-lot', 'serious', 'outcome'])
  })

  test('a draft is filled in; what was reported is corrected only with a reason, and the old value stays', () => {
    const { point, caseId } = afterSevere()
    point.done(saveCaseFacts, { caseId, facts: { diagnosis: 'Phản vệ' }, doseFacts: {}, reason: null })
    for (const to of ['health-department', 'provincial-cdc'] as const)
      point.done(noteCaseReport, { caseId, to, at: null, by: 'phone', takenBy: null })
    const change = { caseId, facts: { diagnosis: 'Phản vệ độ II' }, doseFacts: {} }
    expect(refusedCodes(point, saveCaseFacts, { ...change, reason: null })).toEqual(['reason.missing'])
    expect(refusedCodes(point, saveCaseFacts, { ...change, reason: '  ' })).toEqual(['reason.missing'])
    point.done(saveCaseFacts, { ...change, reason: 'Bệnh viện chẩn đoán lại' })
    expect(view(point, caseId).facts.diagnosis).toBe('Phản vệ độ II')
    expect(view(point, caseId).history[0]).toMatchObject({
      verb: 'corrected',
      reason: 'Bệnh viện chẩn đoán lại',
    })
    const bodies = point.store.entriesOf(caseId).map(({ body }) => JSON.stringify(body))
    expect(bodies.some(body => body.includes('"Phản vệ"'))).toBe(true)
  })

  test('a value of the wrong kind, or of another dose, is refused with its place', () => {
    const { point, caseId } = afterSevere()
    const request = {
      caseId,
      facts: { onset: 'hôm qua' },
      doseFacts: { [caseId]: { 'lot-number': 'X' } },
      reason: null,
    }
    const answer = point.call(saveCaseFacts, request)
    expect(answer).toMatchObject({
      ok: false,
      error: { problems: [{ field: 'facts.onset' }, { field: `doseFacts.${caseId}` }] },
    })
    expect(refusedCodes(point, saveCaseFacts, request)).toEqual(['aefi.bad-fact', 'aefi.bad-fact'])
  })

  test('nobody can delete a severe case, nor the person it is about', () => {
    const { point, first, caseId } = afterSevere()
    expect(() =>
      point.ports.store.journal.append(
        [{ noun: 'aefi-case', recordId: caseId, verb: 'voided', reason: 'nhầm' } as never],
        { at: point.ports.clock(), userId: null, requestId: null },
      ),
    ).toThrow()
    expect(refusedCodes(point, voidPerson, { personId: first, reason: 'nhầm' })).toEqual([
      'person.has-records',
    ])
  })
})

describe('the report', () => {
  test('is never kept back by what is missing; what was missing is kept with it', () => {
    const { point, caseId } = afterSevere()
    point.done(noteCaseReport, {
      caseId,
      to: 'provincial-cdc',
      at: null,
      by: 'phone',
      takenBy: 'Trực ban',
    })
    expect(view(point, caseId).toldProvincialCdc).toMatchObject({
      takenBy: 'Trực ban',
      missing: ['diluent-lot', 'serious', 'outcome'],
    })
    expect(view(point, caseId).state).toBe('draft')
    expect(point.done(listReportClocks, {}).lines).toMatchObject([{ waiting: ['health-department'] }])
    point.done(noteCaseReport, { caseId, to: 'health-department', at: null, by: 'system', takenBy: null })
    expect(point.done(listReportClocks, {}).lines).toEqual([])
    expect(view(point, caseId).state).toBe('reported')
  })

  test('is noted once for each, and not in the future', () => {
    const { point, caseId } = afterSevere()
    const told = { caseId, to: 'provincial-cdc' as const, by: 'phone' as const, takenBy: null }
    expect(refusedCodes(point, noteCaseReport, { ...told, at: '2026-11-22T02:00:00.000Z' as never })).toEqual(
      ['aefi.report-in-future'],
    )
    point.done(noteCaseReport, { ...told, at: null })
    expect(refusedCodes(point, noteCaseReport, { ...told, at: null })).toEqual(['aefi.already-reported'])
  })

  test('a case ends in order: reported, investigated with a cause, closed when it is complete', () => {
    const { point, caseId, doseId } = afterSevere()
    expect(refusedCodes(point, advanceCase, { caseId, to: 'investigated' })).toEqual([
      'aefi.wrong-state',
      'aefi.cause-missing',
    ])
    const facts = { 'cause-class': 'product', outcome: 'recovered', serious: 'life-threatening' }
    const doseFacts = { [doseId]: { 'diluent-lot': 'không có' } }
    expect(point.done(saveCaseFacts, { caseId, facts, doseFacts, reason: null }).missingCritical).toBe(0)
    for (const to of ['health-department', 'provincial-cdc'] as const)
      point.done(noteCaseReport, { caseId, to, at: null, by: 'paper', takenBy: null })
    expect(refusedCodes(point, advanceCase, { caseId, to: 'closed' })).toEqual(['aefi.wrong-state'])
    point.done(advanceCase, { caseId, to: 'investigated' })
    point.done(advanceCase, { caseId, to: 'closed' })
    expect(view(point, caseId).state).toBe('closed')
  })
})
