import type { Instant } from '../calendar/calendar-day'

/** The server this PC has joined, as the joining found it. Secrets are kept apart, locked. */
export type LinkServer = {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly serverName: string
  readonly software: string | null
  readonly tokenUrl: string
  readonly clientId: string
  readonly scope: string
  /** Certificates of a private authority (PEM); null: those of the operating system are enough. */
  readonly caPem: string | null
  readonly hasProxy: boolean
  readonly joinedAt: Instant
  readonly joinedBy: string
}

/** What only this PC may know: the private key (PKCS #8 in base64), and the proxy, whose address may hold a password. */
export type LinkSecrets = { readonly privateKey: string; readonly proxy: string | null }
