import { describe, expect, test } from 'vitest'
import { qrModules } from '../../../main/printing/layout/symbols'
import { renderTransferHtml } from '../../../main/printing/page/transfer-html'
import { getChart, recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import { getPerson } from '../../../src/contract/person-calls'
import { recordResidence } from '../../../src/contract/residence-calls'
import { acceptTransfer, readTransfer } from '../../../src/contract/transfer-calls'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import type { TransferPaper } from '../../../src/domain/document/transfer-slip'
import { readSymbols } from '../../helpers/read-symbol'
import type { TestPoint } from '../../helpers/test-point'
import { home, on, openReadyPoint, refusedCodes, register } from './ready-point'

const line = (vaccineCode: string, givenOn: string) => ({
  vaccineCode,
  givenOn: on(givenOn),
  statedNumber: 1,
  lotNumber: 'LO-2026/01',
  placeName: null,
})

function paperOf(point: TestPoint, personId: string): TransferPaper {
  const paper = point.done(buildDocument, {
    kind: 'transfer-slip',
    personId,
    visitId: null,
    printerId: null,
  })
  if (paper.kind !== 'transfer-slip') throw new Error('not a transfer slip')
  return paper
}

/** A child with two doses at one point, and its slip. */
function leaving() {
  const point = openReadyPoint()
  const personId = register(point, {
    identifiers: [{ system: 'national-id', value: '038326000123' }],
    birthDate: on('2026-09-15'),
  })
  point.done(recordHistoricalDoses, {
    personId,
    doses: [line('BCG_IVAC', '2026-09-16'), line('GENEHBVAX_05', '2026-09-15')],
  })
  return { point, personId, paper: paperOf(point, personId) }
}

describe('a transfer slip', () => {
  test('registers the child at another point with every dose, and says where it came from', () => {
    const { paper } = leaving()
    const there = openReadyPoint()
    const read = there.done(readTransfer, { texts: [...paper.codes] })
    if (read.status !== 'whole') throw new Error('one code was enough')
    expect(read).toMatchObject({
      displayName: 'Nguyễn Thị Ánh Ngọc',
      from: 'Trạm Y tế Phường Đông Sơn',
      matches: [],
    })
    expect(read.doses.map(({ vaccineCode }) => vaccineCode)).toEqual(['GENEHBVAX_05', 'BCG_IVAC'])
    const current = { ...home, hamlet: 'Thôn 9' }
    const accepted = there.done(acceptTransfer, {
      texts: [...paper.codes],
      personId: null,
      current,
      notDuplicateOf: [],
    })
    expect(accepted).toMatchObject({ doses: 2, known: 0 })
    const view = there.done(getPerson, { personId: accepted.personId })
    expect(view.person).toMatchObject({ name: 'Nguyễn Thị Ánh Ngọc', addresses: { current } })
    expect(view.residence).toMatchObject({
      state: 'moved-in',
      otherPlace: 'Trạm Y tế Phường Đông Sơn',
      isFollowed: true,
    })
    const { doses } = there.done(getChart, { personId: accepted.personId, on: null })
    expect(doses.map(({ kind, lotNumber, placeName }) => [kind, lotNumber, placeName])).toEqual([
      ['historical', 'LO-2026/01', 'Trạm Y tế Phường Đông Sơn'],
      ['historical', 'LO-2026/01', 'Trạm Y tế Phường Đông Sơn'],
    ])
  })

  test('scanned twice adds nothing the second time, and a child who is here gets only what is missing', () => {
    const { paper } = leaving()
    const there = openReadyPoint()
    const texts = [...paper.codes]
    const { personId } = there.done(acceptTransfer, {
      texts,
      personId: null,
      current: null,
      notDuplicateOf: [],
    })
    expect(
      refusedCodes(there, acceptTransfer, { texts, personId: null, current: null, notDuplicateOf: [] }),
    ).toContain('person.id-taken')
    const read = there.done(readTransfer, { texts })
    expect(
      read.status === 'whole' && read.matches.map(match => [match.hit.personId, match.newDoses]),
    ).toEqual([[personId, 0]])
    const again = there.done(acceptTransfer, { texts, personId, current: null, notDuplicateOf: [] })
    expect(again).toEqual({ personId, doses: 0, known: 2, records: 0 })
    there.done(recordResidence, {
      personId,
      state: 'died',
      on: on('2026-11-22'),
      until: null,
      reason: null,
      otherPlace: null,
      note: null,
    })
    expect(
      refusedCodes(there, acceptTransfer, { texts, personId, current: null, notDuplicateOf: [] }),
    ).toContain('residence.after-death')
  })

  test('a wrong digit, another code and half a slip are refused by their names', () => {
    const { point, personId, paper } = leaving()
    const [code = ''] = paper.codes
    const wrong = `${code.slice(0, 40)}${code[40] === '1' ? '2' : '1'}${code.slice(41)}`
    expect(refusedCodes(point, readTransfer, { texts: [wrong] })).toEqual(['transfer.damaged'])
    expect(refusedCodes(point, readTransfer, { texts: ['038326000123'] })).toEqual(['transfer.not-a-slip'])
    const doses = Array.from({ length: 50 }, (_, index) => ({
      ...line('SII_PENTA', addDays(on('2026-10-01'), index)),
      lotNumber: `LO-2026-10-${index}`,
      placeName: `Trạm Y tế số ${index}`,
    }))
    point.done(recordHistoricalDoses, { personId, doses })
    const big = paperOf(point, personId)
    expect(big.codes.length).toBeGreaterThan(1)
    expect(point.done(readTransfer, { texts: [big.codes[1] ?? ''] })).toEqual({
      status: 'part',
      have: [2],
      parts: big.codes.length,
    })
    const half = { texts: [big.codes[0] ?? ''], personId: null, current: null, notDuplicateOf: [] }
    expect(refusedCodes(point, acceptTransfer, half)).toEqual(['transfer.part-missing'])
    expect(refusedCodes(point, readTransfer, { texts: [code, big.codes[0] ?? ''] })).toEqual([
      'transfer.mixed-parts',
    ])
  })

  test('stands on the paper as a symbol that a scanner reads, beside the doses in words', async () => {
    const { paper } = leaving()
    const [code = ''] = paper.codes
    const { size, dark } = qrModules(code, 'M')
    const scale = 3
    const bits = {
      width: size * scale,
      height: size * scale,
      get: (x: number, y: number) => dark(Math.floor(x / scale), Math.floor(y / scale)),
    }
    expect(await readSymbols(bits as Parameters<typeof readSymbols>[0])).toEqual([`QRCode:${code}`])
    const page = renderTransferHtml(paper, { paper: 'A4', fontBase: 'file:///fonts/' })
    expect(page).toContain('GIẤY CHUYỂN NƠI TIÊM')
    expect(page).toContain('16/09/2026')
    expect(page.match(/<path /gu)).toHaveLength(1)
  })
})
