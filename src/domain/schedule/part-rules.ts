import { doseProblems } from './part-dose-rules'
import { agesInOrder, daysInOrder } from './part-order'
import { atName, atValue, nearestWord, type PartProblem } from './part-problem'
import type { PartShape, PartSurroundings, SeriesShape } from './part-shape'

/**
 * Everything in a well-formed part that contradicts itself or points nowhere. All of it comes together, in the order of
 * the file, so that a file is corrected once.
 */
export function partProblems(part: PartShape, around: PartSurroundings): readonly PartProblem[] {
  const antigens = Object.entries(part.antigens)
  return [
    ...versionProblems(part, around),
    ...settingProblems(part),
    ...(part.campaigns ?? []).flatMap((campaign, index) => [
      ...daysInOrder(campaign, ['startOn', 'endOn'], ['campaigns', index]),
      ...campaign.antigens.flatMap((code, at) =>
        knownAntigen(code, ['campaigns', index, 'antigens', at], around),
      ),
    ]),
    ...antigens.flatMap(([code, antigen]) =>
      around.antigens.has(code)
        ? (antigen?.series ?? []).flatMap((series, index) =>
            seriesProblems(series, ['antigens', code, 'series', index], code, part, around),
          )
        : [unknownAntigen(code, ['antigens', code], around, 'name')],
    ),
    ...codesTwice(part),
  ]
}

function versionProblems(part: PartShape, { versions }: PartSurroundings): readonly PartProblem[] {
  const { code, basedOn = null, confirmation, confirmedBy = null } = part
  return [
    ...baseProblems(code, basedOn, versions),
    ...daysInOrder(part, ['validFrom', 'validTo'], []),
    ...(confirmation === 'confirmed' && confirmedBy === null
      ? [atValue('schedule-file.confirmed-by-nobody', ['confirmation'])]
      : []),
  ]
}

function baseProblems(
  code: string,
  basedOn: string | null,
  versions: ReadonlyMap<string, string | null>,
): readonly PartProblem[] {
  const seen = new Set([code])
  for (let base = basedOn; base !== null; base = versions.get(base) ?? null) {
    if (seen.has(base)) return [atValue('schedule-file.based-on-itself', ['basedOn'], { value: base })]
    if (!versions.has(base)) {
      const suggestion = nearestWord(base, versions.keys())
      return [atValue('schedule-file.unknown-version', ['basedOn'], { value: base, suggestion })]
    }
    seen.add(base)
  }
  return []
}

function settingProblems({ settings = {} }: PartShape): readonly PartProblem[] {
  return Object.entries(settings).flatMap(([name, { value, alternatives }]) => {
    if (alternatives.includes(value)) return []
    const params = { name, value, choices: alternatives.join(', ') }
    return [atValue('schedule-file.bad-setting', ['settings', name, 'value'], params)]
  })
}

function knownAntigen(
  code: string,
  path: readonly PropertyKey[],
  around: PartSurroundings,
): readonly PartProblem[] {
  return around.antigens.has(code) ? [] : [unknownAntigen(code, path, around, 'value')]
}

function unknownAntigen(
  code: string,
  path: readonly PropertyKey[],
  { antigens }: PartSurroundings,
  at: PartProblem['at'],
): PartProblem {
  const params = { value: code, suggestion: nearestWord(code, antigens.keys()) }
  return (at === 'name' ? atName : atValue)('schedule-file.unknown-antigen', path, params)
}

function seriesProblems(
  series: SeriesShape,
  path: readonly PropertyKey[],
  antigen: string,
  part: PartShape,
  around: PartSurroundings,
): readonly PartProblem[] {
  const { code, type, indications = [], doses } = series
  const groups = new Set((part.antigens[antigen]?.series ?? []).map(({ group }) => group))
  const owner = around.series.get(code)
  // A series keeps its code through the versions; what no two may share is the code of another antigen or kind of part.
  const isTaken = owner !== undefined && (owner.antigen !== antigen || owner.kind !== part.kind)
  return [
    ...(isTaken ? [atValue('schedule-file.code-taken', [...path, 'code'], { value: code })] : []),
    ...(type === 'risk' && indications.length === 0
      ? [atValue('schedule-file.risk-without-indication', [...path, 'type'], { value: code })]
      : []),
    ...agesInOrder(series, ['minAgeToStart', 'maxAgeToStart'], path),
    ...indications.flatMap((row, index) =>
      agesInOrder(row, ['beginAge', 'endAge'], [...path, 'indications', index]),
    ),
    ...doses.flatMap((dose, index) =>
      doseProblems(dose, [...path, 'doses', index], { number: index + 1, antigen, groups, part, around }),
    ),
  ]
}

/** Two series with one code could not be told apart in the record of a child. */
function codesTwice({ antigens }: PartShape): readonly PartProblem[] {
  const seen = new Set<string>()
  return Object.entries(antigens).flatMap(([antigen, one]) =>
    (one?.series ?? []).flatMap(({ code }, index) => {
      const path = ['antigens', antigen, 'series', index, 'code']
      const problems = seen.has(code) ? [atValue('schedule-file.code-taken', path, { value: code })] : []
      seen.add(code)
      return problems
    }),
  )
}
