import type { Instant } from '../calendar/calendar-day'
import type { PublicJwk } from './issuer-key'
import type { CardRevocationReason } from './revoked-card'

/** A key of this point that a station made: its public half. The private half never leaves that PC. */
export type StationKey = {
  readonly kid: string
  readonly jwk: PublicJwk
  readonly stationId: string
  readonly stationName: string
  readonly madeAt: Instant
  readonly byUserId: string
  readonly byName: string
}

/** A file of an authority's keys that somebody here took in. */
export type TrustedKeyList = {
  readonly authorityId: string
  readonly authorityName: string
  readonly serial: number
  /** The file as it came, with its signature. */
  readonly text: string
  readonly byUserId: string
  readonly byName: string
}

/** One certificate that somebody here took back. */
export type CardRevocation = {
  /** What the card is called (`cardIdOf`). */
  readonly card: string
  /** The key that signed the statement. */
  readonly kid: string
  readonly why: CardRevocationReason
  readonly note: string | null
  /** The signed statement, as it goes to the province and onto the page on a stick. */
  readonly text: string
  readonly byUserId: string
  readonly byName: string
}

/** Why papers carry no signature at the moment. */
export const unsignedReasons = [
  /** No key was made at this PC, or what was kept of it cannot be opened any more. */
  'no-key',
  'key-locked',
  /** The province has not certified it, or its list has not arrived. */
  'not-certified',
  'key-expired',
  'key-not-yet',
  'key-revoked',
] as const
export type UnsignedReason = (typeof unsignedReasons)[number]

/** A person's doses, signed. */
export type SignedCard =
  | { readonly state: 'unsigned'; readonly why: UnsignedReason }
  | {
      readonly state: 'signed'
      /** Texts of QR codes, each a whole card by itself; several when one code could not hold all doses. */
      readonly shc: readonly string[]
      /** Digits of one code for small labels; the application and the verifier read it, nobody else does. */
      readonly compact: string
      readonly pointName: string
      readonly authorityName: string
      readonly kid: string
      readonly signedAt: Instant
      /** The last moment at which the key signs. */
      readonly keyUntil: Instant
    }
