import { describe, expect, test } from 'vitest'
import type { Read } from '../../../../../src/domain/exchange/fhir/read-fields'
import { readReport } from '../../../../../src/domain/exchange/fhir/read-report'
import { readReportAnswer } from '../../../../../src/domain/exchange/fhir/read-report-answer'
import { wireOf } from '../../../../../src/domain/exchange/fhir/wire-of'
import type { Report } from '../../../../../src/domain/report/report-record'
import { contextOf, idOf, recordOf, resources } from './register'
import { report, sentReport } from './report-samples'
import { oneOfEach } from './samples'
import { supervisorAnswer } from './supervision-samples'

const knows = contextOf(oneOfEach)
const reading = {
  codes: resources.provinceCodes,
  idOf: (text: string) => text,
  vaccineOf: () => null,
  antigensOf: () => 0,
}
const asStored = (resource: object): Read => ({
  ...resource,
  id: '12',
  meta: { versionId: '1', lastUpdated: '2026-11-01T02:06:00.000Z' },
})
const wireOfReport = (changes: Partial<Report>) =>
  wireOf(recordOf('report', idOf(85), { ...sentReport, ...changes }), knows)

describe('a report on its way up', () => {
  test('says its numbers by row and column, and nothing of people', () => {
    const [wire] = wireOf(report, knows)
    expect(wire?.resource).toMatchObject({
      resourceType: 'MeasureReport',
      status: 'complete',
      type: 'summary',
      measure: 'urn:diem-tiem:record/Measure/epi-month|draft-1'.replace('draft-1', sentReport.formVersion),
      period: { start: '2026-10-01', end: '2026-10-31' },
      reporter: { reference: `wire:Organization/${idOf(1)}` },
    })
    const text = JSON.stringify(wire?.resource)
    expect(text).not.toContain('Người Thử')
    expect(text).not.toContain(idOf(31))
  })

  test('comes back as it went: whole numbers, shares, and the words of the version', () => {
    const [wire] = wireOf(report, knows)
    expect(readReport(asStored(wire?.resource ?? {}), reading)).toMatchObject({
      resource: 'MeasureReport/12',
      recordId: idOf(85),
      formId: 'epi-month',
      formVersion: sentReport.formVersion,
      period: '2026-10',
      basis: 'place',
      version: 2,
      amends: idOf(84),
      amendReason: 'Nhập muộn một mũi',
      signedByName: 'Trưởng trạm Thử Nghiệm',
      isWithdrawn: false,
      rows: [
        {
          row: 'results/bcg',
          label: null,
          cells: { target: 40, given: 3, valid: 3, 'given-year': 30, share: 72.5 },
        },
      ],
    })
  })

  test('stays at the point until it is sent', () => {
    for (const state of ['draft', 'checked', 'signed'] as const) expect(wireOfReport({ state })).toEqual([])
    for (const state of ['accepted', 'refused'] as const) expect(wireOfReport({ state })).toHaveLength(1)
  })

  test('withdrawn after it was sent, it stays as an error with its reason', () => {
    const taken = { ...report, voided: true, reason: 'Gửi nhầm kỳ' }
    const [wire] = wireOf(taken, knows)
    expect(wire?.resource.status).toBe('error')
    expect(readReport(asStored(wire?.resource ?? {}), reading)).toMatchObject({
      isWithdrawn: true,
      withdrawn: 'Gửi nhầm kỳ',
    })
    expect(wireOf({ ...taken, value: { ...sentReport, state: 'signed' } }, knows)).toEqual([])
  })

  test('a form that nobody knows any more sends no rows: it may have been a list of people', () => {
    const [wire] = wireOfReport({ formVersion: 'unknown' })
    expect(wire?.resource.group).toBeUndefined()
  })
})

describe('the answer to a report', () => {
  const [wire] = wireOf(supervisorAnswer, knows)
  const task = { ...wire?.resource, focus: { reference: 'MeasureReport/12' } }

  test('is read from the Task of whoever supervises', () => {
    expect(readReportAnswer(asStored(task), reading)).toMatchObject({
      noun: 'report-answer',
      report: 'MeasureReport/12',
      verdict: 'refused',
      text: 'Số mũi sởi không khớp sổ',
      byName: 'Người Giám Sát',
      answeredAt: '2026-11-20T04:00:00.000Z',
    })
  })

  test('nothing else is one', () => {
    expect(readReportAnswer(asStored({ ...task, status: 'completed' }), reading)).toBeNull()
    expect(readReportAnswer(asStored({ ...task, focus: { reference: 'Task/12' } }), reading)).toBeNull()
    expect(readReportAnswer(asStored({ ...task, code: { text: 'report-answer' } }), reading)).toBeNull()
  })
})
