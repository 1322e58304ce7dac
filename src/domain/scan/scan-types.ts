import type { CalendarDay } from '../calendar/calendar-day'
import type { Identifier, IdentifierSystem, Sex } from '../person/person'
import type { PersonCode } from '../person/person-code'

/**
 * One scan as it reached the window. A keyboard scanner is heard twice: by the letters its keys became, which an input
 * method may have changed, and by the keys themselves, which it cannot change but may swallow.
 */
export type ScanArrival = {
  /** What the letters say. */
  readonly text: string
  /** What the keys say on a US keyboard; null when some of it came without a key. */
  readonly physical: string | null
  /** True when an input method took part, so that keys may be missing from both. */
  readonly touched: boolean
}

/** A card or paper that names somebody. What did not arrive unhurt is null: asked for, never guessed. */
export type CardReading = {
  readonly kind: 'citizen-card' | 'health-card' | 'birth-certificate'
  /** Numbers that are the holder's, the one that decides first. */
  readonly identifiers: readonly Identifier[]
  readonly name: string | null
  readonly birthDate: CalendarDay | null
  readonly sex: Sex
  /** The address as printed, to be turned into units where that is certain. */
  readonly addressLine: string | null
  readonly motherName: string | null
  readonly fatherName: string | null
  /** True when letters with marks did not come through, so that name and address have to be asked for. */
  readonly lettersLost: boolean
  /** True while nothing official confirms how this paper is laid out. */
  readonly isUnverified: boolean
}

/** Why a scan must not be used. */
export type ScanDoubt =
  /** An input method changed letters or digits on the way. */
  | 'garbled'
  /** The letters and the keys give two different numbers. */
  | 'readings-differ'
  /** 16 digits that look like our code, but their check is wrong. */
  | 'bad-check'
  /** The number on a card does not fit its own birth date or sex. */
  | 'contradicts-itself'
  /** It looks like a card, but its number is not one. */
  | 'bad-number'

/** What a scan is. Closed: whoever opens anything must say what becomes of each kind. */
export type ScanReading =
  | { readonly kind: 'person-code'; readonly code: PersonCode }
  /** A bare number, with the lists it may come from, likeliest first. */
  | { readonly kind: 'number'; readonly value: string; readonly systems: readonly IdentifierSystem[] }
  | CardReading
  | { readonly kind: 'transfer-slip'; readonly text: string }
  /** A signed certificate: its signature says whether it is whole. */
  | { readonly kind: 'certificate'; readonly text: string }
  | { readonly kind: 'doubtful'; readonly why: ScanDoubt; readonly looksLike: ScanLook }
  | { readonly kind: 'unknown' }

/** What a scan that cannot be used most looks like. */
export type ScanLook = 'person-code' | 'number' | 'citizen-card' | 'health-card' | 'birth-certificate'

/** A field of a card's text, by its place. */
export type CardField =
  | 'national-id'
  | 'old-national-id'
  | 'health-insurance'
  | 'birth-certificate'
  | 'name'
  | 'birth-date'
  | 'sex'
  | 'address'
  | 'issued-on'
  | 'mother-name'
  | 'father-name'
  | 'ignored'

/** How the text of one kind of card is laid out: data, because nothing of it is published. */
export type CardLayout = {
  readonly code: string
  readonly kind: CardReading['kind']
  readonly source: string
  readonly confirmed: boolean
  /** Fields between `|`, by place; further ones are ignored. */
  readonly fields: readonly CardField[]
  readonly fewestFields: number
  /** True when name and addresses are hexadecimal UTF-8. */
  readonly isHex: boolean
}

/** `resources/scan/layouts.json`. */
export type ScanLayouts = {
  readonly cards: readonly CardLayout[]
  /** Names under which a paper given as JSON may have each field; compared without marks, case and signs. */
  readonly jsonNames: Readonly<Partial<Record<CardField, readonly string[]>>>
}
