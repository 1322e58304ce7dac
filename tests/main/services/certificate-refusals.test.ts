import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import {
  certify,
  listFile,
  type Office,
  officeFingerprint,
  revoke,
  rotate,
} from '../../../main/security/province-office'
import { answerStep, signing } from '../../../main/security/signing'
import {
  getCertificateKeys,
  makeCertificateKey,
  trustKeyList,
  verifyCertificate,
} from '../../../src/contract/certificate-calls'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import { codingOf } from '../../../src/domain/certificate/card-content'
import { runSteps } from '../../../src/domain/certificate/crypto-steps'
import { keyRingOf } from '../../../src/domain/certificate/key-list'
import { fromNumericCode, toNumericCode } from '../../../src/domain/certificate/numeric-code'
import { verifyCard } from '../../../src/domain/certificate/verify-card'
import { seededRandom } from '../../../src/domain/exchange/random'
import { deliver, makeReadyToSign, openProvince, requestOf, yearEnd } from '../../helpers/province'
import type { TestPoint } from '../../helpers/test-point'
import { childWithDoses, signedAt } from './certificate-setting'
import { openReadyPoint } from './ready-point'

const stateOf = (point: TestPoint, text: string) => point.done(verifyCertificate, { text }).state
const dayMs = 24 * 3_600_000

/** A point that signs, one card in both forms, and the office. */
function signer() {
  const point = openReadyPoint()
  const personId = childWithDoses(point)
  const office = makeReadyToSign(point)
  const { shc, compact, kid } = signedAt(point, personId)
  return { point, personId, office, kid, texts: [shc[0] ?? '', compact] }
}

/** The rule itself, without the way through the engine: asked many hundred times. */
function judge({ point, office }: ReturnType<typeof signer>) {
  const { vaccines, transferNumbers } = point.ports.resources
  const names = {
    numbers: transferNumbers.vaccines,
    codingOf: (code: string) => codingOf(code, vaccines.get(code)),
  }
  const ring = keyRingOf([office.list])
  return (text: string) => runSteps(verifyCard(text, ring, names, point.ports.clock()), answerStep).state
}

describe('a certificate is refused', () => {
  test('when one sign of it is changed, wherever it stands', () => {
    const made = signer()
    const { texts } = made
    const stateNow = judge(made)
    const jws = fromNumericCode(texts[0] ?? '') ?? ''
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const states = new Set<string>()
    for (let at = 0; at < jws.length; at++) {
      const other = alphabet[(alphabet.indexOf(jws[at] ?? '') + 1 + (at % 62)) % 64] ?? ''
      if (other === jws[at]) continue
      states.add(stateNow(toNumericCode(jws.slice(0, at) + other + jws.slice(at + 1))))
    }
    expect([...states].toSorted()).toEqual(['altered', 'unknown-issuer'])
  })

  test('when one digit of its compact form is changed, wherever it stands', () => {
    const made = signer()
    const { texts } = made
    const stateNow = judge(made)
    const compact = texts[1] ?? ''
    const states = new Set<string>()
    for (let at = 5; at < compact.length; at++) {
      const other = (Number(compact[at]) + 1 + (at % 9)) % 10
      if (String(other) === compact[at]) continue
      states.add(stateNow(compact.slice(0, at) + other + compact.slice(at + 1)))
    }
    expect(states.has('valid')).toBe(false)
    expect([...states].every(state => ['altered', 'unknown-issuer'].includes(state))).toBe(true)
  })

  test('when somebody else signed it under the name of the issuer’s key', () => {
    const { point, texts, kid } = signer()
    const jws = fromNumericCode(texts[0] ?? '') ?? ''
    const [head = '', body = ''] = jws.split('.')
    const forger = signing.makeKey()
    const signature = signing.sign(forger.privateKey, new TextEncoder().encode(`${head}.${body}`))
    const forged = `${head}.${body}.${Buffer.from(signature).toString('base64url')}`
    expect(stateOf(point, toNumericCode(forged))).toBe('altered')
    expect(point.done(verifyCertificate, { text: toNumericCode(forged) })).toMatchObject({
      issuer: { kid },
    })
  })

  test('when its key was revoked, even for what it signed before', () => {
    const { point, personId, office, kid, texts } = signer()
    point.moveClock(dayMs)
    deliver(point, revoke(office, kid, point.ports.clock(), 'misused'))
    for (const text of texts)
      expect(point.done(verifyCertificate, { text })).toMatchObject({
        state: 'revoked',
        issuer: { pointName: 'Trạm Y tế Phường Đông Sơn' },
        content: { name: 'Nguyễn Thị Ánh Ngọc' },
      })
    expect(() => signedAt(point, personId)).toThrow('key-revoked')
  })

  test('when it was signed in practice mode', () => {
    const practice = openReadyPoint({ mode: 'practice' })
    const personId = childWithDoses(practice)
    const office = makeReadyToSign(practice)
    const { shc, compact } = signedAt(practice, personId)
    const point = openReadyPoint()
    deliver(point, office, officeFingerprint(office))
    for (const text of [shc[0] ?? '', compact]) expect(stateOf(point, text)).toBe('practice')
  })

  test('when it was signed after its key had ended; what was signed before stays good', () => {
    const point = openReadyPoint()
    const personId = childWithDoses(point)
    const end = instantOf(Date.parse(point.ports.clock()) + 10 * dayMs)
    makeReadyToSign(point, openProvince(), end)
    const early = signedAt(point, personId)
    point.moveClock(30 * dayMs)
    expect(stateOf(point, early.shc[0] ?? '')).toBe('valid')
    expect(() => signedAt(point, personId)).toThrow('key-expired')
    point.moveClock(-25 * dayMs)
    const late = signedAt(point, personId)
    const shorter = openReadyPoint()
    const office = certify(openProvince(), requestOf(point), { at: point.ports.clock(), until: yearEnd })
    const key = office.list.keys[0]
    if (!key) throw new Error('certified')
    const ended: Office = {
      ...office,
      list: { ...office.list, keys: [{ ...key, notAfter: instantOf(Date.parse(late.signedAt) - dayMs) }] },
    }
    deliver(shorter, ended, officeFingerprint(ended))
    for (const text of [late.shc[0] ?? '', late.compact]) expect(stateOf(shorter, text)).toBe('expired-key')
  })

  test('when the clock says it is from the future', () => {
    const { point, texts } = signer()
    point.setClock(-3 * dayMs)
    // The key itself counts from the moment it was certified.
    expect(stateOf(point, texts[0] ?? '')).toBe('from-future')
  })
})

