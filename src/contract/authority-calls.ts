import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import { defineCall, typed } from './call'

/** The certificates in a file that somebody chose: what is to be believed beside the system's own authorities. */
export type AuthorityFile = {
  readonly fileName: string
  /** All of them, as text. */
  readonly pem: string
  readonly authorities: readonly {
    readonly name: string
    readonly untilAt: Instant
    /** SHA-256, to be held against the province's letter. */
    readonly fingerprint: string
  }[]
}

/** Lets the user choose the file of the province's own certificate authority, for joining. */
export const chooseAuthority = defineCall({
  name: 'link.choose-authority',
  kind: 'read',
  servedBy: 'main',
  audience: ['head', 'admin'],
  request: z.strictObject({}),
  response: typed<AuthorityFile>(),
  errors: ['link.nothing-chosen', 'link.certificate-unreadable'],
})
