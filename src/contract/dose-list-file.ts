import { z } from 'zod'
import type { DoseList } from '../domain/report/tally'
import { confirmation } from './open-vial-file'

const text = z.string().trim().min(1)

const doseListFile = z.strictObject({
  format: z.literal(1),
  version: text,
  lists: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/u),
        needs: z.array(z.strictObject({ antigen: text, doses: z.int().min(1).max(10) })).min(1),
        confirmation,
        source: text,
      }),
    )
    .min(1),
})

/** Reads `resources/reports/lists/fully-immunised.json`. Throws on an unknown field, an unknown antigen, and a list named twice. */
export function readDoseLists(file: unknown, antigens: ReadonlySet<string>): readonly DoseList[] {
  const { lists } = doseListFile.parse(file)
  if (new Set(lists.map(({ id }) => id)).size !== lists.length) throw new Error('a list stands twice')
  for (const { id, needs } of lists)
    for (const { antigen } of needs)
      if (!antigens.has(antigen)) throw new Error(`${id} names ${antigen}, which no product is against`)
  return lists
}
