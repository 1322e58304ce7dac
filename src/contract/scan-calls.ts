import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { Sex } from '../domain/person/person'
import type { ScanDraft } from '../domain/scan/card-draft'
import type { Contradiction } from '../domain/scan/match-holder'
import type { ScanLook, ScanReading } from '../domain/scan/scan-types'
import { defineCall, typed } from './call'
import type { ErrorCode } from './errors'
import type { PersonHit } from './person-calls'

/** The longest text any card has, several times over. */
const longest = 4_000

/** A scan as it reached the window, by its letters and by its keys. */
export const arrival = z.strictObject({
  text: z.string().max(longest),
  physical: z.string().max(longest).nullable(),
  touched: z.boolean(),
})

/** Somebody a scan may mean, and why it did not open them. */
export type ScanHit = {
  readonly hit: PersonHit
  /** `holder` carries the number; `child` has the holder as a relative. */
  readonly as: 'holder' | 'child'
  readonly contradictions: readonly Contradiction[]
}

/** What a card says of its holder, to be held against those found. */
export type CardFacts = {
  readonly name: string | null
  readonly birthDate: CalendarDay | null
  readonly sex: Sex
  readonly number: string
}

/** Why nobody was opened although somebody was found. */
export type ChooseWhy =
  /** The holder is a relative of these children; perhaps a person here as well. */
  | 'children-of-holder'
  /** Several records carry the number. */
  | 'several'
  /** The card says something else than the record. */
  | 'contradicts'
  /** Only a number that is not the holder's alone was found. */
  | 'weak-number'

/** Why a scan is not used. */
export type ScanRefusal = Extract<
  ErrorCode,
  | 'scan.garbled'
  | 'scan.readings-differ'
  | 'scan.bad-check'
  | 'scan.contradicts-itself'
  | 'scan.bad-number'
  | 'scan.not-here'
  | 'scan.not-a-code'
>

/** What comes of a scan. A person opens only when exactly one carries the very number and nothing contradicts. */
export type ScanOutcome =
  | { readonly outcome: 'person'; readonly personId: string; readonly number: string }
  | { readonly outcome: 'register'; readonly draft: ScanDraft }
  | { readonly outcome: 'transfer'; readonly text: string }
  | { readonly outcome: 'certificate'; readonly text: string }
  | {
      readonly outcome: 'choose'
      readonly why: ChooseWhy
      readonly hits: readonly ScanHit[]
      readonly facts: CardFacts
      /** The form for the holder as somebody new; null when the number is taken. */
      readonly draft: ScanDraft | null
    }
  | { readonly outcome: 'refused'; readonly code: ScanRefusal; readonly looksLike: ScanLook | null }

/** Reads one scan and says whom it means. Nothing of it is kept. */
export const readScanCall = defineCall({
  name: 'scan.read',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: arrival,
  response: typed<ScanOutcome>(),
  errors: [],
})

/** What the test screen is told of a scan: its kind and nothing of its contents. */
export type ScanVerdict = {
  readonly kind: ScanReading['kind']
  readonly why: string | null
  readonly looksLike: ScanLook | null
  readonly lettersLost: boolean
}

/** Says what a scan would be taken for, without looking for anybody. */
export const testScan = defineCall({
  name: 'scan.test',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: arrival,
  response: typed<ScanVerdict>(),
  errors: [],
})

/** One symbol to scan from the screen, as modules. */
export type TestSymbol = {
  readonly text: string
  readonly qr: { readonly size: number; readonly rows: readonly string[] }
  /** Code 128; null for texts that have letters beyond it. */
  readonly bars: string | null
}

/** Symbols of these texts, drawn by what draws our papers. */
export const drawTestSymbols = defineCall({
  name: 'scan.draw-test-symbols',
  kind: 'read',
  servedBy: 'main',
  audience: 'signed-in',
  request: z.strictObject({ texts: z.array(z.string().min(1).max(100)).max(6) }),
  response: typed<readonly TestSymbol[]>(),
  errors: [],
})
