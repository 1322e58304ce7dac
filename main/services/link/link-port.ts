import type { JoiningView } from '../../../src/contract/link-calls'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { Lack } from '../../../src/domain/upload/capability'
import type { LinkActivity } from '../../../src/domain/upload/link-activity'
import type { LinkSecrets, LinkServer } from '../../../src/domain/upload/link-server'
import type { UploadResults } from '../../../src/domain/upload/upload-results'

/** What joining needs to know. */
export type JoinOrder = {
  readonly address: string
  readonly code: string
  readonly caPem: string | null
  readonly proxy: string | null
  readonly clientName: string
  readonly stationId: string
}
export type JoinEnd =
  | {
      readonly state: 'joined'
      readonly server: Omit<LinkServer, 'caPem' | 'hasProxy' | 'joinedAt' | 'joinedBy'>
      readonly privateKey: string
      readonly offsetMs: number
    }
  | {
      readonly state: 'refused'
      readonly code: Extract<JoiningView, { readonly state: 'refused' }>['code']
      readonly lacks: readonly Lack[]
    }

export type UploadHooks = {
  readonly onActivity: (activity: LinkActivity) => void
  /** Writes what was found out; resolves once it is on disk. */
  readonly onResults: (results: UploadResults) => Promise<void>
  /** The uploader is gone without having been stopped. */
  readonly onEnd: (error: unknown) => void
  readonly log: (line: string) => void
}
export type RunningUpload = {
  readonly wake: () => void
  readonly tryNow: () => void
  readonly stop: () => Promise<void>
}

/** What runs beside the engine: the network in a thread of its own. */
export type LinkRunner = {
  readonly upload: (
    server: LinkServer,
    secrets: LinkSecrets,
    offsetMs: number,
    hooks: UploadHooks,
  ) => RunningUpload
  readonly join: (order: JoinOrder) => Promise<JoinEnd>
}

/** What services may ask of the link. */
export type LinkDesk = {
  readonly activity: () => LinkActivity
  readonly joining: () => JoiningView | null
  /** Begins when there is a server and the safe is open. */
  readonly start: () => void
  /** Something was written. */
  readonly wake: () => void
  readonly tryNow: () => void
  readonly join: (order: JoinOrder, by: { readonly name: string; readonly at: Instant }) => void
  readonly leave: () => void
  readonly stop: () => Promise<void>
}
