import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import type { TemplateKind } from '../domain/document/template-shapes'
import { defineCall, typed } from './call'
import { id, reason } from './values'

/** A paper that has a template, and which one counts. */
export type TemplateView = {
  readonly kind: TemplateKind
  /** Null: as it ships. */
  readonly taken: {
    readonly templateId: string
    readonly version: string
    readonly source: string
    readonly confirmation: 'confirmed' | 'unverified'
    readonly byName: string
    readonly at: Instant
  } | null
  /** The file that counts, whole, to start a change from. */
  readonly text: string
}

export const listTemplates = defineCall({
  name: 'template.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<readonly TemplateView[]>(),
  errors: [],
})

/** Takes a province's template in: every paper of its kind is printed by it from now on, at every station of the point. */
export const takeTemplate = defineCall({
  name: 'template.take',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({ text: z.string().max(100_000), reason }),
  response: z.strictObject({ templateId: id }),
  errors: [
    'template.not-readable',
    'template.unknown-paper',
    'template.unknown-key',
    'template.part-missing',
    'template.bad-widths',
    'template.bad-letters',
    'reason.missing',
  ],
})

/** Goes back to the template before it, or to the one that ships. */
export const withdrawTemplate = defineCall({
  name: 'template.withdraw',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({ templateId: id, reason }),
  response: z.strictObject({}),
  errors: ['template.not-found', 'reason.missing'],
})
