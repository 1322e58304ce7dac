import { z } from 'zod'
import type { ProvinceAnswer } from './arrival-calls'
import { defineCall, typed } from './call'
import { id } from './values'

/** Asks the server how the other side of a question came about; the answer comes as that of a search does. */
export const askConflictHistory = defineCall({
  name: 'conflict.ask-history',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ conflictId: id }),
  response: typed<ProvinceAnswer>(),
  errors: ['conflict.not-found', 'province.not-joined', 'province.bad-answer'],
})

/** Writes into open questions who wrote the other side, as the server's provenance says. */
export const nameAuthors = defineCall({
  name: 'province.name-authors',
  kind: 'write',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({
    authors: z
      .array(
        z.strictObject({
          conflictId: id,
          byName: z.string().max(300).nullable(),
          placeName: z.string().max(300).nullable(),
        }),
      )
      .max(200),
  }),
  response: z.strictObject({}),
  errors: [],
})
