import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { readGs1 } from '../../../../src/domain/stock/gs1'
import { hasCheckDigit, readGs1Date, withSeparators } from '../../../../src/domain/stock/gs1-parts'

const gs = '\u001d'
const on = day('2026-11-27')
const gtin = '08935060123456'
const said = { gtin, lot: 'DPT-0325', expiresOn: '2027-03-31', serial: '00001', count: null }

function readOf(code: string) {
  const reading = readGs1(code, on)
  return reading.kind === 'read' ? reading.code : reading
}

describe('a code as scanners type it', () => {
  test.each([
    ['with separators', `01${gtin}1727033110DPT-0325${gs}2100001`],
    ['with the mark of a DataMatrix', `]d201${gtin}1727033110DPT-0325${gs}2100001`],
    ['with the mark of a Code 128', `]C101${gtin}1727033110DPT-0325${gs}2100001`],
    ['with the leading FNC1 typed too', `${gs}01${gtin}1727033110DPT-0325${gs}2100001`],
    ['with a separator behind a part of fixed length', `01${gtin}${gs}17270331${gs}10DPT-0325${gs}2100001`],
    ['lot before serial before expiry', `01${gtin}10DPT-0325${gs}2100001${gs}17270331`],
    ['written with brackets', `(01)${gtin}(17)270331(10)DPT-0325(21)00001`],
    ['written with brackets and spaces', `(01) ${gtin} (17) 270331 (10) DPT-0325 (21) 00001`],
    ['with line ends around it', `01${gtin}1727033110DPT-0325${gs}2100001\r\n`],
  ])('%s', (_, code) => {
    expect(readOf(code)).toEqual(said)
  })

  test('the sign a scanner sends for FNC1 is put back', () => {
    const typed = `01${gtin}1727033110DPT-0325^2100001`
    expect(readOf(withSeparators(typed, '^'))).toEqual(said)
    expect(withSeparators(typed, '')).toBe(typed)
  })

  test('a lost separator leaves both readings, for the lots on hand to decide', () => {
    const reading = readGs1(`01${gtin}1727033110DPT-03252100001`, on)
    expect(reading).toMatchObject({ kind: 'read', code: { lot: 'DPT-03252100001', serial: null } })
    expect(reading.kind === 'read' && reading.others).toContainEqual(said)
  })

  test('how many are in the box, and an expiry with its hour', () => {
    expect(readOf(`01${gtin}10A1${gs}3010`)).toMatchObject({ lot: 'A1', count: 10 })
    expect(readOf(`02${gtin}3750`)).toEqual({ kind: 'not-gs1' })
    expect(readOf(`(02)${gtin}(37)50(10)A1`)).toMatchObject({ gtin, count: 50, lot: 'A1' })
    expect(readOf(`01${gtin}700327033112${'00'}10A1`)).toMatchObject({ expiresOn: '2027-03-31', lot: 'A1' })
  })

  test('a bare EAN-13 is a product without a lot', () => {
    expect(readOf('8935060123456')).toEqual({ ...said, lot: null, expiresOn: null, serial: null })
    expect(readOf('8935060123457')).toEqual({ kind: 'not-gs1' })
  })

  test.each(['', 'MR-1125', '0109', '123456789012', '2025000700004217', '+A99912345', '(abc)'])(
    '%j is no GS1 code',
    code => {
      expect(readOf(code)).toEqual({ kind: 'not-gs1' })
    },
  )
})

describe('a code that is not whole is not used', () => {
  test.each([
    ['bad-check-digit', `0108935060123457${'17270331'}10A1`],
    ['bad-date', `01${gtin}1727133110A1`],
    ['bad-date', `01${gtin}1727023010A1`],
    ['bad-date', `(01)${gtin}(17)281300(10)A`],
    ['cut-short', `01${gtin}172703`],
    ['cut-short', `01${gtin}10`],
    ['unknown-part', `01${gtin}88123`],
    ['unknown-part', `(01)${gtin}(88)123`],
    ['cut-short', `01${gtin}10LÔ1`],
    ['twice', `01${gtin}10A1${gs}10A2`],
  ])('%s: %s', (why, code) => {
    expect(readOf(code)).toEqual({ kind: 'damaged', why })
  })
})

