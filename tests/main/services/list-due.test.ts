import { describe, expect, test } from 'vitest'
import { getChart, recordHistoricalDoses, voidDose } from '../../../src/contract/dose-calls'
import { countDue, type DueRequest, listDue } from '../../../src/contract/due-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { updatePoint } from '../../../src/contract/point-calls'
import { addDays, day } from '../../../src/domain/calendar/calendar-day'
import type { TestPoint } from '../../helpers/test-point'
import { dayMs, home, mother, on, openReadyPoint, pointSetUp, register } from './ready-point'

const everybody: DueRequest = {
  status: 'due',
  until: null,
  rowCode: null,
  place: null,
  bornFrom: null,
  bornTo: null,
  text: '',
}

function list(point: TestPoint, filter: Partial<DueRequest> = {}, order: 'oldest' | 'newest' = 'oldest') {
  return point.done(listDue, { filter: { ...everybody, ...filter }, order, offset: 0, limit: 50 })
}

const namesOf = (point: TestPoint, filter: Partial<DueRequest> = {}, order: 'oldest' | 'newest' = 'oldest') =>
  list(point, filter, order).lines.map(({ hit }) => hit.name)

const inHamlet = (hamlet: string) => ({ addresses: { current: { ...home, hamlet } } })

/** Four children on 2026-11-22: two months, three weeks, five months with nothing given, and one newborn of today. */
function village(): TestPoint {
  const point = openReadyPoint()
  register(point, { name: 'Lê Thị Hai Tháng', birthDate: day('2026-09-20'), ...inHamlet('Thôn 1') })
  register(point, { name: 'Trần Văn Ba Tuần', birthDate: day('2026-11-01'), ...inHamlet('Thôn 1') })
  register(point, { name: 'Phạm Thị Năm Tháng', birthDate: day('2026-06-20'), ...inHamlet('Thôn 2') })
  register(point, { name: 'Vũ Văn Sơ Sinh', birthDate: day('2026-11-22'), ...inHamlet('Thôn 2') })
  return point
}

describe('who is due', () => {
  test('everybody due today, the one who has waited longest first, with what and how late', () => {
    const point = village()
    expect(namesOf(point)[0]).toBe('Phạm Thị Năm Tháng')
    expect(namesOf(point, {}, 'newest')).toEqual(namesOf(point).toReversed())
    const { lines, on: today, total, renewal } = list(point, { status: 'overdue' })
    expect(today).toBe('2026-11-22')
    expect(total).toBe(lines.length)
    expect(renewal).toMatchObject({ isWaiting: false })
    const [first] = lines
    expect(first?.doses[0]).toMatchObject({ status: 'overdue' })
    expect(first?.doses.every(({ dueOn }) => dueOn <= today)).toBe(true)
  })

  test('is what the matrix says of each of them', () => {
    const point = village()
    for (const { hit, doses } of list(point).lines) {
      const { chart } = point.done(getChart, { personId: hit.personId, on: null })
      const cells = chart.rows.flatMap(({ code, cells: all }) =>
        all.flatMap(cell =>
          cell.kind === 'forecast' && ['due', 'overdue'].includes(cell.status)
            ? [`${code} ${cell.label?.vi} ${cell.status}`]
            : [],
        ),
      )
      expect(doses.map(({ rowCode, label, status }) => `${rowCode} ${label.vi} ${status}`).sort()).toEqual(
        cells.sort(),
      )
    }
  })

  test('days late count from the day after the last one in time', () => {
    const point = openReadyPoint()
    register(point, { birthDate: day('2026-06-20') })
    const [{ doses } = { doses: [] }] = list(point).lines
    const late = doses.find(({ daysLate }) => daysLate !== null)
    if (!late?.daysLate) throw new Error('nothing is late')
    point.moveClock(10 * dayMs)
    const [{ doses: later } = { doses: [] }] = list(point).lines
    expect(later.find(({ rowCode }) => rowCode === late.rowCode)?.daysLate).toBe(late.daysLate + 10)
  })

  test('by hamlet, by birth, by row, by text, and all together', () => {
    const point = village()
    const thon1 = { communeCode: home.communeCode, hamlet: 'Thôn 1' }
    expect(namesOf(point, { place: thon1 }).sort()).toEqual(['Lê Thị Hai Tháng', 'Trần Văn Ba Tuần'])
    expect(namesOf(point, { bornFrom: on('2026-11-01') }).sort()).toEqual([
      'Trần Văn Ba Tuần',
      'Vũ Văn Sơ Sinh',
    ])
    expect(namesOf(point, { rowCode: 'POLIO' })).not.toContain('Trần Văn Ba Tuần')
    expect(
      list(point, { rowCode: 'POLIO' }).lines.flatMap(it => it.doses.map(dose => dose.rowCode)),
    ).toContain('POLIO')
    expect(namesOf(point, { text: 'nam thang' })).toEqual(['Phạm Thị Năm Tháng'])
    expect(namesOf(point, { text: 'nam thang', place: thon1 })).toEqual([])
    expect(namesOf(point, { text: 'khong co ai' })).toEqual([])
    expect(namesOf(point, { place: { communeCode: 'elsewhere', hamlet: null } })).toEqual([])
  })

  test('until a day: also those who will be due by then', () => {
    const point = openReadyPoint()
    const personId = register(point, { birthDate: day('2026-10-01') })
    const doses = ['BCG_IVAC', 'GENEHBVAX_05'].map(vaccineCode => ({
      vaccineCode,
      givenOn: on('2026-10-01'),
      statedNumber: null,
      lotNumber: null,
      placeName: null,
    }))
    point.done(recordHistoricalDoses, { personId, doses })
    expect(namesOf(point)).toEqual([])
    const { lines } = list(point, { until: on('2026-12-01') })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.doses.every(({ status }) => status === 'later')).toBe(true)
    point.moveClock(9 * dayMs)
    expect(list(point).lines[0]?.doses.some(({ status }) => status === 'due')).toBe(true)
  })

  test('pages: none twice, none left out', () => {
    const point = openReadyPoint()
    const [middle, given] = [
      ['Ngọc', 'Hà', 'Lan', 'Mai', 'Thu'],
      ['Anh', 'Bích', 'Chi', 'Diệp', 'Giang'],
    ]
    for (let child = 0; child < 25; child++) {
      const name = `${middle?.[child % 5]} ${given?.[Math.floor(child / 5)]}`
      register(point, {
        name: `Bùi ${name}`,
        birthDate: addDays(on('2026-08-01'), child % 5),
        relatives: [mother({ name: `Trần ${name}`, phone: `09000${10_000 + child * 37}` })],
      })
    }
    const pages = [0, 10, 20].flatMap(
      offset => point.done(listDue, { filter: everybody, order: 'oldest', offset, limit: 10 }).lines,
    )
    expect(new Set(pages.map(({ hit }) => hit.personId)).size).toBe(25)
    expect(list(point).total).toBe(25)
  })
})

