import { addDays, type CalendarDay, daysBetween, type Instant, instantOf } from '../calendar/calendar-day'
import {
  type ByteReader,
  type ByteWriter,
  createByteReader,
  createByteWriter,
  UnreadableBytes,
} from '../exchange/compact-bytes'
import { partialDate } from '../immunization/dose-date'
import { fromBase64url, toBase64url, toUtf8 } from './base64url'
import type { CardContent, CardDose, CardToSign, CertifiedDose, VaccineCoding } from './card-content'

/**
 * The same facts for a small label, where a health card does not fit: our own bytes instead of FHIR, signed by the same
 * key, as digits only, so that no input method garbles a scan. One code: `7206`, version, then one number made of the
 * bytes: a 1, what is said, the signature.
 */
const magic = '7206'
const version = '1'
const signatureBytes = 64
/** So much of a key's name goes into a code: 48 bits, in base64url eight letters. */
const keyLetters = 8
const keyBytes = 6
/** Keeps a signature of this form from ever being one of another. */
const purpose = toUtf8(`diem-tiem compact card ${version}\n`)
const accuracies = [null, 'month', 'year'] as const
const codeShape = /^7206\d+$/u

/** `resources/codes/transfer-numbers.json`: numbers of products, which never change; and what readers call them. */
export type CompactNames = {
  readonly numbers: Readonly<Record<string, number>>
  readonly codingOf: (vaccineCode: string) => VaccineCoding
}

/** The digits of a compact card. `sign` gives r and s. Throws RangeError for a product without a number. */
export function compactCodeOf(
  card: CardToSign & { readonly pointName: string },
  numbers: CompactNames['numbers'],
  sign: (bytes: Uint8Array) => Uint8Array,
): string {
  const to = createByteWriter()
  // Never earlier than it was: a key may count since this very minute.
  to.count(Math.ceil(Date.parse(card.at) / 60_000))
  to.text(card.name)
  to.day(card.birthDate)
  const places = placesOf(card)
  to.count(places.length)
  for (const place of places) to.text(place)
  to.count(card.doses.length)
  let before = card.birthDate
  for (const dose of card.doses) {
    const place = dose.placeName === card.pointName ? 0 : places.indexOf(dose.placeName ?? '') + 2
    writeDose(to, dose, { before, numbers, place })
    before = dose.givenOn
  }
  const key = fromBase64url(card.kid.slice(0, keyLetters)) ?? new Uint8Array(keyBytes)
  const said = Uint8Array.from([...key, ...to.bytes()])
  const bytes = [1, ...said, ...sign(signedOf(said))]
  const hex = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')
  return magic + version + BigInt(`0x${hex}`).toString()
}

function signedOf(said: Uint8Array): Uint8Array {
  return Uint8Array.from([...purpose, ...said])
}

type DoseSetting = {
  readonly before: CalendarDay
  readonly numbers: CompactNames['numbers']
  readonly place: number
}

/** Places that are not the issuer's own, each written once. */
function placesOf(card: CardToSign & { readonly pointName: string }): readonly string[] {
  const places = card.doses.flatMap(({ placeName }) => placeName ?? [])
  return [...new Set(places)].filter(place => place !== card.pointName)
}

/** Days count from the dose before; the place is the issuer's own (0), not known (1), or one of the list (2 and up). */
function writeDose(to: ByteWriter, dose: CertifiedDose, { before, numbers, place }: DoseSetting): void {
  const number = numbers[dose.vaccineCode]
  if (number === undefined) throw new RangeError(`${dose.vaccineCode} has no number for compact cards`)
  to.count(number)
  to.signed(daysBetween(before, dose.givenOn))
  to.count(accuracies.indexOf(dose.givenOnAccuracy) + 3 * place)
  to.text(dose.lotNumber)
}

/** Whether a scanned text is meant as a compact card, right or damaged. */
export function isCompactCode(text: string): boolean {
  const digits = text.replace(/\s/gu, '')
  return codeShape.test(digits) && digits.length > 180
}

export type CompactReading = {
  /** How the name of the signing key begins. */
  readonly keyStart: string
  readonly signedAt: Instant
  readonly signed: Uint8Array
  readonly signature: Uint8Array
  /** Null when a product is newer than this application. A place of '' is the issuer's own. */
  readonly content: CardContent | null
}

/** Takes a compact code apart; null when its bytes cannot be ours. Never throws. */
export function readCompactCode(text: string, names: CompactNames): CompactReading | null {
  const bytes = bytesOf(text.replace(/\s/gu, ''))
  if (!bytes || bytes.length < keyBytes + signatureBytes) return null
  const said = bytes.subarray(0, -signatureBytes)
  const from = createByteReader([...said.subarray(keyBytes)])
  try {
    const signedAt = instantOf(from.count(2 ** 31) * 60_000)
    return {
      keyStart: toBase64url(said.subarray(0, keyBytes)),
      signedAt,
      signed: signedOf(said),
      signature: bytes.subarray(-signatureBytes),
      content: readContent(from, names),
    }
  } catch (error) {
    if (error instanceof UnreadableBytes) return null
    throw error
  }
}

function bytesOf(digits: string): Uint8Array | null {
  if (!isCompactCode(digits) || !digits.startsWith(magic + version)) return null
  const hex = BigInt(digits.slice(magic.length + version.length)).toString(16)
  const pairs = (hex.length % 2 === 0 ? hex : `0${hex}`).match(/../gu) ?? []
  return pairs[0] === '01' ? Uint8Array.from(pairs.slice(1), pair => Number.parseInt(pair, 16)) : null
}

function readContent(from: ByteReader, names: CompactNames): CardContent | null {
  const name = from.text(200)
  const birthDate = from.day()
  const places = Array.from({ length: from.count(300) }, () => from.text(300))
  let before = birthDate
  const doses = Array.from({ length: from.count(300) }, () => {
    const read = readDose(from, { before, places }, names)
    before = read.givenOn
    return read.dose
  })
  from.end()
  const known = doses.flatMap(dose => dose ?? [])
  return known.length === doses.length ? { name, birthDate, doses: known } : null
}

type ReadSoFar = { readonly before: CalendarDay; readonly places: readonly string[] }

function readDose(from: ByteReader, { before, places }: ReadSoFar, { numbers, codingOf }: CompactNames) {
  const number = from.count(99_999)
  const code = Object.keys(numbers).find(each => numbers[each] === number)
  const givenOn = addDays(before, from.signed(60_000))
  const marks = from.count(999)
  const givenOnAccuracy = accuracies[marks % 3] ?? null
  const place = Math.floor(marks / 3)
  const lotNumber = from.maybeText(60)
  const placeName = place === 0 ? '' : (places[place - 2] ?? null)
  const dose: CardDose | null =
    code === undefined
      ? null
      : {
          vaccine: codingOf(code),
          givenOn: partialDate({ givenOn, givenOnAccuracy }),
          lotNumber,
          placeName,
        }
  return { givenOn, dose }
}