describe('dates', () => {
  test('a day of 00 is the last of the month', () => {
    expect(readGs1Date('280200', on)).toBe('2028-02-29')
    expect(readGs1Date('270200', on)).toBe('2027-02-28')
    expect(readGs1Date('270400', on)).toBe('2027-04-30')
    expect(readGs1Date('271300', on)).toBeNull()
    expect(readGs1Date('270001', on)).toBeNull()
  })

  test('the century is the one nearest to now', () => {
    expect(readGs1Date('760101', on)).toBe('2076-01-01')
    expect(readGs1Date('770101', on)).toBe('1977-01-01')
    expect(readGs1Date('990101', on)).toBe('1999-01-01')
    expect(readGs1Date('010101', day('2060-01-01'))).toBe('2101-01-01')
  })
})

const lotText = fc.stringMatching(/^[A-Z0-9/-]{1,20}$/u)
const product = fc
  .integer({ min: 0, max: 9_999_999_999_999 })
  .map(body => String(body).padStart(13, '0'))
  .map(body => `${body}${[...Array(10).keys()].find(digit => hasCheckDigit(body + digit))}`)
const parts = fc.record({
  gtin: product,
  lot: lotText,
  serial: fc.option(lotText),
  expiry: fc.option(fc.integer({ min: 0, max: 28 * 12 * 20 }).map(expiryOf)),
})

function expiryOf(n: number) {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(25 + Math.floor(n / 336))}${two(1 + (Math.floor(n / 28) % 12))}${two(1 + (n % 28))}`
}

function codeOf(from: typeof parts extends fc.Arbitrary<infer T> ? T : never, separator: string) {
  const expiry = from.expiry === null ? '' : `17${from.expiry}`
  const serial = from.serial === null ? '' : `21${from.serial}${separator}`
  return `01${from.gtin}${expiry}10${from.lot}${separator}${serial}`
}

describe('whatever is scanned', () => {
  test('what was put into a code comes out of it', () => {
    fc.assert(
      fc.property(parts, from => {
        expect(readOf(codeOf(from, gs))).toMatchObject({
          gtin: from.gtin,
          lot: from.lot,
          serial: from.serial,
        })
      }),
    )
  })

  test('with the separator lost, the truth is among the readings', () => {
    fc.assert(
      fc.property(parts, from => {
        const reading = readGs1(codeOf(from, ''), on)
        // Without a separator, more than twenty signs behind a lot cannot have been one lot.
        expect(reading.kind).toBe('read')
        const all = reading.kind === 'read' ? [reading.code, ...reading.others] : []
        if (all.length < 40) expect(all.map(({ lot }) => lot)).toContain(from.lot)
      }),
    )
  })

  test('one wrong digit in a product number never makes another product', () => {
    fc.assert(
      fc.property(parts, fc.nat(13), fc.integer({ min: 1, max: 9 }), (from, at, by) => {
        const wrong = [...from.gtin].map((digit, place) =>
          place === at ? String((Number(digit) + by) % 10) : digit,
        )
        const reading = readGs1(codeOf({ ...from, gtin: wrong.join('') }, gs), on)
        expect(reading.kind).toBe('damaged')
      }),
    )
  })

  test('nothing throws, and nothing takes long', () => {
    const sign = fc.constantFrom(
      '0',
      '1',
      '2',
      '7',
      '10',
      '21',
      '17',
      '37',
      gs,
      'A',
      '(',
      ')',
      'Ô',
      `01${gtin}`,
    )
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 90 }), signs => {
        const from = performance.now()
        expect(['read', 'damaged', 'not-gs1']).toContain(readGs1(signs.join(''), on).kind)
        expect(performance.now() - from).toBeLessThan(100)
      }),
    )
    const longest = `01${gtin}${'1012'.repeat(200)}Ô`
    expect(readOf(longest)).toEqual({ kind: 'damaged', why: 'cut-short' })
  })
})
