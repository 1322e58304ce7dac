import { describe, expect, test } from 'vitest'
import { recordHistoricalDoses, voidDose } from '../../../src/contract/dose-calls'
import { buildDocument, noteDocument } from '../../../src/contract/internal-calls'
import { getPerson } from '../../../src/contract/person-calls'
import { openVial } from '../../../src/contract/vial-calls'
import { finishObservation } from '../../../src/contract/visit-calls'
import { openTestPoint } from '../../helpers/test-point'
import { givePenta, minuteMs, on, openReadyPoint, refusedCodes, register, stockLot } from './ready-point'

/** A child sent home with an appointment. */
function sentHome() {
  const point = openReadyPoint()
  const personId = register(point)
  const { visitId, doseId } = givePenta(point, personId, stockLot(point, { vaccineCode: 'SII_PENTA' }))
  point.moveClock(30 * minuteMs)
  const next = { on: on('2026-12-22'), slot: 'morning' as const, time: null, labels: ['5 trong 1 mũi 2'] }
  point.done(finishObservation, { visitId, earlyBecause: null, next })
  const paper = (
    kind: 'vaccination-record' | 'appointment-slip' | 'person-label',
    visit: string | null = null,
  ) => JSON.stringify(point.done(buildDocument, { kind, personId, visitId: visit, printerId: null }))
  return { point, personId, visitId, doseId, paper }
}

describe('papers', () => {
  test('the record has the doses of the card and of today, with the lot', () => {
    const { point, personId, paper } = sentHome()
    const line = {
      vaccineCode: 'BCG_IVAC',
      givenOn: on('2026-09-16'),
      statedNumber: 1,
      lotNumber: 'B-77',
      placeName: 'Bệnh viện huyện',
    }
    point.done(recordHistoricalDoses, { personId, doses: [line] })
    const record = paper('vaccination-record')
    for (const text of ['Nguyễn Thị Ánh Ngọc', 'LO-SII_PENTA', 'B-77', 'Bệnh viện huyện', 'Trưởng trạm'])
      expect(record).toContain(text)
  })

  test('a voided dose stands on no paper', () => {
    const { point, doseId, visitId, paper } = sentHome()
    point.done(voidDose, { doseId, reason: 'Nhập nhầm trẻ' })
    expect(paper('vaccination-record')).not.toContain('LO-SII_PENTA')
    expect(paper('appointment-slip', visitId)).not.toContain('LO-SII_PENTA')
  })

  test('the slip has the ticket, the dose of today and the appointment', () => {
    const { paper, visitId } = sentHome()
    const slip = paper('appointment-slip', visitId)
    for (const text of ['5 trong 1', 'LO-SII_PENTA', '5 trong 1 mũi 2']) expect(slip).toContain(text)
  })

  test('the label has the code', () => {
    const { point, personId, paper } = sentHome()
    const { personCode } = point.done(getPerson, { personId })
    expect(paper('person-label').replaceAll(' ', '')).toContain(personCode ?? 'no code')
  })

  test('a paper of nobody is refused', () => {
    const request = { kind: 'person-label' as const, personId: null, visitId: null, printerId: null }
    expect(refusedCodes(openTestPoint(), buildDocument, request)).toEqual(['person.not-found'])
  })

  test('that a paper came out is part of the journal', () => {
    const { point, personId } = sentHome()
    const jobId = '0190a1b2-0000-7000-8000-000000000007'
    const note = {
      kind: 'appointment-slip' as const,
      personId,
      printerName: 'Máy in phiếu',
      jobId,
      reprint: false,
    }
    const before = point.entries()
    point.done(noteDocument, note)
    expect(point.entries()).toBe(before + 1)
    expect(point.store.records.list('document', { person_id: personId }, 'id')).toMatchObject([
      { kind: 'appointment-slip', jobId, reprint: false, printedAt: '2026-11-22T01:30:00.000Z' },
    ])
  })
})

describe('the label of a syringe', () => {
  const label = (point: ReturnType<typeof openReadyPoint>, personId: string | null, lotId: string) =>
    point.done(buildDocument, { kind: 'vial-label', personId, visitId: null, printerId: null, lotId })

  test('says whose it is and which lot, with the hour of the vial it is drawn from', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const single = stockLot(point, { vaccineCode: 'SII_PENTA' })
    expect(label(point, personId, single)).toMatchObject({
      kind: 'vial-label',
      vaccine: '5 trong 1',
      lot: 'LO-SII_PENTA',
      forName: 'Nguyễn Thị Ánh Ngọc',
      openedAt: null,
      discardAt: null,
    })
    const many = stockLot(point, { vaccineCode: 'BOPV_POLYVAC', doses: 20 })
    point.done(openVial, { lotId: many, doses: 20 })
    expect(label(point, personId, many)).toMatchObject({
      forName: 'Nguyễn Thị Ánh Ngọc',
      openedAt: expect.stringMatching(/^\d\d:\d\d \d\d\/\d\d$/u),
      discardAt: expect.stringMatching(/^\d\d:\d\d \d\d\/\d\d$/u),
    })
  })

  test('is refused without a vial or a lot', () => {
    const request = { kind: 'vial-label' as const, personId: null, visitId: null, printerId: null }
    expect(refusedCodes(openReadyPoint(), buildDocument, request)).toEqual(['vial.not-found'])
    const lotId = '0190a1b2-0000-7000-8000-000000000009'
    expect(refusedCodes(openReadyPoint(), buildDocument, { ...request, lotId })).toEqual(['lot.not-found'])
  })
})
