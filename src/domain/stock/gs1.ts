import type { CalendarDay } from '../calendar/calendar-day'
import { fitsRule, groupSeparator, hasCheckDigit, partAt, readGs1Date } from './gs1-parts'

/** What a code on a vial or a box says; null where it says nothing. */
export type VialCode = {
  readonly gtin: string | null
  readonly lot: string | null
  readonly expiresOn: CalendarDay | null
  readonly serial: string | null
  /** How many are in the box (30 or 37). */
  readonly count: number | null
}

/** Why a GS1 code must not be used. */
export type Gs1Fault = 'bad-check-digit' | 'bad-date' | 'unknown-part' | 'cut-short' | 'twice'

export type Gs1Reading =
  /** `others`: what it says as well, if the scanner lost the separator behind a lot or a serial number. */
  | { readonly kind: 'read'; readonly code: VialCode; readonly others: readonly VialCode[] }
  | { readonly kind: 'damaged'; readonly why: Gs1Fault }
  | { readonly kind: 'not-gs1' }

type Part = readonly [key: string, value: string]
/** More readings than any real code without separators has. */
const mostReadings = 40

/**
 * Reads a GS1 element string as a scanner types it: DataMatrix, Code 128 or QR, with or without symbology identifier,
 * FNC1 as GS (or the sign it was replaced by, see `withSeparators`), or written with brackets. Every part must be
 * whole: a wrong check digit, an impossible date or an unknown identifier damages all of it, nothing is guessed.
 */
export function readGs1(typed: string, on: CalendarDay): Gs1Reading {
  const code = tidy(typed)
  if (/^\d{13}$/u.test(code) && hasCheckDigit(code)) return readParts([[['01', `0${code}`]]], on)
  const bracketed = /^\(\d{2,4}\)/u.test(code)
  if (!bracketed && !looksRaw(code)) return { kind: 'not-gs1' }
  const readings = bracketed ? [splitBracketed(code)] : splitRaw(code, !code.includes(groupSeparator))
  if (readings.every(parts => parts === null)) return { kind: 'damaged', why: faultOf(code, bracketed) }
  return readParts(
    readings.flatMap(parts => (parts === null ? [] : [parts])),
    on,
  )
}

/** Without symbology identifier, leading FNC1 and line ends. */
function tidy(typed: string): string {
  return typed
    .replaceAll('\u241d', groupSeparator)
    .replace(/^[\s\ufeff]+|[\s\p{Cc}]+$/gu, '')
    .replace(/^\](?:d2|d1|C1|C0|Q3|Q1|e0|E0|J1)/iu, '')
    .replace(/^[\s\p{Cc}]+/u, '')
}

/** Raw codes of vials begin with the product or with lot, expiry or serial behind a leading FNC1 that was dropped. */
function looksRaw(code: string): boolean {
  return /^01\d{14}/u.test(code) || (code.includes(groupSeparator) && partAt(code) !== null)
}

function splitBracketed(code: string): readonly Part[] | null {
  const parts: Part[] = []
  const pattern = /\((\d{2,4})\)((?:(?!\(\d{2,4}\)).)*)/gsu
  for (const [, key = '', raw = ''] of code.matchAll(pattern)) {
    const value = raw.replace(/[\s\p{Cc}]+$/u, '').trim()
    const known = partAt(key)
    if (known?.key !== key || !fitsRule(value, known.rule)) return null
    parts.push([key, value])
  }
  return parts
}

/** Every way to cut a raw code into whole parts: one where separators are kept, perhaps several where they are lost. */
function splitRaw(code: string, isLost: boolean): readonly (readonly Part[] | null)[] {
  const found: (readonly Part[])[] = []
  // What cannot be cut from here on cannot be cut whatever came before: without this a long code is tried for ever.
  const dead = new Set<string>()
  const cut = (rest: string, before: readonly Part[]): void => {
    const text = rest.startsWith(groupSeparator) ? rest.slice(1) : rest
    if (found.length >= mostReadings || dead.has(text)) return
    if (text === '') return void found.push(before)
    const wasFound = found.length
    const known = partAt(text)
    if (known !== null) {
      const { key, rule } = known
      const body = text.slice(key.length)
      for (const end of endsOf(body, rule, isLost)) {
        const value = body.slice(0, end)
        if (fitsRule(value, rule)) cut(body.slice(end), [...before, [key, value]])
      }
    }
    if (found.length === wasFound) dead.add(text)
  }
  cut(code, [])
  return found.length === 0 ? [null] : found
}

function endsOf(
  body: string,
  { length, isFixed }: { readonly length: number; readonly isFixed: boolean },
  isLost: boolean,
): readonly number[] {
  if (isFixed) return [length]
  const separator = body.indexOf(groupSeparator)
  const end = separator < 0 ? body.length : separator
  if (!isLost) return [end]
  const shorter = Array.from({ length: Math.max(0, Math.min(end - 1, length)) }, (_, at) => at + 1)
  return [end, ...shorter.toReversed().filter(at => partAt(body.slice(at)) !== null)]
}

/** Which fault a code has that cannot be cut into whole parts. */
function faultOf(code: string, isBracketed: boolean): Gs1Fault {
  if (isBracketed) {
    const keys = [...code.matchAll(/\((\d{2,4})\)/gu)].map(([, key = '']) => key)
    return keys.every(key => partAt(key)?.key === key) ? 'cut-short' : 'unknown-part'
  }
  let rest = code
  for (let known = partAt(rest); known !== null; known = partAt(rest)) {
    const { key, rule } = known
    const body = rest.slice(key.length)
    if (!rule.isFixed) break
    if (!fitsRule(body.slice(0, rule.length), rule)) return 'cut-short'
    rest = body.slice(rule.length)
  }
  return rest !== '' && partAt(rest) === null ? 'unknown-part' : 'cut-short'
}

/** The readings that are whole, longest parts first; the fault of the first one when none is. */
function readParts(readings: readonly (readonly Part[])[], on: CalendarDay): Gs1Reading {
  const judged = readings.map(parts => toCode(parts, on))
  const [first, ...others] = judged.flatMap(each => (typeof each === 'string' ? [] : [each]))
  if (first) return { kind: 'read', code: first, others }
  const fault = judged.find(each => typeof each === 'string')
  return { kind: 'damaged', why: typeof fault === 'string' ? fault : 'cut-short' }
}

function toCode(parts: readonly Part[], on: CalendarDay): VialCode | Gs1Fault {
  const byKey = new Map<string, string>()
  for (const [key, value] of parts) {
    if ((byKey.get(key) ?? value) !== value) return 'twice'
    byKey.set(key, value)
  }
  const gtin = byKey.get('01') ?? byKey.get('02') ?? null
  if (gtin !== null && !hasCheckDigit(gtin)) return 'bad-check-digit'
  const dates = ['11', '12', '13', '15', '16', '17'].flatMap(key => byKey.get(key) ?? [])
  const hour = byKey.get('7003')?.slice(0, 6)
  if ([...dates, ...(hour === undefined ? [] : [hour])].some(date => readGs1Date(date, on) === null))
    return 'bad-date'
  const expiry = byKey.get('17') ?? hour ?? null
  const count = byKey.get('30') ?? byKey.get('37') ?? null
  return {
    gtin,
    lot: byKey.get('10') ?? null,
    expiresOn: expiry === null ? null : readGs1Date(expiry, on),
    serial: byKey.get('21') ?? null,
    count: count === null ? null : Number(count),
  }
}
