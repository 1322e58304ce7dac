import { describe, expect, test } from 'vitest'
import {
  getCallList,
  listBesideCase,
  recallLot,
  recordContact,
  voidContact,
} from '../../../src/contract/contact-calls'
import { recordHistoricalDoses, voidDose } from '../../../src/contract/dose-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import { finishObservation } from '../../../src/contract/visit-calls'
import type { TestPoint } from '../../helpers/test-point'
import { afterSevere } from './after-setting'
import { twoRecords } from './merge-setting'
import {
  dayMs,
  givePenta,
  minuteMs,
  on,
  openReadyPoint,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

const page = { offset: 0, limit: 50 }
const another = { name: 'Lê Văn Thử', birthDate: on('2026-09-01'), sex: 'male' as const }

/** A card with a dose of another place, with the lot as somebody wrote it. */
function onCard(point: TestPoint, personId: string, vaccineCode: string, lotNumber: string): void {
  const dose = { vaccineCode, givenOn: on('2026-11-10'), statedNumber: 1, lotNumber, placeName: 'Nơi khác' }
  point.done(recordHistoricalDoses, { personId, doses: [dose] })
}

/** Who a recall names, with whether the lot was written the same. */
function recalled(point: TestPoint, lotId: string) {
  return point
    .done(recallLot, { lotId, ...page })
    .lines.map(({ personId, isSameLot, isHistorical }) => ({ personId, isSameLot, isHistorical }))
}

describe('a recall', () => {
  test('finds the lot over the whole register, however a card has its number', () => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA', number: 'PTA-10L/26' })
    const given = register(point)
    givePenta(point, given, lotId)
    const written = ['pta 1OL.26', 'PTA10126', 'Pta-1Ol-26']
    const names = ['Lê Văn Thử', 'Phạm Quốc Mẫu', 'Đinh Công Ví']
    const cards = written.map((number, index) => {
      const who = { ...another, name: names[index] ?? '', birthDate: on(`2026-0${index + 5}-11`) }
      const personId = register(point, who)
      onCard(point, personId, 'GENERIC_5IN1', number)
      return personId
    })
    expect(recalled(point, lotId)[0]).toEqual({ personId: given, isSameLot: true, isHistorical: false })
    expect(
      recalled(point, lotId)
        .slice(1)
        .map(({ personId }) => personId)
        .toSorted(),
    ).toEqual(cards.toSorted())
    expect(recalled(point, lotId).slice(1)).toEqual(
      expect.arrayContaining([{ personId: cards[0], isSameLot: false, isHistorical: true }]),
    )
  })

  test('the same number on a product against something else is another lot', () => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA', number: '2601' })
    const personId = register(point)
    onCard(point, personId, 'GENERIC_MR', '26-01')
    expect(recalled(point, lotId)).toEqual([])
  })

  test('a voided dose is not called; a merged record is called once, as who they are now', () => {
    const { point, first, second, merge, prove } = twoRecords()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
    const wrong = register(point, another)
    const { doseId } = givePenta(point, wrong, lotId)
    point.done(voidDose, { doseId, reason: 'Ghi nhầm người' })
    const { visitId } = givePenta(point, second.personId, lotId)
    point.moveClock(30 * minuteMs)
    point.done(finishObservation, { visitId, earlyBecause: null, next: null })
    point.done(recordContact, {
      about: 'recall',
      aboutKey: lotId,
      personId: second.personId,
      state: 'fine',
      note: null,
    })
    merge(first.personId, second.personId)
    const { lines, counts } = point.done(recallLot, { lotId, ...page })
    expect(lines).toMatchObject([{ personId: first.personId, contact: { state: 'fine' } }])
    expect(counts).toMatchObject({ persons: 1, reached: 1 })
    prove()
  })

  test('has address and phone, counts who was reached, and the newest call is what counts', () => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
    const personId = register(point)
    givePenta(point, personId, lotId)
    const about = { about: 'recall' as const, aboutKey: lotId, personId, note: null }
    point.done(recordContact, { ...about, state: 'unreachable' })
    point.moveClock(minuteMs)
    const { contactId } = point.done(recordContact, { ...about, state: 'symptoms' })
    const { counts, lines } = point.done(recallLot, { lotId, ...page })
    expect(counts).toEqual({ lines: 1, doses: 1, persons: 1, reached: 1, symptoms: 1, unreachable: 0 })
    expect(lines[0]).toMatchObject({
      phone: '0912345678',
      address: 'Thôn 4, Phường Đông Sơn, Tỉnh Thanh Hóa',
      contact: { state: 'symptoms' },
    })
    point.done(voidContact, { contactId, reason: 'Gọi nhầm số' })
    expect(point.done(recallLot, { lotId, ...page }).counts).toMatchObject({ symptoms: 0, unreachable: 1 })
    expect(refusedCodes(point, voidContact, { contactId, reason: 'lần nữa' })).toEqual(['contact.not-found'])
  })

  test('a call must be about a lot, a case or a day that exists', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const call = { personId, state: 'fine' as const, note: null }
    const codes = (about: 'recall' | 'case' | 'following-day', aboutKey: string) =>
      refusedCodes(point, recordContact, { ...call, about, aboutKey })
    expect(codes('recall', personId)).toEqual(['lot.not-found'])
    expect(codes('case', personId)).toEqual(['aefi.not-found'])
    expect(codes('following-day', 'hôm qua')).toEqual(['contract.bad-request'])
  })
})

