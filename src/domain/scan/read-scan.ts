import { isCertificate } from '../certificate/verify-card'
import { isTransferSlip } from '../exchange/digit-frame'
import { systemsOf } from '../person/identifiers'
import { isPersonCode } from '../person/person-code'
import { readJsonCard, readPipedCard } from './read-card'
import type { CardReading, ScanArrival, ScanLayouts, ScanReading } from './scan-types'

/**
 * What a scan is. Read twice, by its letters and by its keys: where an input method changed the letters, the keys
 * decide if none can be missing or if the number proves itself. What cannot be decided is doubtful and opens nobody.
 * No number is given back that is not digit for digit in the letters or the keys.
 */
export function readScan(arrival: ScanArrival, layouts: ScanLayouts): ScanReading {
  const text = tidy(arrival.text)
  const physical = arrival.physical === null ? null : tidy(arrival.physical)
  const isSame = physical !== null && physical === text
  const isTrusted = !arrival.touched && (physical === null || agreesInPlainLetters(text, physical))
  const byLetters = readText(text, layouts, isTrusted)
  if (isSame || physical === null) return arrival.touched && !isSame ? ifProven(byLetters) : byLetters
  const byKeys = readText(physical, layouts, false)
  if (isUsable(byLetters) && isUsable(byKeys))
    return numberOf(byLetters) === numberOf(byKeys) ? byLetters : differ(byLetters)
  if (isUsable(byLetters)) return arrival.touched ? ifProven(byLetters) : byLetters
  if (!isUsable(byKeys)) return byLetters.kind === 'unknown' ? byKeys : byLetters
  if (!arrival.touched) return byKeys
  return byKeys.kind === 'person-code' || byKeys.kind === 'certificate'
    ? byKeys
    : { kind: 'doubtful', why: 'garbled', looksLike: lookOf(byKeys) }
}

/** Without what a scanner adds around a text: symbology identifier, line ends, zero-width signs. */
function tidy(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .replace(/^\][A-Za-z]\d/u, '')
}

function readText(text: string, layouts: ScanLayouts, isTrusted: boolean): ScanReading {
  if (isCertificate(text)) return { kind: 'certificate', text }
  if (/^\d+$/u.test(text)) return readDigits(text)
  if (/^[A-Z]{2}\d{13}$/iu.test(text))
    return { kind: 'number', value: text.toUpperCase(), systems: ['health-insurance'] }
  const card = text.includes('|')
    ? readPipedCard(text, layouts, isTrusted)
    : readJsonCard(text, layouts, isTrusted)
  if (card !== null) return card
  const digits = text.replace(/\D/gu, '').length
  // Letters that no code of ours has, between digits: something was in the way.
  if (digits >= 6 && /[^ -~]/u.test(text)) return { kind: 'doubtful', why: 'garbled', looksLike: 'number' }
  return { kind: 'unknown' }
}

function readDigits(digits: string): ScanReading {
  // Before the numbers of persons: its own check digits say whether it is whole.
  if (isTransferSlip(digits)) return { kind: 'transfer-slip', text: digits }
  if (isPersonCode(digits)) return { kind: 'person-code', code: digits }
  // Our own code with a digit misread must never be taken for a code of the national system.
  if (/^(?:19|20)\d{14}$/u.test(digits))
    return { kind: 'doubtful', why: 'bad-check', looksLike: 'person-code' }
  const systems = systemsOf(digits)
  return systems.length === 0 ? { kind: 'unknown' } : { kind: 'number', value: digits, systems }
}

function isUsable(reading: ScanReading): boolean {
  return reading.kind !== 'doubtful' && reading.kind !== 'unknown'
}

/** True for the kinds of cards and papers. */
export function isCard(reading: ScanReading): reading is CardReading {
  return 'identifiers' in reading
}

/** The number that decides whose scan it is. */
export function numberOf(reading: ScanReading): string | null {
  if (reading.kind === 'person-code') return reading.code
  if (reading.kind === 'number') return reading.value
  if (reading.kind === 'transfer-slip' || reading.kind === 'certificate') return reading.text
  return isCard(reading) ? (reading.identifiers[0]?.value ?? null) : null
}

/** Kinds whose check digits or signature notice every lost sign. */
const provingThemselves: ReadonlySet<ScanReading['kind']> = new Set([
  'person-code',
  'transfer-slip',
  'certificate',
])

/**
 * What is left of a reading when keys may be missing: our code, whose check notices every lost digit, and a card with a
 * number of full length beside a birth date and a sex.
 */
function ifProven(reading: ScanReading): ScanReading {
  if (!isUsable(reading) || provingThemselves.has(reading.kind)) return reading
  const isProven =
    isCard(reading) &&
    /^(?:\d{12}|[A-Z]{2}\d{13})$/u.test(numberOf(reading) ?? '') &&
    reading.birthDate !== null &&
    reading.sex !== 'unknown'
  return isProven ? reading : { kind: 'doubtful', why: 'garbled', looksLike: lookOf(reading) }
}

function differ(reading: ScanReading): ScanReading {
  return { kind: 'doubtful', why: 'readings-differ', looksLike: lookOf(reading) }
}

function lookOf(reading: ScanReading) {
  if (isCard(reading)) return reading.kind
  return reading.kind === 'person-code' ? reading.kind : 'number'
}

/** The keys cannot say letters with marks; all others must be the same, or an input method has been at work. */
function agreesInPlainLetters(text: string, physical: string): boolean {
  const plain = (from: string) => from.replace(/[^ -~]/gu, '')
  return plain(text) === plain(physical)
}
