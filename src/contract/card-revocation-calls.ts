import { z } from 'zod'
import { cardRevocationReasons } from '../domain/certificate/revoked-card'
import { defineCall, typed } from './call'
import type { OutFile } from './certificate-calls'

/**
 * Takes back one certificate by its code; other papers stay good. A paper with several codes, and its label, are taken back code
 * by code. Only a card of this point that counts now: of others the point that signed them, or the province, decides.
 */
export const revokeCard = defineCall({
  name: 'certificate.revoke-card',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({
    text: z.string().max(12_000),
    why: z.enum(cardRevocationReasons),
    note: z.string().max(300).nullable(),
  }),
  response: z.strictObject({}),
  errors: ['certificate.card-not-ours', 'certificate.card-not-revocable', 'certificate.cannot-take-back'],
})

/** Saves what this point took back as a file for the province, whose next list tells every other point. */
export const saveRevocations = defineCall({
  name: 'certificate.save-revocations',
  kind: 'read',
  servedBy: 'main',
  audience: ['head', 'admin'],
  request: z.strictObject({}),
  response: z.strictObject({ fileName: z.string() }),
  errors: ['certificate.nothing-revoked', 'certificate.cancelled', 'certificate.not-saved'],
})

/** The same file for main. */
export const makeRevocations = defineCall({
  name: 'certificate.make-revocations',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({}),
  response: typed<OutFile>(),
  errors: ['certificate.nothing-revoked'],
})
