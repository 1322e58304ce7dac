import { describe, expect, test } from 'vitest'
import { correctDose, getChart, recordHistoricalDoses, voidDose } from '../../../src/contract/dose-calls'
import { correctPerson, getPerson, getPersonHistory, searchPersons } from '../../../src/contract/person-calls'
import { setLotStatus } from '../../../src/contract/stock-calls'
import {
  balanceOf,
  child,
  dayMs,
  givePenta,
  mother,
  on,
  openReadyPoint,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

const nowhere = '018f0000-0000-7000-8000-000000000000'
const reason = 'Nhập nhầm'

/** A child with one dose given yesterday. */
function withDose() {
  const point = openReadyPoint()
  const penta = stockLot(point, { vaccineCode: 'SII_PENTA' })
  const personId = register(point)
  const { doseId } = givePenta(point, personId, penta)
  point.moveClock(dayMs)
  return { point, penta, personId, doseId }
}

describe('a dose that was never given', () => {
  test('is voided: stock comes back, it counts for nothing, and it stays readable', () => {
    const { point, penta, personId, doseId } = withDose()
    expect(balanceOf(point, penta)).toBe(9)
    point.done(voidDose, { doseId, reason: 'Nhập nhầm trẻ' })
    expect(balanceOf(point, penta)).toBe(10)
    const { chart, doses } = point.done(getChart, { personId, on: null })
    expect(doses).toMatchObject([{ doseId, voided: true, versions: 2 }])
    expect(chart.today.map(due => due.label.vi)).toContain('5 trong 1 mũi 1')
    expect(point.done(getPersonHistory, { personId })[0]).toMatchObject({
      noun: 'dose',
      recordId: doseId,
      verb: 'voided',
      reason: 'Nhập nhầm trẻ',
      userName: 'Trưởng trạm',
    })
  })

  test('is voided once, with a reason', () => {
    const { point, doseId } = withDose()
    expect(refusedCodes(point, voidDose, { doseId, reason: ' ' })).toEqual(['reason.missing'])
    expect(refusedCodes(point, voidDose, { doseId: nowhere, reason })).toEqual(['dose.not-found'])
    point.done(voidDose, { doseId, reason })
    expect(refusedCodes(point, voidDose, { doseId, reason })).toEqual(['dose.already-voided'])
    expect(refusedCodes(point, correctDose, { doseId, changes: { note: 'x' }, reason })).toEqual([
      'dose.already-voided',
    ])
  })
})

describe('a dose that was written down wrong', () => {
  test('is corrected to another lot: both stocks follow, and the old version stays readable', () => {
    const { point, penta, personId, doseId } = withDose()
    const other = stockLot(point, { vaccineCode: 'SII_PENTA', number: 'LO-2', expiresOn: on('2028-01-31') })
    point.done(correctDose, { doseId, changes: { lotId: other, site: 'RVL' }, reason: 'Quét nhầm lọ' })
    expect([balanceOf(point, penta), balanceOf(point, other)]).toEqual([10, 9])
    const { doses } = point.done(getChart, { personId, on: null })
    expect(doses[0]).toMatchObject({
      lotId: other,
      lotNumber: 'LO-2',
      lotExpiresOn: '2028-01-31',
      site: 'RVL',
    })
    const [latest] = point.done(getPersonHistory, { personId })
    expect(latest).toMatchObject({ verb: 'corrected', reason: 'Quét nhầm lọ' })
    expect(latest?.changes).toEqual(
      expect.arrayContaining([
        { field: 'lotNumber', before: 'LO-SII_PENTA', after: 'LO-2' },
        { field: 'site', before: 'LVL', after: 'RVL' },
      ]),
    )
  })

  test('only what changed is written', () => {
    const { point, penta, doseId } = withDose()
    point.done(correctDose, { doseId, changes: { lotId: penta, site: 'LVL', note: 'Khóc nhiều' }, reason })
    expect(point.store.journal.entriesOf(doseId).at(-1)?.body).toEqual({ note: 'Khóc nhiều' })
    const same = { doseId, changes: { site: 'LVL' as const }, reason }
    expect(refusedCodes(point, correctDose, same)).toEqual(['contract.bad-request'])
  })

  test('keeps the number of the lot it came from, whatever is typed', () => {
    const { point, personId, doseId } = withDose()
    point.done(correctDose, { doseId, changes: { lotNumber: 'KHÁC', note: 'x' }, reason })
    const { doses } = point.done(getChart, { personId, on: null })
    expect(doses[0]).toMatchObject({ lotNumber: 'LO-SII_PENTA', note: 'x' })
  })

  const refused = [
    {
      code: 'dose.before-birth',
      why: 'the new date lies before the birth',
      changes: { givenOn: on('2026-09-14') },
    },
    { code: 'dose.in-future', why: 'the new date lies after today', changes: { givenOn: on('2026-12-31') } },
    { code: 'dose.unknown-vaccine', why: 'the product is unknown', changes: { vaccineCode: 'NOTHING' } },
    { code: 'lot.wrong-vaccine', why: 'the lot is of another product', changes: { vaccineCode: 'COMBE5' } },
    { code: 'lot.not-found', why: 'the lot is unknown', changes: { lotId: nowhere } },
  ]
  test.each(refused)('$code when $why, and nothing is written', ({ code, changes }) => {
    const { point, doseId } = withDose()
    expect(refusedCodes(point, correctDose, { doseId, changes, reason })).toContain(code)
  })

  test('lot.suspended and reason.missing', () => {
    const { point, doseId } = withDose()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA', number: 'LO-2' })
    point.done(setLotStatus, { lotId, status: 'suspended', reason: 'Thu hồi' })
    expect(refusedCodes(point, correctDose, { doseId, changes: { lotId }, reason })).toEqual([
      'lot.suspended',
    ])
    expect(refusedCodes(point, correctDose, { doseId, changes: { note: 'x' }, reason: '' })).toEqual([
      'reason.missing',
    ])
  })

  test('a dose from a card takes nothing from our stock, however it is corrected', () => {
    const { point, penta, personId } = withDose()
    const line = {
      vaccineCode: 'BCG_IVAC',
      givenOn: on('2026-09-16'),
      statedNumber: 1,
      lotNumber: null,
      placeName: null,
    }
    const { doseIds } = point.done(recordHistoricalDoses, { personId, doses: [line] })
    const request = { doseId: doseIds[0] ?? '', changes: { vaccineCode: 'SII_PENTA', lotId: penta }, reason }
    expect(refusedCodes(point, correctDose, request)).toEqual(['contract.bad-request'])
    point.done(correctDose, { ...request, changes: { lotNumber: 'B-77' } })
    expect(balanceOf(point, penta)).toBe(9)
  })
})

describe('a person that was written down wrong', () => {
  test('is corrected with a reason: found under the new name, the old one readable, the code the same', () => {
    const { point, personId } = withDose()
    const { personCode } = point.done(getPerson, { personId })
    point.done(correctPerson, {
      personId,
      changes: {
        name: 'Nguyễn Thị Ánh Nguyệt',
        identifiers: [{ system: 'national-id', value: '038326000123' }],
      },
      reason: 'Theo giấy khai sinh',
    })
    const view = point.done(getPerson, { personId })
    expect(view).toMatchObject({ displayName: 'Nguyễn Thị Ánh Nguyệt', personCode, versions: 2 })
    expect(point.done(searchPersons, { text: 'anh nguyet', limit: 5 }).hits).toHaveLength(1)
    const [latest] = point.done(getPersonHistory, { personId })
    expect(latest).toMatchObject({ noun: 'person', verb: 'corrected', reason: 'Theo giấy khai sinh' })
    expect(latest?.changes).toEqual(
      expect.arrayContaining([
        { field: 'name', before: 'Nguyễn Thị Ánh Ngọc', after: 'Nguyễn Thị Ánh Nguyệt' },
        expect.objectContaining({ before: null, after: '038326000123' }),
      ]),
    )
  })

  test('a newborn gets a name', () => {
    const point = openReadyPoint()
    const personId = register(point, { name: '' })
    point.done(correctPerson, { personId, changes: { name: 'Trần An Nhiên' }, reason: 'Đã khai sinh' })
    expect(point.done(getPerson, { personId }).displayName).toBe('Trần An Nhiên')
  })

  test('only what changed is written', () => {
    const { point, personId } = withDose()
    const changes = { ...child(), note: 'Gọi điện trước' }
    point.done(correctPerson, { personId, changes: { ...changes, identifiers: [] }, reason })
    expect(point.store.journal.entriesOf(personId).at(-1)?.body).toEqual({ note: 'Gọi điện trước' })
  })

  const refused = [
    { code: 'person.nothing-changed', why: 'nothing is different', changes: { name: 'Nguyễn Thị Ánh Ngọc' } },
    { code: 'person.birth-in-future', why: 'born tomorrow', changes: { birthDate: on('2026-12-01') } },
    { code: 'person.birth-after-dose', why: 'born after a dose', changes: { birthDate: on('2026-11-23') } },
    { code: 'person.no-name', why: 'neither name nor mother remain', changes: { name: '', relatives: [] } },
    {
      code: 'person.bad-phone',
      why: 'the phone cannot be one',
      changes: { relatives: [mother({ phone: '1' })] },
    },
  ]
  test.each(refused)('$code when $why, and nothing is written', ({ code, changes }) => {
    const { point, personId } = withDose()
    expect(refusedCodes(point, correctPerson, { personId, changes, reason })).toContain(code)
  })

  test('person.id-taken when the number is somebody else’s; one’s own number is no conflict', () => {
    const { point, personId } = withDose()
    const identifiers = [{ system: 'national-id' as const, value: '038326000123' }]
    const owner = register(point, { name: 'Lê Gia Bảo', sex: 'male', identifiers })
    expect(refusedCodes(point, correctPerson, { personId, changes: { identifiers }, reason })).toEqual([
      'person.id-taken',
    ])
    expect(
      point.codes(correctPerson, { personId: owner, changes: { identifiers, note: 'x' }, reason }),
    ).toEqual([])
  })
})
