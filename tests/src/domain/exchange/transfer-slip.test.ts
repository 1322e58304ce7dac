import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDay, day } from '../../../../src/domain/calendar/calendar-day'
import { longestCode, readFrame } from '../../../../src/domain/exchange/digit-frame'
import {
  decodeTransferSlip,
  encodeTransferSlip,
  isTransferSlip,
  type TransferDose,
  type TransferNumbers,
  type TransferSlip,
} from '../../../../src/domain/exchange/transfer-slip'
import { alertCodes, type Person } from '../../../../src/domain/person/person'
import { child, relative } from '../person/people'
import { vaccines } from './resources'

const numbers = JSON.parse(
  readFileSync(new URL('../../../../resources/codes/transfer-numbers.json', import.meta.url), 'utf8'),
) as TransferNumbers
const codes = Object.keys(numbers.vaccines)

/** Numbers are checked so that a wrong digit always shows; more runs in a bench: FUZZ_RUNS=100000. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 300)

const text = (max: number) =>
  fc
    .oneof(
      fc.constantFrom(
        '',
        'Nguyễn Thị Ánh Ngọc',
        'Thôn 4',
        'LO-2025/A12',
        '0912345678',
        'Y',
        'H’Linh Niê',
        '😀 ổ',
      ),
      fc.string({ maxLength: max, unit: 'grapheme' }),
    )
    .map(value =>
      value
        .normalize('NFC')
        .replace(/\p{Cc}/gu, '')
        .slice(0, max)
        // Also what cutting a sign in two leaves behind.
        .replace(/\p{Cs}/gu, '')
        .trim(),
    )
const maybe = (max: number) => text(max).map(value => value || null)
const dayOf = fc.integer({ min: 0, max: 45_000 }).map(days => addDays(day('1910-01-01'), days))
const number = (min: number, max: number) => fc.option(fc.integer({ min, max }), { nil: null })
const code = (width: number) =>
  fc.option(
    fc.integer({ min: 0, max: 10 ** width - 1 }).map(value => String(value).padStart(width, '0')),
    { nil: null },
  )
const address = fc.record({ provinceCode: code(2), communeCode: code(5), hamlet: maybe(40), line: maybe(60) })
const formerAddress = fc.record({
  provinceCode: code(2),
  communeCode: code(5),
  hamlet: maybe(40),
  line: maybe(60),
  former: fc.record({
    provinceCode: code(2),
    districtCode: code(3),
    communeCode: code(5),
    asWritten: maybe(80),
  }),
})
const uses = ['birth', 'birth-registration', 'origin', 'permanent', 'current'] as const
const person: fc.Arbitrary<Person> = fc.record({
  kind: fc.constantFrom('child' as const, 'woman' as const, 'other' as const),
  name: text(60),
  birthDate: dayOf,
  birthTime: fc.constantFrom(null, '08:15', '23:59'),
  sex: fc.constantFrom('male' as const, 'female' as const, 'unknown' as const),
  ethnicGroupCode: code(2),
  nationalityCode: fc.constantFrom(null, 'VN'),
  bloodGroup: fc.constantFrom(null, 'O+'),
  phone: fc.constantFrom(null, '0912345678', '02438251234'),
  identifiers: fc.array(
    fc.record({
      system: fc.constantFrom('niis-code' as const, 'national-id' as const, 'passport' as const),
      value: fc.constantFrom('001234567890', '0012', 'C1234567', 'TE101234567890'),
    }),
    { maxLength: 4 },
  ),
  addresses: fc
    .array(fc.option(fc.oneof(address, formerAddress), { nil: null }), { minLength: 5, maxLength: 5 })
    .map(list => Object.fromEntries(list.flatMap((place, at) => (place ? [[uses[at], place]] : [])))),
  relatives: fc.array(
    fc.record({
      relation: fc.constantFrom('mother' as const, 'father' as const, 'guardian' as const),
      name: text(40),
      nationalId: fc.constantFrom(null, '038197000123'),
      phone: fc.constantFrom(null, '0912345678'),
      birthYear: number(1930, 2020),
    }),
    { maxLength: 3 },
  ),
  alerts: fc.array(fc.record({ code: fc.constantFrom(...alertCodes), note: maybe(60), notedOn: dayOf }), {
    maxLength: 4,
  }),
  protectedAtBirth: fc.constantFrom(null, true, false),
  gestationWeeks: number(22, 44),
  birthWeightG: number(400, 7000),
  note: fc.constant(null),
})
const doseOf = (born: CalendarDay): fc.Arbitrary<TransferDose> =>
  fc.record({
    vaccineCode: fc.constantFrom(...codes),
    givenOn: fc.integer({ min: 0, max: 8_000 }).map(days => addDays(born, days)),
    givenOnAccuracy: fc.constantFrom(null, 'month' as const, 'year' as const),
    programme: fc.constantFrom('epi' as const, 'fee' as const, 'campaign' as const),
    statedNumber: number(1, 20),
    lotNumber: maybe(20),
    placeName: fc.option(fc.constantFrom('Trạm Y tế Xã Tam Chúc', 'Bệnh viện Nhi'), { nil: null }),
  })
const slip: fc.Arbitrary<TransferSlip> = person.chain(who =>
  fc.record({
    issuedOn: dayOf,
    from: fc.record({ name: text(60), communeCode: code(5) }),
    person: fc.constant(who),
    doses: fc.array(doseOf(who.birthDate), { maxLength: 40 }),
  }),
)

/** A child of twelve years with all there is: thirty doses, each with its lot. */
function full(doses = 30): TransferSlip {
  const born = day('2014-03-10')
  return {
    issuedOn: day('2026-11-27'),
    from: { name: 'Trạm Y tế Phường Đông Sơn', communeCode: '16378' },
    person: child({
      birthDate: born,
      relatives: [
        relative({ nationalId: '038197000123' }),
        relative({ relation: 'father', name: 'Nguyễn Văn Ước' }),
      ],
      alerts: [{ code: 'allergy', note: 'trứng', notedOn: day('2025-01-01') }],
    }),
    doses: Array.from({ length: doses }, (_, index) => ({
      vaccineCode: codes[index % codes.length] ?? '',
      givenOn: addDays(born, index * 97),
      givenOnAccuracy: null,
      programme: 'epi',
      statedNumber: null,
      lotNumber: `LO${2_401_000 + index}A`,
      placeName: index % 3 === 0 ? 'Bệnh viện Nhi Thanh Hóa' : 'Trạm Y tế Phường Đông Sơn',
    })),
  }
}