describe('the calls of the following day', () => {
  /** Two hamlets yesterday, one child today. */
  function nextMorning() {
    const point = openReadyPoint({ at: '2026-11-24T01:00:00.000Z' })
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
    const place = { provinceCode: '38', communeCode: '16378', line: null }
    const ids = ['Thôn 9', 'Thôn 2'].map((hamlet, index) => {
      const personId = register(point, {
        ...another,
        name: index === 0 ? 'Lê Văn Thử' : 'Phạm Quốc Mẫu',
        birthDate: on(`2026-0${index + 7}-11`),
        addresses: { current: { ...place, hamlet } },
      })
      givePenta(point, personId, lotId)
      return personId
    })
    point.moveClock(dayMs)
    givePenta(point, register(point), lotId)
    return { point, ids }
  }

  test('name everybody of yesterday by hamlet, and nobody of today', () => {
    const { point, ids } = nextMorning()
    const list = point.done(getCallList, { on: null })
    expect(list).toMatchObject({ from: '2026-11-24', to: '2026-11-24' })
    expect(list.lines.map(({ personId, hamlet }) => [personId, hamlet])).toEqual([
      [ids[1], 'Thôn 2'],
      [ids[0], 'Thôn 9'],
    ])
    expect(list.lines[0]).toMatchObject({ vaccines: ['5 trong 1'], contact: null })
  })

  test('after days without a session, those of the last one', () => {
    const { point, ids } = nextMorning()
    point.moveClock(9 * dayMs)
    const list = point.done(getCallList, { on: null })
    expect(list).toMatchObject({ from: '2026-11-25', to: '2026-11-25' })
    expect(list.lines).toHaveLength(1)
    expect(point.done(getCallList, { on: on('2026-11-24') }).lines).toHaveLength(ids.length)
  })

  test('say who could not be reached', () => {
    const { point, ids } = nextMorning()
    const [personId = ''] = ids
    const call = { about: 'following-day' as const, aboutKey: '2026-11-24', personId, note: null }
    point.done(recordContact, { ...call, state: 'unreachable' })
    const line = point.done(getCallList, { on: null }).lines.find(it => it.personId === personId)
    expect(line?.contact?.state).toBe('unreachable')
  })
})

describe('papers', () => {
  const asked = { personId: null, visitId: null, printerId: null }

  test('of a recall have phone, address and the dose of everybody', () => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA', number: 'PTA-77' })
    givePenta(point, register(point), lotId)
    const paper = JSON.stringify(
      point.done(buildDocument, { ...asked, kind: 'contact-list', list: { of: 'recall', lotId } }),
    )
    for (const words of [
      'THU HỒI',
      'PTA-77',
      '0912345678',
      'Thôn 4',
      'Nguyễn Thị Ánh Ngọc',
      '22/11/2026 08:00',
    ])
      expect(paper).toContain(words)
  })

  test('of a severe case leave what is not known open, and say that the form is not compared', () => {
    const { point, caseId } = afterSevere()
    const paper = point.done(buildDocument, { ...asked, kind: 'aefi-case-form', caseId })
    if (paper.kind !== 'aefi-case-form') throw new Error('another paper')
    const lines = paper.sections.flatMap(section => [
      ...section.lines,
      ...section.doses.flatMap(dose => dose.lines),
    ])
    expect(lines.find(({ label }) => label === 'Kết quả')?.value).toBeNull()
    expect(lines.find(({ label }) => label === 'Ngày giờ xuất hiện')?.value).toBe('22/11/2026 08:12')
    expect(lines.find(({ label }) => label === 'Giới')?.value).toBe('Nữ')
    expect(paper.source).toContain('34/2018')
    expect(paper.reports).toEqual(['Sở Y tế: chưa báo', 'CDC tỉnh: chưa báo'])
  })

  test('of those beside a case name them, and a list that nobody named is refused', () => {
    const { point, caseId } = afterSevere()
    const paper = point.done(buildDocument, { ...asked, kind: 'contact-list', list: { of: 'case', caseId } })
    expect(JSON.stringify(paper)).toContain('Lê Văn Thử')
    expect(point.codes(buildDocument, { ...asked, kind: 'contact-list' })).toEqual(['contract.bad-request'])
    expect(point.done(listBesideCase, { caseId, ...page }).lines).toHaveLength(1)
  })
})
