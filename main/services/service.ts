import type { Actor, Call, RequestOf, ResponseOf } from '../../src/contract/call'
import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import type { CryptoAnswer, CryptoStep } from '../../src/domain/certificate/crypto-steps'
import type { PublicJwk } from '../../src/domain/certificate/issuer-key'
import type { PlacedJson } from '../../src/domain/exchange/placed-json'
import type { JournalEntry, NewEntry } from '../../src/domain/journal/entry'
import type { User } from '../../src/domain/point/point'
import type { Store } from '../db'
import type { Resources } from '../resources/load'
import type { JobDesk } from './jobs/job-port'
import type { LinkDesk } from './link/link-port'
import type { ProvinceDesk } from './link/province-port'

/** What every use case works with; tests make it of an in-memory database and a fixed clock. */
export type Ports = {
  readonly store: Store
  readonly resources: Resources
  /** The text of a file that a person chose; refused when it is not UTF-8. */
  readonly readText: (bytes: Uint8Array) => string
  /** JSON whose faults and values have their lines. */
  readonly readJson: (text: string) => PlacedJson
  readonly pins: {
    readonly hash: (pin: string) => User['pin']
    readonly matches: (pin: string, stored: User['pin']) => boolean
  }
  /** Keys and signatures of certificates (ES256). Private keys are texts that only `signing` understands. */
  readonly signing: {
    readonly makeKey: () => { readonly jwk: PublicJwk; readonly privateKey: string }
    readonly sign: (privateKey: string, bytes: Uint8Array) => Uint8Array
    readonly deflate: (bytes: Uint8Array) => Uint8Array
    readonly answer: (step: CryptoStep) => CryptoAnswer
  }
  /** Locks secrets so that a copied file is of no use on another PC. */
  readonly safe: {
    /** Who keeps the safe's own key; null while the safe is not open. */
    readonly keptBy: () => 'system' | 'file' | null
    readonly lock: (secret: string) => string
    readonly unlock: (locked: string) => string | null
  }
  /** Texts that only the holder of a station's key can read. Private keys are those of `signing`. */
  readonly box: {
    readonly lock: (text: string, to: PublicJwk) => string
    readonly unlock: (box: string, privateKey: string) => string | null
  }
  /** What takes longer than a request may. */
  readonly jobs: JobDesk
  /** The province: joining it, and what is sent to it. */
  readonly link: LinkDesk
  /** What is asked of the province, and what comes in from there. */
  readonly province: ProvinceDesk
  readonly clock: () => Instant
  /** How long this machine has been up, sleep included, in ms: a clock nobody can set. */
  readonly upMs: () => number
  readonly newId: () => string
  readonly stationId: string
  readonly mode: 'real' | 'practice'
  readonly version: string
}

/** One request being served. `write` is the only way to change anything of this point's own. */
export type ServiceContext = Ports & {
  readonly actor: Actor | null
  readonly at: Instant
  readonly today: CalendarDay
  readonly write: (entries: readonly NewEntry[]) => void
  /**
   * Takes entries of other stations into the journal as they are; who calls has checked them. They come by the thousand,
   * so nobody is told of each: forecasts are marked and renewed beside the engine, and the window hears at the end.
   */
  readonly receive: (entries: readonly JournalEntry[]) => void
}

/** One use case: the call it serves and the work it does. */
export type Service<C extends Call = Call> = {
  readonly call: C
  readonly handle: (context: ServiceContext, request: RequestOf<C>) => ResponseOf<C>
}

/** Ties a use case to its call, with the types of its contract. */
export function serve<C extends Call>(
  call: C,
  handle: (context: ServiceContext, request: RequestOf<C>) => ResponseOf<C>,
): Service {
  return { call, handle: handle as Service['handle'] }
}

/** Who acts, for calls that only signed-in users reach; the dispatcher has checked it. */
export function actorOf(context: ServiceContext): Actor {
  if (!context.actor) throw new Error('the dispatcher lets nobody through who has not signed in')
  return context.actor
}