describe('the code of a transfer slip', () => {
  test('comes back as it was, whatever is known of whom', () => {
    fc.assert(
      fc.property(slip, one => {
        const written = encodeTransferSlip(one, numbers)
        expect(
          written.every(part => /^\d+$/u.test(part) && part.length <= longestCode && isTransferSlip(part)),
        ).toBe(true)
        expect(decodeTransferSlip([...written].reverse(), numbers)).toEqual({ ok: true, value: one })
      }),
      { numRuns },
    )
  })

  test('has at most 1,500 digits for thirty doses with their lots, all in one code', () => {
    const [only, ...more] = encodeTransferSlip(full(), numbers)
    expect(more).toEqual([])
    expect(only?.length).toBeLessThanOrEqual(1_500)
    expect(decodeTransferSlip([only ?? ''], numbers)).toEqual({ ok: true, value: full() })
  })

  test('every shipped product and every alert has a number of its own', () => {
    expect(
      vaccines.map(({ code: known }) => known).filter(known => numbers.vaccines[known] === undefined),
    ).toEqual([])
    expect(alertCodes.filter(known => numbers.alerts[known] === undefined)).toEqual([])
    for (const table of [numbers.vaccines, numbers.alerts])
      expect(new Set(Object.values(table)).size).toBe(Object.keys(table).length)
  })
})

