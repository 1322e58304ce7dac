import { agesInOrder, daysInOrder } from './part-order'
import { atValue, nearestWord, type PartProblem } from './part-problem'
import type {
  DoseShape,
  IntervalShape,
  NamedProduct,
  PartShape,
  PartSurroundings,
  SkipConditionShape,
} from './part-shape'

type Path = readonly PropertyKey[]

/** Where a dose stands. */
export type DosePlace = {
  /** Number of the target in its series, from 1. */
  readonly number: number
  readonly antigen: string
  /** Series groups of the antigen in this part. */
  readonly groups: ReadonlySet<number>
  readonly part: PartShape
  readonly around: PartSurroundings
}

const limits = ['absMin', 'min', 'earliestRec', 'latestRec']

/** What contradicts itself or points nowhere in one dose of a series. */
export function doseProblems(dose: DoseShape, path: Path, place: DosePlace): readonly PartProblem[] {
  const intervals = (name: 'intervals' | 'allowableIntervals') =>
    (dose[name] ?? []).flatMap((rule, index) => intervalProblems(rule, [...path, name, index], place))
  return [
    ...(dose.age ?? []).flatMap((rule, index) => [
      ...agesInOrder(rule, [...limits, 'max'], [...path, 'age', index]),
      ...daysInOrder(rule, ['effectiveOn', 'cessationOn'], [...path, 'age', index]),
    ]),
    ...intervals('intervals'),
    ...intervals('allowableIntervals'),
    ...productProblems(dose.preferableVaccines ?? [], [...path, 'preferableVaccines'], place),
    ...productProblems(dose.allowableVaccines ?? [], [...path, 'allowableVaccines'], place),
    ...vaccinesKnown(dose.inadvertentVaccines ?? [], [...path, 'inadvertentVaccines'], place),
    ...(dose.skips ?? []).flatMap((skip, at) =>
      skip.sets.flatMap((set, index) => [
        ...daysInOrder(set, ['effectiveOn', 'cessationOn'], [...path, 'skips', at, 'sets', index]),
        ...set.conditions.flatMap((condition, number) =>
          skipProblems(condition, [...path, 'skips', at, 'sets', index, 'conditions', number], place),
        ),
      ]),
    ),
    ...(dose.season ? daysInOrder(dose.season, ['startOn', 'endOn'], [...path, 'season']) : []),
  ]
}

function intervalProblems(rule: IntervalShape, path: Path, place: DosePlace): readonly PartProblem[] {
  const { from } = rule
  const own = [...agesInOrder(rule, limits, path), ...daysInOrder(rule, ['effectiveOn', 'cessationOn'], path)]
  if (typeof from === 'string') return own
  const { target, mostRecent = [] } = from
  const { number } = place
  return [
    ...(target !== undefined && target >= number
      ? [atValue('schedule-file.interval-from-later', [...path, 'from', 'target'], { dose: number, target })]
      : []),
    ...vaccinesKnown(mostRecent, [...path, 'from', 'mostRecent'], place),
    ...own,
  ]
}

function productProblems(
  products: readonly NamedProduct[],
  path: Path,
  place: DosePlace,
): readonly PartProblem[] {
  return products.flatMap((row, index) => [
    ...vaccineProblems(row.vaccine, [...path, index, 'vaccine'], place),
    ...agesInOrder(row, ['beginAge', 'endAge'], [...path, index]),
  ])
}

/** A product must exist, and count for the antigen: else the dose would silently count for nothing. */
function vaccineProblems(
  vaccine: string,
  path: Path,
  { antigen, around }: DosePlace,
): readonly PartProblem[] {
  const unknown = unknownVaccine(vaccine, path, around)
  if (unknown.length > 0 || around.antigens.get(antigen)?.has(vaccine)) return unknown
  return [atValue('schedule-file.vaccine-lacks-antigen', path, { value: vaccine, antigen })]
}

function unknownVaccine(vaccine: string, path: Path, { vaccines }: PartSurroundings): readonly PartProblem[] {
  if (vaccines.has(vaccine)) return []
  const suggestion = nearestWord(vaccine, vaccines)
  return [atValue('schedule-file.unknown-vaccine', path, { value: vaccine, suggestion })]
}

function vaccinesKnown(codes: readonly string[], path: Path, { around }: DosePlace): readonly PartProblem[] {
  return codes.flatMap((code, index) => unknownVaccine(code, [...path, index], around))
}

function skipProblems(condition: SkipConditionShape, path: Path, place: DosePlace): readonly PartProblem[] {
  const { group, vaccines = [] } = condition
  const isUnknown = condition.type === 'completed-series' && group !== undefined && !place.groups.has(group)
  // A supplement may ask about a group that the programme has.
  const mayBeElsewhere = place.part.kind === 'supplement'
  return [
    ...(isUnknown && !mayBeElsewhere
      ? [atValue('schedule-file.unknown-group', [...path, 'group'], { value: group, antigen: place.antigen })]
      : []),
    ...agesInOrder(condition, ['beginAge', 'endAge'], path),
    ...daysInOrder(condition, ['startOn', 'endOn'], path),
    ...vaccinesKnown(vaccines, [...path, 'vaccines'], place),
  ]
}
