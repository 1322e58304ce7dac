import { describe, expect, test } from 'vitest'
import { verifyCertificate } from '../../../src/contract/certificate-calls'
import { recordDoses } from '../../../src/contract/dose-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import type { DocumentKind, DocumentRequest } from '../../../src/contract/print-calls'
import { openVial } from '../../../src/contract/vial-calls'
import type { PrintDocument } from '../../../src/domain/document/document'
import { makeReadyToSign } from '../../helpers/province'
import type { TestPoint } from '../../helpers/test-point'
import {
  givePenta,
  openReadyPoint,
  planned,
  readyForInjection,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

type Wishes = Partial<Omit<DocumentRequest, 'kind' | 'paper' | 'bilingual'>>

function paperOf<K extends DocumentKind>(
  point: TestPoint,
  kind: K,
  wishes: Wishes,
): Extract<PrintDocument, { kind: K }> {
  const request = { kind, personId: null, visitId: null, printerId: null, ...wishes }
  return point.done(buildDocument, request) as Extract<PrintDocument, { kind: K }>
}

/** A child with one dose, sent on. */
function vaccinated() {
  const point = openReadyPoint()
  const personId = register(point)
  const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
  const { visitId } = givePenta(point, personId, lotId)
  return { point, personId, visitId, lotId }
}

describe('the certificate', () => {
  test('without a certified key it is a paper without a code, and says so by having no signature', () => {
    const { point, personId } = vaccinated()
    const paper = paperOf(point, 'vaccination-certificate', { personId })
    expect(paper.signature).toBeNull()
    expect(paper.doses).toMatchObject([{ vaccine: '5 trong 1', lot: 'LO-SII_PENTA', number: '1' }])
  })

  test('with one, its code holds the name and the doses of the paper and verifies', () => {
    const { point, personId } = vaccinated()
    makeReadyToSign(point)
    const paper = paperOf(point, 'vaccination-certificate', { personId })
    expect(paper.signature).toMatchObject({
      pointName: 'Trạm Y tế Phường Đông Sơn',
      authorityName: 'Tỉnh Thử Nghiệm',
    })
    const verdict = point.done(verifyCertificate, { text: paper.signature?.cards[0] ?? '' })
    expect(verdict).toMatchObject({
      state: 'valid',
      content: {
        name: paper.person.name,
        doses: [{ givenOn: '2026-11-22', lotNumber: paper.doses[0]?.lot }],
      },
    })
  })
})

describe('papers of the desks', () => {
  test('the ticket has the number of the visit; without a visit there is none', () => {
    const { point, personId, visitId } = vaccinated()
    expect(paperOf(point, 'queue-ticket', { personId, visitId })).toMatchObject({
      ticket: 1,
      day: 'Chủ Nhật, 22/11/2026',
      name: 'Nguyễn Thị Ánh Ngọc',
    })
    const request = { kind: 'queue-ticket' as const, personId, visitId: null, printerId: null }
    expect(refusedCodes(point, buildDocument, request)).toEqual(['visit.not-found'])
  })

  test('the receipt has the paid doses of the visit and no others; a sum stands only when every price is known', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const [free, paid] = [
      stockLot(point, { vaccineCode: 'SII_PENTA' }),
      stockLot(point, { vaccineCode: 'PREVENAR13', programme: 'fee' }),
    ]
    const visitId = readyForInjection(point, personId)
    const { doseIds } = point.done(recordDoses, {
      visitId,
      doses: [planned('SII_PENTA', free), planned('PREVENAR13', paid, { programme: 'fee', site: 'RVL' })],
    })
    const open = paperOf(point, 'fee-receipt', { personId, visitId })
    expect(open.lines).toMatchObject([{ detail: 'mũi 1 · lô LO-PREVENAR13', amount: null }])
    expect(open.total).toBeNull()
    const amounts = [{ doseId: doseIds[1] ?? '', dong: 1_290_000 }]
    expect(paperOf(point, 'fee-receipt', { personId, visitId, amounts })).toMatchObject({
      lines: [{ amount: '1.290.000' }],
      total: { amount: '1.290.000', words: 'Một triệu hai trăm chín mươi nghìn đồng' },
      cashier: 'Trưởng trạm',
    })
  })

  test('the label of an open vial says until when; of one nobody knows there is none', () => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'BOPV_POLYVAC', doses: 20 })
    const vial = point.done(openVial, { lotId, doses: 20 })
    expect(paperOf(point, 'vial-label', { vialId: vial.vialId })).toMatchObject({
      lot: 'LO-BOPV_POLYVAC',
      expires: '30/06/2027',
      openedAt: '08:00 22/11',
    })
    const request = { kind: 'vial-label' as const, personId: null, visitId: null, printerId: null }
    expect(refusedCodes(point, buildDocument, request)).toEqual(['vial.not-found'])
  })

  test('the stock sheet has every lot that is here, the sticker the mother beside the child', () => {
    const { point, personId } = vaccinated()
    expect(paperOf(point, 'stock-sheet', {}).rows).toMatchObject([
      { vaccine: '5 trong 1', lot: 'LO-SII_PENTA', balance: 9, programme: 'TCMR', trouble: null },
    ])
    expect(paperOf(point, 'handbook-sticker', { personId })).toMatchObject({
      name: 'Nguyễn Thị Ánh Ngọc',
      relative: 'Mẹ Trần Thị Phượng',
    })
  })
})
