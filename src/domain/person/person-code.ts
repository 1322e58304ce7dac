/*
 * The code on our papers, 16 digits printed in fours: `YYYY SSSS NNNN NNCC`.
 *
 *   YYYY    birth year, which makes a mixed-up slip visible; month and day stay out, a lost slip must not tell them
 *   SSSS    number of the station that minted it, 1–9999, so that PCs without a network never mint the same code
 *   NNNNNN  running number of that station, 1–999999, never used twice
 *   CC      check digits, ISO 7064 MOD 97-10: every single wrong digit and every swap of neighbours is noticed
 *
 * Digits only and an even number of them: a Vietnamese input method garbles letters, and Code 128 packs pairs.
 * The parts are never read back for logic: a birth date may be corrected later, a code never changes.
 */

const length = 16
const largestStation = 9_999
const largestSequence = 999_999

/** Our own code of a person: 16 digits with a valid check. */
export type PersonCode = string & { readonly __personCode: unique symbol }

/**
 * Mints the code of a new person. Unique as long as no two stations of a point share a number and a station never
 * uses a running number twice. Throws RangeError when a number does not fit.
 */
export function mintPersonCode(from: {
  readonly birthYear: number
  readonly stationNumber: number
  readonly sequence: number
}): PersonCode {
  assertWhole('birth year', from.birthYear, 1900, 2999)
  assertWhole('station number', from.stationNumber, 1, largestStation)
  assertWhole('sequence', from.sequence, 1, largestSequence)
  const body = `${from.birthYear}${pad(from.stationNumber, 4)}${pad(from.sequence, 6)}`
  return (body + checkDigits(body)) as PersonCode
}

/** True for 16 digits whose check is right; spaces are not accepted, see `readPersonCode`. */
export function isPersonCode(text: string): text is PersonCode {
  return text.length === length && /^\d+$/u.test(text) && remainder97(text) === 1
}

/** Reads what a hand or a scanner gave: spaces, dots and dashes between groups are allowed. Null when it is no code. */
export function readPersonCode(typed: string): PersonCode | null {
  const digits = typed.replace(/[\s.-]/gu, '')
  return isPersonCode(digits) ? digits : null
}

/** The code in groups of four, as on screen and paper: `2025 0007 0000 4217`. */
export function formatPersonCode(code: PersonCode): string {
  return code.replace(/(\d{4})(?=\d)/gu, '$1 ')
}

function checkDigits(body: string): string {
  return pad(98 - remainder97(`${body}00`), 2)
}

function remainder97(digits: string): number {
  let remainder = 0
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97
  return remainder
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

function assertWhole(what: string, value: number, smallest: number, largest: number): void {
  if (!Number.isInteger(value) || value < smallest || value > largest) {
    throw new RangeError(`${what} must be a whole number from ${smallest} to ${largest}, not ${value}`)
  }
}
