import { refuse } from '../../../src/contract/errors'
import type { CountedRow, CountedSection } from '../../../src/domain/report/counted-report'
import { keepRenewed, type RenewedPart, renewWaiting } from '../immunization/renew-forecasts'
import { defineJob, type JobContext } from '../jobs/job'
import { keepReport, type ReportPart } from './kept-reports'
import { askedFor } from './report-asked'
import type { ReportAsked } from './section-work'
import { workOf } from './section-works'

/** Handed over in one turn of the engine: some milliseconds. */
const rowsAtATime = 1_000
/** Somebody may write about many people while a report begins; then who waits now is renewed first. */
const tries = 5

type Part = ReportPart | RenewedPart

/**
 * Counts a report beside the engine. Whoever waits for a renewal is renewed first: what is counted is never out of date,
 * or the report is refused.
 */
export const reportJob = defineJob<'report.count'>({
  name: 'report.count',
  async run(context, { key }) {
    const asked = askedFor(context, key) ?? refuse('report.unknown-form')
    for (let count = 0; count < tries; count++) {
      const { failed, isSettled } = await renewWaiting(context)
      if (failed > 0) refuse('report.people-unjudged', { count: failed })
      const { formVersion, at } = { formVersion: asked.form.version, at: context.at }
      // Before anything is read: what is written from now on makes the report older than the journal.
      await context.hand({ kind: 'begin', key, formVersion, at } satisfies Part)
      const sections = await context.store.snapshotLong(async () =>
        isSettled() ? countSections(context, asked) : null,
      )
      if (sections === null) continue
      await handOver(context, sections)
      return { key }
    }
    return refuse('report.busy')
  },
  keep(ports, part) {
    const given = part as Part
    if (given.kind === 'settle' || given.kind === 'forecasts') keepRenewed(ports, given)
    else keepReport(ports.store, given)
  },
})

async function countSections(context: JobContext, asked: ReportAsked): Promise<readonly CountedSection[]> {
  const counted: CountedSection[] = []
  const { sections } = asked.form
  for (const section of sections) {
    context.progress(counted.length, sections.length)
    await context.breathe()
    counted.push({ id: section.id, rows: await workOf(section).count(context, section, asked) })
  }
  return counted
}

async function handOver({ hand }: JobContext, sections: readonly CountedSection[]): Promise<void> {
  for (const { id, rows } of sections)
    for (let from = 0; from === 0 || from < rows.length; from += rowsAtATime)
      await hand(rowsPart(id, rows.slice(from, from + rowsAtATime)))
  await hand({ kind: 'end' } satisfies Part)
}

function rowsPart(sectionId: string, rows: readonly CountedRow[]): Part {
  return { kind: 'rows', sectionId, rows }
}
