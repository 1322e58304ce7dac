import { refuse } from '../../../../src/contract/errors'
import { daysOfPeriod } from '../../../../src/domain/report/report-period'
import { defineJob } from '../../jobs/job'
import { askedFor } from '../report-asked'
import { countSettled, keepWith } from './count-settled'
import { countWithNames } from './count-with-names'
import { keepPrepared, type PreparedPart } from './kept-prepared'

/** Handed over in one turn of the engine: some milliseconds. */
const rowsAtATime = 1_000

/**
 * Counts a report with its names to be checked and signed, beside the engine. Whoever waits for a renewal is renewed first, as
 * for `report.count`.
 */
export const prepareReportJob = defineJob<'report.prepare'>({
  name: 'report.prepare',
  async run(context, { key }) {
    const { store, at } = context
    const asked = askedFor(context, key) ?? refuse('report.unknown-form')
    const days = daysOfPeriod(key.period)
    const { counted, names, register } = await countSettled(context, async () => ({
      ...(await countWithNames(context, asked)),
      register: key.basis === 'place' && days ? store.reports.figures(days) : null,
    }))
    const { form, entered } = asked
    const hand = (part: PreparedPart) => context.hand(part)
    await hand({ kind: 'begin', key, formVersion: form.version, at, entered, register })
    for (const { id, rows } of counted.sections)
      for (let from = 0; from === 0 || from < rows.length; from += rowsAtATime)
        await hand({ kind: 'rows', sectionId: id, rows: rows.slice(from, from + rowsAtATime) })
    await hand({ kind: 'end', names })
    return { key }
  },
  keep: keepWith<PreparedPart>(({ store }, part) => keepPrepared(store, part)),
})
