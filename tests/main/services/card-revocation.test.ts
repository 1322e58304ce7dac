import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import {
  type Office,
  OfficeProblem,
  officeFingerprint,
  revoke,
  revokeCards,
} from '../../../main/security/province-office'
import { answerStep, signing } from '../../../main/security/signing'
import { makeRevocations, revokeCard } from '../../../src/contract/card-revocation-calls'
import { makeVerifier, verifyCertificate } from '../../../src/contract/certificate-calls'
import { codingOf } from '../../../src/domain/certificate/card-content'
import {
  readRevocation,
  revocationFileOf,
  revocationTextOf,
  statementsIn,
} from '../../../src/domain/certificate/card-revocation'
import { runSteps } from '../../../src/domain/certificate/crypto-steps'
import { keyRingOf } from '../../../src/domain/certificate/key-list'
import { readListPayload } from '../../../src/domain/certificate/key-list-shape'
import { fromNumericCode, toNumericCode } from '../../../src/domain/certificate/numeric-code'
import { verifyCard } from '../../../src/domain/certificate/verify-card'
import { seededRandom } from '../../../src/domain/exchange/random'
import { deliver, makeReadyToSign, openProvince } from '../../helpers/province'
import { cardNameOf } from '../../helpers/sample-certificates'
import type { TestPoint } from '../../helpers/test-point'
import { childWithDoses, signedAt } from './certificate-setting'
import { openReadyPoint } from './ready-point'

const stateOf = (point: TestPoint, text: string) => point.done(verifyCertificate, { text }).state
const dayMs = 24 * 3_600_000
const takenBack = { why: 'wrong-dose', note: 'ghi nhầm lô' } as const
const fileOf = (point: TestPoint) => new TextDecoder().decode(point.done(makeRevocations, {}).bytes)

/** A point that signs, with two cards of a child and the compact form of the first. */
function signer(office = openProvince(), code: string | null = null) {
  const point = openReadyPoint()
  const personId = childWithDoses(point)
  const certified = makeReadyToSign(point, office, undefined, code)
  const { shc, compact, kid } = signedAt(point, personId)
  const [card = ''] = shc
  point.moveClock(60_000)
  const [other = ''] = signedAt(point, personId).shc
  return { point, personId, office: certified, kid, card, compact, other }
}

