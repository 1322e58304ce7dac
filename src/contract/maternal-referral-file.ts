import { z } from 'zod'
import { type MaternalReferral, referredPeople } from '../domain/document/maternal-referral'
import { documentOf, maybe, name, point, who, words } from './document-values'

const list = z.array(name).max(60).default([])

/** The data file of a `maternal-referral`. */
export const maternalReferral = documentOf('maternal-referral', {
  about: z.enum(referredPeople).default('pregnancy'),
  point,
  person: z.strictObject(who),
  to: maybe,
  head: z
    .array(z.strictObject({ caption: name, value: words.default(''), isWide: z.boolean().default(false) }))
    .max(30)
    .default([]),
  signs: list,
  risks: list,
  measures: list,
  finding: maybe,
  done: maybe,
  visitedOn: maybe,
  signedBy: maybe,
  printedAt: name,
}) satisfies z.ZodType<MaternalReferral>
