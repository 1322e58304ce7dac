import type { Vaccine } from '../domain/immunization/vaccine'
import type { AllowableInterval, Schedule, Series, SeriesDoseRule } from '../domain/schedule/schedule-types'

/** What can be wrong with a schedule file, by kind; every kind has a sentence in the texts of the window. */
export const scheduleProblemCodes = [
  'unknown-field',
  'missing-field',
  'wrong-type',
  'bad-choice',
  'out-of-range',
  'empty',
  'not-an-offset',
  'not-a-day',
  'stray-brace',
  'not-an-alternative',
  'unknown-list',
  'unknown-vaccine',
  'unknown-antigen',
  'unknown-base',
  'unknown-group',
  'stands-twice',
  'not-counted',
  'not-contained',
  'interval-target',
  'risk-without-indication',
  'confirmed-by-nobody',
  'order',
] as const

/** One thing wrong, at its place in the file as it was written. */
export type ScheduleProblem = {
  readonly path: readonly (string | number)[]
  readonly code: (typeof scheduleProblemCodes)[number]
  /** What was found, a code, an offset, a date; for a shape what was expected. */
  readonly detail: string
}
type Path = ScheduleProblem['path']
type Vaccines = ReadonlyMap<string, Vaccine>

/** What holds whatever the version: names that point nowhere, names given twice, products that disagree. */
export function catalogProblems(
  catalog: Pick<Schedule, 'vaccineAntigens' | 'vaccineGroups' | 'conflicts' | 'rows'> & {
    readonly antigens: readonly { readonly code: string }[]
  },
  vaccines: Vaccines,
): readonly ScheduleProblem[] {
  const codes = catalog.antigens.map(({ code }) => code)
  const known = new Set(codes)
  const unknown = (antigens: readonly string[], path: Path) =>
    antigens.filter(code => !known.has(code)).map(detail => problem(path, 'unknown-antigen', detail))
  return [
    ...twice(codes, ['antigens']),
    ...twice(
      catalog.rows.map(({ code }) => code),
      ['rows'],
    ),
    ...catalog.vaccineGroups.flatMap(({ antigens }, index) => unknown(antigens, ['vaccineGroups', index])),
    ...catalog.rows.flatMap(({ members }, index) =>
      unknown(
        members.map(({ antigen }) => antigen),
        ['rows', index],
      ),
    ),
    ...catalog.conflicts.flatMap(({ previous, current }, index) =>
      unknownVaccines([...previous, ...current], vaccines, ['conflicts', index]),
    ),
    ...productProblems(catalog, codes, vaccines),
  ]
}

/** Schedule and product data must agree on what a product contains, or a dose would silently not count. */
function productProblems(
  { vaccineAntigens }: Pick<Schedule, 'vaccineAntigens'>,
  codes: readonly string[],
  vaccines: Vaccines,
): readonly ScheduleProblem[] {
  return codes.flatMap((code, index) => {
    const path: Path = ['antigens', index, 'vaccines']
    const counted = vaccineAntigens.filter(row => row.antigen === code).map(({ vaccine }) => vaccine)
    const contained = [...vaccines.values()].filter(({ antigens }) => antigens.includes(code))
    return [
      ...unknownVaccines(counted, vaccines, path),
      ...contained
        .filter(vaccine => !counted.includes(vaccine.code))
        .map(vaccine => problem(path, 'not-counted', vaccine.code)),
      ...counted
        .filter(vaccine => vaccines.has(vaccine) && !contained.some(it => it.code === vaccine))
        .map(vaccine => problem(path, 'not-contained', vaccine)),
    ]
  })
}

function problem(path: Path, code: ScheduleProblem['code'], detail: string): ScheduleProblem {
  return { path, code, detail }
}

function unknownVaccines(codes: readonly string[], vaccines: Vaccines, path: Path) {
  return [...new Set(codes)]
    .filter(code => !vaccines.has(code))
    .map(detail => problem(path, 'unknown-vaccine', detail))
}

function twice(codes: readonly string[], path: Path): readonly ScheduleProblem[] {
  return codes.flatMap((code, index) =>
    codes.indexOf(code) === index ? [] : [problem([...path, index, 'code'], 'stands-twice', code)],
  )
}

