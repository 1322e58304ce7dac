import { z } from 'zod'
import type { UploadProof } from '../domain/document/upload-proof'
import { count, documentOf, maybe, name, point, words } from './document-values'

const list = <T extends z.ZodType>(of: T) => z.array(of).max(2000).default([])
const empty = words.default('')

/** Data file of the proof of timeliness. */
export const uploadProof = documentOf('upload-proof', {
  point,
  title: name,
  server: maybe,
  sums: list(z.strictObject({ words: name, doses: count })),
  rows: list(
    z.strictObject({
      saved: name,
      name: empty,
      birthDate: empty,
      dose: name,
      taken: name,
      after: empty,
      receipt: empty,
    }),
  ),
  more: count.default(0),
  printedAt: name,
}) satisfies z.ZodType<UploadProof>
