import type { z } from 'zod'
import type { Series, SeriesDose, VaccineAntigen } from '../domain/schedule/schedule-types'
import type { ScheduleProblem } from './schedule-problems'
import type { antigenVaccines, series } from './schedule-schema'

type Path = ScheduleProblem['path']

/** Issues of the shape as problems at their place in the file as it was written. */
export function shapeProblems(
  issues: readonly z.core.$ZodIssue[],
  sourcePath: (path: Path) => Path,
): readonly ScheduleProblem[] {
  return issues
    .flatMap(issue => shapeProblem(issue))
    .map(problem => ({ ...problem, path: sourcePath(problem.path) }))
}

function shapeProblem(issue: z.core.$ZodIssue): readonly ScheduleProblem[] {
  const path = issue.path.map(step => (typeof step === 'symbol' ? step.toString() : step))
  const one = (code: ScheduleProblem['code'], detail: string) => [{ path, code, detail }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({ path: [...path, key], code: 'unknown-field', detail: key }))
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? one('missing-field', String(path.at(-1) ?? ''))
        : one('wrong-type', issue.expected)
    case 'invalid_value':
      return one('bad-choice', issue.values.map(String).join(', '))
    case 'invalid_format':
      return one('bad-choice', 'A–Z')
    case 'invalid_union':
      return unionProblem(issue, path)
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? one('empty', String(path.at(-1) ?? ''))
        : one('out-of-range', String(issue.minimum))
    case 'custom':
      return one(customCode(issue.message), issue.message)
    default:
      return one('wrong-type', issue.message)
  }
}

function customCode(message: string): ScheduleProblem['code'] {
  if (message.startsWith('not an offset')) return 'not-an-offset'
  return message === 'not a calendar day' ? 'not-a-day' : 'stray-brace'
}

/** Of several shapes that a value may have, the one it comes nearest to is meant: the one with the deepest trouble. */
function unionProblem(
  issue: Extract<z.core.$ZodIssue, { code: 'invalid_union' }>,
  path: Path,
): readonly ScheduleProblem[] {
  const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(...issues.map(it => it.path.length))
  const [nearest] = issue.errors
    .filter(issues => issues.length > 0 && depth(issues) > 0)
    .toSorted((a, b) => a.length - b.length)
  if (nearest) return nearest.flatMap(it => shapeProblem({ ...it, path: [...issue.path, ...it.path] }))
  return [{ path, code: 'wrong-type', detail: String(path.at(-1) ?? '') }]
}

/** The rows of a series, signed with the version they stand in. */
export function withVersion({ doses, ...rest }: z.output<typeof series>, version: string): Series {
  return { ...rest, doses: doses.map((dose): SeriesDose => ({ ...dose, version, formerly: [] })) }
}

/** The products of one antigen as rows of the association. */
export function vaccineAntigensOf(antigen: {
  readonly code: string
  readonly vaccines: z.output<typeof antigenVaccines>
}): readonly VaccineAntigen[] {
  return antigen.vaccines.map(row =>
    typeof row === 'string'
      ? { vaccine: row, antigen: antigen.code, beginAge: null, endAge: null }
      : { ...row, antigen: antigen.code },
  )
}
