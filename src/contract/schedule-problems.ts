import type { Vaccine } from '../domain/immunization/vaccine'
import type { Antigen, Schedule, Series } from '../domain/schedule/schedule-types'

/** What makes a well-formed schedule unusable: names that point nowhere, names given twice, rules without effect. */
export function problemsOfSchedule(
  schedule: Schedule,
  vaccines: ReadonlyMap<string, Vaccine>,
): readonly string[] {
  const antigens = new Map(schedule.antigens.map(antigen => [antigen.code, antigen]))
  return [
    ...twice(
      'antigen',
      schedule.antigens.map(({ code }) => code),
    ),
    ...twice(
      'row',
      schedule.rows.map(({ code }) => code),
    ),
    ...twice(
      'series',
      schedule.antigens.flatMap(({ series }) => series.map(({ code }) => code)),
    ),
    ...[...vaccinesOf(schedule)].filter(code => !vaccines.has(code)).map(code => `unknown vaccine ${code}`),
    ...schedule.vaccineGroups
      .flatMap(group => group.antigens.filter(code => !antigens.has(code)))
      .map(unknownAntigen),
    ...schedule.rows
      .flatMap(row => row.members.map(({ antigen }) => antigen).filter(code => !antigens.has(code)))
      .map(unknownAntigen),
    ...schedule.antigens.flatMap(antigen =>
      antigen.series.flatMap(series => seriesProblems(antigen, series, schedule)),
    ),
    ...mismatches(schedule, vaccines),
    ...(schedule.confirmation === 'confirmed' && schedule.confirmedBy === null
      ? ['confirmed by nobody']
      : []),
  ]
}

/** Schedule and product data must agree on what a product contains, or a dose would silently not count. */
function mismatches(
  { antigens, vaccineAntigens }: Schedule,
  vaccines: ReadonlyMap<string, Vaccine>,
): readonly string[] {
  const counted = new Set(vaccineAntigens.map(({ vaccine, antigen }) => `${vaccine} ${antigen}`))
  const known = new Set(antigens.map(({ code }) => code))
  const contained = [...vaccines.values()].flatMap(({ code, antigens: inside }) =>
    inside.filter(antigen => known.has(antigen)).map(antigen => `${code} ${antigen}`),
  )
  const missing = contained
    .filter(pair => !counted.has(pair))
    .map(pair => `the schedule does not count ${pair}`)
  const invented = [...counted]
    .filter(pair => !contained.includes(pair))
    .map(pair => `the product lacks ${pair}`)
  return [...missing, ...invented]
}

function unknownAntigen(code: string): string {
  return `unknown antigen ${code}`
}

function twice(what: string, codes: readonly string[]): readonly string[] {
  return codes
    .filter((code, index) => codes.indexOf(code) !== index)
    .map(code => `${what} ${code} stands twice`)
}

/** Every product that some rule names. */
function vaccinesOf({ vaccineAntigens, conflicts, antigens }: Schedule): ReadonlySet<string> {
  const doses = antigens.flatMap(({ series }) => series.flatMap(it => it.doses))
  return new Set([
    ...vaccineAntigens.map(({ vaccine }) => vaccine),
    ...conflicts.flatMap(({ previous, current }) => [...previous, ...current]),
    ...doses.flatMap(dose => [
      ...dose.preferableVaccines.map(({ vaccine }) => vaccine),
      ...dose.allowableVaccines.map(({ vaccine }) => vaccine),
      ...dose.inadvertentVaccines,
    ]),
    ...antigens.flatMap(({ contraindications }) => contraindications.flatMap(({ vaccines }) => vaccines)),
  ])
}

function seriesProblems({ code: antigen }: Antigen, series: Series, schedule: Schedule): readonly string[] {
  const counted = new Set(
    schedule.vaccineAntigens.filter(row => row.antigen === antigen).map(({ vaccine }) => vaccine),
  )
  const named = series.doses.flatMap(dose => [...dose.preferableVaccines, ...dose.allowableVaccines])
  const lost = [...new Set(named.map(({ vaccine }) => vaccine))].filter(vaccine => !counted.has(vaccine))
  const targets = series.doses.flatMap((dose, index) =>
    [...dose.intervals, ...dose.allowableIntervals]
      .map(({ from }) => from)
      .filter(from => from.kind === 'target' && from.dose > index),
  )
  return [
    ...lost.map(vaccine => `${series.code}: ${vaccine} does not count for ${antigen}`),
    ...(targets.length > 0 ? [`${series.code}: an interval counts from a dose that is not earlier`] : []),
    ...(series.type === 'risk' && series.indications.length === 0
      ? [`${series.code}: a risk series without indication`]
      : []),
  ]
}