describe('damage', () => {
  const [whole = ''] = encodeTransferSlip(full(6), numbers)
  const isRefused = (textOf: string) => !decodeTransferSlip([textOf], numbers).ok

  test('any single wrong digit is noticed', () => {
    const passed: number[] = []
    for (let at = 0; at < whole.length; at++)
      for (let digit = 0; digit < 10; digit++) {
        if (whole[at] === String(digit)) continue
        if (!isRefused(whole.slice(0, at) + digit + whole.slice(at + 1))) passed.push(at)
      }
    expect(passed).toEqual([])
  })

  test('any two exchanged digits are noticed, wherever they stand', () => {
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.nat({ max: whole.length - 1 }), (a, b) => {
        const digits = [...whole]
        const [left = '', right = ''] = [digits[a], digits[b]]
        if (left === right) return
        digits[a] = right
        digits[b] = left
        expect(isRefused(digits.join(''))).toBe(true)
      }),
      { numRuns: numRuns * 3 },
    )
    for (let at = 1; at < whole.length; at++) {
      if (whole[at] === whole[at - 1]) continue
      expect(isRefused(`${whole.slice(0, at - 1)}${whole[at]}${whole[at - 1]}${whole.slice(at + 1)}`)).toBe(
        true,
      )
    }
  })

  test('no text at all crashes it', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.stringMatching(/^7205[0-3][1-9][1-9][0-9]{0,120}$/u),
      fc.nat({ max: whole.length - 1 }).map(at => whole.slice(0, at)),
    )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 3 }), texts => {
        expect(decodeTransferSlip(texts, numbers).ok).toBe(false)
      }),
      { numRuns },
    )
  })

  test.each([
    ['012345678901', 'transfer.not-a-slip'],
    ['', 'transfer.not-a-slip'],
    [whole.slice(0, -1), 'transfer.damaged'],
    [`${whole}0`, 'transfer.damaged'],
  ])('%#: is refused by its code', (textOf, refusal) =>
    expect(decodeTransferSlip([textOf], numbers)).toEqual({ ok: false, code: refusal }),
  )

  test('spaces and line ends between the digits are no damage', () => {
    const spaced = whole.replace(/(\d{4})/gu, '$1 ').concat('\r\n')
    expect(decodeTransferSlip([spaced], numbers)).toEqual({ ok: true, value: full(6) })
  })
})

describe('a slip of several codes', () => {
  const [one = '', two = '', ...more] = encodeTransferSlip(full(60), numbers)
  const [other = ''] = encodeTransferSlip({ ...full(60), issuedOn: day('2026-11-28') }, numbers)

  test('waits for all of them', () => {
    expect(more).toEqual([])
    expect(decodeTransferSlip([one], numbers)).toEqual({ ok: false, code: 'transfer.part-missing' })
    expect(decodeTransferSlip([two, one, two], numbers)).toEqual({ ok: true, value: full(60) })
    const read = readFrame(two)
    expect(read.ok && [read.value.part, read.value.parts]).toEqual([2, 2])
  })

  test('does not take a code of another slip', () => {
    expect(decodeTransferSlip([other, two], numbers)).toEqual({ ok: false, code: 'transfer.mixed-parts' })
  })

  test('a product of tomorrow is told apart from damage', () => {
    const tomorrow = { ...numbers, vaccines: { ...numbers.vaccines, NEW_PRODUCT: 9_000 } }
    const doses = full(1).doses.map(dose => ({ ...dose, vaccineCode: 'NEW_PRODUCT' }))
    const written = encodeTransferSlip({ ...full(1), doses }, tomorrow)
    expect(decodeTransferSlip(written, numbers)).toEqual({ ok: false, code: 'transfer.newer-version' })
    expect(() => encodeTransferSlip({ ...full(1), doses }, numbers)).toThrow(RangeError)
  })
})
