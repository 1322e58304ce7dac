import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { CardDose } from '../domain/certificate/card-content'
import type { RevocationReason } from '../domain/certificate/issuer-key'
import type { UnsignedReason } from '../domain/certificate/station-key'
import type { Verdict } from '../domain/certificate/verify-card'
import type { LocalText } from '../domain/schedule/schedule-types'
import { defineCall, typed } from './call'
import { chosenFile } from './values'

/** One key that a station of this point made. */
export type StationKeyView = {
  readonly kid: string
  /** Thirty digits to compare with the province. */
  readonly fingerprint: string
  readonly stationName: string
  readonly isOfThisStation: boolean
  readonly madeAt: Instant
  readonly madeBy: string
  readonly standing: 'signs' | Exclude<UnsignedReason, 'no-key'>
  /** As the province certified it; null while it has not. */
  readonly certified: {
    readonly pointName: string
    readonly authorityName: string
    readonly notAfter: Instant
    readonly revoked: { readonly at: Instant; readonly why: RevocationReason } | null
  } | null
}

/** One authority whose keys are known here. */
export type AuthorityView = {
  readonly authorityId: string
  readonly name: string
  readonly serial: number
  readonly issuedAt: Instant
  readonly takenInAt: Instant
  readonly takenInBy: string
  readonly keys: number
  readonly revoked: number
}

export type CertificateKeys = {
  /** Why papers carry no signature now; null: they do. */
  readonly unsigned: UnsignedReason | null
  /** Who keeps the private key: the operating system, or only a file of this Windows user. */
  readonly keptBy: 'system' | 'file' | null
  readonly keys: readonly StationKeyView[]
  readonly authorities: readonly AuthorityView[]
}

/** The keys of this point and the authorities that are believed here. */
export const getCertificateKeys = defineCall({
  name: 'certificate.get-keys',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<CertificateKeys>(),
  errors: [],
})

/** Makes a key at this PC. The one before goes on signing until the province has certified the new one. */
export const makeCertificateKey = defineCall({
  name: 'certificate.make-key',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({}),
  response: z.strictObject({ kid: z.string() }),
  errors: ['certificate.safe-closed'],
})

const savedFile = z.strictObject({ fileName: z.string() })
/** A file of ours on its way out. */
export type OutFile = { readonly fileName: string; readonly bytes: Uint8Array }

/** Saves the request to certify this PC's newest key where the user chooses: it goes to the province. */
export const saveKeyRequest = defineCall({
  name: 'certificate.save-request',
  kind: 'read',
  servedBy: 'main',
  audience: ['head', 'admin'],
  request: z.strictObject({}),
  response: savedFile,
  errors: ['certificate.no-key', 'certificate.safe-closed', 'certificate.cancelled', 'certificate.not-saved'],
})

/** The same file for main. */
export const makeKeyRequest = defineCall({
  name: 'certificate.make-request',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({}),
  response: typed<OutFile>(),
  errors: ['certificate.no-key', 'certificate.safe-closed'],
})

/** What a file of keys would change. */
export type KeyListPreview = {
  /** The file itself, to be handed back when the user takes it in. */
  readonly text: string
  readonly authorityName: string
  /** `first`: nobody here knows this authority, so its fingerprint must be compared with what it told on paper. */
  readonly trust: 'first' | 'known' | 'same'
  readonly serial: number
  readonly issuedAt: Instant
  readonly keys: number
  readonly newlyCertified: readonly { readonly pointName: string; readonly until: Instant }[]
  readonly newlyRevoked: readonly { readonly pointName: string; readonly why: RevocationReason }[]
  /** Whether a key of this PC is in it. */
  readonly certifiesThisStation: boolean
}

const listErrors = [
  'key-list.unreadable',
  'key-list.altered',
  'key-list.other-signer',
  'key-list.older',
] as const

/** Lets the user choose a file of keys and says what it would change; writes nothing. */
export const chooseKeyList = defineCall({
  name: 'certificate.choose-key-list',
  kind: 'read',
  servedBy: 'main',
  audience: ['head', 'admin'],
  request: z.strictObject({}),
  response: typed<KeyListPreview>(),
  errors: [...listErrors, 'certificate.cancelled'],
})

/** Reads a file of keys that main has opened; not callable by a window. */
export const previewKeyList = defineCall({
  name: 'certificate.preview-key-list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: chosenFile,
  response: typed<KeyListPreview>(),
  errors: listErrors,
})

/**
 * Takes a file of keys in. Of an authority nobody here knows, the fingerprint must be given as it stands on its letter:
 * thirty digits, typed, not compared by eye.
 */
export const trustKeyList = defineCall({
  name: 'certificate.trust-key-list',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({
    text: z.string().max(4 * 1024 * 1024),
    fingerprint: z.string().max(100).nullable(),
  }),
  response: z.strictObject({}),
  errors: [...listErrors, 'key-list.already-here', 'key-list.wrong-fingerprint'],
})

/** A dose of a certificate with what people call it. */
export type VerifiedDose = CardDose & { readonly name: LocalText }

/** What a certificate is worth, with names people know. */
export type VerdictView =
  | { readonly state: 'not-a-card' }
  | (Omit<Exclude<Verdict, { readonly state: 'not-a-card' }>, 'content'> & {
      readonly content: {
        readonly name: string
        readonly birthDate: string
        readonly doses: readonly VerifiedDose[]
      } | null
    })

const codeText = z.string().max(12_000)

/** Says what the code of a certificate is worth, by the keys known here. Needs no network and keeps nothing. */
export const verifyCertificate = defineCall({
  name: 'certificate.verify',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ text: codeText }),
  response: typed<VerdictView>(),
  errors: [],
})

/** Lets the user choose a picture or photograph and reads the codes in it. */
export const readCertificateImage = defineCall({
  name: 'certificate.read-image',
  kind: 'read',
  servedBy: 'main',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<{ readonly texts: readonly string[] }>(),
  errors: ['certificate.cancelled', 'certificate.no-code-in-image', 'certificate.image-unreadable'],
})

/** Saves the page that verifies certificates without this application, with the keys known here in it. */
export const saveVerifier = defineCall({
  name: 'certificate.save-verifier',
  kind: 'read',
  servedBy: 'main',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: savedFile,
  errors: ['certificate.cancelled', 'certificate.not-saved'],
})

/** The same page for main. */
export const makeVerifier = defineCall({
  name: 'certificate.make-verifier',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({}),
  response: typed<{
    readonly fileName: string
    readonly keyLists: readonly string[]
    readonly on: CalendarDay
  }>(),
  errors: [],
})