/** A series is found by its code, so that no two of one schedule may share it. */
export function repeatedSeries(codes: readonly string[]): readonly string[] {
  return codes.filter((code, index) => codes.indexOf(code) !== index)
}

/** What is wrong with the series of one antigen, at `path`. */
export function seriesProblems(
  antigen: string,
  all: readonly Series[],
  known: Pick<Schedule, 'vaccineAntigens'> & { readonly vaccines: Vaccines },
  path: Path,
): readonly ScheduleProblem[] {
  const counted = new Set(
    known.vaccineAntigens.filter(row => row.antigen === antigen).map(({ vaccine }) => vaccine),
  )
  return [
    ...twice(
      all.map(({ code }) => code),
      path,
    ),
    ...all.flatMap((series, index) => [
      ...(series.type === 'risk' && series.indications.length === 0
        ? [problem([...path, index], 'risk-without-indication', series.code)]
        : []),
      ...series.doses.flatMap((dose, number) =>
        doseProblems(dose, number, { counted, vaccines: known.vaccines }, [...path, index, 'doses', number]),
      ),
    ]),
  ]
}

function doseProblems(
  dose: SeriesDoseRule,
  number: number,
  { counted, vaccines }: { readonly counted: ReadonlySet<string>; readonly vaccines: Vaccines },
  path: Path,
): readonly ScheduleProblem[] {
  const rowsOf = (name: 'preferableVaccines' | 'allowableVaccines') =>
    dose[name].flatMap(({ vaccine }, index) => {
      const place = [...path, name, index, 'vaccine']
      if (!vaccines.has(vaccine)) return [problem(place, 'unknown-vaccine', vaccine)]
      return counted.has(vaccine) ? [] : [problem(place, 'not-contained', vaccine)]
    })
  return [
    ...rowsOf('preferableVaccines'),
    ...rowsOf('allowableVaccines'),
    ...unknownVaccines(dose.inadvertentVaccines, vaccines, [...path, 'inadvertentVaccines']),
    ...intervalProblems(dose.intervals, number, vaccines, [...path, 'intervals']),
    ...intervalProblems(dose.allowableIntervals, number, vaccines, [...path, 'allowableIntervals']),
    ...skipProblems(dose.skips, vaccines, [...path, 'skips']),
  ]
}

/** An interval may count from an earlier target of its series only. */
function intervalProblems(
  intervals: readonly AllowableInterval[],
  number: number,
  vaccines: Vaccines,
  path: Path,
): readonly ScheduleProblem[] {
  return intervals.flatMap(({ from }, index) => {
    const place = [...path, index, 'from']
    if (from.kind === 'most-recent') return unknownVaccines(from.vaccines, vaccines, [...place, 'mostRecent'])
    return from.kind === 'target' && from.dose > number
      ? [problem([...place, 'target'], 'interval-target', String(from.dose))]
      : []
  })
}

function skipProblems(
  skips: SeriesDoseRule['skips'],
  vaccines: Vaccines,
  path: Path,
): readonly ScheduleProblem[] {
  return skips.flatMap(({ sets }, at) =>
    sets.flatMap(({ conditions }, index) =>
      conditions.flatMap((condition, number) => {
        const place = [...path, at, 'sets', index, 'conditions', number, 'vaccines']
        return condition.type === 'vaccine-count' ? unknownVaccines(condition.vaccines, vaccines, place) : []
      }),
    ),
  )
}

/** A dose that waits for the end of a group that no series forms would never be skipped. */
export function groupProblems(
  all: readonly Series[],
  groups: ReadonlySet<number>,
  path: Path,
): readonly ScheduleProblem[] {
  return all.flatMap((series, index) =>
    series.doses.flatMap(({ skips }, number) =>
      skips.flatMap(({ sets }, at) =>
        sets.flatMap(({ conditions }, set) =>
          conditions.flatMap((condition, row) => {
            if (condition.type !== 'completed-series' || groups.has(condition.group)) return []
            const steps = [index, 'doses', number, 'skips', at, 'sets', set, 'conditions', row, 'group']
            return [problem([...path, ...steps], 'unknown-group', String(condition.group))]
          }),
        ),
      ),
    ),
  )
}
