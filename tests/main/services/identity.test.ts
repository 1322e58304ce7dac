import { describe, expect, test } from 'vitest'
import { recordDoses } from '../../../src/contract/dose-calls'
import { getPerson } from '../../../src/contract/person-calls'
import { confirmIdentity, getIdentity } from '../../../src/contract/safety-calls'
import type { Person } from '../../../src/domain/person/person'
import type { TestPoint } from '../../helpers/test-point'
import {
  identify,
  mother,
  on,
  openReadyPoint,
  planned,
  refusedCodes,
  register,
  stockLot,
  waitingForInjection,
} from './ready-point'

/** What is scanned, untouched by any input method. */
const scanned = (text: string) => ({ text, physical: text, touched: false })

/** Two children at the injection, and the vaccine both are due for. */
function twoChildren(second: Partial<Person> = {}) {
  const point = openReadyPoint()
  const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
  const one = register(point, { name: 'Nguyễn Thị Ánh Ngọc' })
  const other = register(point, {
    name: 'Lê Văn Tí',
    birthDate: on('2026-08-02'),
    relatives: [mother({ name: 'Đỗ Thị Sen', phone: '0987654321' })],
    ...second,
  })
  const visits = [one, other].map(personId => waitingForInjection(point, personId)) as [string, string]
  const codes = [one, other].map(personId => point.done(getPerson, { personId }).personCode ?? '')
  const doses = [planned('SII_PENTA', lotId)]
  return { point, one, other, visits, codes: codes as [string, string], doses }
}

const byCode = (visitId: string, code: string) => ({
  visitId,
  how: 'code' as const,
  scan: scanned(code),
  toldApartFrom: [],
})
const said = (visitId: string, toldApartFrom: readonly string[] = []) => ({
  visitId,
  how: 'two-identifiers' as const,
  scan: null,
  toldApartFrom: [...toldApartFrom],
})

describe('the child who sits here', () => {
  test('is not vaccinated before somebody settled who it is', () => {
    const { point, visits, doses } = twoChildren()
    expect(refusedCodes(point, recordDoses, { visitId: visits[0], doses })).toEqual([
      'identity.not-confirmed',
    ])
    expect(point.done(getIdentity, { visitId: visits[0] }).confirmed).toBeNull()
    identify(point, visits[0])
    expect(point.done(getIdentity, { visitId: visits[0] }).confirmed).toMatchObject({
      how: 'two-identifiers',
    })
    expect(point.codes(recordDoses, { visitId: visits[0], doses })).toEqual([])
  })

  test('is settled by a scan of the code', () => {
    const { point, visits, codes, doses } = twoChildren()
    point.done(confirmIdentity, byCode(visits[0], codes[0]))
    expect(point.codes(recordDoses, { visitId: visits[0], doses })).toEqual([])
  })

  test("of whom another child's code is scanned is refused, and the sentence can name both", () => {
    const { point, visits, codes, doses } = twoChildren()
    const request = byCode(visits[0], codes[1])
    expect(refusedCodes(point, confirmIdentity, request)).toEqual(['identity.other-person'])
    const answer = point.call(confirmIdentity, request)
    expect(answer.ok ? null : answer.error.problems[0]?.params).toMatchObject({
      name: 'Lê Văn Tí',
      open: 'Nguyễn Thị Ánh Ngọc',
      visitId: visits[1],
    })
    expect(refusedCodes(point, recordDoses, { visitId: visits[0], doses })).toEqual([
      'identity.not-confirmed',
    ])
  })

  test('is settled anew once another child was identified in between', () => {
    const { point, visits, codes, doses } = twoChildren()
    point.done(confirmIdentity, byCode(visits[0], codes[0]))
    point.done(confirmIdentity, byCode(visits[1], codes[1]))
    expect(refusedCodes(point, recordDoses, { visitId: visits[0], doses })).toEqual(['identity.other-since'])
    expect(point.done(getIdentity, { visitId: visits[0] }).confirmed).toBeNull()
    expect(point.codes(recordDoses, { visitId: visits[1], doses })).toEqual([])
    expect(refusedCodes(point, recordDoses, { visitId: visits[0], doses })).toEqual(['identity.other-since'])
    point.done(confirmIdentity, byCode(visits[0], codes[0]))
    expect(point.codes(recordDoses, { visitId: visits[0], doses })).toEqual([])
  })

  test("is not settled by the mother's card, by somebody else's number, or by a hurt code", () => {
    const point = openReadyPoint()
    const card = '038197001234'
    const personId = register(point, { relatives: [mother({ nationalId: card })] })
    const visitId = waitingForInjection(point, personId)
    const codes = (text: string) => refusedCodes(point, confirmIdentity, byCode(visitId, text))
    expect(codes(card)).toEqual(['identity.code-of-relative'])
    expect(codes('038197009999')).toEqual(['identity.unknown-code'])
    expect(codes('2026000700004299')).toEqual(['scan.bad-check'])
    expect(codes('DPT-0325')).toEqual(['scan.not-a-code'])
  })
})

describe('children who are easily taken for one another', () => {
  const alikes: readonly (readonly [string, Partial<Person>, string, readonly string[]])[] = [
    [
      'the same name without its marks',
      { name: 'Nguyễn Thị Anh Ngọc' },
      'same-name',
      ['name', 'birthDate', 'mother'],
    ],
    [
      'a twin',
      { name: 'Nguyễn Văn Ánh', sex: 'male', birthDate: on('2026-09-15'), relatives: [mother()] },
      'twin',
      ['name', 'sex'],
    ],
    [
      'the same given name and birth date',
      { name: 'Lê Thị Ngọc', birthDate: on('2026-09-15') },
      'same-given-name-and-birth',
      ['name', 'mother'],
    ],
  ]

  test.each(alikes)('%s: shown with what differs, and told apart first', (_, second, why, differs) => {
    const { point, other, visits } = twoChildren(second)
    const [visitId] = visits
    expect(point.done(getIdentity, { visitId }).alikes).toMatchObject([{ personId: other, why, differs }])
    expect(refusedCodes(point, confirmIdentity, said(visitId))).toEqual(['identity.alike-not-seen'])
    expect(point.codes(confirmIdentity, said(visitId, [other]))).toEqual([])
    const kept = point.store.records.list('identity-check', { visit_id: visitId }, 'created_stamp').at(-1)
    expect(kept).toMatchObject({ how: 'two-identifiers', toldApartFrom: [other], byName: 'Trưởng trạm' })
  })

  test('a scanned code needs no telling apart', () => {
    const { point, visits, codes } = twoChildren({ name: 'Nguyễn Thị Ánh Ngọc' })
    expect(point.codes(confirmIdentity, byCode(visits[0], codes[0]))).toEqual([])
  })

  test('nobody else is shown', () => {
    const { point, visits } = twoChildren()
    expect(point.done(getIdentity, { visitId: visits[0] }).alikes).toEqual([])
  })
})

test('an identification is of one morning: yesterday says nothing', () => {
  const point: TestPoint = openReadyPoint()
  const visitId = waitingForInjection(point, register(point))
  point.moveClock(86_400_000)
  expect(refusedCodes(point, confirmIdentity, said(visitId))).toEqual(['visit.wrong-stage'])
})
