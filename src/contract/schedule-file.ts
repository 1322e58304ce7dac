import { z } from 'zod'
import type { Vaccine } from '../domain/immunization/vaccine'
import type { Schedule } from '../domain/schedule/schedule-types'
import { expandLists } from './schedule-lists'
import { catalogProblems, repeatedSeries, type ScheduleProblem, seriesProblems } from './schedule-problems'
import { antigenFacts, commonRules, provenance, series, text, versionRules } from './schedule-schema'
import { shapeProblems, vaccineAntigensOf, withVersion } from './schedule-shape'

const schedule = z.strictObject({
  format: z.literal(1),
  ...provenance,
  ...versionRules,
  ...commonRules,
  notes: z.array(text).default([]),
  campaignDosesCount: z.boolean(),
  antigens: z
    .array(
      z.strictObject({
        ...antigenFacts,
        rollOut: z.enum(['nationwide', 'partial']),
        series: z.array(series).min(1),
      }),
    )
    .min(1),
})

/** Trouble in a schedule file: it is not loaded at all, because half a rule is worse than none. */
export class ScheduleFileError extends Error {
  readonly problems: readonly ScheduleProblem[]

  constructor(problems: readonly ScheduleProblem[]) {
    const lines = problems.map(({ path, code, detail }) => `${path.join('.')}: ${code} ${detail}`.trim())
    super(`the schedule file cannot be used: ${lines.join('; ')}`)
    this.name = 'ScheduleFileError'
    this.problems = problems
  }
}

/**
 * Reads a schedule that is whole in one file (format 1). Throws ScheduleFileError on an unknown field, an unreadable
 * offset, a product or antigen that does not exist, or a rule the engine does not have.
 */
export function readSchedule(file: unknown, vaccines: ReadonlyMap<string, Vaccine>): Schedule {
  const expanded = expandLists(file)
  if (expanded.problems.length > 0) throw new ScheduleFileError(expanded.problems)
  const parsed = schedule.safeParse(expanded.file)
  if (!parsed.success) throw new ScheduleFileError(shapeProblems(parsed.error.issues, expanded.sourcePath))
  const read = toSchedule(parsed.data)
  const problems = problemsOf(read, vaccines)
  if (problems.length > 0) throw new ScheduleFileError(problems)
  return read
}

function toSchedule({ format: _format, antigens, ...rest }: z.output<typeof schedule>): Schedule {
  return {
    ...rest,
    antigens: antigens.map(({ vaccines: _vaccines, series: all, ...one }) => ({
      ...one,
      series: all.map(it => withVersion(it, rest.code)),
    })),
    vaccineAntigens: antigens.flatMap(vaccineAntigensOf),
  }
}

function problemsOf(read: Schedule, vaccines: ReadonlyMap<string, Vaccine>): readonly ScheduleProblem[] {
  return [
    ...catalogProblems(read, vaccines),
    ...read.antigens.flatMap(({ code, series: all }, index) =>
      seriesProblems(code, all, { ...read, vaccines }, ['antigens', index, 'series']),
    ),
    ...repeatedSeries(read.antigens.flatMap(({ series: all }) => all.map(({ code }) => code))).map(
      detail => ({ path: ['antigens'], code: 'stands-twice', detail }) as const,
    ),
    ...(read.confirmation === 'confirmed' && read.confirmedBy === null
      ? [{ path: ['confirmedBy'], code: 'confirmed-by-nobody', detail: '' } as const]
      : []),
  ]
}
