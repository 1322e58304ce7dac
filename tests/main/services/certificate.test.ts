import { describe, expect, test } from 'vitest'
import { certify, officeFingerprint } from '../../../main/security/province-office'
import { makeCertificateKey, verifyCertificate } from '../../../src/contract/certificate-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import { deliver, makeReadyToSign, openProvince, requestOf, yearEnd } from '../../helpers/province'
import type { TestPoint } from '../../helpers/test-point'
import { cardOf, childWithDoses, signedAt } from './certificate-setting'
import { openReadyPoint } from './ready-point'

const stateOf = (point: TestPoint, text: string) => point.done(verifyCertificate, { text }).state

describe('a certificate', () => {
  test('on a label is made of the same signature, and not at all without one', () => {
    const point = openReadyPoint()
    const personId = childWithDoses(point)
    const asked = { kind: 'certificate-label', personId, visitId: null, printerId: null } as const
    expect(point.codes(buildDocument, asked)).toEqual(['certificate.unsigned'])
    makeReadyToSign(point)
    const label = point.done(buildDocument, asked)
    if (label.kind !== 'certificate-label') throw new Error('not a label')
    expect(label).toMatchObject({ name: 'Nguyễn Thị Ánh Ngọc', birthDate: '15/09/2026', doseCount: 2 })
    for (const text of [...label.cards, label.compact]) expect(stateOf(point, text)).toBe('valid')
  })

  test('is signed only by a key the province has certified, and says until then why it is not', () => {
    const point = openReadyPoint()
    const personId = childWithDoses(point)
    expect(cardOf(point, personId)).toEqual({ state: 'unsigned', why: 'no-key' })
    point.done(makeCertificateKey, {})
    expect(cardOf(point, personId)).toEqual({ state: 'unsigned', why: 'not-certified' })
    const office = certify(openProvince(), requestOf(point), { at: point.ports.clock(), until: yearEnd })
    deliver(point, office, officeFingerprint(office))
    expect(cardOf(point, personId)).toMatchObject({ state: 'signed', authorityName: 'Tỉnh Thử Nghiệm' })
  })

  test.each(['shc', 'compact'] as const)('verifies as %s, with name, birth and every dose', form => {
    const point = openReadyPoint()
    const personId = childWithDoses(point)
    makeReadyToSign(point)
    const card = signedAt(point, personId)
    const text = form === 'shc' ? (card.shc[0] ?? '') : card.compact
    const verdict = point.done(verifyCertificate, { text })
    expect(verdict).toMatchObject({
      state: 'valid',
      issuer: { pointName: 'Trạm Y tế Phường Đông Sơn' },
      content: {
        name: 'Nguyễn Thị Ánh Ngọc',
        birthDate: '2026-09-15',
        doses: [
          { givenOn: '2026-09-15', lotNumber: 'LO-2026/01', name: { vi: 'Viêm gan B', en: 'Hepatitis B' } },
          { givenOn: '2026-09-16', name: { vi: 'Lao', en: 'Tuberculosis' } },
        ],
      },
    })
  })

  test('is of an unknown issuer where nobody took the keys in', () => {
    const point = openReadyPoint()
    const personId = childWithDoses(point)
    makeReadyToSign(point)
    const card = signedAt(point, personId)
    const elsewhere = openReadyPoint()
    for (const text of [card.shc[0] ?? '', card.compact])
      expect(elsewhere.done(verifyCertificate, { text })).toMatchObject({
        state: 'unknown-issuer',
        issuer: null,
        content: { name: 'Nguyễn Thị Ánh Ngọc' },
      })
    expect(stateOf(elsewhere, '2012345678901234')).toBe('not-a-card')
  })
})