describe('the list follows what is written', () => {
  test('a dose, its voiding, a corrected birth date, another hamlet: at once', () => {
    const point = openReadyPoint()
    const personId = register(point, { birthDate: day('2026-11-22'), ...inHamlet('Thôn 1') })
    const rows = () => list(point).lines.flatMap(({ doses }) => doses.map(({ rowCode }) => rowCode))
    expect(rows()).toContain('BCG')
    const dose = {
      vaccineCode: 'BCG_IVAC',
      givenOn: on('2026-11-22'),
      statedNumber: null,
      lotNumber: null,
      placeName: null,
    }
    const { doseIds } = point.done(recordHistoricalDoses, { personId, doses: [dose] })
    expect(rows()).not.toContain('BCG')
    point.done(voidDose, { doseId: doseIds[0] ?? '', reason: 'ghi nhầm' })
    expect(rows()).toContain('BCG')
    point.done(correctPerson, { personId, changes: { birthDate: day('2026-09-01') }, reason: 'ghi nhầm' })
    expect(rows()).toContain('POLIO')
    point.done(correctPerson, { personId, changes: inHamlet('Thôn 9'), reason: 'chuyển nhà' })
    const { places } = point.done(countDue, { filter: everybody })
    expect(places.map(({ hamlet, persons }) => [hamlet, persons])).toEqual([['Thôn 9', 1]])
    expect(point.ports.jobs.list()).toEqual([])
  })

  test('what the point offers', async () => {
    const point = openReadyPoint()
    register(point, { birthDate: day('2026-09-01') })
    const hasRota = () =>
      list(point).lines.some(({ doses }) => doses.some(({ rowCode }) => rowCode === 'ROTA'))
    expect(hasRota()).toBe(false)
    point.done(updatePoint, { point: { ...pointSetUp.point, offeredAntigens: ['Rotavirus'] } })
    await expect.poll(() => list(point).renewal.isWaiting).toBe(false)
    expect(hasRota()).toBe(true)
  })

  test('a person who is no longer there is not on it', () => {
    const point = openReadyPoint()
    const personId = register(point, { birthDate: day('2026-09-01') })
    expect(list(point).total).toBe(1)
    point.store.transaction(() =>
      point.store.journal.append([{ noun: 'person', recordId: personId, verb: 'voided', reason: 'trùng' }], {
        at: point.ports.clock(),
        userId: null,
        requestId: null,
      }),
    )
    expect(list(point).renewal.isWaiting).toBe(true)
    point.moveClock(dayMs)
    expect(list(point)).toMatchObject({ total: 0, lines: [], renewal: { isWaiting: false } })
  })
})

describe('how many are due', () => {
  test('by place and by row, the same from what is kept and counted out', () => {
    const point = village()
    const kept = point.done(countDue, { filter: everybody })
    const counted = point.done(countDue, { filter: { ...everybody, bornTo: on('2026-11-22') } })
    expect(kept).toEqual(counted)
    expect(kept.total).toBe(list(point).total)
    expect(kept.waiting).toBe(0)
    expect(kept.places.reduce((sum, { persons }) => sum + persons, 0)).toBe(kept.total)
    expect(kept.places.map(({ communeName }) => communeName)).toContain('Đông Sơn')
    for (const { rowCode, persons } of kept.rows) expect(list(point, { rowCode }).total).toBe(persons)
  })

  test('a place narrows the rows, a row narrows the places, neither itself', () => {
    const point = village()
    const thon2 = { communeCode: home.communeCode, hamlet: 'Thôn 2' }
    const all = point.done(countDue, { filter: everybody })
    const atPlace = point.done(countDue, { filter: { ...everybody, place: thon2 } })
    expect(atPlace.places).toEqual(all.places)
    expect(atPlace.total).toBe(2)
    expect(atPlace.rows.reduce((sum, { persons }) => sum + persons, 0)).toBeLessThan(
      all.rows.reduce((sum, { persons }) => sum + persons, 0),
    )
    const ofRow = point.done(countDue, { filter: { ...everybody, rowCode: 'BCG', status: 'overdue' } })
    expect(ofRow.total).toBe(list(point, { rowCode: 'BCG', status: 'overdue' }).total)
  })
})
