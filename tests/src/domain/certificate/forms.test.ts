import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, instantOf } from '../../../../src/domain/calendar/calendar-day'
import { fromBase64url, toBase64url } from '../../../../src/domain/certificate/base64url'
import {
  compactCodeOf,
  isCompactCode,
  readCompactCode,
} from '../../../../src/domain/certificate/compact-card'
import { healthCardOf, readHealthCard } from '../../../../src/domain/certificate/health-card'
import { fingerprintOf, thumbprintText } from '../../../../src/domain/certificate/issuer-key'
import {
  fromNumericCode,
  isNumericCode,
  toNumericCode,
} from '../../../../src/domain/certificate/numeric-code'
import { isCertificate } from '../../../../src/domain/certificate/verify-card'

describe('base64url', () => {
  test('gives back every byte, as Node writes it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
        const written = toBase64url(bytes)
        expect(written).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64url(written)).toEqual(bytes)
      }),
    )
  })

  test('reads nothing that it would not have written', () => {
    for (const text of ['A', 'AB', 'QQ==', 'Q Q', 'Qé', 'AAB']) expect(fromBase64url(text)).toBeNull()
  })
})

describe('the digits of a code', () => {
  test('are those of the standard: letters less 45, two digits each', () => {
    // SMART Health Cards, "Encoding Chunks as QR Codes": ey… begins 5676.
    expect(toNumericCode('eyJ')).toBe('shc:/567629')
    expect(fromNumericCode('SHC:/5676\n29')).toBe('eyJ')
    for (const text of ['shc:/567', 'shc:/1/2/5676', 'shc:/', '5676'])
      expect(fromNumericCode(text)).toBeNull()
    expect(isNumericCode('shc:/1/2/5676')).toBe(true)
  })

  test('of other papers are no certificate', () => {
    for (const text of ['2025000700004217', '7205111234567890123456789', 'https://example.org', 'a.b.c'])
      expect(isCertificate(text)).toBe(false)
  })
})

test('the name of a key is the standard’s thumbprint (RFC 7638)', async () => {
  const jwk = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } as const
  expect(thumbprintText(jwk)).toBe(`{"crv":"P-256","kty":"EC","x":"${jwk.x}","y":"${jwk.y}"}`)
  expect(fingerprintOf(new Uint8Array(32))).toBe('00000 00000 00000 00000 00000 00000')
})

const names = fc
  .array(fc.constantFrom('Nguyễn', 'Đặng', 'Thị', 'Ánh', 'Ngọc', 'Quỳnh', 'Ưng', 'Ỷ', 'Hằng', 'Y', 'Kpă'), {
    minLength: 1,
    maxLength: 6,
  })
  .map(words => words.join(' '))
const born = day('2024-02-29')
const doses = fc.array(
  fc.record({
    vaccineCode: fc.constantFrom('A', 'B', 'C'),
    givenOn: fc.integer({ min: -400, max: 4000 }).map(days => addDays(born, days)),
    givenOnAccuracy: fc.constantFrom(null, 'month' as const, 'year' as const),
    lotNumber: fc.constantFrom(null, 'LO-2026/01', '0001', 'lô số 5'),
    placeName: fc.constantFrom(null, 'Trạm Y tế xã Thử', 'Bệnh viện Mẫu', 'Phòng tiêm Ví Dụ'),
  }),
  { maxLength: 20 },
)

describe('both forms', () => {
  const numbers = { A: 1, B: 2, C: 300 }
  const coding = { numbers, codingOf: (code: string) => ({ system: 'product' as const, code }) }
  const signature = new Uint8Array(64).fill(7)

  test('give back every name, date, lot and place', () => {
    fc.assert(
      fc.property(names, doses, (name, given) => {
        const card = {
          name,
          birthDate: born,
          doses: given,
          iss: 'https://khoa.example/diem/1',
          kid: 'abcdefghijkl',
          at: instantOf(Date.UTC(2026, 10, 22, 1, 2)),
          pointName: 'Trạm Y tế xã Thử',
        }
        const read = readCompactCode(
          compactCodeOf(card, numbers, () => signature),
          coding,
        )
        expect(read).toMatchObject({ keyStart: 'abcdefgh', signedAt: card.at, signature })
        const said = read?.content?.doses.map(dose => [
          dose.vaccine.code,
          dose.givenOn,
          dose.lotNumber,
          dose.placeName,
        ])
        const meant = given.map(dose => [
          dose.vaccineCode,
          dose.givenOn.slice(
            0,
            dose.givenOnAccuracy === null ? 10 : dose.givenOnAccuracy === 'month' ? 7 : 4,
          ),
          dose.lotNumber,
          // The issuer's own place is left out and put back by who knows the issuer.
          dose.placeName === card.pointName ? '' : dose.placeName,
        ])
        expect([read?.content?.name, said]).toEqual([name, meant])
        const content = read?.content ?? { name: '', birthDate: '', doses: [] }
        const payload = { iss: card.iss, nbf: 1_795_000_000, exp: null, content }
        const again = readHealthCard(JSON.parse(JSON.stringify(healthCardOf(payload))))
        expect(again?.content.name).toBe(name)
        expect(again?.content.doses).toHaveLength(given.length)
      }),
      { numRuns: 60 },
    )
  })

  test('read what is not theirs as nothing', () => {
    expect(isCompactCode('7206')).toBe(false)
    expect(readCompactCode(`72061${'9'.repeat(300)}`, coding)).toBeNull()
    for (const payload of [
      null,
      {},
      { iss: 'x', nbf: 'y' },
      { iss: 'x', nbf: 1, vc: { credentialSubject: 5 } },
    ])
      expect(readHealthCard(payload)).toBeNull()
  })
})
