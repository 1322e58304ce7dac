import { countProgramme } from '../../../src/domain/report/count-programme'
import { addMonths, daysOfMonths } from '../../../src/domain/report/months'
import { defineJob } from '../jobs/job'
import { keepProgramme, type ProgrammePart } from './kept-programme'
import { programmeFacts } from './programme-facts'

/** Handed over in one turn of the engine: some milliseconds. */
const namesAtATime = 2_000

/** Counts the programme's form for twelve months, beside the engine: every cell with its names. */
export const programmeJob = defineJob<'handbook.report'>({
  name: 'handbook.report',
  async run(context, { until }) {
    // Before anything is read: what is written from now on makes the report older than the journal.
    await context.hand({ kind: 'begin', until, at: context.at } satisfies ProgrammePart)
    const period = daysOfMonths(addMonths(until, -11), until)
    const facts = await context.store.snapshotLong(() => programmeFacts(context, period))
    const names = countProgramme(context.resources.programme.form, facts, period)
    for (let from = 0; from < names.length; from += namesAtATime)
      await context.hand({
        kind: 'names',
        names: names.slice(from, from + namesAtATime),
      } satisfies ProgrammePart)
    await context.hand({ kind: 'end' } satisfies ProgrammePart)
    return { names: names.length }
  },
  keep: ({ store }, part) => keepProgramme(store, part as ProgrammePart),
})
