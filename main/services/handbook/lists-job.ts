import { defineJob } from '../jobs/job'
import { keepLists, type ListsPart, partsOf } from './kept-lists'
import { survey } from './survey'

/** Handed over in one turn of the engine: some milliseconds. */
const linesAtATime = 1_000

/** Makes the working lists of the handbook anew, beside the engine. */
export const handbookListsJob = defineJob<'handbook.lists'>({
  name: 'handbook.lists',
  async run(context) {
    // Before anything is read: what is written from now on makes the lists older than the journal.
    await context.hand({ kind: 'begin', at: context.at } satisfies ListsPart)
    const lines = await context.store.snapshotLong(() => survey(context))
    for (const part of partsOf(lines, linesAtATime)) await context.hand(part)
    await context.hand({ kind: 'end' } satisfies ListsPart)
    return { lines: lines.length }
  },
  keep: ({ store }, part) => keepLists(store, part as ListsPart),
})