describe('keys', () => {
  test('are made anew while the one before goes on signing, until the province has certified it', () => {
    const { point, personId, office, kid } = signer()
    point.moveClock(dayMs)
    const { kid: fresh } = point.done(makeCertificateKey, {})
    expect(signedAt(point, personId).kid).toBe(kid)
    expect(point.done(getCertificateKeys, {}).keys.map(key => key.standing)).toEqual([
      'not-certified',
      'signs',
    ])
    deliver(point, certify(office, requestOf(point), { at: point.ports.clock(), until: yearEnd }))
    expect(signedAt(point, personId).kid).toBe(fresh)
  })

  test('of a new authority are believed only by the thirty digits of its letter', () => {
    const point = openReadyPoint()
    const office = openProvince()
    const text = listFile(office)
    expect(point.codes(trustKeyList, { text, fingerprint: null })).toEqual(['key-list.wrong-fingerprint'])
    const other = officeFingerprint(openProvince())
    expect(point.codes(trustKeyList, { text, fingerprint: other })).toEqual(['key-list.wrong-fingerprint'])
    expect(point.codes(trustKeyList, { text, fingerprint: officeFingerprint(office) })).toEqual([])
    expect(point.codes(trustKeyList, { text, fingerprint: null })).toEqual(['key-list.already-here'])
  })

  test('come back by no older file, no changed file and no file of a stranger', () => {
    const { point, office, kid } = signer()
    const before = listFile(office)
    const revoked = revoke(office, kid, point.ports.clock(), 'lost')
    deliver(point, revoked)
    expect(point.codes(trustKeyList, { text: before, fingerprint: null })).toEqual(['key-list.older'])
    const stranger: Office = { ...openProvince(), list: { ...office.list, serial: 99 } }
    expect(point.codes(trustKeyList, { text: listFile(stranger), fingerprint: null })).toEqual([
      'key-list.other-signer',
    ])
    const changed = listFile({ ...revoked, list: { ...revoked.list, serial: 50 } })
    const at = changed.lastIndexOf('"signed"') + 400
    const broken = changed.slice(0, at) + (changed[at] === 'A' ? 'B' : 'A') + changed.slice(at + 1)
    expect(['key-list.altered', 'key-list.unreadable']).toContain(
      point.codes(trustKeyList, { text: broken, fingerprint: null })[0],
    )
    expect(point.codes(trustKeyList, { text: '{}', fingerprint: null })).toEqual(['key-list.unreadable'])
  })

  test('of an authority that changed its own key are followed, also by who missed a file', () => {
    const { point, office } = signer()
    const next = rotate(office, point.ports.clock())
    const afterNext = rotate(next, point.ports.clock())
    deliver(point, afterNext)
    expect(point.done(getCertificateKeys, {}).authorities).toMatchObject([
      { name: 'Tỉnh Thử Nghiệm', serial: afterNext.list.serial, keys: 1 },
    ])
    // The old key of the province signs nothing any more.
    const old: Office = { ...office, list: { ...office.list, serial: 99 } }
    expect(point.codes(trustKeyList, { text: listFile(old), fingerprint: null })).toEqual([
      'key-list.other-signer',
    ])
  })

  test('leave no private half in the journal, and the journal alone fills their tables', () => {
    const { point } = signer()
    const journal = JSON.stringify(
      point.store.records.list('station-key', {}, 'created_stamp').map(({ id }) => point.store.entriesOf(id)),
    )
    expect(journal).not.toMatch(/"d":|privateKey/u)
    expect(compareRebuild(point.db, seededRandom(3))).toEqual([])
  })

  test('are made by the head of the point only', () => {
    const point = openReadyPoint()
    point.actAs('vaccinator')
    expect(point.codes(makeCertificateKey, {})).toEqual(['user.not-allowed'])
    expect(point.codes(trustKeyList, { text: '{}', fingerprint: null })).toEqual(['user.not-allowed'])
  })
})