describe('a single card is taken back', () => {
  test('and only that one: the compact form and a later print are cards of their own', () => {
    const { point, card, compact, other } = signer()
    expect(point.codes(makeRevocations, {})).toEqual(['certificate.nothing-revoked'])
    point.done(revokeCard, { text: card, ...takenBack })
    expect(point.done(verifyCertificate, { text: card })).toMatchObject({
      state: 'revoked-card',
      card: cardNameOf(card),
      takenBack: { why: 'wrong-dose' },
      content: { name: 'Nguyễn Thị Ánh Ngọc' },
    })
    expect([stateOf(point, compact), stateOf(point, other)]).toEqual(['valid', 'valid'])
    point.done(revokeCard, { text: compact, ...takenBack })
    expect([stateOf(point, compact), stateOf(point, other)]).toEqual(['revoked-card', 'valid'])
    expect(compareRebuild(point.db, seededRandom(3))).toEqual([])
  })

  test('though its signature is written in the second way that holds as well', () => {
    const { point, card } = signer()
    const [head = '', body = '', tail = ''] = (fromNumericCode(card) ?? '').split('.')
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
    const bytes = Buffer.from(tail, 'base64url')
    const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`)
    const second = Buffer.concat([
      bytes.subarray(0, 32),
      Buffer.from(s.toString(16).padStart(64, '0'), 'hex'),
    ])
    const again = toNumericCode(`${head}.${body}.${second.toString('base64url')}`)
    expect(again).not.toBe(card)
    expect(stateOf(point, again)).toBe('valid')
    point.done(revokeCard, { text: card, ...takenBack })
    expect(stateOf(point, again)).toBe('revoked-card')
  })

  test('by its own point alone, while it counts, and by a PC that signs', () => {
    const office = openProvince()
    const first = signer(office, 'A')
    const { point, card } = signer(first.office, 'B')
    expect(stateOf(point, first.card)).toBe('valid')
    const codes = (text: string) => point.codes(revokeCard, { text, ...takenBack })
    expect(codes(first.card)).toEqual(['certificate.card-not-ours'])
    expect(codes(`${card.slice(0, -2)}00`)).toEqual(['certificate.card-not-revocable'])
    expect(codes('xin chào')).toEqual(['certificate.card-not-revocable'])
    point.done(revokeCard, { text: card, ...takenBack })
    expect(codes(card)).toEqual(['certificate.card-not-revocable'])
    const late = signer()
    late.point.moveClock(500 * dayMs)
    expect(late.point.codes(revokeCard, { text: late.card, ...takenBack })).toEqual([
      'certificate.cannot-take-back',
    ])
  })
})

describe('a statement', () => {
  /** The verdict with what came from elsewhere: the rule itself, as the page on a stick follows it. */
  function stateWith({ point }: ReturnType<typeof signer>, office: Office, card: string, statement: string) {
    const { vaccines, transferNumbers } = point.ports.resources
    const codingOfCode = (code: string) => codingOf(code, vaccines.get(code))
    const names = { numbers: transferNumbers.vaccines, codingOf: codingOfCode }
    const ring = keyRingOf([office.list])
    return runSteps(verifyCard(card, ring, names, point.ports.clock(), [statement]), answerStep).state
  }
  const statementOf = (point: TestPoint) => statementsIn(fileOf(point))?.at(-1) ?? ''

  test('counts wherever it is carried, and no more once it was changed or its key was revoked', () => {
    const made = signer()
    const { point, card, other, kid, office } = made
    point.done(revokeCard, { text: card, ...takenBack })
    const statement = statementOf(point)
    expect(stateWith(made, office, card, statement)).toBe('revoked-card')
    expect(stateWith(made, office, other, statement)).toBe('valid')
    const [head = '', body = '', tail = ''] = statement.split('.')
    const said = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as object
    const about = { ...said, card: cardNameOf(other) }
    const changed = `${head}.${Buffer.from(JSON.stringify(about)).toString('base64url')}.${tail}`
    expect(stateWith(made, office, other, changed)).toBe('valid')
    const revoked = revoke(office, kid, point.ports.clock(), 'lost')
    expect(runSteps(readRevocation(statement, keyRingOf([revoked.list])), answerStep)).toBeNull()
  })

  test('of a stranger, or of another point, takes nothing back', () => {
    const first = signer(openProvince(), 'A')
    const { point, office, kid } = signer(first.office, 'B')
    const about = { card: cardNameOf(first.card), at: point.ports.clock(), why: 'misused' } as const
    const stranger = signing.makeKey()
    const forged = revocationTextOf(about, first.kid, bytes => signing.sign(stranger.privateKey, bytes))
    expect(stateWith(first, office, first.card, forged)).toBe('valid')
    const { store, safe } = point.ports
    const locked = store.certificates.findPrivate(kid)
    const own = locked && safe.unlock(locked)
    if (!own) throw new Error('no key')
    const foreign = revocationTextOf(about, kid, bytes => signing.sign(own, bytes))
    expect(runSteps(readRevocation(foreign, keyRingOf([office.list])), answerStep)).not.toBeNull()
    expect(stateWith(first, office, first.card, foreign)).toBe('valid')
  })
})

describe('the province', () => {
  test('tells every point with its next list, and lists made before there were any still open', () => {
    const { point, card, other, office } = signer()
    point.done(revokeCard, { text: card, ...takenBack })
    const next = revokeCards(office, fileOf(point), point.ports.clock())
    expect(next.list.cards).toMatchObject([{ card: cardNameOf(card), why: 'wrong-dose' }])
    expect(() => revokeCards(next, fileOf(point), point.ports.clock())).toThrow('taken back before')
    const elsewhere = openReadyPoint()
    deliver(elsewhere, office, officeFingerprint(office))
    expect(stateOf(elsewhere, card)).toBe('valid')
    deliver(elsewhere, next)
    expect([stateOf(elsewhere, card), stateOf(elsewhere, other)]).toEqual(['revoked-card', 'valid'])
    const { cards: _none, ...older } = office.list
    expect(readListPayload(older)).toMatchObject({ serial: office.list.serial, cards: [] })
    expect(readListPayload({ ...older, cards: [{ card: 'x' }] })).toBeNull()
  })

  test('takes no statement of a stranger, and no other file', () => {
    const { point, card, office, kid } = signer()
    const { privateKey } = signing.makeKey()
    const statement = { card: cardNameOf(card), at: point.ports.clock(), why: 'misused' as const }
    const forged = revocationTextOf(statement, kid, bytes => signing.sign(privateKey, bytes))
    const now = point.ports.clock()
    expect(() => revokeCards(office, revocationFileOf([forged]), now)).toThrow(OfficeProblem)
    expect(() => revokeCards(office, '{}', now)).toThrow('no file of cards')
  })

  test('the page on a stick carries what this point took back', () => {
    const { point, card } = signer()
    expect(point.done(makeVerifier, {}).keyLists).toHaveLength(1)
    point.done(revokeCard, { text: card, ...takenBack })
    expect(point.done(makeVerifier, {}).keyLists[1]).toBe(fileOf(point))
  })
})
