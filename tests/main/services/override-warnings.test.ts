import { describe, expect, test } from 'vitest'
import { checkDoses, getChart, recordDoses } from '../../../src/contract/dose-calls'
import { atTheNurse, balanceOf, planned, refusedCodes, stockLot } from './ready-point'

describe('a warning may be passed by somebody who writes down why', () => {
  function measlesTooEarly() {
    const scene = atTheNurse()
    const lot = stockLot(scene.point, { vaccineCode: 'MVVAC' })
    return { ...scene, lot, line: planned('MVVAC', lot, { site: 'LA', route: 'SC' }) }
  }
  const reason = 'Chống dịch theo chỉ đạo của tỉnh'

  test('the check says so before anything is saved', () => {
    const { point, visitId, line } = measlesTooEarly()
    const [check] = point.done(checkDoses, { visitId, doses: [line] })
    expect(check).toMatchObject({
      refusals: [],
      warnings: [{ code: 'dose.not-valid', antigens: ['Measles'] }],
    })
  })

  test('without a reason the dose is refused and stock stays', () => {
    const { point, visitId, lot, line } = measlesTooEarly()
    expect(refusedCodes(point, recordDoses, { visitId, doses: [line] })).toEqual(['dose.not-valid'])
    expect(balanceOf(point, lot)).toBe(10)
  })

  test('a blank reason, and a reason for another warning, pass nothing', () => {
    const { point, visitId, line } = measlesTooEarly()
    const withReason = (code: string, text: string) => ({
      visitId,
      doses: [{ ...line, overrides: [{ code, reason: text }] }],
    })
    expect(refusedCodes(point, recordDoses, withReason('dose.not-valid', '  '))).toEqual(['reason.missing'])
    expect(refusedCodes(point, recordDoses, withReason('dose.not-due', reason))).toEqual(['dose.not-valid'])
  })

  test('with a reason it is stored, with who passed it and why', () => {
    const { point, visitId, personId, lot, line } = measlesTooEarly()
    const { userId } = point.actAs('vaccinator', 'Điều dưỡng tiêm')
    const overrides = [{ code: 'dose.not-valid', reason }]
    const { doseIds } = point.done(recordDoses, { visitId, doses: [{ ...line, overrides }] })
    expect(balanceOf(point, lot)).toBe(9)
    const { doses } = point.done(getChart, { personId, on: null })
    expect(doses[0]).toMatchObject({ overrides, givenByUserId: userId, givenByName: 'Điều dưỡng tiêm' })
    const [entry] = point.store.journal.entriesOf(doseIds[0] ?? '')
    expect(entry).toMatchObject({ userId, verb: 'recorded', body: { overrides } })
  })

  test('a reason never passes a refusal', () => {
    const { point, visitId, polio } = atTheNurse()
    const line = planned('SII_PENTA', polio, { overrides: [{ code: 'lot.wrong-vaccine', reason }] })
    expect(refusedCodes(point, recordDoses, { visitId, doses: [line] })).toEqual(['lot.wrong-vaccine'])
  })
})

describe('the volume of a dose', () => {
  test('ten times, or half, of what the data states for the age is refused until somebody writes why', () => {
    const { point, visitId, shot } = atTheNurse()
    const doses = [{ ...shot, volumeMl: 5 }]
    expect(point.done(checkDoses, { visitId, doses })[0]).toMatchObject({
      warnings: [{ code: 'dose.other-volume', volumeMl: 5, stated: { volumeMl: 0.5, isConfirmed: false } }],
    })
    expect(refusedCodes(point, recordDoses, { visitId, doses })).toEqual(['dose.other-volume'])
    const overrides = [{ code: 'dose.other-volume', reason: 'Bác sĩ chỉ định' }]
    const { doseIds } = point.done(recordDoses, { visitId, doses: [{ ...shot, volumeMl: 0.25, overrides }] })
    expect(point.store.records.find('dose', doseIds[0] ?? '')).toMatchObject({ volumeMl: 0.25, overrides })
  })
})
