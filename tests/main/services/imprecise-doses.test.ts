import { describe, expect, test } from 'vitest'
import { correctDose, getChart, recordDoses, recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import { correctPerson, getPersonHistory } from '../../../src/contract/person-calls'
import type { TestPoint } from '../../helpers/test-point'
import { atTheNurse, on, openReadyPoint, refusedCodes, register } from './ready-point'

const bornOn = on('2025-03-20')
const measles = 'GENERIC_MEASLES'

type Line = Partial<{
  vaccineCode: string
  givenOn: string
  givenOnAccuracy: 'month' | 'year' | null
  programme: 'epi' | 'campaign'
}>

function record(point: TestPoint, personId: string, changes: Line): string {
  const [doseId] = point.done(recordHistoricalDoses, { personId, doses: [lineOf(changes)] }).doseIds
  return doseId ?? ''
}

function lineOf({ givenOn = '2026-01-01', ...changes }: Line) {
  return {
    vaccineCode: measles,
    givenOn: on(givenOn),
    givenOnAccuracy: 'month' as const,
    statedNumber: null,
    lotNumber: null,
    placeName: null,
    ...changes,
  }
}

function withChild() {
  const point = openReadyPoint()
  return { point, personId: register(point, { birthDate: bornOn }) }
}

describe('a dose that a card dates to a month', () => {
  test('counts with the benefit of the doubt, and the forecast follows', () => {
    const { point, personId } = withChild()
    record(point, personId, {})
    const { chart, doses } = point.done(getChart, { personId, on: null })
    expect(doses[0]).toMatchObject({ givenOn: '2026-01-01', givenOnAccuracy: 'month', vaccineCode: measles })
    const [dose, next] = chart.rows.find(({ code }) => code === 'MR')?.cells ?? []
    expect(dose).toMatchObject({ kind: 'given', status: 'valid', givenUntil: '2026-01-31', doseNumber: 1 })
    expect(next).toMatchObject({ kind: 'forecast', doseNumber: 2 })
  })

  test('may fall into the month of birth, not before it', () => {
    const { point, personId } = withChild()
    record(point, personId, { vaccineCode: 'GENERIC_BCG', givenOn: bornOn })
    const before = { personId, doses: [lineOf({ givenOn: '2025-02-01' })] }
    expect(refusedCodes(point, recordHistoricalDoses, before)).toEqual(['dose.before-birth'])
    const year = { personId, doses: [lineOf({ givenOn: '2027-01-01', givenOnAccuracy: 'year' })] }
    expect(refusedCodes(point, recordHistoricalDoses, year)).toEqual(['dose.in-future'])
  })

  test('is put right to its day, and back to a year; the history reads each as it was known', () => {
    const { point, personId } = withChild()
    const doseId = record(point, personId, {})
    const reason = 'Xem lại sổ'
    point.done(correctDose, { doseId, changes: { givenOn: on('2026-02-01') }, reason })
    point.done(correctDose, {
      doseId,
      changes: { givenOn: on('2026-02-15'), givenOnAccuracy: null },
      reason,
    })
    point.done(correctDose, {
      doseId,
      changes: { givenOn: on('2026-01-01'), givenOnAccuracy: 'year' },
      reason,
    })
    const items = point.done(getPersonHistory, { personId }).filter(item => item.recordId === doseId)
    const dates = items.map(({ changes }) => changes.find(({ field }) => field === 'givenOn'))
    expect(dates.map(change => [change?.before, change?.after])).toEqual([
      ['2026-02-15', '2026'],
      ['2026-02', '2026-02-15'],
      ['2026-01', '2026-02'],
      [null, '2026-01'],
    ])
    expect(items.flatMap(({ changes }) => changes.map(({ field }) => field))).not.toContain('givenOnAccuracy')
  })

  test('stands on the record as it is known', () => {
    const { point, personId } = withChild()
    record(point, personId, {})
    const preview = point.done(buildDocument, {
      kind: 'vaccination-record',
      personId,
      visitId: null,
      printerId: null,
    })
    expect(JSON.stringify(preview)).toContain('01/2026')
    expect(JSON.stringify(preview)).not.toContain('01/01/2026')
  })

  test('does not stop a birth date that lies within its month', () => {
    const { point, personId } = withChild()
    record(point, personId, { givenOn: bornOn, vaccineCode: 'GENERIC_BCG' })
    const changes = { birthDate: on('2025-03-25') }
    point.done(correctPerson, { personId, changes, reason: 'Giấy khai sinh' })
    const later = { birthDate: on('2025-04-01') }
    expect(refusedCodes(point, correctPerson, { personId, changes: later, reason: 'Nhầm' })).toEqual([
      'person.birth-after-dose',
    ])
  })
})

test('a dose given here has its day, and keeps it', () => {
  const { point, personId, visitId, shot } = atTheNurse()
  const { doseIds } = point.done(recordDoses, { visitId, doses: [shot] })
  const request = { doseId: doseIds[0] ?? '', changes: { givenOnAccuracy: 'month' as const }, reason: 'Nhầm' }
  expect(refusedCodes(point, correctDose, request)).toEqual(['contract.bad-request'])
  expect(point.done(getChart, { personId, on: null }).doses[0]?.givenOnAccuracy).toBeNull()
})

describe('a dose of a campaign, copied from a card', () => {
  test('is an extra dose: the routine dose stays open', () => {
    const { point, personId } = withChild()
    record(point, personId, { givenOn: '2026-01-10', givenOnAccuracy: null, programme: 'campaign' })
    const { chart, doses } = point.done(getChart, { personId, on: null })
    expect(doses[0]).toMatchObject({ programme: 'campaign' })
    const [dose] = chart.rows.find(({ code }) => code === 'MR')?.cells ?? []
    expect(dose).toMatchObject({ status: 'extraneous', reasons: [{ code: 'campaign-dose' }] })
  })

  test('before nine months it is “sởi 0”, whatever it was given in', () => {
    const { point, personId } = withChild()
    record(point, personId, { givenOn: '2025-10-20', givenOnAccuracy: null })
    const { chart } = point.done(getChart, { personId, on: null })
    const [dose] = chart.rows.find(({ code }) => code === 'MR')?.cells ?? []
    expect(dose).toMatchObject({ kind: 'given', reasons: [{ code: 'zero-dose' }] })
  })
})
