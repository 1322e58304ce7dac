import type { Instant } from '../calendar/calendar-day'
import { type IssuerKey, type KeyList, type PublicJwk, standingOf } from '../certificate/issuer-key'

/** Somebody who writes sticks or reads them: another PC of a point, or the province. */
export type Correspondent = {
  readonly kid: string
  readonly jwk: PublicJwk
  /** The point of the PC, or the authority, as the province's list names it. */
  readonly name: string
  readonly kind: 'station' | 'province'
  /** Address of the point; the province has none. */
  readonly iss: string | null
  /** A PC in practice mode speaks with such PCs only. */
  readonly practice: boolean
  /** The certified key; null for the province, whose list is signed as a whole. */
  readonly key: IssuerKey | null
}

/** Everybody whom the lists taken in here name, PCs first. */
export function correspondentsIn(lists: readonly KeyList[]): readonly Correspondent[] {
  const stations = lists.flatMap(({ keys }) => keys.map(stationOf))
  const provinces = lists.flatMap(({ authority, reception }) =>
    reception
      ? [
          {
            ...reception,
            name: authority.name,
            kind: 'province',
            iss: null,
            practice: false,
            key: null,
          } as const,
        ]
      : [],
  )
  return [...stations, ...provinces]
}

function stationOf(key: IssuerKey): Correspondent {
  const { kid, jwk, pointName, iss, practice } = key
  return { kid, jwk, name: pointName, kind: 'station', iss, practice, key }
}

/** Why nothing of this correspondent is believed or sent; null: they are as good as their key. */
export type StrangerReason = 'courier.unknown-sender' | 'courier.revoked-sender' | 'courier.other-mode'

/** What one side is, for judging the other. */
export type Side = {
  readonly iss: string | null
  readonly practice: boolean
  readonly kind: 'station' | 'province'
}

/**
 * Whether a letter of theirs, written at `at`, counts here. PCs of one point hear each other, the province hears every
 * point, and every point hears the province. What a key signed before it ended counts; what a revoked one signed does not.
 */
export function strangerReason(
  other: Correspondent | undefined,
  here: Side,
  at: Instant,
): StrangerReason | null {
  if (!other) return 'courier.unknown-sender'
  if (other.kind === 'province') return here.practice ? 'courier.other-mode' : null
  const standing = other.key ? standingOf(other.key, at) : 'good'
  if (standing === 'revoked') return 'courier.revoked-sender'
  if (standing !== 'good') return 'courier.unknown-sender'
  if (other.practice !== here.practice) return 'courier.other-mode'
  return here.kind === 'province' || other.iss === here.iss ? null : 'courier.unknown-sender'
}
