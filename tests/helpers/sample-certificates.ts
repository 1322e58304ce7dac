import {
  certify,
  listFile,
  type Office,
  officeFingerprint,
  openOffice,
  revoke,
  revokeCards,
} from '../../main/security/province-office'
import { answerStep, signing } from '../../main/security/signing'
import { type Instant, instantOf } from '../../src/domain/calendar/calendar-day'
import type { CardDose } from '../../src/domain/certificate/card-content'
import { cardIdOf, revocationFileOf, revocationTextOf } from '../../src/domain/certificate/card-revocation'
import { runSteps } from '../../src/domain/certificate/crypto-steps'
import { healthCardOf } from '../../src/domain/certificate/health-card'
import { keyRequestFileOf } from '../../src/domain/certificate/key-request'
import { fromNumericCode, toNumericCode } from '../../src/domain/certificate/numeric-code'
import { readSignedText, signText } from '../../src/domain/certificate/signed-text'
import type { VerdictState } from '../../src/domain/certificate/verify-card'

const days = (at: Instant, count: number) => instantOf(Date.parse(at) + count * 24 * 3_600_000)

/** A key of an invented point, and what it signs. */
function keyOf(pointName: string, madeAt: Instant, practice = false) {
  const { jwk, privateKey } = signing.makeKey()
  const sign = (bytes: Uint8Array) => signing.sign(privateKey, bytes)
  const about = { pointName, pointCode: null, communeCode: null, stationName: 'Máy 1', practice, madeAt }
  return { request: keyRequestFileOf(about, jwk, sign), sign }
}

const place = 'Trạm Y tế xã Mẫu Đơn'
const dose = (code: string, givenOn: string, lotNumber: string | null): CardDose => ({
  vaccine: { system: 'cvx', code },
  givenOn,
  lotNumber,
  placeName: place,
})
const content = {
  name: 'Nguyễn Hoàng Phương Trúc Quỳnh Anh',
  birthDate: '2026-01-15',
  doses: [
    dose('08', '2026-01-15', 'GHB2601'),
    dose('19', '2026-02-12', 'BCG2512A'),
    dose('102', '2026-03-20', 'SII2604'),
    dose('178', '2026-03-20', null),
    dose('102', '2026-05', 'SII2606'),
  ],
}

/** A province with three points, seen at one moment: one card for every verdict, and its files of keys. */
export function sampleCertificates(now: Instant) {
  const start = days(now, -60)
  const empty = openOffice('Sở Y tế Tỉnh Thử Nghiệm', 'https://khoa.thu-nghiem.example/diem', start)
  const end = days(now, 400)
  const [good, ended, lost, strange] = [place, 'Trạm Y tế xã Hoa Cúc', 'Phòng tiêm Ví Dụ', 'Nơi lạ'].map(
    name => keyOf(name, start),
  )
  if (!good || !ended || !lost || !strange) throw new Error('four keys')
  const withGood = certify(empty, good.request, { at: start, until: end })
  const withEnded = certify(withGood, ended.request, { at: start, until: days(now, -30) })
  const trial = keyOf('Trạm Y tế xã thực hành', start, true)
  const withTrial = certify(withEnded, trial.request, { at: start, until: end })
  const before = certify(withTrial, lost.request, { at: start, until: end })
  const lostKid = before.list.keys.at(-1)?.kid ?? ''
  const revoked = revoke(before, lostKid, days(now, -3), 'misused')
  const back = cardBy(revoked, 0, good, { at: days(now, -4), exp: null })
  const statement = { card: cardNameOf(back), at: days(now, -1), why: 'replaced' } as const
  const kid = revoked.list.keys[0]?.kid ?? ''
  const said = revocationFileOf([revocationTextOf(statement, kid, good.sign)])
  const office = revokeCards(revoked, said, days(now, -1))
  const by = (index: number, key: typeof good, at: Instant, exp: number | null = null) =>
    cardBy(office, index, key, { at, exp })
  const valid = by(0, good, days(now, -2))
  const states: Readonly<Record<VerdictState, string>> = {
    valid,
    altered: withOtherSignature(valid),
    'unknown-issuer': by(-1, strange, days(now, -2)),
    practice: by(2, trial, days(now, -2)),
    'revoked-card': back,
    revoked: by(3, lost, days(now, -10)),
    'expired-key': by(1, ended, days(now, -2)),
    'expired-card': by(0, good, days(now, -20), Date.parse(days(now, -1)) / 1000),
    'from-future': by(0, good, days(now, 20)),
  }
  const fingerprint = officeFingerprint(office)
  return { office, fingerprint, states, before: listFile(before), current: listFile(office) }
}

/** What a card is called when it is taken back. */
export function cardNameOf(code: string): string {
  const signed = readSignedText(fromNumericCode(code) ?? '')?.signed
  if (!signed) throw new Error('no card')
  return runSteps(cardIdOf(signed), answerStep)
}

function cardBy(
  office: Office,
  index: number,
  { sign }: ReturnType<typeof keyOf>,
  { at, exp }: { readonly at: Instant; readonly exp: number | null },
): string {
  const key = office.list.keys[index]
  const iss = key?.iss ?? 'https://noi-la.example/diem/1'
  const payload = healthCardOf({ iss, nbf: Math.floor(Date.parse(at) / 1000), exp: null, content })
  const bytes = new TextEncoder().encode(JSON.stringify(exp === null ? payload : { ...payload, exp }))
  const header = { zip: 'DEF', alg: 'ES256', kid: key?.kid ?? 'Y'.repeat(43) }
  return toNumericCode(signText(header, signing.deflate(bytes), sign))
}

/** One letter of the signature is another: the content can still be read. */
function withOtherSignature(code: string): string {
  const jws = fromNumericCode(code) ?? ''
  return toNumericCode(`${jws.slice(0, -20)}${jws.at(-20) === 'A' ? 'B' : 'A'}${jws.slice(-19)}`)
}
