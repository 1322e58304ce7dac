import fc from 'fast-check'
import { mintPersonCode } from '../../../../src/domain/person/person-code'
import { garble } from '../../../../src/domain/scan/garble'
import { readScan } from '../../../../src/domain/scan/read-scan'
import type { ScanArrival, ScanLayouts } from '../../../../src/domain/scan/scan-types'
import { typedByWedge, withCapsLock } from '../../../../src/domain/scan/wedge'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''))
const names = fc.constantFrom('TRẦN THỊ PHƯỢNG', 'LÊ VĂN BẢY', "H'LINH KSOR", 'Lò Thị Ước', '', 'A')
const dates = fc.oneof(digits(8), fc.constantFrom('02091997', '02/09/1997', '1997', '-', '31022020'))
const sexes = fc.constantFrom('Nam', 'Nữ', 'N?', '1', '2', '')
const hex = (text: string) =>
  [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/gu)]
    .map(([, byte, sign]) => byte ?? (sign ?? '').charCodeAt(0).toString(16))
    .join('')

const codes = fc
  .record({
    birthYear: fc.integer({ min: 1900, max: 2030 }),
    stationNumber: fc.integer({ min: 1, max: 9_999 }),
    sequence: fc.integer({ min: 1, max: 999_999 }),
  })
  .map(mintPersonCode)
const cards = fc
  .tuple(digits(12), fc.oneof(digits(9), fc.constant('')), names, dates, sexes, names, dates, fc.array(names))
  .map(([id, old, name, born, sex, place, issued, more]) =>
    [id, old, name, born, sex, place, issued, ...more].join('|'),
  )
const insurance = fc
  .tuple(fc.constantFrom('TE1', 'GD4', 'HS4', ''), digits(10), names, dates, sexes, names)
  .map(([group, number, name, born, sex, place]) =>
    [group === '' ? number : `${group}38${number}`, hex(name), born, sex, hex(place), '38 - 001', '$'].join(
      '|',
    ),
  )
const papers = fc
  .tuple(digits(3), digits(12), names, dates)
  .map(([number, id, name, born]) =>
    JSON.stringify({ soGKS: `${number}/2025`, soDinhDanh: id, hoTen: name, ngaySinh: born }),
  )
const said = fc.oneof(
  codes,
  cards,
  insurance,
  papers,
  fc.string({ unit: 'grapheme' }),
  fc.integer({ min: 5, max: 22 }).chain(digits),
)

/** A text after one of the things that happen to it on the way. */
const hurt = fc
  .tuple(
    said,
    fc.constantFrom(
      (text: string) => text,
      (text: string) => garble(text, 'telex'),
      (text: string) => garble(text, 'vni'),
      withCapsLock,
      (text: string) => text.normalize('NFD'),
      (text: string) => typedByWedge(text, 'question'),
      (text: string) => typedByWedge(text, 'dropped'),
      (text: string) => typedByWedge(text, 'low-byte'),
    ),
    fc.nat({ max: 200 }),
    fc.nat({ max: 3 }),
  )
  // Some signs are lost at one place, as when a busy PC drops keys.
  .map(([text, change, at, lost]) => {
    const changed = change(text)
    const place = changed.length === 0 ? 0 : at % changed.length
    return lost === 0 ? changed : changed.slice(0, place) + changed.slice(place + lost - 1)
  })

/** Whatever may reach the window: letters and keys that belong together, or do not. */
export const arrivals: fc.Arbitrary<ScanArrival> = fc
  .tuple(hurt, fc.oneof(fc.constant(null), hurt, said), fc.boolean(), fc.boolean())
  .map(([text, physical, isSame, touched]) => ({ text, physical: isSame ? text : physical, touched }))

/**
 * Throws when a reading is not what it must be: a number that is digit for digit neither in the letters nor in the keys,
 * our code without a right check, or a name out of a scan that an input method touched.
 */
export function holdAgainst(arrival: ScanArrival, layouts: ScanLayouts): string {
  const reading = readScan(arrival, layouts)
  const heard = [arrival.text, arrival.physical ?? ''].map(text =>
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .toUpperCase(),
  )
  const numbers =
    reading.kind === 'person-code'
      ? [reading.code]
      : reading.kind === 'number'
        ? [reading.value]
        : 'identifiers' in reading
          ? reading.identifiers.map(({ value }) => value)
          : []
  for (const number of numbers) {
    const isSaid = heard.some(text =>
      new RegExp(`(?<![0-9])${number.replace('/', String.raw`\\?/`)}(?![0-9])`, 'u').test(text),
    )
    if (!isSaid) throw new Error(`${reading.kind}: a number that nobody sent`)
  }
  // Hexadecimal text shows by itself that it is whole.
  const isByLetters = 'identifiers' in reading && reading.kind !== 'health-card'
  if (isByLetters && arrival.touched && reading.name !== null)
    throw new Error('a name beside an input method')
  return reading.kind
}
