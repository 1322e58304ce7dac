import { describe, expect, test } from 'vitest'
import { settleBasis } from '../../../main/services/immunization/keep-forecasts'
import { renewWhatWaits } from '../../../main/services/immunization/renew-forecasts'
import { getChart } from '../../../src/contract/dose-calls'
import { listDue } from '../../../src/contract/due-calls'
import { openVisit, signScreening } from '../../../src/contract/visit-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { TestPoint } from '../../helpers/test-point'
import { checklist, dayMs, on, openReadyPoint, register } from './ready-point'

const todayOf = (point: TestPoint) => vietnamDayOf(point.ports.clock())

/** A child of ten months whose measles dose is due, at a point that keeps its forecasts. */
function atTheDesk() {
  const point = openReadyPoint()
  settleBasis(point.ports, todayOf(point))
  const personId = register(point, { birthDate: on('2026-01-10') })
  renewWhatWaits(point.ports, todayOf(point))
  return { point, personId }
}

function screen(
  point: TestPoint,
  personId: string,
  changes: (draft: ReturnType<typeof checklist>) => Partial<ReturnType<typeof checklist>>,
) {
  const { visitId } = point.done(openVisit, { personId })
  const draft = checklist(point, personId, visitId)
  point.done(signScreening, { ...draft, ...changes(draft) })
}

const afterImmunoglobulin = (draft: ReturnType<typeof checklist>) => ({
  answers: {
    ...draft.answers,
    'immunosuppressive-treatment': {
      yes: true,
      detail: null,
      causes: [{ code: 'immunoglobulin', on: on('2026-11-20'), antigens: [] }],
    },
  },
})
const fever = () => ({
  temperatureC: 38.6,
  concluded: 'deferred' as const,
  next: { on: on('2026-11-25'), slot: 'morning' as const, time: null, labels: ['Sởi mũi 1'] },
})

function dueRows(point: TestPoint, personId: string) {
  const everybody = { status: 'due', rowCode: null, place: null, bornFrom: null, bornTo: null } as const
  const { lines } = point.done(listDue, {
    filter: { ...everybody, until: null, text: '' },
    offset: 0,
    limit: 20,
    order: 'oldest',
  })
  return lines.find(({ hit }) => hit.personId === personId)?.doses.map(({ rowCode }) => rowCode) ?? []
}

const measlesCell = (point: TestPoint, personId: string) =>
  point
    .done(getChart, { personId, on: null })
    .chart.rows.flatMap(({ cells }) => cells)
    .find(cell => cell.kind === 'forecast' && cell.antigens.includes('Measles') && !cell.isProjected)

describe('what a screening holds back reaches the forecast', () => {
  test('the chart waits until the day and says why, the list of who is due lets the dose go; the rest stays', () => {
    const { point, personId } = atTheDesk()
    const before = dueRows(point, personId)
    expect(before.some(row => /SOI|MEAS|MR/u.test(row))).toBe(true)
    screen(point, personId, afterImmunoglobulin)
    expect(measlesCell(point, personId)).toMatchObject({ status: 'later', earliestOn: '2027-02-20' })
    expect(measlesCell(point, personId)?.reasons).toContainEqual({
      code: 'held',
      on: '2027-02-20',
      because: { vi: expect.stringContaining('3 tháng'), en: expect.stringContaining('3 months') },
    })
    const after = dueRows(point, personId)
    expect(after.length).toBeGreaterThan(0)
    expect(after.length).toBeLessThan(before.length)
    expect(after.every(row => before.includes(row))).toBe(true)
  })

  test('a visit deferred as a whole: nobody is due before the new date, and all are due on it', () => {
    const { point, personId } = atTheDesk()
    const before = dueRows(point, personId)
    screen(point, personId, fever)
    expect(dueRows(point, personId)).toEqual([])
    point.moveClock(3 * dayMs)
    settleBasis(point.ports, todayOf(point))
    renewWhatWaits(point.ports, todayOf(point))
    expect(dueRows(point, personId).toSorted()).toEqual(before.toSorted())
  })

  test('who comes back earlier and is well is due again: the newest screening decides', () => {
    const { point, personId } = atTheDesk()
    const before = dueRows(point, personId)
    screen(point, personId, fever)
    point.moveClock(dayMs)
    settleBasis(point.ports, todayOf(point))
    screen(point, personId, () => ({}))
    expect(dueRows(point, personId).toSorted()).toEqual(before.toSorted())
    expect(measlesCell(point, personId)?.kind).toBe('forecast')
  })

  test('what is held for single vaccines goes on through a later screening that says nothing of it', () => {
    const { point, personId } = atTheDesk()
    screen(point, personId, afterImmunoglobulin)
    point.moveClock(dayMs)
    settleBasis(point.ports, todayOf(point))
    const { visitId } = point.done(openVisit, { personId })
    point.done(signScreening, checklist(point, personId, visitId))
    expect(measlesCell(point, personId)).toMatchObject({ status: 'later', earliestOn: '2027-02-20' })
  })

  test('a screening signed before conclusions were kept by vaccine holds nothing back', () => {
    const { point, personId } = atTheDesk()
    screen(point, personId, afterImmunoglobulin)
    point.db.prepare("UPDATE screening SET per_vaccine = 'null'").run()
    expect(measlesCell(point, personId)).not.toMatchObject({ status: 'later' })
  })
})
